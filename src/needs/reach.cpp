#include "needs/reach.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "platform/base/text.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::needs {

namespace {

constexpr double radius_of_the_earth = 6371;

std::int64_t minutes_a_week(const std::string& rule) {
    const auto hours = calendar::read_weekly(rule);
    std::int64_t minutes = 0;
    if (hours)
        for (const auto& day : hours->days)
            for (const auto& range : day) minutes += range.to - range.from;
    return minutes;
}

struct Helping {
    const directory::Place* place;
    std::int64_t minutes = 0, activities = 0;
};

/// Places that are open and have a point; a bus is where it stops, not where it stands.
std::vector<Helping> helping_in(const directory::Snapshot& snapshot) {
    std::vector<Helping> all;
    for (const auto& place : snapshot.places) {
        if (place.status != directory::Status::open || !place.latitude || !place.longitude || place.mobile) continue;
        Helping one{.place = &place, .minutes = minutes_a_week(place.hours.rule)};
        one.activities = std::ranges::count_if(place.services, [](const directory::Service& service) {
            return service.kind == directory::ServiceKind::activity && service.status == directory::Status::open;
        });
        all.push_back(one);
    }
    return all;
}

struct Point {
    std::string name;
    std::optional<std::pair<double, double>> at;
};

std::vector<Point> points_of(const std::vector<municipality::Settlement>& settlements, const directory::Snapshot& snapshot) {
    std::vector<Point> points;
    for (const auto& one : settlements) points.push_back({one.name, std::pair(one.latitude, one.longitude)});
    for (const auto& place : snapshot.places) {
        if (place.locality.empty() || !place.listed()) continue;
        const auto wanted = base::lower(base::trim(place.locality));
        const auto known = std::ranges::find_if(points, [&](const Point& one) { return base::lower(one.name) == wanted; });
        const auto at = place.latitude && place.longitude ? std::optional(std::pair(*place.latitude, *place.longitude))
                                                          : std::nullopt;
        if (known == points.end()) points.push_back({place.locality, at});
        else if (!known->at) known->at = at;
    }
    return points;
}

}  // namespace

double kilometres_between(double latitude, double longitude, double other_latitude, double other_longitude) {
    constexpr double degree = std::numbers::pi / 180;
    const double north = std::sin((other_latitude - latitude) * degree / 2);
    const double east = std::sin((other_longitude - longitude) * degree / 2);
    const double part =
        north * north + std::cos(latitude * degree) * std::cos(other_latitude * degree) * east * east;
    return 2 * radius_of_the_earth * std::asin(std::min(1.0, std::sqrt(part)));
}

std::vector<Reached> reached(const std::vector<municipality::Settlement>& settlements, const directory::Snapshot& snapshot,
                             double within_kilometres) {
    const auto helping = helping_in(snapshot);
    std::vector<Reached> all;
    for (const auto& point : points_of(settlements, snapshot)) {
        Reached one{.settlement = point.name, .has_point = point.at.has_value()};
        if (!point.at) {
            all.push_back(std::move(one));
            continue;
        }
        for (const auto& here : helping) {
            const auto& place = *here.place;
            const auto away = kilometres_between(point.at->first, point.at->second, *place.latitude, *place.longitude);
            if (!one.kilometres || away < *one.kilometres) {
                one.kilometres = away;
                one.nearest = place.name;
            }
            if (away > within_kilometres) continue;
            ++one.places;
            one.minutes += here.minutes;
            one.activities += here.activities;
            for (const auto& aid : place.aids) one.aids.insert(aid.type);
        }
        all.push_back(std::move(one));
    }
    return all;
}

}  // namespace digilots::needs
