#pragma once
// What differs from an ordinary week: the exceptions by date that are to come, and the period that holds now.
#include <optional>
#include <string>
#include <vector>

#include "platform/calendar/hours.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::calendar {

/// Days for which a rule of the notation names its own hours.
struct OtherHours {
    base::Date first{}, last{};
    bool every_year = false;
    bool goes_on = false;               // "from 1 January on": `last` is only as far as was looked
    std::optional<Weekdays> weekdays;   // of a stretch that does not hold on all its days
    std::string name;                   // of a single day: "julafton"
    DayTimes times;                     // on its days
};

/// Those that have not passed, in the order of time; those of every year once, the next time.
std::vector<OtherHours> other_hours(const Notation& notation, std::string_view country, base::Date today);
/// Near enough to be told: two months ahead, half a year where it comes every year.
bool is_near(const OtherHours& other, base::Date today);

/// What holds in a week of no date.
struct OrdinaryWeek {
    std::vector<DayTimes> days;         // Monday first; none open: none
    bool is_running_week = false;       // no two weeks are alike: these are the days of the running one
    /// A stretch of a week or more that holds today instead.
    struct Now {
        base::Date last{};
        bool goes_on = false;
        std::vector<DayTimes> days;
    };
    std::optional<Now> now = {};
};
OrdinaryWeek ordinary_week(const Notation& notation, std::string_view country, base::Date today);
/// Told with the week, as what holds now.
bool is_told_with(const OrdinaryWeek& week, const OtherHours& other, base::Date today);

}  // namespace digilots::calendar
