#include "platform/calendar/working_time.h"

#include <algorithm>

#include "platform/calendar/holidays.h"

namespace digilots::calendar {

namespace {

constexpr int longest_rest = 60, most_days = 4 * 366;

base::Instant moment(const WorkingWeek& week, base::Date day, int minute) {
    return base::from_civil(day, minute / 60, minute % 60, week.zone);
}

int minute_in_day(const base::CivilTime& local) { return local.hour * 60 + local.minute; }

}  // namespace

std::optional<TimeRange> working_hours_on(const WorkingWeek& week, base::Date day) {
    if (!week.days[static_cast<std::size_t>(base::weekday_of(day))]) return std::nullopt;
    TimeRange hours{week.opens, week.closes};
    if (const auto* holiday = holiday_on(week.country, day)) hours.to = std::min(hours.to, holiday->closed_from_minute);
    if (hours.from >= hours.to) return std::nullopt;
    return hours;
}

base::Date working_day_from(const WorkingWeek& week, base::Date least) {
    auto day = least;
    for (int rest = 0; rest < longest_rest && !working_hours_on(week, day); ++rest) day = base::add_days(day, 1);
    return day;
}

base::Instant after_working_days(const WorkingWeek& week, base::Instant from, int days) {
    auto day = base::to_civil(from, week.zone).date;
    for (int n = 0; n < days; ++n) day = working_day_from(week, base::add_days(day, 1));
    day = working_day_from(week, day);
    const auto hours = working_hours_on(week, day);
    return moment(week, day, hours ? hours->to : week.closes);
}

base::Instant after_working_minutes(const WorkingWeek& week, base::Instant from, int minutes) {
    const auto local = base::to_civil(from, week.zone);
    auto day = local.date;
    int begin = minute_in_day(local), left = minutes;
    while (true) {
        const auto next = working_day_from(week, day);
        if (next != day) begin = 0;
        day = next;
        const auto hours = working_hours_on(week, day);
        if (!hours) return moment(week, day, week.closes);  // no work for two months: it is due then
        const int first = std::max(begin, hours->from), rest = std::max(0, hours->to - first);
        if (left <= rest) return std::max(from, moment(week, day, first + left));
        left -= rest;
        day = base::add_days(day, 1);
        begin = 0;
    }
}

int working_minutes_between(const WorkingWeek& week, base::Instant from, base::Instant until) {
    if (until <= from) return 0;
    const auto first = base::to_civil(from, week.zone), last = base::to_civil(until, week.zone);
    int sum = 0, count = 0;
    for (auto day = first.date; day <= last.date && count < most_days; day = base::add_days(day, 1), ++count) {
        const auto hours = working_hours_on(week, day);
        if (!hours) continue;
        const int begin = day == first.date ? std::max(hours->from, minute_in_day(first)) : hours->from;
        const int end = day == last.date ? std::min(hours->to, minute_in_day(last)) : hours->to;
        sum += std::max(0, end - begin);
    }
    return sum;
}

}  // namespace digilots::calendar
