#include <array>
#include <utility>

#include "platform/calendar/notation_cursor.h"

namespace digilots::calendar {
namespace {

constexpr int minutes_a_day = 24 * 60;
// Without a position on earth: what the notation's readers commonly take.
constexpr std::array<std::pair<std::string_view, int>, 4> sun_events{
    {{"dawn", 5 * 60 + 30}, {"sunrise", 6 * 60}, {"sunset", 18 * 60}, {"dusk", 18 * 60 + 30}}};

int clock_minutes(NotationCursor& cursor, int last_hour) {
    const int hour = cursor.take_number(0, last_hour, last_hour < 24 ? "a time of the day is from 00:00 to 23:59"
                                                                     : "the end of a time is at most 48:00, the next midnight");
    if (!cursor.peek().is(":") || cursor.peek(1).kind != TokenKind::number) return hour * 60;
    cursor.take();
    if (cursor.peek().text.size() != 2) cursor.fail("minutes have two digits");
    const int minute = cursor.take_number(0, 59, "minutes are from 00 to 59");
    if (hour * 60 + minute > 2 * minutes_a_day) cursor.fail("the end of a time is at most 48:00, the next midnight");
    return hour * 60 + minute;
}

int sun_minutes(NotationCursor& cursor) {
    const std::string word = cursor.take().text;
    for (const auto& [event, minutes] : sun_events) {
        if (event == word) return minutes;
    }
    return 0;
}

/// "(sunrise+01:00)"
int moved_sun_minutes(NotationCursor& cursor) {
    cursor.take();
    if (!is_sun_event(cursor.peek())) cursor.fail("a bracket holds sunrise, sunset, dawn or dusk, such as (sunset-01:00)");
    const int event = sun_minutes(cursor);
    const bool later = cursor.peek().is("+");
    if (!later && !cursor.peek().is("-")) cursor.fail("a bracket needs + or -, such as (sunset-01:00)");
    cursor.take();
    const int moved = event + (later ? 1 : -1) * clock_minutes(cursor, 23);
    if (!cursor.take_if(")")) cursor.fail("the bracket is not closed");
    return (moved + minutes_a_day) % minutes_a_day;
}

int moment(NotationCursor& cursor, int last_hour) {
    if (cursor.peek().is("(")) return moved_sun_minutes(cursor);
    if (is_sun_event(cursor.peek())) return sun_minutes(cursor);
    return clock_minutes(cursor, last_hour);
}

void take_span(NotationCursor& cursor, std::vector<TimeSpan>& spans) {
    const int from = moment(cursor, 23);
    if (cursor.take_if("+")) {
        spans.push_back({from, minutes_a_day, true});
        return;
    }
    if (!cursor.peek().is("-")) cursor.fail("a time needs an end, such as 08:00-16:00, or + where the end is not known");
    cursor.take();
    if (!at_notation_time(cursor)) cursor.fail("the end of the time is missing, such as 08:00-16:00");
    int to = moment(cursor, 48);
    if (to <= from) to += minutes_a_day;
    if (cursor.peek().is("/")) cursor.fail("times every so many minutes are not opening hours");
    spans.push_back({from, to, false});
    if (cursor.take_if("+")) {
        spans.push_back({to, to < minutes_a_day ? minutes_a_day : 2 * minutes_a_day, true});
    }
}

}  // namespace

bool is_sun_event(const NotationToken& token) {
    if (token.kind != TokenKind::word) return false;
    for (const auto& event : sun_events) {
        if (event.first == token.text) return true;
    }
    return false;
}

bool at_notation_time(const NotationCursor& cursor) {
    const auto& token = cursor.peek();
    if (token.text == "24" && cursor.peek(1).is("/")) return false;     // "24/7"
    return (token.kind == TokenKind::number && !is_notation_year(token)) || token.is("(") || is_sun_event(token);
}

std::vector<TimeSpan> take_notation_times(NotationCursor& cursor) {
    std::vector<TimeSpan> spans;
    take_span(cursor, spans);
    while (cursor.peek().is(",")) {
        NotationCursor after = cursor;
        after.take();
        if (!at_notation_time(after)) break;
        cursor = after;
        take_span(cursor, spans);
    }
    return spans;
}

}  // namespace digilots::calendar
