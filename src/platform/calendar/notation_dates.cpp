#include <array>

#include "platform/calendar/notation_cursor.h"

namespace digilots::calendar {
namespace {

constexpr std::array<unsigned, 12> days_of_months{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr int last_step = 366;

bool at_sign(const NotationCursor& cursor) { return cursor.peek().is("+") || cursor.peek().is("-"); }

/// A number that is a day: not the hour of "Mar 10:00", not a year.
bool at_day_number(const NotationCursor& cursor, std::size_t ahead = 0) {
    const auto& token = cursor.peek(ahead);
    return token.kind == TokenKind::number && !is_notation_year(token) && !cursor.peek(ahead + 1).is(":");
}

void take_day_number(NotationCursor& cursor, CalendarDay& day) {
    const auto last = static_cast<int>(days_of_months[day.month - 1]);
    day.day = static_cast<unsigned>(cursor.take_number(1, last, "the month has no such day"));
}

void take_date_offset(NotationCursor& cursor, CalendarDay& day) {
    if (at_sign(cursor) && notation_weekday(cursor.peek(1)) >= 0) {
        const int direction = cursor.take().text == "+" ? 1 : -1;
        day.weekday = direction * (notation_weekday(cursor.take()) + 1);
    }
    if (at_day_offset(cursor)) day.add_days = take_day_offset(cursor);
}

CalendarDay take_calendar_day(NotationCursor& cursor, const CalendarDay& before) {
    CalendarDay day;
    day.year = is_notation_year(cursor.peek()) ? cursor.take().number : before.year;
    if (cursor.peek().text == "easter") {
        cursor.take();
    } else if (const auto month = notation_month(cursor.peek()); month > 0) {
        cursor.take();
        day.month = month;
        if (at_day_number(cursor)) take_day_number(cursor, day);
    } else {
        day.month = before.month;       // "Dec 24,26"
        take_day_number(cursor, day);
    }
    if (day.month == 0 || day.day > 0) take_date_offset(cursor, day);
    return day;
}

bool at_range_end(const NotationCursor& cursor, const CalendarDay& from) {
    if (!cursor.peek().is("-")) return false;
    return at_notation_date(cursor, 1) || (from.day > 0 && at_day_number(cursor, 1));
}

DateRange take_date_range(NotationCursor& cursor, const CalendarDay& before) {
    DateRange range;
    range.from = range.to = take_calendar_day(cursor, before);
    if (at_range_end(cursor, range.from)) {
        cursor.take();
        CalendarDay yearless = range.from;
        yearless.year = 0;
        range.to = take_calendar_day(cursor, yearless);
        range.single = false;
        if ((range.from.day == 0) != (range.to.day == 0) && range.from.month > 0 && range.to.month > 0) {
            cursor.fail("a range goes from a date to a date or from a month to a month");
        }
        if (range.to.year > 0 && range.from.year == 0) cursor.fail("the beginning of the range needs a year too");
    } else if (cursor.peek().is("+")) {
        cursor.take();
        range.goes_on = true;
        range.single = false;
    }
    if (cursor.take_if("/")) range.step = cursor.take_number(1, last_step, "a step is a number of days, such as Jan 1-31/7");
    return range;
}

bool list_goes_on(const NotationCursor& cursor, const DateRange& last) {
    if (!cursor.peek().is(",")) return false;
    return at_notation_date(cursor, 1) || (last.to.day > 0 && at_day_number(cursor, 1));
}

}  // namespace

bool at_notation_date(const NotationCursor& cursor, std::size_t ahead) {
    const auto names = [](const NotationToken& token) {
        return token.kind == TokenKind::word && (token.text == "easter" || notation_month(token) > 0);
    };
    return names(cursor.peek(ahead)) || (is_notation_year(cursor.peek(ahead)) && names(cursor.peek(ahead + 1)));
}

std::vector<DateRange> take_notation_dates(NotationCursor& cursor) {
    std::vector<DateRange> ranges{take_date_range(cursor, {})};
    while (list_goes_on(cursor, ranges.back())) {
        cursor.take();
        CalendarDay before = ranges.back().to;
        if (before.year == 0) before.year = ranges.back().from.year;
        ranges.push_back(take_date_range(cursor, before));
    }
    return ranges;
}

}  // namespace digilots::calendar
