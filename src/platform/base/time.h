#pragma once
// Civil time with zones. Stored time is UTC text; people see the municipality's zone (Europe/Stockholm,
// Europe/Oslo).
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/clock.h"

namespace digilots::base {

using Date = std::chrono::year_month_day;

struct CivilTime {
    Date date;
    int hour = 0;
    int minute = 0;
    int second = 0;
    /// 0 = Monday … 6 = Sunday.
    int weekday = 0;
};

/// "2026-11-22T01:10:35.123Z"
std::string format_utc(Instant instant);
/// Accepts "Z" or an offset ("+01:00"), seconds and fractions optional. nullopt for anything else or an
/// impossible date.
std::optional<Instant> parse_utc(std::string_view text);
/// "2026-11-22"
std::string format_date(Date date);
std::optional<Date> parse_date(std::string_view text);
Date add_days(Date date, int days);
/// From one day to a later one: 1 to the next; below zero to an earlier one.
int days_between(Date from, Date to);
int weekday_of(Date date);  // 0 = Monday
/// ISO 8601 week as "2026-W47".
std::string iso_week(Date date);

/// An unknown zone is a setting's fault: nullopt from is_known_zone first, Bug here.
bool is_known_zone(std::string_view zone);
CivilTime to_civil(Instant instant, std::string_view zone);
/// Local wall clock to UTC; in the autumn's doubled hour the first, in the spring's missing hour the moment
/// after the gap.
Instant from_civil(Date date, int hour, int minute, std::string_view zone);

}  // namespace digilots::base
