#include "directory/find_place_page.h"

#include <algorithm>
#include <map>
#include <set>

#include "directory/templates.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

constexpr int places_per_page = 50;

std::vector<std::string> kinds_in(const Snapshot& snapshot) {
    std::set<std::string> kinds;
    for (const auto& place : snapshot.places) {
        if (place.listed()) kinds.insert(place.kind);
    }
    return {kinds.begin(), kinds.end()};
}

std::vector<std::string> aids_in(const Snapshot& snapshot) {
    std::vector<std::string> aids;
    for (const auto& term : taxonomy::terms(taxonomy::List::aid)) {
        const auto offers = [&](const Place& place) { return place.listed() && has_aid(place, term.key); };
        if (std::ranges::any_of(snapshot.places, offers)) aids.push_back(term.key);
    }
    return aids;
}

std::vector<std::string> plain_topics() {
    std::vector<std::string> topics;
    for (const auto& term : taxonomy::terms(taxonomy::List::topic)) {
        if (term.parent.empty()) topics.push_back(term.key);
    }
    return topics;
}

components::FilterForm filter_form(const PlaceFilter& filter, const Snapshot& snapshot, const html::Page& page) {
    components::FilterForm form{page.tenant_url("/places"), {}, 0, {}};
    const auto open = filter.open;
    form.filters.push_back({"open", page.t("Open"),
                            {{"", page.t("Any time"), open == OpenFilter::any},
                             {"now", page.t("Open now"), open == OpenFilter::now},
                             {"evening", page.t("Open this evening"), open == OpenFilter::evening}}});
    auto topics = plain_topics();
    if (!filter.topic.empty() && std::ranges::find(topics, filter.topic) == topics.end())
        topics.push_back(filter.topic);
    form.filters.push_back({"topic", page.t("Help with"),
                            options_of("topic", topics, filter.topic, page.t("Everything"), page)});
    form.filters.push_back({"aid", page.t("Equipment"),
                            options_of("aid", aids_in(snapshot), filter.aid, page.t("Any equipment"), page)});
    form.filters.push_back({"kind", page.t("Kind of place"),
                            options_of("place_kind", kinds_in(snapshot), filter.kind, page.t("All kinds"), page)});
    form.active = (open != OpenFilter::any) + !filter.topic.empty() + !filter.aid.empty() + !filter.kind.empty();
    return form;
}

/// Places at the same point share one mark.
components::PointMap point_map(const std::vector<FoundPlace>& found, const MapTiles& tiles, const html::Page& page) {
    std::map<std::pair<double, double>, std::vector<const Place*>> points;
    for (const auto& item : found) {
        if (!item.place->latitude || !item.place->longitude || item.place->collective) continue;
        points[{*item.place->latitude, *item.place->longitude}].push_back(item.place);
    }
    components::PointMap map{page.t("Map of the places in the list"), {}, tiles.address, tiles.attribution};
    for (const auto& [position, places] : points) {
        const std::string label =
            places.size() == 1 ? places.front()->name
                               : page.tn("{n} place", "{n} places", static_cast<std::int64_t>(places.size()));
        const bool approximate = std::ranges::any_of(places, &Place::approximate_position);
        const auto url = places.size() == 1 ? page.tenant_url("/places/" + places.front()->slug) : "";
        map.points.push_back({label, position.first, position.second, approximate, url});
    }
    return map;
}

}  // namespace

http::Response find_place_page(const Pages& pages, const http::Request& request) {
    html::Page page(request);
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    FilterErrors wrong;     // an unknown value in an old link filters nothing
    const auto filter = read_place_filter(request.query, wrong);
    const auto found = find_places(pages.directory, *snapshot, filter, pages.clock.now());
    page.title = page.t("Places that help");
    page.description = page.t("Places in {municipality} where you get help with digital services",
                              {{"municipality", request.tenant->name}});
    FindPlaceView view;
    view.filter = filter_form(filter, *snapshot, page);
    view.nothing_entered = std::ranges::none_of(snapshot->places, &Place::listed);
    const int shown = components::page_number(request.query.get("page"), std::ssize(found), places_per_page);
    constexpr std::size_t most = places_per_page;
    const std::size_t first = static_cast<std::size_t>(shown - 1) * most;
    for (std::size_t at = first; at < std::min(found.size(), first + most); ++at) {
        view.rows.push_back(place_row(found[at], pages, page));
    }
    const std::string query = request.raw_query.empty() ? "" : "?" + request.raw_query;
    view.pages = components::paginate(std::ssize(found), shown, places_per_page,
                                      page.tenant_url("/places") + query);
    view.count = page.tn("{n} place", "{n} places", static_cast<std::int64_t>(found.size()));
    if (view.filter.active == 0 || view.nothing_entered) {
        for (const auto& service : snapshot->services) {
            if (service.kind == ServiceKind::errand || service.status == Status::closed) continue;
            view.services.push_back(service_row(service, pages, page));
            if (!service.is_arranged()) view.services.back().url = page.tenant_url("/services/" + service.slug);
        }
    }
    view.map = point_map(found, pages.tiles, page);
    add_map_files(view.map, page);
    view.help = help_view(pages, page);
    return html::render_page(page, templates::find_place_page(view, page));
}

}  // namespace digilots::directory
