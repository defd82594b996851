#include <charconv>

#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/tables/csv_writer.h"
#include "statistics/network_figures.h"
#include "statistics/period_choice.h"
#include "statistics/statistics_page.h"
#include "statistics/statistics_view.h"
#include "statistics/templates.h"

namespace digilots::statistics {

namespace {

using html::components::Cell;
using html::components::Field;

constexpr int months_offered = 24;
constexpr const char* zone = "Europe/Stockholm";

/// "2026-11" or "2026" as dates; else this month.
base::Period period_of(std::string_view text, base::Date today) {
    if (text.size() == 4) {
        const auto first = base::parse_date(std::string(text) + "-01-01");
        if (first) return widen({*first, first->year() / std::chrono::December / 31});
    }
    if (const auto first = base::parse_date(std::string(text) + "-01")) return widen({*first, *first});
    return widen({today, today});
}

Field period_choice(const base::Period& chosen, base::Date today, const html::Page& page) {
    using namespace std::chrono;
    Field field{.name = "period", .label = page.t(TEXT("Period"))};
    const std::string shown = base::format_date(chosen.from).substr(0, is_one_month(chosen) ? 7 : 4);
    const auto add = [&](const std::string& value) { field.options.push_back({value, value, value == shown}); };
    year_month month{today.year(), today.month()};
    for (int i = 0; i < months_offered; ++i) add(base::format_date((month - months{i}) / 1).substr(0, 7));
    for (int i = 0; i < 3; ++i) add(std::to_string(static_cast<int>(today.year() - years{i})));
    return field;
}

struct Shown {
    municipality::Network network;
    Question question;
    NetworkFigures figures;
    base::Date today;
};

std::optional<Shown> look_up(const Sources& sources, const http::Request& request) {
    const auto network = sources.municipalities.network(request.parameter("network"));
    if (!network) return std::nullopt;
    const base::Date today = base::to_civil(sources.clock.now(), zone).date;
    Question question;
    question.measure = find_measure(sources.measures, request.query.get("measure"));
    if (!question.measure) question.measure = find_measure(sources.measures, "inquiries");
    question.query.period = period_of(request.query.get("period"), today);
    NetworkFigures figures = figures_of(*network, question);
    return Shown{*network, question, std::move(figures), today};
}

std::string name_of(const Sources& sources, const std::string& municipality) {
    const auto found = sources.municipalities.about(municipality);
    return found ? found->name : municipality;
}

}  // namespace

http::Response network_page(const Sources& sources, const http::Request& request) {
    const auto shown = look_up(sources, request);
    if (!shown) return html::error_page(request, 404);
    html::Page page(request);
    page.title = page.t(TEXT("Statistics of the network {name}"), {{"name", shown->network.name}});
    page.staff = true;
    page.indexable = false;
    const i18n::Translator& translator = page.translator();
    NetworkView view;
    view.url = page.url("/staff/network/" + shown->network.key + "/statistics");
    view.measure = {.name = "measure", .label = page.t(TEXT("What is counted"))};
    for (const base::Measure& one : sources.measures) {
        view.measure.options.push_back({one.key, page.t(one.title), &one == shown->question.measure});
    }
    view.period_choice = period_choice(shown->figures.period, shown->today, page);
    view.period = period_text(shown->figures.period, translator);
    view.definition = page.t(shown->question.measure->definition);
    view.table.caption = page.t(shown->question.measure->title);
    view.table.columns = {{page.t(TEXT("Municipality"))}, {page.t(shown->question.measure->title), true}};
    for (const NetworkRow& row : shown->figures.rows) {
        Cell value;
        value.suppressed = !row.value;
        if (row.value) value.text = translator.number(static_cast<double>(*row.value));
        view.table.rows.push_back({Cell{.text = name_of(sources, row.municipality)}, value});
    }
    if (shown->figures.total) {
        view.total = page.t(TEXT("Together: {n}"), {{"n", translator.number(static_cast<double>(*shown->figures.total))}});
    }
    view.csv_url = page.url(
        "/staff/network/" + shown->network.key + "/statistics.csv?measure=" + shown->question.measure->key +
        "&period=" +
        base::format_date(shown->figures.period.from).substr(0, is_one_month(shown->figures.period) ? 7 : 4));
    return html::render_page(page, templates::network_page(view, page));
}

http::Response network_csv(const Sources& sources, const http::Request& request) {
    const auto shown = look_up(sources, request);
    if (!shown) return html::error_page(request, 404);
    const i18n::Translator& translator = i18n::translator(request.language);
    const base::Measure& measure = *shown->question.measure;
    tables::CsvWriter csv;
    csv.line({"municipality", "municipality_label", "measure", "from", "to", "value", "suppressed", "unit",
              "code_list_version", "definition"});
    for (const NetworkRow& row : shown->figures.rows) {
        csv.line({row.municipality, name_of(sources, row.municipality), measure.key,
                  base::format_date(shown->figures.period.from), base::format_date(shown->figures.period.to),
                  row.value ? tables::Cell(*row.value) : "", row.value ? 0 : 1, translator.t(measure.unit),
                  measure.code_list_version, translator.t(measure.definition)});
    }
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + shown->network.key + "-" + measure.key + "-" +
                              base::format_date(shown->figures.period.from) + ".csv");
}

}  // namespace digilots::statistics
