// All that is released of somebody and a time on one page, with where help is given; and what is released of each body.
#include "releases/overview_view.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "releases/places_of_help.h"
#include "releases/templates.h"
#include "releases/was_so.h"
#include "releases/year.h"
#include "taxonomy/taxonomy.h"

namespace digilots::releases {

namespace {

constexpr std::size_t most_periods = 13;
constexpr const char *barrier = "barrier", *of_bodies = "body";

html::Page page_titled(const http::Request& request, std::string title) {
    html::Page page(request);
    page.title = std::move(title);
    const auto statistics = page.t(TEXT("Statistics"));
    if (request.tenant)
        page.breadcrumbs = {{request.tenant->name, page.tenant_url("/")},
                            {statistics, page.tenant_url("/statistics")},
                            {page.title, "", true}};
    return page;
}

bool is_of_one(const Whose& whose) { return whose.of == Whose::Of::municipality || whose.of == Whose::Of::place; }

std::string total_text(const Table& table, const html::Page& page) {
    if (table.total.shown == Shown::count) return page.tn("{n} question", "{n} questions", table.total.count);
    return page.t(TEXT("How many questions: {number}"), {{"number", words_of(table.total, page.translator())}});
}

void add_meanings(OverviewView& view, const std::vector<Value>& values, const html::Page& page) {
    std::vector<Shown> shown;
    for (const auto& value : values)
        if (value.shown != Shown::count) base::add_once(shown, value.shown);
    view.words_for_numbers = meanings_of(shown, page);
}

/// Each table that is released of it; of what is not, when it is.
void fill_tables(OverviewView& view, const Pages& pages, const Asked& asked, const html::Page& page) {
    std::vector<std::string> by_year, by_quarter;
    for (const auto& key : Releases::tables()) {
        if (key == Releases::tables().front() || key == "body_barrier") continue;
        Asked one = asked;
        one.table = key;
        const auto table = pages.releases.read(asked.whose, key, asked.period, asked.revision);
        if (table.revision > 0) {
            view.tables.push_back(lines_of(one, table, page, key));
            if (table.is_untold) view.tables.back().told_in = told_in(pages, one, page);
            continue;
        }
        const bool is_of_place = asked.whose.of == Whose::Of::place;
        if (is_told(key, node_of_the_year, is_of_place))
            (is_told(key, months_of_a_year, is_of_place) ? by_quarter : by_year).push_back(page.t(title_of(key)));
    }
    if (!by_quarter.empty())
        view.not_told.push_back(
            page.t(TEXT("Released by quarter and year: {tables}"), {{"tables", base::joined(by_quarter, ", ")}}));
    if (!by_year.empty())
        view.not_told.push_back(page.t(TEXT("Released by year: {tables}"), {{"tables", base::joined(by_year, ", ")}}));
}

void fill_facts(OverviewView& view, const Pages& pages, const Asked& asked, const Table& table, const html::Page& page) {
    view.facts = facts_of(asked, table, page);
    if (const auto outdated = outdated_text(pages, asked, page); !outdated.empty()) view.facts.push_back(outdated);
    view.was_so = lines_of_was_so(pages, asked, page);
}

// ---- One body ----

Value value_of_line(const Table& table, const std::string& key) {
    if (table.total.shown != Shown::count && table.lines.empty()) return table.total;
    for (const auto& line : table.lines)
        if (line.key == key) return line.value;
    return {Shown::count, 0};
}

Value body_value(const Pages& pages, const Whose& whose, const std::string& body, const periods::Period& period,
                 int revision = newest_revision) {
    const auto table = pages.releases.read(whose, "body", period, revision);
    return table.revision == 0 || table.total.shown == Shown::not_reported ? table.total : value_of_line(table, body);
}

/// What people could not do by themselves: of the crossed table the lines of one body.
ReleasedLines barriers_of(const Table& table, const std::string& body, const html::Page& page) {
    Table own;
    own.total = table.total;
    for (const auto& line : table.lines)
        if (const auto both = both_of(line.key); both.first == body) own.lines.push_back({both.second, line.value});
    Asked asked;
    asked.table = barrier;
    auto lines = lines_of(asked, own, page, "barriers");
    lines.chart.title = page.t(TEXT("What stood in the way of doing it oneself"));
    return lines;
}

void fill_body_periods(OverviewView& view, const Pages& pages, const Asked& asked, const std::string& body,
                       const html::Page& page) {
    html::components::ChartSeries series{page.t(TEXT("Questions")), {}};
    for (const auto& one : asked.released) {
        if (periods::kind_of(one) != periods::kind_of(asked.period) || one.from > asked.period.from) continue;
        if (series.points.size() == most_periods) break;
        series.points.push_back(point_of(periods::name_of(one, page.translator()), body_value(pages, asked.whose, body, one),
                                         page.translator()));
    }
    std::ranges::reverse(series.points);
    view.has_months = series.points.size() > 1;
    view.months = {.id = "months",
                   .title = page.t(TEXT("Questions from period to period")),
                   .dimension = page.t(TEXT("Period")),
                   .series = {std::move(series)}};
}

std::vector<Value> fill_body_parts(OverviewView& view, const Pages& pages, const Asked& asked, const std::string& body,
                                   const html::Page& page) {
    std::vector<Value> values;
    if (is_of_one(asked.whose)) return values;
    view.parts.caption = page.t(parts_title(asked.whose));
    view.parts.columns = {{page.t(TEXT("Where"))}, {page.t(TEXT("Questions")), true}};
    for (const auto& line : pages.releases.parts(asked.whose, asked.period, asked.revision).lines) {
        Asked part = asked;
        part.whose = part_of(asked.whose, line.key);
        const auto value = body_value(pages, part.whose, body, asked.period, asked.revision);
        values.push_back(value);
        const bool has_page = part.whose.of != Whose::Of::municipality || pages.municipalities.is_active(line.key);
        std::vector<html::components::Cell> row;
        row.push_back({.text = name_of(pages, part.whose, page.translator()),
                       .url = has_page ? page.url(path_of_all(part, "statistics/bodies/" + body)) : std::string()});
        row.push_back({.text = words_of(value, page.translator())});
        view.parts.rows.push_back(std::move(row));
    }
    return values;
}

std::string body_total(const Value& own, const Value& all, const html::Page& page) {
    const auto& translator = page.translator();
    if (own.shown != Shown::count || all.shown != Shown::count)
        return page.t(TEXT("How many questions: {number}"), {{"number", words_of(own, translator)}});
    return page.t(TEXT("{n} of {all} questions"), {{"n", translator.number(static_cast<double>(own.count))},
                                                   {"all", translator.number(static_cast<double>(all.count))}});
}

}  // namespace

http::Response overview_page(const Pages& pages, const http::Request& request) {
    auto read = read_asked(pages, request);
    auto* asked = std::get_if<Asked>(&read);
    if (!asked) return html::error_page(request, 404);
    const auto page = page_titled(request, html::Page(request).t(TEXT("Statistics on one page")));
    OverviewView view;
    view.lead = page.t(TEXT("What people came for, what they asked together, what stood in the way and how it went, as it is "
                            "released; and where help is given."));
    view.form_url = request.tenant ? page.tenant_url("/statistics/overview") : page.url("/statistics/overview");
    if (!asked->released.empty())
        view.choices = {request.tenant ? place_choice(pages, *asked, page) : whose_choice(pages, *asked, page),
                        period_choice(*asked, page)};
    view.places = places_of_help(pages, asked->whose, page);
    asked->table = Releases::tables().front();
    const auto table =
        asked->released.empty() ? Table{} : pages.releases.read(asked->whose, asked->table, asked->period, asked->revision);
    view.nothing = nothing_text(*asked, table, page);
    if (!view.nothing.empty()) return html::render_page(page, templates::overview_page(view, page));
    view.heading = name_of(pages, asked->whose, page.translator()) + ", " + periods::name_of(asked->period, page.translator());
    view.total = total_text(table, page);
    fill_tables(view, pages, *asked, page);
    add_meanings(view, {table.total}, page);
    fill_facts(view, pages, *asked, table, page);
    view.links.push_back({page.t(TEXT("One table at a time, with the figures to download")), page.url(path_of(*asked))});
    return html::render_page(page, templates::overview_page(view, page));
}

http::Response body_page(const Pages& pages, const http::Request& request) {
    const std::string body(request.parameter("body"));
    if (!taxonomy::find(taxonomy::List::body, body)) return html::error_page(request, 404);
    auto read = read_asked(pages, request);
    auto* asked = std::get_if<Asked>(&read);
    if (!asked || asked->whose.of == Whose::Of::place) return html::error_page(request, 404);
    asked->table = of_bodies;
    const auto name = label_of("body", body, i18n::translator(request.language));
    const auto page = page_titled(request, html::Page(request).t(TEXT("{body}: what people need help with"), {{"body", name}}));
    OverviewView view;
    view.lead = page.t(TEXT("Questions that were this body’s own and were asked at desks and on the phone of municipalities, as "
                            "they are released."));
    const auto path = "/statistics/bodies/" + body;
    view.form_url = request.tenant ? page.tenant_url(path) : page.url(path);
    if (!asked->released.empty()) {
        if (!request.tenant) view.choices.push_back(whose_choice(pages, *asked, page));
        view.choices.push_back(period_choice(*asked, page));
    }
    const auto table =
        asked->released.empty() ? Table{} : pages.releases.read(asked->whose, "body", asked->period, asked->revision);
    view.nothing = nothing_text(*asked, table, page);
    if (!view.nothing.empty()) return html::render_page(page, templates::overview_page(view, page));
    const auto own = body_value(pages, asked->whose, body, asked->period, asked->revision);
    view.heading = name_of(pages, asked->whose, page.translator()) + ", " + periods::name_of(asked->period, page.translator());
    view.total = body_total(own, table.total, page);
    const auto crossed = pages.releases.read(asked->whose, "body_barrier", asked->period, asked->revision);
    if (crossed.revision > 0) view.tables.push_back(barriers_of(crossed, body, page));
    else view.not_told.push_back(page.t(TEXT("What stood in the way of doing it oneself is released by quarter and year.")));
    fill_body_periods(view, pages, *asked, body, page);
    auto values = fill_body_parts(view, pages, *asked, body, page);
    values.push_back(own);
    add_meanings(view, values, page);
    fill_facts(view, pages, *asked, table, page);
    view.links.push_back({page.t(TEXT("All of it on one page")), page.url(path_of_all(*asked, "statistics/overview"))});
    return html::render_page(page, templates::overview_page(view, page));
}

}  // namespace digilots::releases
