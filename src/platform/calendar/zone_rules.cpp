#include "platform/calendar/zone_rules.h"

#include <algorithm>
#include <array>

namespace digilots::calendar {

namespace {

using std::chrono::seconds;

constexpr int years_ahead = 10;
/// The system's tables of zones end here: what goes on until then goes on.
constexpr int last_known_year = 2037;

seconds offset_at(base::Instant at, std::string_view zone) {
    return to_wall(at, zone).time_since_epoch() - std::chrono::floor<seconds>(at).time_since_epoch();
}

base::Instant new_year(int year) { return std::chrono::sys_days(std::chrono::year{year} / 1 / 1); }

/// The moment between the two at which the clock changes.
base::Instant change_between(base::Instant before, base::Instant after, std::string_view zone) {
    const auto offset = offset_at(before, zone);
    while (after - before > seconds(1)) {
        const auto middle = before + std::chrono::floor<seconds>((after - before) / 2);
        (offset_at(middle, zone) == offset ? before : after) = middle;
    }
    return after;
}

std::vector<ClockChange> changes_in(std::string_view zone, int year) {
    std::vector<ClockChange> changes;
    for (auto day = new_year(year); day < new_year(year + 1); day += std::chrono::days(1)) {
        const auto next = day + std::chrono::days(1);
        const auto from = offset_at(day, zone), to = offset_at(next, zone);
        if (from == to) continue;
        const auto at = std::chrono::floor<seconds>(change_between(day, next, zone));
        changes.push_back({WallTime(at.time_since_epoch() + from), from, to});
    }
    return changes;
}

/// "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU": the last weekday of its month, else the nth.
std::string rule_of(const ClockChange& change) {
    constexpr std::array names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    const auto date = date_of(change.wall);
    const bool is_last = base::add_days(date, 7).month() != date.month();
    const int nth = is_last ? -1 : (static_cast<int>(static_cast<unsigned>(date.day())) - 1) / 7 + 1;
    return "FREQ=YEARLY;BYMONTH=" + std::to_string(static_cast<unsigned>(date.month())) + ";BYDAY=" + std::to_string(nth) +
           names[static_cast<std::size_t>(base::weekday_of(date))];
}

bool is_alike(const ClockChange& one, const ClockChange& other) {
    return one.from == other.from && one.to == other.to && minute_of(one.wall) == minute_of(other.wall) &&
           rule_of(one) == rule_of(other);
}

}  // namespace

std::vector<ClockChange> clock_changes(std::string_view zone, int year) {
    const auto offset = offset_at(new_year(year), zone);
    std::vector<ClockChange> all{{wall_time(std::chrono::year{year} / std::chrono::January / 1, 0), offset, offset}};
    auto changes = changes_in(zone, year);
    const auto first = changes;
    bool goes_on = first.size() == 2;
    for (int later = year + 1; later <= std::min(year + years_ahead, last_known_year); ++later) {
        const auto next = changes_in(zone, later);
        goes_on = goes_on && next.size() == 2 && is_alike(next[0], first[0]) && is_alike(next[1], first[1]);
        changes.insert(changes.end(), next.begin(), next.end());
    }
    if (goes_on) changes = first;
    for (auto& change : changes)
        if (goes_on) change.every_year = rule_of(change);
    all.insert(all.end(), changes.begin(), changes.end());
    return all;
}

}  // namespace digilots::calendar
