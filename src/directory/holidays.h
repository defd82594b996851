#pragma once
// Public holidays of Sweden and Norway and the eves on which offices are commonly closed, from data/holidays.csv.
#include <chrono>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace digilots::directory {

struct Holiday {
    enum class Kind { public_holiday, eve } kind = Kind::public_holiday;
    int closed_from_minute = 0;     // of the day: 0 = all of it
    std::string name;               // in the country's language: "juldagen"
};

/// nullptr on any other day and for other countries. country: "SE", "NO". Before and after the years of the table the day is
/// worked out by today's rules.
const Holiday* holiday_on(std::string_view country, base::Date date);
const Holiday* holiday_by_rule(std::string_view country, base::Date date);

struct Years {
    int first = 0, last = 0;
};
Years years_of_holiday_table();

/// Of the Gregorian calendar.
std::chrono::sys_days easter_sunday(int year);

}  // namespace digilots::directory
