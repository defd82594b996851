#pragma once
// Days of the year that people call by a name, in the words they use, and which date they are in a year.
#include <chrono>
#include <span>

#include "platform/base/time.h"

namespace digilots::base {

/// A date; or so many days after Easter Sunday, or after the first such weekday from the date on.
struct Feast {
    unsigned month = 0, day = 0;    // month 0: counts from Easter Sunday
    int weekday = 0;                // 1 Monday … 7; 0: the date itself
    int add_days = 0;
    const char* phrases = "";       // lower case, without signs, between bars: "julafton|christmas eve"
};

/// Days in a row that have one name: "jul", "påsk", "mellandagarna".
struct FeastPeriod {
    Feast first, last;
    const char* phrases = "";       // as those of a feast
};

struct FeastDays {
    Date first{}, last{};
};

std::span<const Feast> feasts();
std::span<const FeastPeriod> feast_periods();
/// As it begins in that year; it may end in the next.
FeastDays days_of(const FeastPeriod& period, int year);
Date date_of(const Feast& feast, int year);

/// Of the Gregorian calendar.
std::chrono::sys_days easter_sunday(int year);

}  // namespace digilots::base
