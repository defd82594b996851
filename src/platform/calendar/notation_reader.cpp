#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "platform/calendar/notation.h"
#include "platform/calendar/notation_cursor.h"

namespace digilots::calendar {
namespace {

constexpr std::array<std::string_view, 7> full_weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                        "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> full_months{"january", "february", "march",     "april",   "may",      "june",
                                                       "july",    "august",   "september", "october", "november", "december"};
constexpr int first_year = 1900, last_year = 9999, last_week = 53, most_days = 366;

template <std::size_t Count>
int index_by_beginning(std::string_view word, const std::array<std::string_view, Count>& names, std::size_t shortest) {
    if (word.size() < shortest) return -1;
    const auto found = std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(word); });
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

template <class Item>
void append(std::vector<Item>& items, std::vector<Item> more) {
    items.insert(items.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool at_holiday(const NotationCursor& cursor, std::size_t ahead = 0) {
    const auto& token = cursor.peek(ahead);
    return token.kind == TokenKind::word && (token.text == "ph" || token.text == "sh");
}

bool at_weekday_or_holiday(const NotationCursor& cursor, std::size_t ahead = 0) {
    return at_holiday(cursor, ahead) || notation_weekday(cursor.peek(ahead)) >= 0;
}

bool at_rule_end(const NotationCursor& cursor) {
    const auto& token = cursor.peek();
    return token.kind == TokenKind::end || token.is(";") || token.is(",") || token.is("||");
}

/// "[1,3]", "[-1]", "[1-2]"
std::vector<int> take_nth(NotationCursor& cursor) {
    constexpr const char* problem = "which one of the month: [1] to [5], or [-1] for the last";
    std::vector<int> nth;
    cursor.take();
    do {
        const int sign = cursor.take_if("-") ? -1 : 1;
        const int first = cursor.take_number(1, 5, problem);
        nth.push_back(sign * first);
        if (sign > 0 && cursor.take_if("-")) {
            const int last = cursor.take_number(first, 5, problem);
            for (int number = first + 1; number <= last; ++number) nth.push_back(number);
        }
    } while (cursor.take_if(","));
    if (!cursor.take_if("]")) cursor.fail("the bracket is not closed");
    return nth;
}

WeekdayRange take_weekday_range(NotationCursor& cursor) {
    WeekdayRange range;
    range.from = range.to = notation_weekday(cursor.take());
    if (cursor.peek().is("-") && notation_weekday(cursor.peek(1)) >= 0) {
        cursor.take();
        range.to = notation_weekday(cursor.take());
        if (cursor.peek().is("[")) cursor.fail("[…] stands after one weekday, not after a range");
    } else if (cursor.peek().is("-") && cursor.peek(1).kind == TokenKind::word) {
        cursor.take();
        cursor.fail("this is no weekday: Mo, Tu, We, Th, Fr, Sa, Su");
    }
    if (cursor.peek().is("[")) {
        range.nth = take_nth(cursor);
        if (at_day_offset(cursor)) range.add_days = take_day_offset(cursor);
    }
    return range;
}

void take_days(NotationCursor& cursor, NotationRule& rule) {
    NotationRule taken;
    do {
        if (at_holiday(cursor)) {
            const bool school = cursor.take().text == "sh";
            taken.holidays.push_back({school, at_day_offset(cursor) ? take_day_offset(cursor) : 0});
        } else {
            taken.weekdays.push_back(take_weekday_range(cursor));
        }
    } while (cursor.peek().is(",") && at_weekday_or_holiday(cursor, 1) && cursor.take_if(","));
    // "PH Mo-Fr": both must hold. "Mo Fr" lacks its comma.
    const bool holidays_then_weekdays = rule.weekdays.empty() && !rule.holidays.empty() && taken.holidays.empty();
    const bool weekdays_then_holidays = rule.holidays.empty() && !rule.weekdays.empty() && taken.weekdays.empty();
    if (holidays_then_weekdays || weekdays_then_holidays) rule.both_days = true;
    append(rule.weekdays, std::move(taken.weekdays));
    append(rule.holidays, std::move(taken.holidays));
}

void take_years(NotationCursor& cursor, NotationRule& rule) {
    do {
        YearRange range;
        range.from = range.to = cursor.take_number(first_year, last_year, "a year has four digits");
        if (cursor.peek().is("-") && is_notation_year(cursor.peek(1))) {
            cursor.take();
            range.to = cursor.take_number(range.from, last_year, "the years run backwards");
        } else if (cursor.take_if("+")) {
            range.to = last_year;
        } else if (cursor.peek().is("/")) {
            range.to = last_year;
        }
        if (cursor.take_if("/")) range.step = cursor.take_number(1, 100, "a step is a number of years, such as 2026-2034/2");
        rule.years.push_back(range);
    } while (cursor.peek().is(",") && is_notation_year(cursor.peek(1)) && cursor.take_if(","));
}

void take_weeks(NotationCursor& cursor, NotationRule& rule) {
    constexpr const char* problem = "weeks are from 1 to 53";
    cursor.take();
    do {
        WeekRange range;
        range.from = range.to = cursor.take_number(1, last_week, problem);
        if (cursor.take_if("-")) range.to = cursor.take_number(1, last_week, problem);
        if (cursor.take_if("/")) {
            range.step = cursor.take_number(1, last_week, "a step is a number of weeks, such as week 1-53/2");
        }
        rule.weeks.push_back(range);
        // "week 10, 08:00-12:00" has no second week.
    } while (cursor.peek().is(",") && cursor.peek(1).kind == TokenKind::number && !is_notation_year(cursor.peek(1)) &&
             !cursor.peek(2).is(":") && cursor.take_if(","));
}

bool take_modifier(NotationCursor& cursor, NotationRule& rule) {
    const auto& word = cursor.peek().text;
    if (word == "open") {
        rule.state = RuleState::open;
    } else if (word == "off" || word == "closed") {
        rule.state = RuleState::closed;
    } else if (word == "unknown") {
        rule.state = RuleState::unknown;
    } else {
        return false;
    }
    cursor.take();
    return true;
}

bool at_week(const NotationCursor& cursor) {
    const auto& token = cursor.peek();
    return token.kind == TokenKind::word && (token.text == "week" || token.text == "weeks");
}

bool at_date_selector(const NotationCursor& cursor) {
    return at_notation_date(cursor) || is_notation_year(cursor.peek()) || at_week(cursor) || at_weekday_or_holiday(cursor);
}

[[noreturn]] void fail_at_selector(const NotationCursor& cursor) {
    const auto& token = cursor.peek();
    if (token.kind == TokenKind::odd && token.text == "\"") cursor.fail("the comment is not closed with \"");
    if (token.kind == TokenKind::word) cursor.fail("\"" + token.text.substr(0, 40) + "\" is no word of the notation");
    cursor.fail("this is not expected here");
}

/// "Mo-Fr 08:00-16:00 Sa 10:00-14:00" would give both times to all the days.
[[noreturn]] void fail_at_joined_rule(const NotationCursor& cursor) {
    const auto word = cursor.written();
    throw NotationError{cursor.peek().position, "a ; is missing before " + word, "", word};
}

/// "2026-12-24" is a date everywhere but in the notation, where it would be years that run backwards.
void refuse_other_date(const NotationCursor& cursor, std::size_t ahead) {
    const auto &year = cursor.peek(ahead), &month = cursor.peek(ahead + 2), &day = cursor.peek(ahead + 4);
    const bool is_written_so = is_notation_year(year) && cursor.peek(ahead + 1).is("-") && month.kind == TokenKind::number &&
                               cursor.peek(ahead + 3).is("-") && day.kind == TokenKind::number;
    if (!is_written_so || month.number < 1 || month.number > 12 || day.number < 1 || day.number > 31) return;
    std::string name(full_months[static_cast<std::size_t>(month.number - 1)].substr(0, 3));
    name[0] = static_cast<char>(name[0] & ~0x20);
    const std::string meant = year.text + " " + name + " " + std::to_string(day.number);
    throw NotationError{year.position, "a date is written " + meant, meant};
}

void take_date_selector(NotationCursor& cursor, NotationRule& rule) {
    const auto& token = cursor.peek();
    refuse_other_date(cursor, token.is("-") ? 1 : 0);
    if (at_notation_date(cursor)) {
        append(rule.dates, take_notation_dates(cursor));
    } else if (is_notation_year(token)) {
        take_years(cursor, rule);
    } else if (at_week(cursor)) {
        take_weeks(cursor, rule);
    } else if (at_weekday_or_holiday(cursor)) {
        take_days(cursor, rule);
    } else {
        fail_at_selector(cursor);
    }
    cursor.take_if(":");
}

/// "24/7"
bool at_always(const NotationCursor& cursor) {
    const auto& token = cursor.peek();
    return token.kind == TokenKind::number && token.text == "24" && cursor.peek(1).is("/") && cursor.peek(2).text == "7";
}

/// One rule, and how far it has come: after its days and their times no more days are named.
struct RuleTaken {
    NotationRule rule;
    bool timed = false, modified = false, commented = false, comment_ends = false;
    std::optional<NotationCursor> days_after_times;     // "08:00-16:00 Mo-Fr", and nothing more
};

void refuse_after_days(const RuleTaken& taken) {
    if (taken.days_after_times) fail_at_joined_rule(*taken.days_after_times);
}

void take_times(NotationCursor& cursor, RuleTaken& taken) {
    refuse_after_days(taken);
    if (taken.timed && (taken.modified || taken.comment_ends)) fail_at_joined_rule(cursor);
    taken.timed = true;
    if (at_always(cursor)) {
        for (int part = 0; part < 3; ++part) cursor.take();
    } else {
        append(taken.rule.times, take_notation_times(cursor));
    }
}

void take_selector(NotationCursor& cursor, RuleTaken& taken) {
    const bool says_when = taken.timed || taken.rule.state != RuleState::open;
    if (at_date_selector(cursor) && !taken.days_after_times) {
        const bool is_said = says_when || taken.modified || taken.comment_ends;
        if (is_said && taken.rule.names_days()) fail_at_joined_rule(cursor);
        if (says_when) taken.days_after_times = cursor;
    }
    take_date_selector(cursor, taken.rule);
}

/// "Summer": Jun 10:00-12:00 begins with its comment, Jun "by appointment" ends with it.
void take_comment(NotationCursor& cursor, RuleTaken& taken) {
    taken.rule.comment = cursor.take().text;
    taken.commented = true;
    const bool begins = cursor.take_if(":") || (!taken.timed && !taken.rule.names_days());
    taken.comment_ends = taken.comment_ends || !begins;
}

NotationRule take_rule(NotationCursor& cursor, RuleJoin join) {
    RuleTaken taken;
    taken.rule.join = join;
    while (!at_rule_end(cursor)) {
        if (cursor.peek().kind == TokenKind::comment) {
            take_comment(cursor, taken);
        } else if (cursor.peek().kind == TokenKind::word && take_modifier(cursor, taken.rule)) {
            refuse_after_days(taken);
            taken.modified = true;
        } else if (at_always(cursor) || at_notation_time(cursor)) {
            take_times(cursor, taken);
        } else {
            take_selector(cursor, taken);
        }
    }
    // "by appointment" alone: nobody knows whether it is open.
    if (taken.commented && !taken.modified) taken.rule.state = RuleState::unknown;
    return taken.rule;
}

RuleJoin take_separators(NotationCursor& cursor) {
    RuleJoin join = RuleJoin::replaces;
    while (cursor.peek().kind != TokenKind::end && at_rule_end(cursor)) {
        const auto sign = cursor.take().text;
        join = sign == "||" ? RuleJoin::falls_back : sign == "," ? RuleJoin::adds : RuleJoin::replaces;
    }
    return join;
}

bool names_sun_event(std::string_view text) {
    return std::ranges::any_of(notation_tokens(text), is_sun_event);
}

}  // namespace

int notation_weekday(const NotationToken& token) {
    return token.kind == TokenKind::word ? index_by_beginning(token.text, full_weekdays, 2) : -1;
}

unsigned notation_month(const NotationToken& token) {
    return token.kind == TokenKind::word ? static_cast<unsigned>(index_by_beginning(token.text, full_months, 3) + 1) : 0;
}

bool is_notation_year(const NotationToken& token) {
    return token.kind == TokenKind::number && token.text.size() == 4 && token.number >= first_year;
}

bool at_day_offset(const NotationCursor& cursor) {
    const auto& unit = cursor.peek(2);
    return (cursor.peek().is("+") || cursor.peek().is("-")) && cursor.peek(1).kind == TokenKind::number &&
           unit.kind == TokenKind::word && (unit.text == "day" || unit.text == "days");
}

int take_day_offset(NotationCursor& cursor) {
    const int direction = cursor.take().text == "+" ? 1 : -1;
    const int days = cursor.take_number(0, most_days, "at most 366 days");
    cursor.take();
    return direction * days;
}

base::Result<Notation, NotationError> read_notation(std::string_view text) {
    Notation notation;
    try {
        NotationCursor cursor(text);
        take_separators(cursor);
        RuleJoin join = RuleJoin::replaces;
        while (cursor.peek().kind != TokenKind::end) {
            notation.rules.push_back(take_rule(cursor, join));
            join = take_separators(cursor);
        }
    } catch (NotationError& error) {
        return base::failure(std::move(error));
    }
    if (notation.rules.empty()) return base::failure(NotationError{0, "there is nothing here"});
    notation.names_sun = names_sun_event(text);
    notation.names_school_holidays = std::ranges::any_of(notation.rules, [](const NotationRule& rule) {
        return std::ranges::any_of(rule.holidays, &HolidayRange::school);
    });
    return notation;
}

}  // namespace digilots::calendar
