#include <cmath>

#include "indicators/meaning/facts.h"
#include "indicators/meaning/manage.h"
#include "indicators/meaning/standing_words.h"
#include "indicators/templates.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/html/error_page.h"
#include "platform/tables/number.h"

namespace digilots::indicators {
namespace {

std::optional<Indicator> find_manageable(const Pages& pages, const http::Request& request) {
    auto indicator = pages.indicators.find(request.parameter("id"));
    if (!indicator) return std::nullopt;
    if (!indicator->is_shown_to(request.tenant->id)) return std::nullopt;
    return indicator;
}

std::string person_of(const DirectionChange& change, const http::Request& request, const html::Page& page) {
    if (change.actor == "proposal") return page.t("Proposal that comes with Digilots");
    if (change.actor.empty()) return request.tenant->name;
    return change.actor == request.identity->account_id ? page.t("You") : page.t("A colleague");
}

void fill_history(ManageIndicatorView& view, const Pages& pages, const Indicator& indicator, const html::Page& page) {
    const auto& request = page.request();
    const auto changes = pages.indicators.direction_history(indicator.id, request.tenant->id);
    view.history = {.caption = page.t("Earlier decisions, latest first"),
                    .columns = {{page.t("When")}, {page.t("Which way is good")}, {page.t("Why")}, {page.t("Decided by")}},
                    .rows = {},
                    .empty = page.t("Nobody has decided yet. Until then the indicator has no colour.")};
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        view.history.rows.push_back(
            {{.text = change->at ? page.translator().date_time(*change->at, request.tenant->zone) : page.t("From the start")},
             {.text = direction_text(change->direction, page)},
             {.text = change->actor.empty() ? page.t("Chosen when the indicator was added.")
                                            : reason_of(*change, indicator, page)},
             {.text = person_of(*change, request, page)}});
    }
}

void fill_figures(ManageIndicatorView& view, const Pages& pages, const Indicator& indicator, const html::Page& page) {
    view.own = indicator.municipality_id == page.request().tenant->id;
    view.counted = !indicator.measure.empty();
    if (!view.own) return;
    view.figures = {.caption = page.t("Figures"),
                    .columns = {{page.t("Year")}, {page.t("Figure"), true}},
                    .rows = {},
                    .empty = page.t("No figure has been filled in yet.")};
    if (indicator.by_gender) {
        view.figures.columns.push_back({page.t("Women"), true});
        view.figures.columns.push_back({page.t("Men"), true});
        view.genders = {{"T", page.t("Everyone"), true}, {"K", page.t("Women"), false}, {"M", page.t("Men"), false}};
    }
    const auto cell = [&](const std::optional<double>& value, const std::string& missing) {
        return TableCell{.text = value ? short_text(*value, indicator, page) : missing, .unknown = !value && missing.empty()};
    };
    const auto history = pages.indicators.history(page.request().tenant->id, {.indicator = indicator.id});
    for (auto year = history.rbegin(); year != history.rend(); ++year) {
        const Standing& standing = year->second;
        std::vector<TableCell> row{{.text = std::to_string(year->first)},
                                   cell(standing.value, missing_text(standing.missing, page))};
        if (indicator.by_gender) {
            row.push_back(cell(standing.women, ""));
            row.push_back(cell(standing.men, ""));
        }
        view.figures.rows.push_back(std::move(row));
    }
    view.missing.push_back({"", page.t("There is a figure"), true});
    for (const auto reason : {Missing::not_reported, Missing::not_applicable, Missing::secret, Missing::not_published}) {
        view.missing.push_back({std::string(word_of(reason)), missing_text(reason, page)});
    }
}

http::Response show(const Pages& pages, const http::Request& request, const Indicator& indicator, ManageIndicatorView view,
                    std::optional<Direction> chosen) {
    html::Page page(request);
    page.title = indicator.title(page.translator());
    page.staff = true;
    page.breadcrumbs = {{page.t("Indicators"), page.tenant_url("/staff/indicators")}, {page.title, "", true}};
    const int status = view.errors.empty() ? 200 : 422;
    const std::string rest = "/indicators/" + html::url_encode(indicator.id);
    view.title_language = title_language(indicator, page);
    view.seen = pages.indicators.mark(request.tenant->id, indicator.id);
    view.form_url = page.tenant_url("/staff" + rest);
    view.figures_url = view.form_url + "/figures";
    view.public_url = page.tenant_url("/progress" + rest);
    view.direction = direction_text(pages.indicators.direction(indicator.id, request.tenant->id), page);
    view.directions = direction_options(chosen, page);
    fill_history(view, pages, indicator, page);
    fill_figures(view, pages, indicator, page);
    return html::render_page(page, templates::manage_indicator_page(view, page), status);
}

std::string done_text(const http::Request& request, const html::Page& page) {
    if (request.query.has("added")) return page.t("The indicator is there. Now fill in its figures.");
    if (request.query.has("decided")) return page.t("Saved. The colours follow the decision from now on, in all years.");
    if (request.query.has("filled")) return page.t("The figure is saved.");
    return "";
}

std::optional<Missing> read_missing(std::string_view word) {
    for (const auto reason : {Missing::not_reported, Missing::not_applicable, Missing::secret, Missing::not_published}) {
        if (word == word_of(reason)) return reason;
    }
    return std::nullopt;
}

OwnValue read_own_value(const Pages& pages, const http::Request& request, html::FormErrors& errors, const html::Page& page) {
    OwnValue value;
    const auto year = tables::read_number(base::trim(request.form.get("year")));
    const int this_year = static_cast<int>(base::to_civil(pages.clock.now(), request.tenant->zone).date.year());
    if (!year || *year != std::floor(*year) || *year < 1970 || *year > this_year) {
        errors.add("year", page.t("Write a year from 1970 to {year}.", {{"year", std::to_string(this_year)}}));
    } else {
        value.year = static_cast<int>(*year);
    }
    value.gender = gender_of(request.form.get("gender")).value_or(Gender::total);
    const auto missing = read_missing(request.form.get("missing"));
    if (missing) {
        value.missing = *missing;
        return value;
    }
    value.value = tables::read_number(base::trim(request.form.get("value")));
    value.missing = Missing::none;
    if (!value.value) errors.add("value", page.t("Write a number, or choose below why there is none."));
    return value;
}

}  // namespace

http::Response manage_indicator_page(const Pages& pages, const http::Request& request) {
    const auto indicator = find_manageable(pages, request);
    if (!indicator) return html::error_page(request, 404);
    ManageIndicatorView view;
    view.done = done_text(request, html::Page(request));
    const auto decided = pages.indicators.direction_history(indicator->id, request.tenant->id);
    if (!decided.empty() && decided.back().at) view.reason = decided.back().reason;
    return show(pages, request, *indicator, std::move(view), pages.indicators.direction(indicator->id, request.tenant->id));
}

http::Response save_direction(const Pages& pages, const http::Request& request) {
    const auto indicator = find_manageable(pages, request);
    if (!indicator) return html::error_page(request, 404);
    const html::Page page(request);
    const auto direction = direction_of(request.form.get("direction"));
    ManageIndicatorView view;
    view.reason = base::clean(request.form.get("reason"));
    if (!direction) view.errors.add("direction", page.t("Choose which way is good."));
    if (view.reason.empty()) view.errors.add("reason", page.t("Write why, in a sentence. Everyone can read it."));
    if (base::length(view.reason) > 500) view.errors.add("reason", page.t("Use at most 500 characters."));
    if (!view.errors.empty()) return show(pages, request, *indicator, std::move(view), direction);
    const auto seen = base::Seen::mark(request.form.get("seen"));
    const bool decided = pages.indicators.set_direction(request.tenant->id, indicator->id, *direction, view.reason,
                                                        request.identity->account_id, seen);
    if (!decided) return http::changed_meanwhile("indicator:" + indicator->id);
    return http::see_other(page.tenant_url("/staff/indicators/" + html::url_encode(indicator->id) + "?decided=1"));
}

http::Response save_own_figure(const Pages& pages, const http::Request& request) {
    const auto indicator = find_manageable(pages, request);
    if (!indicator || indicator->municipality_id.empty() || !indicator->measure.empty()) return html::error_page(request, 404);
    const html::Page page(request);
    ManageIndicatorView view;
    const OwnValue value = read_own_value(pages, request, view.errors, page);
    view.year = request.form.get("year");
    view.value = request.form.get("value");
    if (!view.errors.empty()) {
        return show(pages, request, *indicator, std::move(view), pages.indicators.direction(indicator->id, request.tenant->id));
    }
    const auto seen = base::Seen::mark(request.form.get("seen"));
    if (!pages.indicators.save_values(request.tenant->id, indicator->id, {value}, request.identity->account_id, seen))
        return http::changed_meanwhile("indicator:" + indicator->id);
    return http::see_other(page.tenant_url("/staff/indicators/" + html::url_encode(indicator->id) + "?filled=1"));
}

}  // namespace digilots::indicators
