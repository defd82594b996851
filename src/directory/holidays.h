#pragma once
// Public holidays of Sweden and Norway and the eves on which offices are commonly closed, from data/holidays.csv.
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace digilots::directory {

struct Holiday {
    enum class Kind { public_holiday, eve } kind = Kind::public_holiday;
    int closed_from_minute = 0;     // of the day: 0 = all of it
    std::string name;               // in the country's language: "juldagen"
};

/// nullptr on any other day and for other countries. country: "SE", "NO".
const Holiday* holiday_on(std::string_view country, base::Date date);

}  // namespace digilots::directory
