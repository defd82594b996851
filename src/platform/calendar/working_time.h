#pragma once
// The time in which a municipality works: on some weekdays, between two times of the day, and on no public holiday or eve.
// What is promised "within two working days" or "within four working hours" runs in it.
#include <optional>
#include <string>

#include "platform/base/time.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::calendar {

struct WorkingWeek {
    std::string country = "SE";             // whose holidays: "SE", "NO"
    std::string zone = "Europe/Stockholm";  // known (base::is_known_zone)
    int opens = 8 * 60, closes = 16 * 60;   // minutes of the day, opens < closes
    Weekdays days{true, true, true, true, true, false, false};  // Monday first; one at least
};

/// When there is work on a day; nothing on days off. Until noon on an eve that begins then.
std::optional<TimeRange> working_hours_on(const WorkingWeek& week, base::Date day);
/// At least `least`: the day itself, or the next on which there is work.
base::Date working_day_from(const WorkingWeek& week, base::Date least);

/// When work ends on the working day `days` (0 to 1000) after that of `from`, which is not counted. What comes in on a day off
/// counts from there: within one working day from Saturday is Monday.
base::Instant after_working_days(const WorkingWeek& week, base::Instant from, int days);
/// The moment by which there was work for so many minutes (0 to 100 000) since `from`.
base::Instant after_working_minutes(const WorkingWeek& week, base::Instant from, int minutes);
/// How long there was work from one moment to a later one, in minutes; 0 where it is none. Of at most four years.
int working_minutes_between(const WorkingWeek& week, base::Instant from, base::Instant until);

}  // namespace digilots::calendar
