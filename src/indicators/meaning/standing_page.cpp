#include "indicators/meaning/standing_view.h"

#include "indicators/meaning/question_form.h"
#include "indicators/meaning/change_text.h"
#include "indicators/meaning/charts.h"
#include "indicators/meaning/facts.h"
#include "indicators/templates.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/tables/csv_writer.h"

namespace digilots::indicators {
namespace {

struct StandingAnswer {
    std::shared_ptr<const municipality::Municipality> municipality;
    const municipality::Municipality* other;     // compared with; nullptr none
    Indicator indicator;
    Question question;
    Standing standing;
};

std::optional<StandingAnswer> find_standing(const Pages& pages, const http::Request& request) {
    const auto municipality = pages.municipalities.about(request.tenant->id);
    auto indicator = pages.indicators.find(request.parameter("id"));
    if (municipality == nullptr || !indicator) return std::nullopt;
    if (!indicator->is_shown_to(municipality->id)) return std::nullopt;
    ParameterErrors ignored;
    Question question = read_question(pages, request.query, *indicator, municipality->id, ignored);
    question.direction.reset();
    const auto* other = municipality::Municipalities::find(request.query.get("with"));
    if (other == municipality.get() || (other && !indicator->is_shown_to(other->id))) other = nullptr;
    if (other && other->country != municipality->country) other = nullptr;
    Standing standing = pages.indicators.standing(municipality->id, question);
    return StandingAnswer{municipality, other, std::move(*indicator), std::move(question), std::move(standing)};
}

std::string_view id_of(const municipality::Municipality* municipality) {
    return municipality ? std::string_view(municipality->id) : std::string_view();
}

void fill_figure(StandingView& view, const Pages& pages, const StandingAnswer& found, const html::Page& page) {
    const auto& [municipality, other, indicator, question, standing] = found;
    if (standing.value) {
        view.value = short_text(*standing.value, indicator, page);
    } else {
        view.missing = missing_text(standing.missing, page);
    }
    view.unit = indicator.unit == "percent" || indicator.unit == "yes_no" ? "" : unit_text(indicator.unit, page.translator());
    view.when = standing.year == 0 ? "" : std::to_string(standing.year);
    view.mark = mark_of(standing, page);
    if (standing.rank > 0) {
        view.rank = page.t("Place {rank} of {n}", {{"rank", page.translator().number(standing.rank)},
                                                   {"n", page.translator().number(standing.n)}});
    }
    view.group = group_text(pages, question.group, indicator, municipality.get(), page);
    view.change = change_text(standing, indicator, page);
    view.colour_change = colour_change_text(standing, page);
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    view.age = age_text(standing.year, static_cast<int>(today.year()), page);
}

void fill_genders(StandingView& view, const StandingAnswer& found, const html::Page& page) {
    const auto& standing = found.standing;
    if (!standing.women && !standing.men) return;
    view.genders = {.id = "genders", .title = page.t("Women and men, {year}", {{"year", std::to_string(standing.year)}})};
    if (standing.women) view.genders.women = limit_of(*standing.women, found.indicator, page);
    if (standing.men) view.genders.men = limit_of(*standing.men, found.indicator, page);
    if (standing.value && standing.gender == Gender::total) {
        view.genders.total = limit_of(*standing.value, found.indicator, page);
    }
    view.genders.gap = gap_text(standing, found.indicator, page);
    view.genders.csv_url = view.csv_url;
    if (found.indicator.unit == "percent") view.genders.whole = 100;
}

// The same facts of both, one column each.
void fill_beside(StandingView& view, const Pages& pages, const StandingAnswer& found, const html::Page& page) {
    if (found.other == nullptr) return;
    Question question = found.question;
    if (found.standing.year != 0) question.year = found.standing.year;
    const Standing theirs = pages.indicators.standing(found.other->id, question);
    const std::string& one = found.municipality->name;
    const std::string& other = found.other->name;
    view.beside = {.caption = view.when.empty()
                                  ? page.t("{one} and {other}", {{"one", one}, {"other", other}})
                                  : page.t("{one} and {other}, {year}",
                                           {{"one", one}, {"other", other}, {"year", view.when}}),
                   .columns = {{page.t("What")}, {found.municipality->name}, {found.other->name}},
                   .rows = {}};
    const auto figure = [&](const Standing& standing) {
        return TableCell{.text = standing.value ? short_text(*standing.value, found.indicator, page)
                                           : missing_text(standing.missing, page)};
    };
    const auto colour = [&](const Standing& standing) { return TableCell{.text = "", .mark = mark_of(standing, page)}; };
    const auto rank = [&](const Standing& standing) {
        return TableCell{.text = standing.rank > 0 ? page.translator().number(standing.rank) : "–"};
    };
    const auto change = [&](const Standing& standing) {
        const std::string text = change_text(standing, found.indicator, page);
        return TableCell{.text = text.empty() ? "–" : text};
    };
    for (const auto& [title, cell_of] : std::initializer_list<std::pair<std::string, std::function<TableCell(const Standing&)>>>{
             {page.t("Figure"), figure}, {page.t("Colour"), colour}, {page.t("Rank"), rank}, {page.t("Change"), change}}) {
        view.beside.rows.push_back({TableCell{.text = title}, cell_of(found.standing), cell_of(theirs)});
    }
}

void fill_charts(StandingView& view, const Pages& pages, const StandingAnswer& found, const html::Page& page) {
    const auto& [municipality, other, indicator, question, standing] = found;
    const Distribution distribution = pages.indicators.distribution(municipality->id, question);
    view.rule = rule_of(pages, indicator, distribution, municipality.get(), page);
    view.notices = notices_of(indicator, distribution, page);
    if (distribution.n > 0) {
        Subject subject{pages, page, indicator, distribution, {municipality->id}};
        if (other) subject.marked.push_back(other->id);
        view.strip = strip_of(subject);
        view.strip.title = page.t("{municipality} among the others, {year}",
                                  {{"municipality", municipality->name}, {"year", std::to_string(distribution.year)}});
        view.strip.table_url = view.nation_url.empty() ? "" : view.nation_url + "#all";
        if (indicator.municipality_id.empty()) {
            const std::string file = "/indicators/" + html::url_encode(indicator.id) + "/figures.csv";
            view.strip.csv_url = link_to(page.url(file), query_of(question));
        }
    }
    view.history = history_of(pages, indicator, question, municipality->id, id_of(other), page);
    view.history.csv_url = view.csv_url;
}

StandingView view_of(const Pages& pages, const StandingAnswer& found, const html::Page& page) {
    const auto& indicator = found.indicator;
    StandingView view;
    const std::string rest = "/indicators/" + html::url_encode(indicator.id);
    const auto kept = query_of(found.question, id_of(found.other));
    view.form_url = page.tenant_url("/progress" + rest);
    view.csv_url = link_to(view.form_url + "/figures.csv", kept);
    if (indicator.municipality_id.empty()) view.nation_url = link_to(page.url(rest), query_of(found.question));
    if (http::may(page.request(), http::Role::coordinator)) view.staff_url = page.tenant_url("/staff" + rest);
    view.title_language = title_language(indicator, page);
    view.definition = pages.indicators.definition(indicator.id);
    view.no_definition = no_definition_text(indicator, view.definition, page);
    view.definition_language = indicator.country == "NO" ? "nb" : "sv";
    view.choices = choices_of(pages, found.question, indicator, found.municipality.get(), page);
    if (indicator.municipality_id.empty()) {
        view.choices.push_back(other_field(*found.municipality, id_of(found.other), page));
    }
    fill_figure(view, pages, found, page);
    fill_charts(view, pages, found, page);
    fill_genders(view, found, page);
    fill_beside(view, pages, found, page);
    view.facts = facts_of(pages, indicator, view.rule, page);
    view.source = source_name(indicator, page);
    view.source_url = figures_url(indicator);
    return view;
}

}  // namespace

http::Response standing_page(const Pages& pages, const http::Request& request) {
    const auto found = find_standing(pages, request);
    if (!found) return html::error_page(request, 404);
    html::Page page(request);
    page.title = found->indicator.title(page.translator());
    page.description = page.t("{municipality} compared with other municipalities", {{"municipality", request.tenant->name}});
    page.breadcrumbs = {{page.t("Progress"), page.tenant_url("/progress/wheel")}, {page.title, "", true}};
    return html::render_page(page, templates::standing_page(view_of(pages, *found, page), page));
}

http::Response standing_csv(const Pages& pages, const http::Request& request) {
    const auto found = find_standing(pages, request);
    if (!found) return html::error_page(request, 404);
    const auto& indicator = found->indicator;
    tables::CsvWriter csv;
    csv.line({"indicator", "title", "unit", "municipality", "name", "year", "gender", "group", "value", "missing", "direction",
              "colour", "why_unknown", "rank", "n", "green_limit", "red_limit", "women", "men", "source"});
    const auto add = [&](const municipality::Municipality& municipality) {
        for (const auto& [year, one] : pages.indicators.history(municipality.id, found->question)) {
            csv.line({indicator.id, indicator.title(i18n::translator(request.language)), indicator.unit, municipality.id,
                      municipality.name, std::to_string(year), std::string(word_of(found->question.gender)),
                      found->question.group.key, one.value, one.value ? "" : std::string(word_of(one.missing)),
                      std::string(word_of(one.direction)), std::string(word_of(one.colour)),
                      one.colour == Colour::unknown ? std::string(word_of(one.why)) : "",
                      one.rank > 0 ? std::to_string(one.rank) : "", std::to_string(one.n), one.green_limit,
                      one.red_limit, one.women, one.men, std::string(indicator.figures_from())});
        }
    };
    add(*found->municipality);
    if (found->other) add(*found->other);
    return http::download(std::move(csv).take(), "text/csv; charset=utf-8",
                          "digilots-" + indicator.id + "-" + request.tenant->slug + ".csv");
}

}  // namespace digilots::indicators
