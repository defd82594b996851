#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/tables/csv_writer.h"
#include "statistics/network_figures.h"
#include "statistics/statistics_page.h"
#include "statistics/statistics_view.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

using html::components::Cell;
using html::components::Field;

constexpr int months_offered = 24;
constexpr const char* zone = "Europe/Stockholm";

/// A month or a year; else this month.
periods::Period period_of(std::string_view key, base::Date today) {
    const auto named = periods::read(key);
    return measures::widen(named.value_or(periods::Period{today, today}));
}

Field period_choice(const periods::Period& chosen, base::Date today, const html::Page& page) {
    Field field{.name = "period", .label = page.t(TEXT("Period"))};
    for (const auto& [kind, count] : {std::pair(periods::Kind::month, months_offered), std::pair(periods::Kind::year, 3)}) {
        for (const auto& one : periods::newest(kind, today, count)) {
            const auto key = periods::key_of(one);
            field.options.push_back({key, key, one == chosen});
        }
    }
    return field;
}

/// The month, or the last of the years.
std::string address_of(const periods::Period& period) {
    return periods::key_of(measures::is_one_month(period) ? period : periods::holding(periods::Kind::year, period.to));
}

struct Shown {
    municipality::Network network;
    Offered offered;
    const measures::Measure& measure;
    measures::NetworkFigures figures;
    base::Date today;
};

std::optional<Shown> look_up(const Pages& pages, const http::Request& request) {
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return std::nullopt;
    const base::Date today = base::to_civil(pages.clock.now(), zone).date;
    Offered offered = offered_to_networks(pages.measures);
    const auto* measure = measure_in(request.query, offered);
    if (!measure) measure = measure_in({}, offered);
    if (!measure) return std::nullopt;
    auto figures = figures_of(*network, *measure, period_of(request.query.get("period"), today));
    return Shown{*network, std::move(offered), *measure, std::move(figures), today};
}

std::string name_of(const Pages& pages, const std::string& municipality) {
    const auto found = pages.municipalities.about(municipality);
    return found ? found->name : municipality;
}

}  // namespace

http::Response network_page(const Pages& pages, const http::Request& request) {
    const auto shown = look_up(pages, request);
    if (!shown) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t(TEXT("Statistics of the network {name}"), {{"name", shown->network.name}});
    page.staff = true;
    page.indexable = false;
    const i18n::Translator& translator = page.translator();
    NetworkView view;
    view.url = page.url("/staff/network/" + shown->network.key + "/statistics");
    view.measure = {.name = "measure", .label = page.t(TEXT("What is counted"))};
    for (const auto* one : shown->offered) {
        view.measure.options.push_back({one->key, page.t(one->title), one == &shown->measure});
    }
    view.period_choice = period_choice(shown->figures.period, shown->today, page);
    view.period = periods::days_of(shown->figures.period, translator);
    view.definition = page.t(shown->measure.definition);
    view.table.caption = page.t(shown->measure.title);
    view.table.columns = {{page.t(TEXT("Municipality"))}, {page.t(shown->measure.title), true}};
    for (const measures::MemberFigure& row : shown->figures.rows) {
        Cell value;
        value.suppressed = !row.value;
        if (row.value) value.text = shown_text(shown->measure.kind, *row.value, translator);
        view.table.rows.push_back({Cell{.text = name_of(pages, row.municipality)}, value});
    }
    if (shown->figures.total) {
        view.total = page.t(TEXT("Together: {n}"), {{"n", shown_text(shown->measure.kind, *shown->figures.total, translator)}});
    }
    view.csv_url = page.url(
        "/staff/network/" + shown->network.key + "/statistics.csv?measure=" + shown->measure.key +
        "&period=" + address_of(shown->figures.period));
    return html::render_page(page, templates::network_page(view, page));
}

http::Response network_csv(const Pages& pages, const http::Request& request) {
    const auto shown = look_up(pages, request);
    if (!shown) return html::error_page(request, 404);
    const i18n::Translator& translator = i18n::translator(request.language);
    const measures::Measure& measure = shown->measure;
    tables::CsvWriter csv;
    tables::Row head{"municipality", "municipality_label", "measure", "from", "to", "value", "suppressed", "unit",
                     "code_list_version", "definition"};
    const auto parts = measures::part_names(measure.kind);
    head.insert(head.end(), parts.begin(), parts.end());
    csv.line(head);
    for (const measures::MemberFigure& row : shown->figures.rows) {
        tables::Row line{row.municipality, name_of(pages, row.municipality), measure.key,
                         base::format_date(shown->figures.period.from), base::format_date(shown->figures.period.to),
                         row.value ? measures::number_of(measure.kind, *row.value) : std::nullopt, row.value ? 0 : 1,
                         unit_text(measure, translator), measure.code_list_version, translator.t(measure.definition)};
        if (row.value && !parts.empty()) line.insert(line.end(), {row.value->amount, row.value->of});
        csv.line(line);
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + shown->network.key + "-" + measure.key + "-" +
                              base::format_date(shown->figures.period.from) + ".csv");
}

}  // namespace digilots::statistics
