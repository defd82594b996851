#pragma once
// The opening_hours notation of OpenStreetMap as read: rules in their order (docs/decisions/0013-own-opening-hours.md).
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"

namespace digilots::calendar {

enum class RuleState { open, unknown, closed };
/// ";" replaces the days it names, "," adds to them, "||" holds where nothing else does.
enum class RuleJoin { replaces, adds, falls_back };

struct YearRange {
    int from = 0, to = 0, step = 1;
};

/// "2026 Dec 24", "Dec" (day 0), "easter -2 days" (month 0), "Nov 30 -Su".
struct CalendarDay {
    int year = 0;               // 0: every year
    unsigned month = 0, day = 0;
    int weekday = 0;            // 1 Monday … 7: the first on or after the date; negative: the last on or before it
    int add_days = 0;
    bool moves() const { return (month == 0 && day == 0) || weekday != 0 || add_days != 0; }    // not the same date each year
    bool operator==(const CalendarDay&) const = default;
};

struct DateRange {
    CalendarDay from, to;
    bool single = true;         // `to` is the same day, or the same month
    bool goes_on = false;       // "Dec 24+": to the end of the year, for ever where a year is named
    int step = 1;
};

struct WeekRange {
    int from = 0, to = 0, step = 1;
};

struct WeekdayRange {
    int from = 0, to = 0;       // 0 Monday
    std::vector<int> nth;       // of the month, -1 the last; none: every
    int add_days = 0;
};

struct HolidayRange {
    bool school = false;        // "SH": no days are known, any may be one
    int add_days = 0;
};

struct TimeSpan {
    int from = 0, to = 0;       // minutes of the day; `to` may lie after midnight (up to 48 h)
    bool open_end = false;      // "10:00+": from here on nothing is known
};

struct NotationRule {
    RuleJoin join = RuleJoin::replaces;
    RuleState state = RuleState::open;
    std::string comment;
    std::vector<YearRange> years;
    std::vector<DateRange> dates;
    std::vector<WeekRange> weeks;
    std::vector<WeekdayRange> weekdays;
    std::vector<HolidayRange> holidays;
    bool both_days = false;     // "PH Mo-Fr": a holiday that is such a weekday, not either
    std::vector<TimeSpan> times;                // none: the whole day

    bool names_days() const {
        return !years.empty() || !dates.empty() || !weeks.empty() || !weekdays.empty() || !holidays.empty();
    }
};

struct Notation {
    std::vector<NotationRule> rules;
    bool names_school_holidays = false;
    bool names_sun = false;     // read as 06:00 and 18:00, dawn and dusk half an hour further out
};

struct NotationError {
    std::size_t position = 0;   // byte in the text
    std::string problem;        // for the terminal: "a time needs an end, such as 08:00-16:00"
    std::string meant = "";     // "2026 Dec 24" where "2026-12-24" was written; else ""
    std::string joined_to = ""; // "Sa" in "Mo-Fr 08:00-16:00 Sa 10:00-14:00": a ; is missing before it; else ""
};

base::Result<Notation, NotationError> read_notation(std::string_view text);

}  // namespace digilots::calendar
