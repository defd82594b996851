#include "referral/opening_times.h"

#include <algorithm>

namespace digilots::referral {
namespace {

using directory::Openness;

struct Window {
    base::Instant begin, end;
};

constexpr int evening_begins = 17, days_ahead = 7;

/// "Saturday evening" is one wish, "evening or Saturday" nobody says.
std::vector<Window> windows_of(const TimeWish& wish, std::string_view zone, base::Instant now) {
    constexpr int saturday = 5, sunday = 6;
    auto days = wish.weekdays;
    if (wish.weekend) days.set(saturday).set(sunday);
    const auto today = base::to_civil(now, zone).date;
    const bool any_day = days.none() && !wish.tomorrow && !wish.tonight;
    std::vector<Window> windows;
    for (int ahead = 0; ahead < days_ahead; ++ahead) {
        const auto day = base::add_days(today, ahead);
        const bool wished = any_day || days.test(static_cast<std::size_t>(base::weekday_of(day))) || (wish.tomorrow && ahead == 1)
                            || (wish.tonight && ahead == 0);
        if (!wished) continue;
        const bool late = wish.evening || (wish.tonight && ahead == 0);
        const auto begin = base::from_civil(day, late ? evening_begins : 0, 0, zone);
        const auto end = base::from_civil(base::add_days(day, 1), 0, 0, zone);
        if (std::max(begin, now) < end) windows.push_back({std::max(begin, now), end});
    }
    return windows;
}

/// At some time in the window; `state_at` says what holds at a moment and when it changes.
template <class F>
Openness open_within(const Window& window, F&& state_at) {
    constexpr int most_changes = 12;
    auto at = window.begin;
    for (int change = 0; change < most_changes; ++change) {
        const directory::OpenState state = state_at(at);
        if (state.now != Openness::closed) return state.now;
        if (!state.next_change || *state.next_change >= window.end || *state.next_change <= at) return Openness::closed;
        at = *state.next_change;
    }
    return Openness::unknown;
}

}  // namespace

Openness open_at(const directory::Directory& directory, const http::Tenant& tenant, base::Instant now,
                 const directory::Place& place, const TimeWish& wish) {
    if (place.status != directory::Status::open) return Openness::closed;
    auto best = Openness::closed;
    for (const auto& window : windows_of(wish, tenant.zone, now)) {
        auto found = open_within(window, [&](base::Instant at) { return directory.open_state(place, tenant.id, at); });
        // Where the building's hours are unknown, whoever is on duty opens it.
        for (const auto& service : place.services) {
            if (found != Openness::unknown) break;
            if (service.status != directory::Status::open) continue;
            const auto staffed = open_within(window, [&](base::Instant at) {
                return directory.open_state(service.hours, tenant.id, at);
            });
            if (staffed == Openness::open) found = staffed;
        }
        if (found == Openness::open) return found;
        if (found == Openness::unknown) best = found;
    }
    return best;
}

}  // namespace digilots::referral
