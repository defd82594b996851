#include <algorithm>

#include "directory/holidays.h"
#include "directory/hours.h"
#include "directory/place_view.h"

namespace digilots::directory {
namespace {

constexpr int days_shown = 7;

std::string clock_text(std::string_view stated, const i18n::Translator& translator) {
    if (stated.size() != 5) return std::string(stated);
    return translator.time(std::stoi(std::string(stated.substr(0, 2))), std::stoi(std::string(stated.substr(3, 2))));
}

std::string time_text(base::Instant instant, std::string_view zone, const i18n::Translator& translator) {
    const auto civil = base::to_civil(instant, zone);
    return translator.time(civil.hour, civil.minute);
}

std::string times_on(base::Date date, const std::vector<OpenSpan>& spans, std::string_view zone, const html::Page& page) {
    std::string text;
    for (const auto& span : spans) {
        if (base::to_civil(span.begin, zone).date != date) continue;
        if (!text.empty()) text += ", ";
        text += time_text(span.begin, zone, page.translator()) + "–" + time_text(span.end, zone, page.translator());
        if (!span.comment.empty()) text += " (" + span.comment + ")";
    }
    return text.empty() ? page.t("Closed") : text;
}

}  // namespace

HoursView hours_view(const Hours& hours, const Pages& pages, const html::Page& page) {
    HoursView view;
    view.note = hours.note;
    view.said = said_hours(hours, Answer::unknown, page);
    if (!hours.complete || !check_hours(hours.rule)) return view;
    const auto& tenant = *page.request().tenant;
    const auto* municipality = municipality::Municipalities::find(tenant.id);
    const std::string country = municipality == nullptr ? "SE" : municipality->country;
    const auto today = base::to_civil(pages.clock.now(), tenant.zone).date;
    const auto spans = open_spans(hours.rule, {country, tenant.zone}, today, days_shown + 1);
    for (int day = 0; day < days_shown; ++day) {
        const auto date = base::add_days(today, day);
        HoursDay row;
        row.day = page.translator().weekday(base::weekday_of(date)) + " " + page.translator().short_date(date);
        row.times = times_on(date, spans, tenant.zone, page);
        row.today = day == 0;
        if (const Holiday* holiday = holiday_on(country, date)) row.holiday = holiday->name;
        view.days.push_back(std::move(row));
    }
    return view;
}

std::string week_text(const Hours& hours, const Pages& pages, const html::Page& page) {
    if (!hours.complete || !check_hours(hours.rule)) return "";
    const auto& tenant = *page.request().tenant;
    // A week of its own without holidays: what usually holds.
    const auto today = base::to_civil(pages.clock.now(), tenant.zone).date;
    const auto monday = base::add_days(today, -base::weekday_of(today));
    const auto spans = open_spans(hours.rule, {"", tenant.zone}, monday, days_shown);
    std::string text;
    for (int day = 0; day < days_shown; ++day) {
        const auto times = times_on(base::add_days(monday, day), spans, tenant.zone, page);
        if (times == page.t("Closed")) continue;
        int last = day;
        while (last + 1 < days_shown && times_on(base::add_days(monday, last + 1), spans, tenant.zone, page) == times) ++last;
        if (!text.empty()) text += "; ";
        text += page.translator().weekday(day);
        if (last > day) text += "–" + page.translator().weekday(last);
        text += " " + times;
        day = last;
    }
    return text;
}

std::string said_hours(const Hours& hours, Answer evening, const html::Page& page) {
    if (hours.complete) return "";
    const auto& translator = page.translator();
    std::string said;
    if (hours.days_per_week > 0) {
        said = page.tn("{n} day a week", "{n} days a week", hours.days_per_week);
    } else if (evening == Answer::yes) {
        said = page.t("Open in the evening");
    }
    const auto add = [&](const std::string& more) { said += (said.empty() ? "" : ", ") + more; };
    if (!hours.opens.empty() && !hours.closes.empty()) {
        add(clock_text(hours.opens, translator) + "–" + clock_text(hours.closes, translator));
    } else if (!hours.closes.empty()) {
        add(page.t("until {time}", {{"time", clock_text(hours.closes, translator)}}));
    } else if (!hours.opens.empty()) {
        add(page.t("from {time}", {{"time", clock_text(hours.opens, translator)}}));
    }
    return said.empty() ? page.t("The days are not stated") : said + ". " + page.t("The days are not stated") + ".";
}

}  // namespace digilots::directory
