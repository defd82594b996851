#include <algorithm>

#include "directory/place_view.h"
#include "platform/base/whole_number.h"
#include "platform/calendar/holiday_words.h"
#include "platform/calendar/holidays.h"
#include "platform/calendar/hours.h"
#include "platform/i18n/isolate.h"

namespace digilots::directory {

using calendar::check_hours, calendar::DayTimes, calendar::day_times, calendar::Holiday,
    calendar::holiday_on, calendar::holiday_in_words;

namespace {

constexpr int days_shown = 7;

std::string clock_text(std::string_view stated, const i18n::Translator& translator) {
    if (stated.size() != 5) return std::string(stated);
    const auto hour = base::whole_number(stated.substr(0, 2), 0, 24), minute = base::whole_number(stated.substr(3), 0, 59);
    return hour && minute ? translator.time(*hour, *minute) : std::string(stated);
}

constexpr int minutes_in_a_day = 24 * 60;

std::string minute_text(int minute, const html::Page& page) {
    const int shown = minute > minutes_in_a_day ? minute - minutes_in_a_day : minute;
    return page.translator().time(shown / 60, shown % 60);
}

std::string range_text(const DayTimes::Range& range, const html::Page& page) {
    const bool whole_day = range.from == 0 && range.to == minutes_in_a_day;
    if (range.open_end) return page.t("from {time}, until when is not stated", {{"time", minute_text(range.from, page)}});
    if (!whole_day) {
        const auto text = i18n::range(minute_text(range.from, page), minute_text(range.to, page), page.translator().language());
        if (!range.comment.empty()) return text + " (" + range.comment + ")";
        return range.certain ? text : text + " (" + page.t("not certain") + ")";
    }
    if (!range.certain) return range.comment.empty() ? page.t("Not certain") : range.comment;
    return page.t("All day and night") + (range.comment.empty() ? "" : " (" + range.comment + ")");
}

}  // namespace

std::string_view country_of(const html::Page& page) {
    return page.request().tenant->country;
}

std::string times_on(const DayTimes& day, const html::Page& page) {
    std::string text;
    for (std::size_t at = 0; at < day.ranges.size(); ++at) {
        const auto& range = day.ranges[at];
        if (range.open_end && at > 0 && day.ranges[at - 1].to == range.from) {
            text += " " + page.t("or longer");
            continue;
        }
        text += (text.empty() ? "" : ", ") + range_text(range, page);
    }
    return text.empty() ? page.t("Closed") : text;
}

HoursView hours_view(const Hours& hours, const Pages& pages, const html::Page& page) {
    HoursView view;
    view.note = hours.note;
    view.summary = hours_summary(hours, Answer::unknown, page);
    if (!hours.complete || !check_hours(hours.rule)) return view;
    const auto country = country_of(page);
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    for (const auto& times : day_times(hours.rule, country, today, days_shown)) {
        HoursDay row;
        row.day = page.translator().weekday(base::weekday_of(times.date)) + " " + page.translator().short_date(times.date);
        row.times = times_on(times, page);
        row.today = times.date == today;
        if (const Holiday* holiday = holiday_on(country, times.date))
            row.holiday = holiday_in_words(holiday->name, country, page.translator());
        view.days.push_back(std::move(row));
    }
    view.other_times = other_times(hours, Beside::days, pages, page).shown;
    return view;
}

std::string hours_summary(const Hours& hours, Answer evening, const html::Page& page) {
    if (hours.complete) return "";
    const auto& translator = page.translator();
    std::string summary;
    if (hours.days_per_week > 0) {
        summary = page.tn("{n} day a week", "{n} days a week", hours.days_per_week);
    } else if (evening == Answer::yes) {
        summary = page.t("Open in the evening");
    }
    const auto add = [&](const std::string& more) { summary += (summary.empty() ? "" : ", ") + more; };
    if (!hours.opens.empty() && !hours.closes.empty()) {
        add(i18n::range(clock_text(hours.opens, translator), clock_text(hours.closes, translator), translator.language()));
    } else if (!hours.closes.empty()) {
        add(page.t("until {time}", {{"time", clock_text(hours.closes, translator)}}));
    } else if (!hours.opens.empty()) {
        add(page.t("from {time}", {{"time", clock_text(hours.opens, translator)}}));
    }
    return summary.empty() ? page.t("The days are not stated") : summary + ". " + page.t("The days are not stated") + ".";
}

}  // namespace digilots::directory
