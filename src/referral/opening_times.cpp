#include "referral/opening_times.h"

#include <algorithm>

namespace digilots::referral {
namespace {

using directory::Openness;

struct Window {
    base::Instant begin, end;
};

constexpr int evening_begins = 17, days_ahead = 7;

std::optional<Window> window_on(base::Date date, HoursInQuestion hours, std::string_view zone, base::Instant now) {
    constexpr int hour = 60, whole_day = 24 * hour;
    const auto at = [&](int minute) {
        return minute < whole_day ? base::from_civil(date, minute / hour, minute % hour, zone)
                                  : base::from_civil(base::add_days(date, 1), 0, 0, zone);
    };
    const Window window{std::max(at(hours.from), now), at(hours.until)};
    return window.begin < window.end ? std::optional(window) : std::nullopt;
}

/// "Saturday evening" is one wish, "evening or Saturday" nobody says.
std::vector<Window> windows_of(const TimeWish& wish, std::string_view zone, base::Instant now) {
    constexpr int saturday = 5, sunday = 6;
    const HoursInQuestion evening{evening_begins * 60}, hours = wish.hours.value_or(wish.evening ? evening : HoursInQuestion{});
    if (!wish.dates.empty()) {
        const auto window = window_on(wish.dates.front(), hours, zone, now);
        return window ? std::vector{*window} : std::vector<Window>();
    }
    auto days = wish.weekdays;
    if (wish.weekend) days.set(saturday).set(sunday);
    const auto today = base::to_civil(now, zone).date;
    const bool any_day = days.none() && !wish.tomorrow && !wish.tonight && !wish.today;
    std::vector<Window> windows;
    for (int ahead = 0; ahead < days_ahead; ++ahead) {
        const auto day = base::add_days(today, ahead);
        const bool wished = any_day || days.test(static_cast<std::size_t>(base::weekday_of(day))) || (wish.tomorrow && ahead == 1)
                            || ((wish.tonight || wish.today) && ahead == 0);
        if (!wished) continue;
        const bool tonight = wish.tonight && ahead == 0 && !wish.hours;
        if (const auto window = window_on(day, tonight ? evening : hours, zone, now)) windows.push_back(*window);
    }
    return windows;
}

struct OpenFrom {
    Openness open;
    base::Instant from{};
    std::optional<base::Instant> until = {};
};

/// At some time in the window; `state_at` says what holds at a moment and when it changes.
template <class F>
OpenFrom open_within(const Window& window, F&& state_at) {
    constexpr int most_changes = 12;
    auto at = window.begin;
    for (int change = 0; change < most_changes; ++change) {
        const directory::OpenState state = state_at(at);
        if (state.now != Openness::closed) return {state.now, at, state.next_change};
        if (!state.next_change || *state.next_change >= window.end || *state.next_change <= at) {
            return {Openness::closed};
        }
        at = *state.next_change;
    }
    return {Openness::unknown};
}

/// Where the building's hours are unknown, whoever is on duty opens it.
OpenThen staffed_within(const Window& window, const directory::Directory& directory, const http::Tenant& tenant,
                        const directory::Place& place) {
    for (const auto& service : place.services) {
        if (service.status != directory::Status::open) continue;
        const auto state_at = [&](base::Instant at) { return directory.open_state(service.hours, tenant.id, at); };
        const auto found = open_within(window, state_at);
        if (found.open != Openness::open) continue;
        OpenThen then{Openness::open, {}};
        if (found.until) {
            then.staffed = {service.title, base::to_civil(found.from, tenant.zone), base::to_civil(*found.until, tenant.zone)};
        }
        return then;
    }
    return {};
}

OpenThen open_then(const directory::Directory& directory, const http::Tenant& tenant, base::Instant now,
                 const directory::Place& place, const TimeWish& wish) {
    if (place.status != directory::Status::open) return {Openness::closed, {}};
    auto best = Openness::closed;
    for (const auto& window : windows_of(wish, tenant.zone, now)) {
        const auto own = open_within(window, [&](base::Instant at) { return directory.open_state(place.hours, tenant.id, at); });
        if (own.open == Openness::open) return {Openness::open, {}};
        if (own.open == Openness::closed) continue;
        if (auto staffed = staffed_within(window, directory, tenant, place); staffed.open == Openness::open) return staffed;
        best = Openness::unknown;
    }
    const bool has_passed = wish.tonight && place.evening == directory::Answer::yes &&
                            directory.this_evening(place, tenant.id, now) == directory::ThisEvening::no;
    return {has_passed ? Openness::closed : best, {}};
}

/// Each day by itself: it is said which of them.
OpenThen open_on_some(const directory::Directory& directory, const http::Tenant& tenant, base::Instant now,
                      const directory::Place& place, const TimeWish& wish) {
    OpenThen found{Openness::closed, {}};
    for (const auto date : wish.dates) {
        TimeWish one = wish;
        one.dates = {date};
        const auto then = open_then(directory, tenant, now, place, one);
        if (then.open == Openness::open) {
            found.days.push_back(date);
            found.staffed = found.days.size() == 1 ? then.staffed : std::nullopt;
        }
        if (then.open == Openness::unknown) found.open = Openness::unknown;
    }
    if (!found.days.empty()) found.open = Openness::open;
    return found;
}

}  // namespace

OpenThen open_at(const directory::Directory& directory, const http::Tenant& tenant, base::Instant now,
                 const directory::Place& place, const TimeWish& wish) {
    return wish.dates.size() > 1 ? open_on_some(directory, tenant, now, place, wish)
                                 : open_then(directory, tenant, now, place, wish);
}

}  // namespace digilots::referral
