// Help without booking: for residents when and where; for staff who helps there, and the sheet on which strokes are made.
#include <algorithm>
#include <map>
#include <tuple>

#include "booking/opening.h"
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/free_busy.h"
#include "platform/periods/period.h"

namespace digilots::booking {

namespace {

constexpr int days_of_drop_in = 7;

std::string hours_of(base::Instant begin, base::Instant end, const html::Page& page) {
    const auto& zone = page.request().tenant->zone;
    const auto from = base::to_civil(begin, zone), to = base::to_civil(end, zone);
    return page.t(TEXT("{from}–{to}"), {{"from", page.translator().time(from.hour, from.minute)},
                                        {"to", page.translator().time(to.hour, to.minute)}});
}

std::string day_of(const Bookings::DropIn& one, const html::Page& page) {
    const auto civil = base::to_civil(one.begin, page.request().tenant->zone);
    return page.t(TEXT("{weekday} {date}"), {{"weekday", page.translator().weekday(civil.weekday)},
                                             {"date", page.translator().date(civil.date)}});
}

std::string topics_of_drop_in(const Pages& pages, const Bookings::DropIn& one, const html::Page& page) {
    const auto own = Inside::of(pages.bookings).neighbours.own_topics.of(page.request().tenant->id);
    std::vector<std::string> labels;
    for (const auto& topic : one.topics) labels.push_back(taxonomy::topic_label(*own, topic, page.translator()));
    return base::joined(labels, ", ");
}

/// Of the week to come, in order of time.
std::vector<Bookings::DropIn> this_week(const Pages& pages, const http::Request& request) {
    const auto now = Inside::of(pages.bookings).clock.now();
    const auto last = base::add_days(base::to_civil(now, request.tenant->zone).date, days_of_drop_in - 1);
    auto all = pages.bookings.drop_ins(request.tenant->id, now);
    std::erase_if(all, [&](const auto& one) { return base::to_civil(one.begin, request.tenant->zone).date > last; });
    return all;
}

/// The last line into the one that says the same place and topics, if there is one. How many help is said where it is one number.
void join_lines(std::vector<DropInView::Row>& rows, const std::vector<calendar::Interval>& times, const html::Page& page) {
    const auto& last = rows.back();
    const auto same = std::ranges::find_if(
        rows, [&](const auto& row) { return row.place == last.place && row.topics == last.topics; });
    if (&*same == &last) return;
    std::vector<std::string> hours;
    for (const auto& [begin, end] : calendar::busy(times)) hours.push_back(hours_of(begin, end, page));
    same->hours = base::joined(hours, ", ");
    if (same->people != last.people || hours.size() < times.size()) same->people.clear();
    rows.pop_back();
}

std::string sheet_of(const Bookings::DropIn& one, const html::Page& page) {
    const auto day = base::to_civil(one.begin, page.request().tenant->zone).date;
    auto url = page.tenant_url("/staff/counts/tally") + "?place=" + html::url_encode(one.place) +
               "&week=" + periods::key_of(periods::holding(periods::Kind::week, day));
    for (const auto& topic : one.topics) url += "&topic=" + html::url_encode(topic);
    return url;
}

}  // namespace

http::Response drop_in_page(const Pages& pages, const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Help without booking"));
    page.description = page.t("Where and when you can come with a simple question this week, without a time.");
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(request.tenant->id);
    const auto topic = request.query.get("topic");
    DropInView view;
    std::map<std::tuple<std::size_t, std::string, std::string>, std::vector<calendar::Interval>> times;
    if (!pages.bookings.offers(request.tenant->id).empty()) view.book_url = page.tenant_url("/book");
    for (const auto& one : this_week(pages, request)) {
        const auto* place = snapshot->place(one.place);
        if (!place || !helps_with(one.topics, *place, topic)) continue;
        auto day = day_of(one, page);
        if (view.days.empty() || view.days.back().day != day) view.days.push_back({std::move(day), {}});
        const auto people = std::ssize(one.lanes);
        auto& rows = view.days.back().rows;
        rows.push_back({place_then(pages, *request.tenant, one.place, one.begin), page.tenant_url("/places/" + place->slug),
                        hours_of(one.begin, one.end, page), topics_of_drop_in(pages, one, page),
                        people > 1 ? page.tn("{n} person helps", "{n} people help", people) : ""});
        times[{view.days.size(), rows.back().place, rows.back().topics}].push_back({one.begin, one.end});
        join_lines(rows, times[{view.days.size(), rows.back().place, rows.back().topics}], page);
    }
    return html::render_page(page, templates::drop_in_page(view, page));
}

http::Response staff_drop_in_page(const Pages& pages, const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Drop-in and tally sheets"));
    page.staff = true;
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t("Bookings"), page.tenant_url("/staff/bookings")});
    StaffDropInView view{.rota_url = page.tenant_url("/staff/booking/rota"), .public_url = page.tenant_url("/drop-in")};
    view.table = {.caption = page.t("Drop-in of the next seven days"),
                  .columns = {{page.t("Time")}, {page.t("Place")}, {page.t("Who helps")}, {page.t("What it is for")},
                              {page.t("Tally sheet")}},
                  .empty = page.t("No line of the rota is open for drop-in this week. Say it on the line, or on the place.")};
    const auto unit = unit_asked_for(pages, page);
    view.unit = unit.form(page.tenant_url("/staff/bookings/drop-in"));
    for (const auto& one : this_week(pages, request)) {
        if (!unit.holds(one.place)) continue;
        std::vector<std::string> people;
        for (const auto& lane : one.lanes) base::add_once(people, person_of(pages, lane, page));
        const auto topics = topics_of_drop_in(pages, one, page);
        view.table.rows.push_back({{.text = day_of(one, page) + ", " + hours_of(one.begin, one.end, page)},
                                   {.text = place_then(pages, *request.tenant, one.place, one.begin)},
                                   {.text = page.t(TEXT("{n}: {who}"), {{"n", std::to_string(one.lanes.size())},
                                                                        {"who", base::joined(people, ", ")}})},
                                   {.text = topics.empty() ? page.t("Whatever is simple") : topics},
                                   {.text = page.t("Tally sheet"), .url = sheet_of(one, page)}});
    }
    return html::render_page(page, templates::staff_drop_in_page(view, page));
}

}  // namespace digilots::booking
