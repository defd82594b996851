// What help is near each settlement, and where there is none: as the crow flies, buses and trains left out.
#include <algorithm>

#include "needs/pages.h"
#include "needs/reach.h"
#include "needs/templates.h"
#include "platform/base/lists.h"
#include "platform/base/whole_number.h"
#include "taxonomy/taxonomy.h"

namespace digilots::needs {

namespace {

using html::components::Cell;

constexpr int distances[] = {2, 5, 10, 20, 40}, usual_distance = 10;
constexpr double minutes_an_hour = 60;

int asked_distance(const http::Request& request) {
    const auto asked = base::whole_number(request.query.get("within"), 1, 100);
    return asked && base::holds(distances, static_cast<int>(*asked)) ? static_cast<int>(*asked) : usual_distance;
}

std::string number(double value, const html::Page& page, int decimals = 0) {
    return page.translator().number(value, decimals);
}

std::string aids_of(const Reached& one, const html::Page& page) {
    std::vector<std::string> labels;
    for (const auto& aid : one.aids) labels.push_back(taxonomy::label(taxonomy::List::aid, aid, page.translator()));
    return base::joined(labels, ", ");
}

std::vector<Cell> row_of_reached(const Reached& one, const html::Page& page) {
    if (!one.has_point) {
        const Cell unknown{.text = page.t("Unknown"), .unknown = true};
        return {{.text = one.settlement}, unknown, unknown, unknown, unknown, unknown};
    }
    const auto nearest = one.kilometres ? page.t("{place}, {km} km", {{"place", one.nearest},
                                                                      {"km", number(*one.kilometres, page, 1)}})
                                        : page.t("No place with a point");
    const bool is_reached = one.places > 0;
    const auto hours = one.minutes > 0 ? number(static_cast<double>(one.minutes) / minutes_an_hour, page) : page.t("Unknown");
    return {{.text = one.settlement},
            {.text = nearest},
            {.text = number(static_cast<double>(one.places), page)},
            {.text = is_reached ? hours : page.t("None"), .unknown = is_reached && one.minutes == 0},
            {.text = is_reached ? (one.aids.empty() ? page.t("Unknown") : aids_of(one, page)) : page.t("None"),
             .unknown = is_reached && one.aids.empty()},
            {.text = number(static_cast<double>(one.activities), page)}};
}

void fill_reach(ReachView& view, const std::vector<Reached>& all, int within, const std::string& main_town,
                const html::Page& page) {
    view.table = {.caption = page.t("What is within {km} km of each settlement", {{"km", number(within, page)}}),
                  .columns = {{page.t("Settlement")},
                              {page.t("Nearest place that helps")},
                              {page.t("Places"), true},
                              {page.t("Hours a week"), true},
                              {page.t("Aids")},
                              {page.t("Activities"), true}}};
    std::int64_t known = 0, without = 0;
    for (const auto& one : all) {
        if (one.settlement == main_town) view.table.highlighted = static_cast<int>(view.table.rows.size());
        view.table.rows.push_back(row_of_reached(one, page));
        if (!one.has_point) continue;
        ++known;
        if (one.places > 0) continue;
        ++without;
        view.without.push_back(one.settlement);
    }
    view.sum = page.tn("{without} of {n} settlement with a known point has no help so near.",
                       "{without} of {n} settlements with a known point have no help so near.", known,
                       {{"without", number(static_cast<double>(without), page)}});
}

}  // namespace

http::Response reach_page(const Pages& pages, const http::Request& request) {
    auto page = page_of_needs(request, html::Page(request).t("How far it is to help"));
    const auto within = asked_distance(request);
    const auto& id = request.tenant->id;
    ReachView view{.url = page.tenant_url("/staff/needs/reach")};
    view.choice = {.name = "within", .label = page.t("How near")};
    for (const int one : distances)
        view.choice.options.push_back({std::to_string(one), page.t("{km} km", {{"km", number(one, page)}}), one == within});
    const auto snapshot = pages.directory.snapshot(id);
    const auto settlements = municipality::Municipalities::settlements(id);
    const auto about = pages.municipalities.about(id);
    fill_reach(view, reached(settlements, *snapshot, within), within, about ? about->main_town : "", page);
    view.map.label = page.t("Settlements and places that help");
    for (const auto& one : settlements) view.map.points.push_back({one.name, one.latitude, one.longitude, true, ""});
    for (const auto& place : snapshot->places)
        if (place.status == directory::Status::open && place.latitude && place.longitude && !place.mobile)
            view.map.points.push_back({place.name, *place.latitude, *place.longitude, place.approximate_position,
                                       page.tenant_url("/places/" + place.slug)});
    return html::render_page(page, templates::reach_page(view, page));
}

}  // namespace digilots::needs
