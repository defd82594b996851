#include "needs/reach.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numbers>

#include "needs/needs.h"
#include "platform/base/text.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::needs {

namespace {

constexpr double radius_of_the_earth = 6371, degree = std::numbers::pi / 180;

std::int64_t minutes_a_week(const std::string& rule) {
    const auto hours = calendar::read_weekly(rule);
    std::int64_t minutes = 0;
    if (hours)
        for (const auto& day : hours->days)
            for (const auto& range : day) minutes += range.to - range.from;
    return minutes;
}

/// On a ball of radius 1: the square of the straight line between two points grows with their distance and is cheap.
struct Spot {
    double x = 0, y = 0, z = 0;

    Spot(double latitude, double longitude)
        : x(std::cos(latitude * degree) * std::cos(longitude * degree)),
          y(std::cos(latitude * degree) * std::sin(longitude * degree)),
          z(std::sin(latitude * degree)) {}
    double square_to(const Spot& other) const {
        return (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y) + (z - other.z) * (z - other.z);
    }
};
double square_of_angle(double angle) {
    const double half = std::sin(angle / 2);
    return 4 * half * half;
}

/// Terms by their numbers.
class Terms {
public:
    std::size_t number_of(const std::string& term) {
        const auto [found, is_new] = numbers_.emplace(term, names_.size());
        if (is_new) names_.push_back(term);
        return found->second;
    }
    const std::vector<std::string>& names() const { return names_; }

private:
    std::map<std::string, std::size_t> numbers_;
    std::vector<std::string> names_;
};

struct Helping {
    const directory::Place* place;
    double latitude = 0;
    Spot spot;
    std::int64_t minutes = 0, activities = 0;
    std::vector<std::size_t> aids = {}, help = {};
    bool is_besides = false;
};

/// Places that help and have a point, from south to north; a bus is where it stops, not where it stands.
class HelpingPlaces {
public:
    explicit HelpingPlaces(const directory::Snapshot& snapshot) {
        std::map<std::string, std::int64_t> minutes;  // many are open alike
        for (const auto& place : snapshot.places) {
            if (!helps(place) || !has_point(place)) continue;
            Helping one{.place = &place, .latitude = *place.latitude, .spot = {*place.latitude, *place.longitude}};
            const auto [known, is_new] = minutes.emplace(place.hours.rule, 0);
            if (is_new) known->second = minutes_a_week(place.hours.rule);
            one.minutes = known->second;
            one.is_besides = helps_besides(place);
            one.activities = std::ranges::count_if(place.services, [](const directory::Service& service) {
                return service.kind == directory::ServiceKind::activity && service.status == directory::Status::open;
            });
            for (const auto& aid : place.aids) one.aids.push_back(aids_.number_of(aid.type));
            for (const auto& support : place.support) one.help.push_back(help_.number_of(support.code));
            all_.push_back(std::move(one));
        }
        std::ranges::stable_sort(all_, {}, &Helping::latitude);
    }

    bool is_empty() const { return all_.empty(); }

    void tell(Reached& told, double latitude, double longitude, double within_kilometres) const {
        tell_nearest(told, latitude, longitude);
        const Spot from{latitude, longitude};
        const double angle = within_kilometres / radius_of_the_earth, limit = square_of_angle(angle);
        std::vector<bool> aids(aids_.names().size()), help(help_.names().size());
        const auto first = std::ranges::lower_bound(all_, latitude - angle / degree, {}, &Helping::latitude);
        for (auto here = first; here != all_.end() && here->latitude <= latitude + angle / degree; ++here) {
            if (from.square_to(here->spot) > limit) continue;
            ++told.places;
            told.besides += here->is_besides ? 1 : 0;
            told.minutes += here->minutes;
            told.activities += here->activities;
            for (const auto aid : here->aids) aids[aid] = true;
            for (const auto one : here->help) help[one] = true;
        }
        put(aids, aids_, told.aids);
        put(help, help_, told.help);
    }

private:
    /// From its latitude outwards, until what follows is farther than what was found.
    void tell_nearest(Reached& told, double latitude, double longitude) const {
        const Spot from{latitude, longitude};
        const directory::Place* nearest = nullptr;
        double best = std::numeric_limits<double>::infinity();
        const auto is_too_far = [&](const Helping& one) {
            return square_of_angle(std::abs(one.latitude - latitude) * degree) > best;
        };
        const auto consider = [&](const Helping& one) {
            const double square = from.square_to(one.spot);
            if (square >= best) return;
            best = square;
            nearest = one.place;
        };
        const auto middle = std::ranges::lower_bound(all_, latitude, {}, &Helping::latitude);
        for (auto here = middle; here != all_.end() && !is_too_far(*here); ++here) consider(*here);
        for (auto here = middle; here != all_.begin() && !is_too_far(*std::prev(here)); --here) consider(*std::prev(here));
        if (nearest == nullptr) return;
        told.nearest = nearest->name;
        told.kilometres = kilometres_between(latitude, longitude, *nearest->latitude, *nearest->longitude);
    }
    static void put(const std::vector<bool>& is_there, const Terms& terms, std::set<std::string>& told) {
        for (std::size_t number = 0; number < is_there.size(); ++number)
            if (is_there[number]) told.insert(terms.names()[number]);
    }

    Terms aids_, help_;
    std::vector<Helping> all_;
};

struct Point {
    std::string name;
    std::optional<std::pair<double, double>> at;
    std::optional<std::int64_t> population = {};
};

std::vector<Point> points_of(const std::vector<municipality::Settlement>& settlements, const directory::Snapshot& snapshot) {
    std::vector<Point> points;
    std::map<std::string, std::size_t> by_name;  // the first of each
    const auto add = [&](Point point) {
        by_name.emplace(base::lower(base::trim(point.name)), points.size());
        points.push_back(std::move(point));
    };
    for (const auto& one : settlements) add({one.name, std::pair(one.latitude, one.longitude), one.population});
    for (const auto& place : snapshot.places) {
        if (place.locality.empty() || !place.listed()) continue;
        const auto known = by_name.find(base::lower(base::trim(place.locality)));
        // The middle of the municipality is no point of a village.
        const auto at = place.latitude && place.longitude && !place.approximate_position
                            ? std::optional(std::pair(*place.latitude, *place.longitude))
                            : std::nullopt;
        if (known == by_name.end()) add({place.locality, at});
        else if (!points[known->second].at) points[known->second].at = at;
    }
    return points;
}

}  // namespace

bool helps(const directory::Place& place) {
    return place.status == directory::Status::open && !place.support.empty() && !place.answers_own_field_alone();
}

bool helps_besides(const directory::Place& place) { return helps(place) && place.has_limitation("unofficial_support"); }

bool has_point(const directory::Place& place) {
    return place.latitude && place.longitude && !place.approximate_position && !place.mobile;
}

double kilometres_between(double latitude, double longitude, double other_latitude, double other_longitude) {
    const double north = std::sin((other_latitude - latitude) * degree / 2);
    const double east = std::sin((other_longitude - longitude) * degree / 2);
    const double part =
        north * north + std::cos(latitude * degree) * std::cos(other_latitude * degree) * east * east;
    return 2 * radius_of_the_earth * std::asin(std::min(1.0, std::sqrt(part)));
}

std::vector<Reached> reached(const std::vector<municipality::Settlement>& settlements, const directory::Snapshot& snapshot,
                             double within_kilometres) {
    const HelpingPlaces helping(snapshot);
    std::vector<Reached> all;
    for (const auto& point : points_of(settlements, snapshot)) {
        Reached one{.settlement = point.name, .has_point = point.at.has_value(), .population = point.population};
        if (helping.is_empty()) one.has_point = false;
        else if (point.at) helping.tell(one, point.at->first, point.at->second, within_kilometres);
        all.push_back(std::move(one));
    }
    return all;
}

NearHelp near_help(std::string_view municipality, const directory::Snapshot& snapshot, double within_kilometres) {
    NearHelp near;
    for (const auto& one : reached(municipality::Municipalities::settlements(municipality), snapshot, within_kilometres)) {
        if (!one.has_point) continue;
        ++near.settlements;
        if (one.places == 0) ++near.without;
    }
    return near;
}

}  // namespace digilots::needs
