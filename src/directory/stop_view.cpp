#include "directory/stop_view.h"

#include <algorithm>

#include "directory/place_calendar.h"
#include "directory/place_view.h"
#include "platform/i18n/day_range.h"
#include "platform/i18n/isolate.h"

namespace digilots::directory {

namespace {

constexpr std::size_t most_next = 8, most_days_left_out = 12;
constexpr int year_ahead = 366;

std::string clock_range(int from, int to, const i18n::Translator& translator) {
    const auto clock = [&](int minute) { return translator.time(minute / 60 % 24, minute % 60); };
    return i18n::range(clock(from), clock(to), translator.language());
}

NextStop next_stop(const Visit& visit, const Place& place, base::Date today, const html::Page& page) {
    return {visit_text(visit, today, page.request().tenant->zone, page.translator()), place.stops[visit.stop].name};
}

std::string period_text(const Stop& stop, base::Date today, const html::Page& page) {
    const auto& words = page.translator();
    if (stop.ends) return i18n::days_text(stop.starts, *stop.ends, today, words);
    return stop.starts > today ? page.t("from {day} on", {{"day", i18n::day_text(stop.starts, today, words)}}) : "";
}

StopRow row_of(const Stop& stop, base::Date today, const html::Page& page) {
    StopRow row{stop.name, stop.address, stop.note, stop_times(stop, page), period_text(stop, today, page), ""};
    std::vector<base::Date> left_out;
    for (const auto& day : days_of(stop, today, base::add_days(today, year_ahead)))
        if (left_out.size() < most_days_left_out && is_left_out(stop, day, country_of(page))) left_out.push_back(day);
    row.left_out = i18n::days_text(left_out, today, page.translator());
    return row;
}

}  // namespace

std::string visit_text(const Visit& visit, base::Date today, std::string_view zone, const i18n::Translator& translator) {
    const auto begin = calendar::to_wall(visit.time.begin, zone), end = calendar::to_wall(visit.time.end, zone);
    const auto day = calendar::date_of(begin);
    return translator.weekday(base::weekday_of(day)) + " " + i18n::day_text(day, today, translator) + " " +
           clock_range(calendar::minute_of(begin), calendar::minute_of(end), translator);
}

std::string stop_times(const Stop& stop, const html::Page& page) {
    const auto said = [&](i18n::Text text) {
        return page.translator().t(text, {{"day", page.translator().weekday(stop.weekday)},
                                          {"times", clock_range(stop.time.from, stop.time.to, page.translator())}});
    };
    switch (stop.every) {
        case 2: return said(TEXT("Every second {day} {times}"));
        case 3: return said(TEXT("Every third {day} {times}"));
        case 4: return said(TEXT("Every fourth {day} {times}"));
        default: return said(TEXT("Every {day} {times}"));
    }
}

StopsView stops_view(const Place& place, const Pages& pages, const html::Page& page) {
    StopsView view;
    const auto now = pages.clock.now();
    const auto today = base::to_civil(now, page.request().tenant->zone).date;
    for (const auto& visit : place.visits) {
        if (visit.time.end <= now || view.next.size() == most_next) continue;
        view.next.push_back(next_stop(visit, place, today, page));
    }
    for (const auto& stop : place.stops)
        if (!stop.ends || *stop.ends >= today) view.rows.push_back(row_of(stop, today, page));
    if (!view.rows.empty()) view.note = place.hours.note;
    if (!calendar_events(place, pages, page).empty())
        view.calendar_url = page.tenant_url("/places/" + place.slug + "/calendar.ics");
    return view;
}

register_::More more_of_stop(const Directory& directory, const register_::Record& record, const html::Page& page) {
    register_::More more;
    const auto& tenant = *page.request().tenant;
    const auto snapshot = directory.snapshot(tenant.id);
    const Place* place = snapshot->place(record.text("place_id"));
    if (place == nullptr) return more;
    more.links.push_back({page.t("As residents see it"), page.tenant_url("/places/" + place->slug)});
    const auto today = *base::parse_date(directory.today(tenant.id));
    register_::More::Part next{page.t("Next stops"), {}};
    for (const auto& visit : place->visits) {
        if (place->stops[visit.stop].id != record.id || next.lines.size() == most_next) continue;
        if (calendar::date_of(calendar::to_wall(visit.time.begin, tenant.zone)) >= today)
            next.lines.push_back(next_stop(visit, *place, today, page).when);
    }
    if (!next.lines.empty()) more.below.push_back(std::move(next));
    return more;
}

}  // namespace digilots::directory
