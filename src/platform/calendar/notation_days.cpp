#include "platform/calendar/notation_days.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "platform/calendar/holidays.h"

namespace digilots::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int week_days = 7;

int year_of(base::Date date) { return int(date.year()); }

enum class Side { beginning, end };

/// 29 February of another year is 1 March as a beginning, 28 February as an end.
sys_days day_of_month(const CalendarDay& day, int year, Side side) {
    const auto month = std::chrono::year{year} / std::chrono::month(day.month);
    const sys_days last(month / std::chrono::last);
    if (day.day == 0) return side == Side::beginning ? sys_days(month / 1) : last;
    const base::Date date = month / std::chrono::day(day.day);
    if (date.ok()) return sys_days(date);
    return side == Side::beginning ? last + days(1) : last;
}

sys_days resolve(const CalendarDay& day, int year, Side side) {
    sys_days date = day.month == 0 ? easter_sunday(year) : day_of_month(day, year, side);
    if (day.weekday != 0) {
        const int wanted = std::abs(day.weekday) - 1, found = base::weekday_of(base::Date(date));
        const int on = (wanted - found + week_days) % week_days, back = (found - wanted + week_days) % week_days;
        date += days(day.weekday > 0 ? on : -back);
    }
    return date + days(day.add_days);
}

bool is_day_alone(const CalendarDay& day) { return day.month > 0 && day.weekday == 0 && day.add_days == 0; }

/// As it is written: "Feb 29-Feb 29" is one day that most years lack, although its beginning then lies after its end.
bool goes_over_new_year(const DateRange& range, sys_days begin, sys_days end) {
    const auto &from = range.from, &to = range.to;
    if (!is_day_alone(from) || !is_day_alone(to)) return end < begin;
    return from.month != to.month ? to.month < from.month : to.day < from.day;
}

struct Ends {
    sys_days begin, end;
};

/// Where it begins in that year; `looked_at` bounds what goes on for ever.
Ends ends_of(const DateRange& range, int begin_year, int looked_at) {
    const sys_days begin = resolve(range.from, begin_year, Side::beginning);
    sys_days end = resolve(range.to, range.to.year > 0 ? range.to.year : begin_year, Side::end);
    if (range.goes_on) {
        const int last_year = range.from.year > 0 ? looked_at : begin_year;
        end = sys_days(std::chrono::year{last_year} / std::chrono::December / 31);
    } else if (!range.single && range.to.year == 0 && goes_over_new_year(range, begin, end)) {
        end = resolve(range.to, begin_year + 1, Side::end);
    }
    return {begin, end};
}

bool in_range(const DateRange& range, sys_days date, int begin_year) {
    const auto [begin, end] = ends_of(range, begin_year, year_of(base::Date(date)));
    return begin <= date && date <= end && (date - begin).count() % range.step == 0;
}

bool in_range(const DateRange& range, base::Date date) {
    const sys_days day(date);
    if (range.from.year > 0) return in_range(range, day, range.from.year);
    for (int begin_year = year_of(date) - 1; begin_year <= year_of(date) + 1; ++begin_year) {
        if (in_range(range, day, begin_year)) return true;
    }
    return false;
}

int week_of(base::Date date) {
    const int weekday = base::weekday_of(date);
    const base::Date thursday = base::add_days(date, 3 - weekday);
    const sys_days new_year(thursday.year() / std::chrono::January / 1);
    return static_cast<int>((sys_days(thursday) - new_year).count()) / week_days + 1;
}

bool in_range(const WeekRange& range, int week) {
    if (range.from <= range.to) return range.from <= week && week <= range.to && (week - range.from) % range.step == 0;
    if (week >= range.from) return (week - range.from) % range.step == 0;       // "week 50-2"
    return week <= range.to && (week + 52 - range.from) % range.step == 0;
}

bool in_range(const YearRange& range, int year) {
    return range.from <= year && year <= range.to && (year - range.from) % range.step == 0;
}

bool is_nth(const WeekdayRange& range, base::Date date) {
    const int day = static_cast<int>(unsigned(date.day()));
    const auto last = static_cast<int>(unsigned((date.year() / date.month() / std::chrono::last).day()));
    const int from_front = (day - 1) / week_days + 1, from_back = -((last - day) / week_days + 1);
    return std::ranges::any_of(range.nth, [&](int nth) { return nth == from_front || nth == from_back; });
}

bool in_range(const WeekdayRange& range, base::Date date) {
    const base::Date counted = base::add_days(date, -range.add_days);
    const int weekday = base::weekday_of(counted);
    const bool named = range.from <= range.to ? range.from <= weekday && weekday <= range.to
                                              : weekday >= range.from || weekday <= range.to;
    return named && (range.nth.empty() || is_nth(range, counted));
}

enum class SchoolHolidays { none, every_day };

bool is_holiday(const HolidayRange& range, base::Date date, std::string_view country, SchoolHolidays school) {
    if (range.school) return school == SchoolHolidays::every_day;
    const auto* holiday = holiday_on(country, base::add_days(date, -range.add_days));
    return holiday != nullptr && holiday->kind == Holiday::Kind::public_holiday;
}

bool holds_on_weekday(const NotationRule& rule, base::Date date, std::string_view country, SchoolHolidays school) {
    const bool weekday = std::ranges::any_of(rule.weekdays, [&](const auto& range) { return in_range(range, date); });
    const bool holiday = std::ranges::any_of(rule.holidays,
                                             [&](const auto& range) { return is_holiday(range, date, country, school); });
    if (rule.both_days) return weekday && holiday;
    return (rule.weekdays.empty() && rule.holidays.empty()) || weekday || holiday;
}

}  // namespace

base::Date date_in_year(const CalendarDay& day, int year) { return base::Date(resolve(day, year, Side::beginning)); }

std::optional<DateStretch> next_stretch(const DateRange& range, base::Date today) {
    constexpr int years_between_leap_days = 8;
    const bool has_year = range.from.year > 0;
    const int first_year = has_year ? range.from.year : year_of(today) - 1;
    const int last_year = has_year ? range.from.year : year_of(today) + years_between_leap_days;
    for (int year = first_year; year <= last_year; ++year) {
        const auto [begin, end] = ends_of(range, year, std::max(year, year_of(today)) + 1);
        if (begin <= end && end >= sys_days(today)) {
            return DateStretch{base::Date(begin), base::Date(end), range.goes_on && has_year};
        }
    }
    return std::nullopt;
}

DayMatch match_day(const NotationRule& rule, base::Date date, std::string_view country) {
    const auto year = year_of(date);
    if (!rule.years.empty() && std::ranges::none_of(rule.years, [&](const auto& range) { return in_range(range, year); })) {
        return {};
    }
    if (!rule.weeks.empty()) {
        const int week = week_of(date);
        if (std::ranges::none_of(rule.weeks, [&](const auto& range) { return in_range(range, week); })) return {};
    }
    DayMatch match;
    bool in_dates = rule.dates.empty();
    for (const auto& range : rule.dates) {
        if (!in_range(range, date)) continue;
        in_dates = true;
        if (range.from.day > 0 || range.from.month == 0) match.names_date = true;
    }
    match.holds = in_dates && holds_on_weekday(rule, date, country, SchoolHolidays::every_day);
    match.perhaps = match.holds && !holds_on_weekday(rule, date, country, SchoolHolidays::none);
    return match;
}

}  // namespace digilots::calendar
