#include "directory/place_calendar.h"

#include <algorithm>

#include "directory/place_view.h"
#include "directory/stop_view.h"
#include "platform/calendar/holiday_words.h"
#include "platform/calendar/hours.h"
#include "platform/calendar/other_hours.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/html/error_page.h"

namespace digilots::directory {

namespace {

using calendar::Event;

constexpr std::size_t most_events = 500;

void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += "\n";
    text += line;
}

struct Events {
    const Place& place;
    const html::Page& page;
    base::Date today;
    std::string zone = page.request().tenant->zone;
    std::vector<Event> all = {};

    void add_stop(const Stop& stop) {
        if (stop.ends && *stop.ends < today) return;
        Event event;
        event.uid = "stop-" + stop.id + "@digilots";
        event.summary = place.name + ": " + stop.name;
        event.location = stop.address.empty() ? stop.name : stop.name + ", " + stop.address;
        add_line(event.description, stop_times(stop, page));
        add_line(event.description, stop.note);
        event.zone = zone;
        event.when = recurrence_of(stop, country_of(page), today);
        event.takes_time = false;
        event.changed = stop.changed;
        event.sequence = stop.version;
        add(std::move(event));
    }

    /// Days on which it is closed, or a stretch of days: whole days. A single day: from and until.
    void add_other(const calendar::OtherHours& other) {
        Event event;
        const auto days_named = base::format_date(other.first) + "-" + base::format_date(other.last);
        event.uid = "hours-" + days_named + "-" + place.id + "@digilots";
        const auto times = times_on(other.times, page);
        event.summary = place.name + ": " + (other.times.ranges.empty() ? page.t("closed") : times);
        if (other.weekdays)
            add_line(event.description, calendar::weekdays_text(*other.weekdays, page.translator()) + " " + times);
        add_line(event.description, calendar::holiday_in_words(other.name, country_of(page), page.translator()));
        add_line(event.location, place.address);
        event.takes_time = false;
        event.changed = place.changed;
        event.sequence = place.version;
        const auto& ranges = other.times.ranges;
        if (other.first == other.last && ranges.size() == 1 && !ranges[0].open_end) {
            const auto& range = ranges[0];
            event.zone = zone;
            event.when = {calendar::wall_time(other.first, range.from), std::chrono::minutes(range.to - range.from)};
        } else {
            event.whole_days = true;
            const auto days = std::chrono::sys_days(other.last) - std::chrono::sys_days(other.first);
            event.when = {calendar::wall_time(other.first, 0), days + std::chrono::days(1)};
        }
        add(std::move(event));
    }

private:
    void add(Event event) {
        if (all.size() < most_events) all.push_back(std::move(event));
    }
};

}  // namespace

std::vector<Event> calendar_events(const Place& place, const Pages& pages, const html::Page& page) {
    if (place.status != Status::open) return {};
    const auto today = base::to_civil(pages.clock.now(), page.request().tenant->zone).date;
    Events events{place, page, today};
    for (const auto& stop : place.stops) events.add_stop(stop);
    if (!place.hours.complete) return std::move(events.all);
    const auto notation = calendar::read_shown(place.hours.rule);
    if (notation)
        for (const auto& other : calendar::other_hours(*notation, country_of(page), today))
            if (!other.goes_on) events.add_other(other);
    return std::move(events.all);
}

http::Response place_calendar_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = pages.directory.snapshot(request.tenant->id);
    const auto wanted = request.parameter("slug");
    const Place* place = snapshot->place(wanted);
    if (place == nullptr) return html::error_page(request, 404);
    const html::Page page(request);
    if (place->slug != wanted) return http::moved(page.tenant_url("/places/" + place->slug + "/calendar.ics"));
    const auto made_up = request.tenant->is_made_up ? " (" + page.t("made up") + ")" : std::string();
    return http::text(calendar::to_icalendar({place->name + made_up, request.tenant->zone, calendar_events(*place, pages, page)}),
                      "text/calendar; charset=utf-8");
}

}  // namespace digilots::directory
