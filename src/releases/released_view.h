#pragma once
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "releases/asked.h"

namespace digilots::releases {

/// The lines of one table: what is told and not zero as a chart, the rest by their names.
struct ReleasedLines {
    html::components::Chart chart;
    bool has_chart = false;
    std::string hidden = "", zeros = "", note = "";
    std::vector<html::Link> told_in = {};       // where nothing of this time is told: the same table of times that are
};

/// Of the template.
struct ReleasedView {
    std::string form_url;
    std::vector<html::components::Field> choices;
    std::string nothing;                        // why there is no table; the rest is empty then
    std::string whose, period, total;           // "Lotsby", "quarter 3, 2026", "1 234 questions"
    ReleasedLines lines;
    html::components::Table parts;              // of what it is made of; no rows: of nothing
    html::components::Chart months;             // how it went from period to period; one point: not shown
    std::vector<std::string> facts;
    std::vector<std::string> was_so = {};       // campaigns and closed days of the period
    std::vector<std::string> words_for_numbers = {};   // what stands in place of a number, where any does: "hidden: …"
    std::string csv_url, json_url, other_url, other_title, overview_url;
    std::string lead;                           // what the page is of
    html::components::Table levels;             // of a network: from municipality to nation, with how much was reported
    std::vector<std::string> missing;           // "Härnösand: September 2026"
};

/// All but the choices and addresses: of a table that is released.
void fill_released(ReleasedView& view, const Pages& pages, const Asked& asked, const Table& table, const html::Page& page);
/// Most first; of a crossed table as many as can be looked over, and how many are hidden. `id`: of the chart.
ReleasedLines lines_of(const Asked& asked, const Table& table, const html::Page& page, std::string id = "lines");
/// The newest quarter and the newest year that tell something of the table, not after what is asked for where there is one.
std::vector<html::Link> told_in(const Pages& pages, const Asked& asked, const html::Page& page);
/// How much was reported, how it was counted and when it was released.
std::vector<std::string> facts_of(const Asked& asked, const Table& table, const html::Page& page);
/// What the words stand for that stand in place of numbers: of `shown`, in their order.
std::vector<std::string> meanings_of(const std::vector<Shown>& shown, const html::Page& page);
html::components::Field whose_choice(const Pages& pages, const Asked& asked, const html::Page& page);
html::components::Field place_choice(const Pages& pages, const Asked& asked, const html::Page& page);
/// Whose a line of the parts is, and their title: "County by county".
Whose part_of(const Whose& whose, const std::string& key);
i18n::Text parts_title(const Whose& whose);
/// A point of a chart, with the word where no number stands.
html::components::ChartPoint point_of(std::string label, const Value& value, const i18n::Translator& translator);
/// Why there is no table; "" where there is one.
std::string nothing_text(const Asked& asked, const Table& table, const html::Page& page);
html::components::Field table_choice(const Asked& asked, const html::Page& page);
html::components::Field period_choice(const Asked& asked, const html::Page& page);
/// "1 234", "hidden", "not reported"
std::string words_of(const Value& value, const i18n::Translator& translator);

}  // namespace digilots::releases
