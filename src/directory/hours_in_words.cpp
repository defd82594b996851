#include "directory/hours_in_words.h"

#include "directory/place_view.h"
#include "platform/base/lists.h"
#include "platform/calendar/holiday_names.h"
#include "platform/calendar/holiday_words.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/notation_days.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::directory {

using calendar::DayTimes, calendar::name_of_day, calendar::CalendarDay, calendar::date_in_year,
    calendar::DateException, calendar::weekdays_text, calendar::closed_word, calendar::to_rule,
    calendar::read_weekly;

namespace {

base::Date coming(const CalendarDay& day, base::Date today) {
    const auto date = date_in_year(day, int(today.year()));
    return date < today ? date_in_year(day, int(today.year()) + 1) : date;
}

/// A date with its year; of every year: "24 dec. every year", "midsommarafton (next: 25 June 2027)".
std::string day_in_words(const CalendarDay& day, base::Date today, const html::Page& page) {
    const auto& translator = page.translator();
    const auto date = coming(day, today);
    if (day.year > 0) return translator.date(date_in_year(day, day.year));
    if (!day.moves()) return page.t("{day} every year", {{"day", translator.short_date(date)}});
    const auto name = calendar::holiday_in_words(name_of_day(day, country_of(page)), country_of(page), translator);
    return page.t("{day} (next: {date})", {{"day", name}, {"date", translator.date(date)}});
}

std::string exception_in_words(const DateException& exception, base::Date today, const html::Page& page) {
    std::string text;
    if (exception.is_period() && exception.from.year == 0 && !exception.from.moves() && !exception.to.moves()) {
        text = page.translator().short_date(coming(exception.from, today)) + " – ";
    } else if (exception.is_period()) {
        text = day_in_words(exception.from, today, page) + " – ";
    }
    text += day_in_words(exception.to, today, page);
    if (exception.weekdays) text.append(page.translator().comma()).append(weekdays_text(*exception.weekdays, page.translator()));
    DayTimes day;
    for (const auto& range : exception.ranges) day.ranges.push_back({range.from, range.to, true, false, ""});
    return text + " " + (day.ranges.empty() ? closed_word(page.translator()) : times_on(day, page));
}

}  // namespace

std::string hours_as_shown(const Hours& hours, const Pages& pages, const html::Page& page) {
    if (!hours.complete) return hours_summary(hours, Answer::unknown, page);
    if (hours.rule.empty()) return "";
    std::string words = week_text(hours, pages, page);
    if (words.empty()) words = page.t("closed all week");
    const auto others = other_times(hours, Beside::sentence, pages, page);
    if (!others.shown.empty()) words += ". " + page.t("Other times:") + " " + base::joined(others.shown, "; ");
    if (!others.later.empty()) words += ". " + page.t("Shown later:") + " " + base::joined(others.later, "; ");
    return words;
}

std::string hours_in_words(const Hours& hours, const Pages& pages, const html::Page& page) {
    if (!hours.complete) return hours_summary(hours, Answer::unknown, page);
    if (hours.rule.empty()) return "";
    const auto weekly = read_weekly(hours.rule);
    if (!weekly) return week_text(hours, pages, page);
    Hours usual = hours;
    usual.rule = to_rule({weekly->days, {}});
    std::string words = week_text(usual, pages, page);
    if (words.empty()) words = page.t("closed all week");
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    std::string exceptions;
    for (const auto& exception : weekly->exceptions) {
        exceptions += (exceptions.empty() ? "" : "; ") + exception_in_words(exception, today, page);
    }
    return exceptions.empty() ? words : words + ". " + page.t("Exceptions") + ": " + exceptions;
}

}  // namespace digilots::directory
