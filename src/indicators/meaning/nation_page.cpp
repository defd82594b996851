#include "indicators/meaning/question_form.h"
#include "indicators/meaning/charts.h"
#include "indicators/meaning/facts.h"
#include "indicators/templates.h"
#include "platform/html/error_page.h"
#include "platform/tables/csv_writer.h"

namespace digilots::indicators {
namespace {

struct NationAnswer {
    Indicator indicator;
    Question question;
    Distribution distribution;
};

/// A municipality's own indicator has no national page.
std::optional<NationAnswer> find_nation(const Pages& pages, const http::Request& request) {
    auto indicator = pages.indicators.find(request.parameter("id"));
    if (!indicator || !indicator->municipality_id.empty()) return std::nullopt;
    ParameterErrors ignored;
    Question question = read_question(pages, request.query, *indicator, "", ignored);
    question.direction.reset();
    auto distribution = pages.indicators.distribution("", question);
    return NationAnswer{std::move(*indicator), std::move(question), std::move(distribution)};
}

void fill_links(NationView& view, const NationAnswer& found, const html::Page& page) {
    const std::string path = "/indicators/" + html::url_encode(found.indicator.id);
    view.form_url = page.url(path);
    view.csv_url = link_to(page.url(path + "/figures.csv"), query_of(found.question));
    view.json_url = link_to("/api/v1" + path + "/distribution", query_of(found.question));
    view.source = source_name(found.indicator, page);
    view.source_url = figures_url(found.indicator);
}

NationView view_of(const Pages& pages, const NationAnswer& found, const html::Page& page) {
    const auto& [indicator, question, distribution] = found;
    NationView view;
    view.title_language = title_language(indicator, page);
    view.definition = pages.indicators.definition(indicator.id);
    view.no_definition = no_definition_text(indicator, view.definition, page);
    view.definition_language = indicator.country == "NO" ? "nb" : "sv";
    view.notices = notices_of(indicator, distribution, page);
    view.choices = choices_of(pages, question, indicator, nullptr, page);
    view.rule = rule_of(pages, indicator, distribution, nullptr, page);
    view.facts = facts_of(pages, indicator, view.rule, page);
    view.empty = distribution.n == 0;
    fill_links(view, found, page);
    if (!view.empty) {
        const Subject subject{pages, page, indicator, distribution, {}};
        view.strip = strip_of(subject);
        view.strip.table_url = view.map.table_url = "#all";
        view.strip.csv_url = view.csv_url;
        view.map = map_of(subject);
        view.map.table_url = "#all";
        view.map.csv_url = view.csv_url;
        view.table = table_of(subject, page.request().query.get("sort"), view.form_url, query_of(question));
    }
    if (distribution.year != 0) view.missing = missing_of({pages, page, indicator, distribution, {}});
    return view;
}

}  // namespace

http::Response nation_page(const Pages& pages, const http::Request& request) {
    const auto found = find_nation(pages, request);
    if (!found) return html::error_page(request, 404);
    html::Page page(request);
    page.title = found->indicator.title(page.translator());
    page.description = page.t("How all municipalities compare, with definition, year and source");
    page.breadcrumbs = {{page.t("Indicators"), page.url("/indicators")}, {page.title, "", true}};
    return html::render_page(page, templates::nation_page(view_of(pages, *found, page), page));
}

http::Response nation_csv(const Pages& pages, const http::Request& request) {
    const auto found = find_nation(pages, request);
    if (!found) return html::error_page(request, 404);
    const auto& translator = i18n::translator(request.language);
    const auto& [indicator, question, distribution] = *found;
    tables::CsvWriter csv;
    csv.line({"indicator", "title", "unit", "year", "gender", "group", "direction", "municipality", "name", "value", "missing",
              "rank", "colour", "source"});
    const auto line = [&](const std::string& municipality, std::optional<double> value, std::string_view missing,
                          const std::string& rank, std::string_view colour) {
        csv.line({indicator.id, indicator.title(translator), indicator.unit, std::to_string(distribution.year),
                  std::string(word_of(question.gender)), question.group.key, std::string(word_of(distribution.direction)),
                  municipality, name_of(municipality), value, missing, rank, colour,
                  std::string(indicator.figures_from())});
    };
    for (const auto& member : distribution.values) {
        line(member.municipality, member.value, "", std::to_string(member.rank), word_of(member.colour));
    }
    for (const auto& absent : distribution.missing)
        line(absent.municipality, std::nullopt, word_of(absent.reason), "", "unknown");
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + indicator.id + "-" + std::to_string(distribution.year) + ".csv");
}

}  // namespace digilots::indicators
