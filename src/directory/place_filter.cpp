#include "directory/place_filter.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "platform/base/degrees.h"
#include "platform/base/text.h"
#include "taxonomy/taxonomy.h"

namespace digilots::directory {
namespace {

std::string read_key(const http::Fields& query, std::string_view field, taxonomy::List list, FilterErrors& errors) {
    const auto key = query.get(field);
    if (key.empty() || taxonomy::find(list, key) != nullptr) return std::string(key);
    errors.emplace_back(field, "is not a key of the code list \"" + std::string(taxonomy::name_of(list)) + "\"");
    return "";
}

std::optional<std::pair<double, double>> read_position(std::string_view text) {
    const auto comma = text.find(',');
    if (comma == text.npos) return std::nullopt;
    const auto latitude = base::degrees_within(base::trim(text.substr(0, comma)), 90);
    const auto longitude = base::degrees_within(base::trim(text.substr(comma + 1)), 180);
    if (!latitude || !longitude) return std::nullopt;
    return std::pair{*latitude, *longitude};
}

std::optional<double> distance(const Place& place, const std::optional<std::pair<double, double>>& from) {
    if (!from || !place.latitude || !place.longitude) return std::nullopt;
    constexpr double earth = 6'371'000;
    constexpr double radians = std::numbers::pi / 180;
    const double latitude = (*place.latitude - from->first) * radians;
    const double longitude = (*place.longitude - from->second) * radians;
    const double a = std::pow(std::sin(latitude / 2), 2) + std::cos(from->first * radians) *
                     std::cos(*place.latitude * radians) * std::pow(std::sin(longitude / 2), 2);
    return 2 * earth * std::asin(std::min(1.0, std::sqrt(a)));
}

bool matches_open(const FoundPlace& found, OpenFilter open) {
    if (open == OpenFilter::now) return found.state.now == Openness::open;
    // "Open in the evening, which days is not said" is worth the call.
    return open == OpenFilter::any || found.this_evening != ThisEvening::no;
}

}  // namespace

PlaceFilter read_place_filter(const http::Fields& query, FilterErrors& errors) {
    PlaceFilter filter;
    const auto open = query.get("open");
    if (open == "now") {
        filter.open = OpenFilter::now;
    } else if (open == "evening") {
        filter.open = OpenFilter::evening;
    } else if (!open.empty()) {
        errors.emplace_back("open", "must be now or evening");
    }
    filter.topic = read_key(query, "topic", taxonomy::List::topic, errors);
    filter.aid = read_key(query, "aid", taxonomy::List::aid, errors);
    filter.kind = read_key(query, "kind", taxonomy::List::place_kind, errors);
    if (const auto near = query.get("near"); !near.empty()) {
        filter.near = read_position(near);
        if (!filter.near) errors.emplace_back("near", "must be LATITUDE,LONGITUDE in degrees, such as 62.39,17.31");
    }
    return filter;
}

EServiceFilter read_e_service_filter(const http::Fields& query, FilterErrors& errors) {
    EServiceFilter filter;
    const auto login = query.get("login");
    if (!login.empty() && login != "without") errors.emplace_back("login", "must be without");
    filter.without_e_id = login == "without";
    filter.topic = read_key(query, "topic", taxonomy::List::topic, errors);
    filter.department = base::cut(base::clean(query.get("department")), 200);
    return filter;
}

std::vector<FoundPlace> find_places(const Directory& directory, const Snapshot& snapshot, const PlaceFilter& filter,
                                    base::Instant now) {
    std::vector<FoundPlace> found;
    for (const auto& place : snapshot.places) {
        if (!place.listed()) continue;
        if (!filter.kind.empty() && place.kind != filter.kind) continue;
        if (!filter.aid.empty() && !has_aid(place, filter.aid)) continue;
        if (!filter.topic.empty() && !answers_topic(place, filter.topic)) continue;
        FoundPlace item{&place, directory.open_state(place, snapshot.municipality_id, now), distance(place, filter.near)};
        if (filter.open == OpenFilter::evening) {
            item.this_evening = directory.this_evening(place, snapshot.municipality_id, now);
        }
        if (matches_open(item, filter.open)) found.push_back(std::move(item));
    }
    // What is closed for the time being stands behind what can be gone to.
    std::ranges::stable_partition(found, [](const FoundPlace& item) { return item.place->status == Status::open; });
    if (filter.near) {
        std::ranges::stable_sort(found, {}, [](const FoundPlace& item) {
            return item.metres.value_or(std::numeric_limits<double>::max());
        });
    }
    return found;
}

std::vector<const EService*> find_e_services(const Snapshot& snapshot, const EServiceFilter& filter) {
    std::vector<const EService*> found;
    for (const auto& service : snapshot.e_services) {
        if (service.status != Status::open && service.status != Status::paused) continue;
        if (filter.without_e_id && service.e_id_required != Answer::no) continue;
        if (!filter.department.empty() && service.department != filter.department) continue;
        if (!filter.topic.empty() && !covers_topic(service.topics, filter.topic)) continue;
        found.push_back(&service);
    }
    return found;
}

bool has_aid(const Place& place, std::string_view aid) {
    const auto has = [&](std::string_view type) {
        return std::ranges::any_of(place.aids, [&](const Aid& item) { return item.type == type && item.mode != "personal"; });
    };
    if (has(aid)) return true;
    if (aid == "wifi") return place.wifi == Answer::yes;
    if (aid == "printer") return place.printing == Answer::yes;
    if (aid == "copier") return place.copying == Answer::yes || has("copier_scanner");
    if (aid == "scanner") return place.scanning == Answer::yes || has("copier_scanner");
    return aid == "copier_scanner" && place.copying == Answer::yes && place.scanning == Answer::yes;
}

bool covers_topic(const std::vector<std::string>& topics, std::string_view topic) {
    return std::ranges::any_of(topics, [&](const std::string& key) {
        if (key == topic) return true;
        const auto* term = taxonomy::find(taxonomy::List::topic, key);
        return term != nullptr && term->parent == topic;
    });
}

bool answers_topic(const Place& place, std::string_view topic) {
    if (covers_topic(place.topics, topic)) return true;
    return std::ranges::any_of(place.services, [&](const Service& service) {
        return service.status == Status::open && covers_topic(service.topics, topic);
    });
}

}  // namespace digilots::directory
