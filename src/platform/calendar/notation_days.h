#pragma once
// On which days a rule of the notation holds.
#include <optional>
#include <string_view>

#include "platform/calendar/notation.h"
#include "platform/base/time.h"

namespace digilots::calendar {

struct DayMatch {
    bool holds = false;
    bool perhaps = false;       // only where the day is one of the school's holidays, which nobody here knows
    bool names_date = false;    // by a date, a range of dates or easter: whoever wrote it knew which days these are
};

/// Where the day is in the year; its own year counts for nothing.
base::Date date_in_year(const CalendarDay& day, int year);

struct DateStretch {
    base::Date first{}, last{};
    bool goes_on = false;       // for ever: `last` is only as far as was looked
};
/// The range of dates as it next lies in the calendar: the first time that has not ended before the day.
std::optional<DateStretch> next_stretch(const DateRange& range, base::Date today);

/// `country` decides what "PH" is; "" has no holidays.
DayMatch match_day(const NotationRule& rule, base::Date date, std::string_view country);

}  // namespace digilots::calendar
