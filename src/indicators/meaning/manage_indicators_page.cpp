#include <algorithm>
#include <array>

#include "indicators/meaning/manage.h"
#include "indicators/meaning/standing_words.h"
#include "indicators/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/http/may.h"

namespace digilots::indicators {
namespace {

using html::components::Option;

constexpr int most_found = 60;
constexpr std::array<std::string_view, 8> own_units{"number", "percent", "per_1000", "per_inhabitant",
                                                    "years",  "points",  "yes_no",   "sek_per_inhabitant"};

std::vector<Option> unit_options(std::string_view chosen, const html::Page& page) {
    std::vector<Option> options;
    for (const auto unit : own_units) {
        const std::string text = unit == "number" ? page.t("a number") : unit_text(unit, page.translator());
        options.push_back({std::string(unit), text, unit == chosen});
    }
    return options;
}

TableCell title_cell(const Indicator& indicator, const html::Page& page) {
    return {.text = indicator.title(page.translator()),
            .url = page.tenant_url("/staff/indicators/" + html::url_encode(indicator.id))};
}

void fill_own(ManageIndicatorsView& view, const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    view.own = {.caption = page.t("Your own indicators"),
                .columns = {{page.t("Indicator")}, {page.t("Latest figure"), true}, {page.t("Year"), true},
                            {page.t("Which way is good")}},
                .rows = {},
                .empty = page.t("There are none yet.")};
    for (const auto& one : pages.indicators.local(tenant.id)) {
        const auto years = pages.indicators.years(one.id);
        Question latest{.indicator = one.id};
        if (!years.empty()) latest.year = years.back();
        const auto standing = pages.indicators.standing(tenant.id, latest);
        const std::string figure = standing.value ? short_text(*standing.value, one, page) : "";
        view.own.rows.push_back({title_cell(one, page),
                                 {.text = figure, .unknown = !standing.value},
                                 {.text = standing.year != 0 ? std::to_string(standing.year) : "–"},
                                 {.text = direction_text(pages.indicators.direction(one.id, tenant.id), page)}});
    }
}

void fill_found(ManageIndicatorsView& view, const Pages& pages, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const std::string words = view.search.value;
    auto found = words.empty() ? pages.indicators.of_group("agenda2030") : pages.indicators.search(words, most_found);
    std::erase_if(found, [&](const Indicator& one) {
        return !one.municipality_id.empty() || one.country != tenant.country;
    });
    for (auto& one : found) {
        auto made_up = tenant.is_made_up ? pages.indicators.find(made_up_id(one.id)) : std::nullopt;
        if (made_up) one = *std::move(made_up);
    }
    view.found = {.caption = words.empty() ? page.t("Agenda 2030") : page.t("Found"),
                  .columns = {{page.t("Indicator")}, {page.t("Which way is good")}, {page.t("Decided by")}},
                  .rows = {},
                  .empty = page.t("No indicator matches. Try another word.")};
    for (const auto& one : found) {
        const auto changes = pages.indicators.direction_history(one.id, tenant.id);
        const bool proposal = changes.empty() || changes.back().actor == "proposal";
        view.found.rows.push_back({title_cell(one, page),
                                   {.text = direction_text(pages.indicators.direction(one.id, tenant.id), page)},
                                   {.text = proposal ? page.t("proposal") : tenant.name}});
    }
}

http::Response show(const Pages& pages, const http::Request& request, ManageIndicatorsView view,
                    const LocalIndicator& typed) {
    html::Page page(request);
    page.title = page.t("Indicators");
    page.staff = true;
    const int status = view.errors.empty() ? 200 : 422;
    view.form_url = page.tenant_url("/staff/indicators");
    view.search = {view.form_url, page.t("Search among the indicators"), base::cut(base::clean(request.query.get("q")), 100)};
    fill_own(view, pages, page);
    fill_found(view, pages, page);
    view.title = typed.title;
    view.form_key = base::form_key_for(request.form.get("form_key"), pages.clock.now());
    view.by_gender = typed.by_gender;
    view.units = unit_options(typed.unit, page);
    view.directions = direction_options(typed.direction, page);
    if (http::may(request, http::Role::administrator)) view.updates_url = page.tenant_url("/staff/indicator-updates");
    return html::render_page(page, templates::manage_indicators_page(view, page), status);
}

std::string id_of_new(const Pages& pages, const http::Request& request, const LocalIndicator& typed) {
    const std::string content = "indicator\n" + request.tenant->id + "\n" + typed.title + "\n" + typed.unit + "\n" +
                                std::string(word_of(typed.direction)) + (typed.by_gender ? "\nby gender" : "");
    return "local:" + base::id_from_form(request.form.get("form_key"), content, pages.clock.now());
}

}  // namespace

std::vector<Option> direction_options(std::optional<Direction> chosen, const html::Page& page) {
    std::vector<Option> options;
    for (const auto direction : {Direction::high, Direction::low, Direction::neither}) {
        options.push_back({std::string(word_of(direction)), direction_text(direction, page), direction == chosen});
    }
    options.back().hint = page.t("The figure gets a rank by size, but no colour.");
    return options;
}

http::Response manage_indicators_page(const Pages& pages, const http::Request& request) {
    return show(pages, request, {}, {.id = "", .title = "", .unit = "number", .measure = ""});
}

http::Response add_local_indicator(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    LocalIndicator typed{.id = "", .title = base::clean(request.form.get("title")),
                         .unit = std::string(request.form.get("unit")), .measure = ""};
    typed.direction = direction_of(request.form.get("direction")).value_or(Direction::neither);
    typed.by_gender = request.form.has("by_gender");
    ManageIndicatorsView view;
    if (typed.title.empty()) view.errors.add("title", page.t("Write what is measured, such as: Visits to DigidelCenter."));
    if (base::length(typed.title) > 200) view.errors.add("title", page.t("Use at most 200 characters."));
    if (std::ranges::find(own_units, std::string_view(typed.unit)) == own_units.end()) {
        view.errors.add("unit", page.t("Choose a unit from the list."));
    }
    if (!view.errors.empty()) return show(pages, request, std::move(view), typed);
    typed.id = id_of_new(pages, request, typed);
    pages.indicators.add_local(request.tenant->id, typed, request.identity->account_id);
    return http::see_other(page.tenant_url("/staff/indicators/" + html::url_encode(typed.id) + "?added=1"));
}

}  // namespace digilots::indicators
