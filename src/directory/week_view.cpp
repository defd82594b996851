// The ordinary week and what differs from it, as pages and the staff form tell them.
#include <algorithm>
#include <iterator>
#include <utility>

#include "directory/place_view.h"
#include "platform/calendar/holiday_words.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/other_hours.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/i18n/day_range.h"
#include "platform/i18n/isolate.h"

namespace digilots::directory {

using calendar::HoursError, calendar::read_shown, calendar::DayTimes, calendar::weekdays_text,
    calendar::read_weekly, calendar::OtherHours, calendar::other_hours, calendar::is_near,
    calendar::OrdinaryWeek, calendar::ordinary_week, calendar::is_told_with,
    calendar::Holiday, calendar::holiday_on, calendar::holiday_in_words, calendar::day_times;

namespace {

constexpr std::size_t most_other_times = 10;
constexpr int days_of_holidays_shown = 62;

base::Date today_of(const Pages& pages, const html::Page& page) {
    return base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
}

std::string times_or_closed(const DayTimes& day, const html::Page& page) {
    return day.ranges.empty() ? page.t("closed") : times_on(day, page);
}

/// "Monday–Thursday 9.00–16.00; Friday 9.00–12.00"; "" where no day is open.
std::string days_in_words(const std::vector<DayTimes>& days, const html::Page& page) {
    std::string text;
    for (std::size_t day = 0; day < days.size(); ++day) {
        if (days[day].ranges.empty()) continue;
        const auto times = times_on(days[day], page);
        std::size_t last = day;
        while (last + 1 < days.size() && !days[last + 1].ranges.empty() && times_on(days[last + 1], page) == times) ++last;
        if (!text.empty()) text += "; ";
        text += page.translator().weekday(static_cast<int>(day));
        if (last > day) text += "–" + page.translator().weekday(static_cast<int>(last));
        text += " " + times;
        day = last;
    }
    return text;
}

std::string line_of(const OtherHours& other, base::Date today, const html::Page& page) {
    const auto& translator = page.translator();
    std::string days = i18n::days_text(other.first, other.last, today, translator);
    if (other.goes_on) {
        days = page.t("from {day} on", {{"day", i18n::day_text(other.first, today, translator)}});
    } else if (other.first == other.last) {
        days = translator.weekday(base::weekday_of(other.first)) + " " + days;
    }
    const auto name = i18n::isolated(holiday_in_words(other.name, country_of(page), translator), translator.language());
    if (!other.name.empty()) days += " (" + name + ")";
    const auto weekdays = other.weekdays ? weekdays_text(*other.weekdays, translator) + " " : "";
    return days + ": " + weekdays + times_or_closed(other.times, page);
}

std::string week_now(const OrdinaryWeek::Now& now, base::Date today, const html::Page& page) {
    auto hours = days_in_words(now.days, page);
    if (hours.empty()) hours = page.t("closed");
    if (now.goes_on) return hours;
    return page.t("Now, up to and including {day}: {hours}",
                  {{"day", i18n::day_text(now.last, today, page.translator())}, {"hours", hours}});
}

std::vector<WeekTable::Row> rows_of(const std::vector<DayTimes>& days, const html::Page& page) {
    std::vector<WeekTable::Row> rows;
    for (std::size_t day = 0; day < days.size(); ++day) {
        const auto times = times_on(days[day], page);
        std::size_t last = day;
        while (last + 1 < days.size() && times_on(days[last + 1], page) == times) ++last;
        std::string name = page.translator().weekday(static_cast<int>(day));
        if (last > day) name += "–" + page.translator().weekday(static_cast<int>(last));
        rows.push_back({std::move(name), times});
        day = last;
    }
    return rows;
}

bool is_open_on_any(const std::vector<DayTimes>& days) {
    return std::ranges::any_of(days, [](const DayTimes& day) { return !day.ranges.empty(); });
}

/// Public holidays and eves of the next two months on which the hours are not those of the usual week, unless a rule of its own
/// names the day. Days after one another with the same hours are one stretch, named by all of them.
std::vector<OtherHours> holidays_to_come(const calendar::Notation& notation, const std::vector<OtherHours>& named,
                                         const OrdinaryWeek& week, const html::Page& page, base::Date today) {
    std::vector<OtherHours> found;
    for (const auto& day : day_times(notation, country_of(page), today, days_of_holidays_shown)) {
        const Holiday* holiday = holiday_on(country_of(page), day.date);
        const auto weekday = static_cast<std::size_t>(base::weekday_of(day.date));
        const bool differs = holiday != nullptr && weekday < week.days.size() &&
                             times_on(day, page) != times_on(week.days[weekday], page);
        const auto covers = [&](const OtherHours& other) { return other.first <= day.date && day.date <= other.last; };
        if (!differs || std::ranges::any_of(named, covers)) continue;
        const auto name = holiday_in_words(holiday->name, country_of(page), page.translator());
        const bool goes_on = !found.empty() && base::add_days(found.back().last, 1) == day.date &&
                             times_on(found.back().times, page) == times_on(day, page);
        if (goes_on) {
            found.back().last = day.date;
            found.back().name.append(page.translator().comma()).append(name);
            continue;
        }
        OtherHours line;
        line.first = line.last = day.date;
        line.name = name;
        line.times = day;
        found.push_back(std::move(line));
    }
    return found;
}

bool closes_all_week(const Hours& hours) {
    const auto weekly = read_weekly(hours.rule);
    return weekly && weekly->closed_all_week;
}

}  // namespace

std::string week_text(const Hours& hours, const Pages& pages, const html::Page& page) {
    const auto notation = hours.complete ? read_shown(hours.rule) : base::failure(HoursError::empty);
    if (!notation) return "";
    const auto today = today_of(pages, page);
    const auto week = ordinary_week(*notation, country_of(page), today);
    const auto usual = days_in_words(week.days, page);
    if (week.is_running_week) {
        return page.t("This week: {hours}", {{"hours", usual.empty() ? page.t("closed") : usual}});
    }
    if (!week.now) return usual.empty() && closes_all_week(hours) ? page.t("closed all week") : usual;
    const auto now = week_now(*week.now, today, page);
    return usual.empty() || week.now->goes_on ? now : now + ". " + page.t("Otherwise: {hours}", {{"hours", usual}});
}

WeekTable week_table(const Hours& hours, const Pages& pages, const html::Page& page) {
    WeekTable table;
    const auto notation = hours.complete ? read_shown(hours.rule) : base::failure(HoursError::empty);
    if (!notation) return table;
    const auto today = today_of(pages, page);
    const auto week = ordinary_week(*notation, country_of(page), today);
    table.is_running_week = week.is_running_week;
    const bool now_for_good = week.now && week.now->goes_on;
    const auto& days = now_for_good ? week.now->days : week.days;
    if (is_open_on_any(days) || closes_all_week(hours)) table.rows = rows_of(days, page);
    if (week.now && !now_for_good) table.now = week_now(*week.now, today, page);
    return table;
}

OtherTimes other_times(const Hours& hours, Beside beside, const Pages& pages, const html::Page& page) {
    OtherTimes lines;
    const auto notation = hours.complete ? read_shown(hours.rule) : base::failure(HoursError::empty);
    if (!notation) return lines;
    const auto today = today_of(pages, page);
    const auto week = ordinary_week(*notation, country_of(page), today);
    std::vector<OtherHours> told;
    const auto named = other_hours(*notation, country_of(page), today);
    for (const auto& other : named) {
        if (beside == Beside::sentence && is_told_with(week, other, today)) continue;
        if (is_near(other, today) && told.size() < most_other_times)
            told.push_back(other);
        else
            lines.later.push_back(line_of(other, today, page));
    }
    std::ranges::move(holidays_to_come(*notation, named, week, page, today), std::back_inserter(told));
    std::ranges::stable_sort(told, {}, &OtherHours::first);
    for (const auto& other : told) lines.shown.push_back(line_of(other, today, page));
    return lines;
}

}  // namespace digilots::directory
