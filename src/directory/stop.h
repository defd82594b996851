#pragma once
// Where a place that moves around stops: each second Tuesday from 14 to 14.45, for instance.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/base/time.h"
#include "platform/calendar/recurrence.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/register/record.h"

namespace digilots::directory {

struct Stop {
    std::string id, place, name, address, note;     // place: its public id
    int weekday = 0;                                // 0 Monday
    int every = 1;                                  // weeks
    calendar::TimeRange time;                       // on that day
    base::Date starts{};
    std::optional<base::Date> ends;                 // nothing: until further notice
    std::vector<calendar::DateException> left_out;  // days without hours
    bool on_holidays = false;
    std::int64_t version = 0;
    base::Instant changed{};
};

/// Once that a bus stands there.
struct Visit {
    std::size_t stop = 0;                           // which of the place's
    calendar::Interval time;
    bool operator==(const Visit&) const = default;
};

/// Nothing where the row does not say when, which no form lets through.
std::optional<Stop> read_stop(const register_::Record& record);

/// The days on which it would come by its week and its period alone, from `first` to `last`; at most a thousand.
std::vector<base::Date> days_of(const Stop& stop, base::Date first, base::Date last);
/// A day that somebody left out, or a holiday: as places, buses stand still on public holidays and their eves (decision 0006).
bool is_left_out(const Stop& stop, base::Date day, std::string_view country);
bool covers(const calendar::DateException& exception, base::Date day);

/// As calendars say it. Holidays are left out for two years from `today` on.
calendar::Recurrence recurrence_of(const Stop& stop, std::string_view country, base::Date today);

/// Of all stops from yesterday on, a hundred days ahead, in the order of time; at most a thousand.
std::vector<Visit> coming_visits(const std::vector<Stop>& stops, std::string_view country, std::string_view zone,
                                 base::Date today);

}  // namespace digilots::directory
