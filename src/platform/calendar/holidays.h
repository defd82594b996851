#pragma once
// Public holidays of Sweden and Norway and the eves on which offices are commonly closed, from data/holidays.csv.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/notation.h"
#include "platform/base/feasts.h"
#include "platform/base/time.h"

namespace digilots::calendar {

struct Holiday {
    enum class Kind { public_holiday, eve } kind = Kind::public_holiday;
    int closed_from_minute = 0;     // of the day: 0 = all of it
    std::string name;               // in the country's language: "juldagen"
};

/// nullptr on any other day and for other countries. country: "SE", "NO". Before and after the years of the table the day is
/// worked out by today's rules.
const Holiday* holiday_on(std::string_view country, base::Date date);
const Holiday* holiday_by_rule(std::string_view country, base::Date date);

/// A day of every year that has a name, as the notation says it: "Dec 24", "easter -2 days", "Jun 20 +Sa -1 day".
struct NamedDay {
    std::string_view country, name;
    CalendarDay day;
};
/// The holidays and eves by today's rules.
const std::vector<NamedDay>& named_holidays();

struct Years {
    int first = 0, last = 0;
};
Years years_of_holiday_table();

using base::easter_sunday;

}  // namespace digilots::calendar
