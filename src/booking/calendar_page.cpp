// The staff's calendar: a day or a week of each person, place, or computer and room; when they are there, and what is booked.
#include <algorithm>

#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::booking {

namespace {

constexpr int days_of_a_week = 7;
constexpr std::string_view thing_lane = "resource:";
const std::string of_offer = "offer:", of_function = "function:";

struct Look {
    std::string by = "person";  // person, place, resource
    base::Date from{};
    int days = days_of_a_week;
};

Look look_in(const Pages& pages, const http::Request& request) {
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), request.tenant->zone).date;
    Look look{.from = base::parse_date(request.query.get("day")).value_or(today)};
    const auto by = request.query.get("by");
    if (by == "place" || by == "resource") look.by = by;
    if (request.query.get("days") == "1") look.days = 1;
    if (look.days != 1) look.from = base::add_days(look.from, -base::weekday_of(look.from));
    return look;
}

std::string url_of(const Look& look, const html::Page& page) {
    return page.tenant_url("/staff/bookings/calendar") + "?by=" + look.by + "&day=" + base::format_date(look.from) +
           "&days=" + std::to_string(look.days);
}

std::string from_to(Interval at, const html::Page& page) {
    const auto& zone = page.request().tenant->zone;
    const auto one = base::to_civil(at.begin, zone), other = base::to_civil(at.end, zone);
    return page.t(TEXT("{from}–{to}"), {{"from", page.translator().time(one.hour, one.minute)},
                                        {"to", page.translator().time(other.hour, other.minute)}});
}

/// Under which row something stands; "" in none of this look. `offer`: of a thing, "" else.
std::string row_of(const Plan& plan, const Look& look, const std::string& lane, const std::string& place,
                   const std::string& offer = "") {
    if (look.by == "place") return place;
    const bool is_thing = lane.starts_with(thing_lane) || !offer.empty();
    if (is_thing != (look.by == "resource")) return "";
    if (is_thing) return lane.starts_with(thing_lane) ? lane : of_offer + offer;
    if (lane.starts_with("person:")) return lane;
    return of_function + function_of(plan, lane);
}

std::string title_of_row(const Pages& pages, const Look& look, const std::string& key, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    if (look.by == "place") {
        const auto name = place_name(*snapshot, key);
        return name.empty() ? key : name;
    }
    if (key.starts_with(of_offer)) {
        const auto offer = pages.bookings.offer(tenant.id, key.substr(of_offer.size()));
        return offer ? offer->title : page.t("Not there any more");
    }
    if (key.starts_with(of_function)) {
        const auto plan = Inside::of(pages.bookings).plan.of(tenant.id);
        const auto function = plan->functions.find(std::string_view(key).substr(of_function.size()));
        if (function == plan->functions.end()) return page.t("Whoever holds the function");
        return page.t("Whoever holds the function: {function}", {{"function", function->second}});
    }
    const auto thing = thing_of(pages, tenant, key);
    if (!thing) return person_of(pages, key, page);
    const auto title = numbered(*thing, key);
    const auto where = place_name(*snapshot, thing->place);
    return where.empty() ? title : title + ", " + where;
}

CalendarView::Item item_of(const Pages& pages, const Look& look, const Booking& booking, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    CalendarView::Item item{.when = from_to({booking.starts, booking.ends}, page),
                            .what = offer ? offer->title : page.t("Not there any more"),
                            .url = page.tenant_url("/staff/bookings/" + booking.id),
                            .state = page.t(state_in_words(booking.state))};
    if (offer && offer->travel > 0) {
        const std::chrono::minutes way(offer->travel);
        item.way = page.t("Away with the way there and back: {hours}",
                          {{"hours", from_to({booking.starts - way, booking.ends + way}, page)}});
    }
    if (look.by == "place") item.who = people_in_words(pages, booking, page);
    else if (look.by == "person")
        item.who = where_it_is(pages, booking, page);
    if (booking.two_people) item.who += (item.who.empty() ? "" : " · ") + page.t("Two go there");
    return item;
}

/// A row for each of whom anything is known on these days.
std::vector<CalendarView::Row> rows_of(const Pages& pages, const Look& look, const std::vector<CalendarView::Day>& days,
                                       const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto plan = Inside::of(pages.bookings).plan.of(tenant.id);
    const auto all = pages.bookings.list(tenant.id, look.from, base::add_days(look.from, look.days - 1));
    std::map<std::string, CalendarView::Row> rows;
    const auto cell = [&](const std::string& key, const std::string& day) -> CalendarView::Cell* {
        const auto at = std::ranges::find(days, day, &CalendarView::Day::key);
        if (key.empty() || at == days.end()) return nullptr;
        auto& row = rows[key];
        row.cells.resize(days.size());
        return &row.cells[static_cast<std::size_t>(at - days.begin())];
    };
    for (const auto& shift : plan->shifts)
        if (auto* found = cell(row_of(*plan, look, shift.lane, shift.place),
                               base::format_date(base::to_civil(shift.at.begin, tenant.zone).date))) {
            auto hours = from_to(shift.at, page);
            const auto where = place_name(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), shift.place);
            if (look.by == "person" && !where.empty()) hours += ", " + where;
            if (look.by == "person" && shift.way > 0)
                hours += page.tn(", after {n} minute on the way", ", after {n} minutes on the way", shift.way);
            base::add_once(found->there, std::move(hours));
        }
    for (const auto& booking : all) {
        const auto offer = pages.bookings.offer(tenant.id, booking.offer);
        const auto of_thing = offer && offer->is_thing() ? booking.offer : std::string();
        // Where two go, it stands in the row of each.
        std::vector<std::string> keys{row_of(*plan, look, booking.lane, booking.place, of_thing)};
        if (!booking.second_lane.empty()) base::add_once(keys, row_of(*plan, look, booking.second_lane, booking.place, of_thing));
        for (const auto& key : keys)
            if (auto* found = cell(key, booking.day)) found->items.push_back(item_of(pages, look, booking, page));
    }
    for (const auto& [lane, held] : plan->held) {
        auto key = row_of(*plan, look, lane, held.place);
        if (look.by == "person" && lane.empty()) key = of_function + held.function;
        auto* found = cell(key, base::format_date(base::to_civil(held.begin, tenant.zone).date));
        const auto url = page.tenant_url(held.path);
        if (!found || base::find_in(found->items, url, &CalendarView::Item::url)) continue;
        const auto function = plan->functions.find(held.function);
        CalendarView::Item item{.when = from_to({held.begin, held.end}, page), .what = held.title, .url = url, .state = {}};
        if (look.by == "person")
            item.who = place_name(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), held.place);
        else if (function != plan->functions.end())
            item.who = function->second;
        found->items.push_back(std::move(item));
    }
    std::vector<CalendarView::Row> sorted;
    for (auto& [key, row] : rows) {
        for (auto& of_day : row.cells) std::ranges::sort(of_day.there);
        row.title = title_of_row(pages, look, key, page);
        sorted.push_back(std::move(row));
    }
    std::ranges::stable_sort(sorted, {}, &CalendarView::Row::title);
    return sorted;
}

}  // namespace

http::Response calendar_page(const Pages& pages, const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Calendar of bookings"));
    page.staff = true;
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t("Bookings"), page.tenant_url("/staff/bookings")});
    const auto look = look_in(pages, request);
    const auto& words = page.translator();
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), request.tenant->zone).date;
    CalendarView view;
    for (const auto& [by, title] : {std::pair{"person", TEXT("By person")}, {"place", TEXT("By place")},
                                    {"resource", TEXT("By computer and room")}}) {
        auto other = look;
        other.by = by;
        view.looks.push_back({page.t(title), url_of(other, page), look.by == by});
    }
    for (const auto& [days, title] : {std::pair{1, TEXT("A day")}, {days_of_a_week, TEXT("A week")}}) {
        auto other = look;
        other.days = days;
        view.lengths.push_back({page.t(title), url_of(other, page), look.days == days});
    }
    for (int at = 0; at < look.days; ++at) {
        const auto date = base::add_days(look.from, at);
        view.days.push_back({.key = base::format_date(date),
                             .title = page.t(TEXT("{weekday} {date}"), {{"weekday", words.weekday(base::weekday_of(date))},
                                                                        {"date", words.date(date)}}),
                             .is_today = date == today});
    }
    const auto week = words.number(std::stoi(base::iso_week(look.from).substr(6)));
    view.title = look.days == 1 ? view.days.front().title : page.t("Week {number}", {{"number", week}});
    view.rows = rows_of(pages, look, view.days, page);
    auto earlier = look, later = look;
    earlier.from = base::add_days(look.from, -look.days);
    later.from = base::add_days(look.from, look.days);
    view.earlier_url = url_of(earlier, page);
    view.later_url = url_of(later, page);
    view.list_url = page.tenant_url("/staff/bookings") + "?day=" + base::format_date(look.from) +
                    "&days=" + std::to_string(look.days);
    view.book_url = page.tenant_url("/staff/bookings/new");
    return html::render_page(page, templates::calendar_page(view, page));
}

}  // namespace digilots::booking
