#pragma once
#include "platform/html/components.h"
#include "platform/html/page.h"
#include "releases/asked.h"

namespace digilots::releases {

/// Of the template.
struct ReleasedView {
    std::string form_url;
    std::vector<html::components::Field> choices;
    std::string nothing;                        // why there is no table; the rest is empty then
    std::string whose, period, total;           // "Lotsby", "quarter 3, 2026", "1 234 questions"
    html::components::Chart lines;              // what is told and not zero
    bool has_lines = false;
    std::string hidden, zeros;                  // by their names
    html::components::Table parts;              // of what it is made of; no rows: of nothing
    html::components::Chart months;             // how it went from period to period; one point: not shown
    std::vector<std::string> facts;
    std::vector<std::string> words_for_numbers = {};   // what stands in place of a number, where any does: "hidden: …"
    std::string csv_url, json_url, other_url, other_title;
    std::string lead;                           // what the page is of
    html::components::Table levels;             // of a network: from municipality to nation, with how much was reported
    std::vector<std::string> missing;           // "Härnösand: September 2026"
};

/// All but the choices and addresses: of a table that is released.
void fill_released(ReleasedView& view, const Pages& pages, const Asked& asked, const Table& table, const html::Page& page);
/// Why there is no table; "" where there is one.
std::string nothing_text(const Asked& asked, const Table& table, const html::Page& page);
html::components::Field table_choice(const Asked& asked, const html::Page& page);
html::components::Field period_choice(const Asked& asked, const html::Page& page);
/// "1 234", "hidden", "not reported"
std::string words_of(const Value& value, const i18n::Translator& translator);

}  // namespace digilots::releases
