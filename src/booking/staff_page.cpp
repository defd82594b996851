// The staff's day and week: who comes where, how it went. A list first; each line leads to its booking.
#include <algorithm>
#include <map>

#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/error_page.h"
#include "platform/print/format.h"

namespace digilots::booking {

namespace {

using html::components::Cell, html::components::Table;

constexpr int days_of_week = 7, most_unsaid = 30;

struct Shown {
    base::Date from{};
    int days = 1;
    std::string place, person;
    register_::AskedUnit unit = {};
};

Shown shown_in(const Pages& pages, const http::Request& request) {
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), request.tenant->zone).date;
    Shown shown{base::parse_date(request.query.get("day")).value_or(today), 1,
                base::cut(request.query.get("place"), 200), base::cut(request.query.get("person"), 200)};
    if (request.query.get("days") == "7") {
        shown.days = days_of_week;
        shown.from = base::add_days(shown.from, -base::weekday_of(shown.from));
    }
    shown.unit = unit_asked_for(pages, html::Page(request));
    return shown;
}

std::string address_of(const Shown& shown, base::Date from, const html::Page& page) {
    auto url = page.tenant_url("/staff/bookings") + "?day=" + base::format_date(from) +
               "&days=" + std::to_string(shown.days);
    if (!shown.place.empty()) url += "&place=" + html::url_encode(shown.place);
    if (!shown.person.empty()) url += "&person=" + html::url_encode(shown.person);
    return shown.unit.link(std::move(url));
}

std::string print_address_of(const Shown& shown, const html::Page& page) {
    auto url = page.tenant_url("/staff/bookings/day.pdf") + "?day=" + base::format_date(shown.from);
    if (!shown.place.empty()) url += "&place=" + html::url_encode(shown.place);
    if (!shown.person.empty()) url += "&person=" + html::url_encode(shown.person);
    return shown.unit.link(std::move(url));
}

html::components::FilterForm filter_of(const Pages& pages, const Shown& shown,
                                       const std::vector<Booking>& all, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    const auto plan = self.plan.of(tenant.id);
    html::components::Filter places{.name = "place", .label = page.t("Place")},
        people{.name = "person", .label = page.t("Person or thing")};
    places.options.push_back({"", page.t("All"), shown.place.empty()});
    people.options.push_back({"", page.t("All"), shown.person.empty()});
    std::vector<std::string> lanes, ids;
    for (const auto& shift : plan->shifts) {
        base::add_once(ids, shift.place);
        base::add_once(lanes, shift.lane);
    }
    for (const auto& booking : all) {
        base::add_once(lanes, booking.lane);
        if (!booking.second_lane.empty()) base::add_once(lanes, booking.second_lane);
    }
    for (const auto& id : ids)
        places.options.push_back(
            {id, place_name(*snapshot, id).empty() ? id : place_name(*snapshot, id), id == shown.place});
    for (const auto& lane : lanes)
        if (!lane.starts_with("rota:"))
            people.options.push_back({lane, person_of(pages, lane, page), lane == shown.person});
    html::components::Filter days{.name = "days", .label = page.t("Shown")};
    days.options = {{"1", page.t("A day"), shown.days == 1}, {"7", page.t("A week"), shown.days != 1}};
    auto form = shown.unit.form(page.tenant_url("/staff/bookings"), {{"day", base::format_date(shown.from)}});
    form.filters.insert(form.filters.begin(), days);
    form.filters.push_back(std::move(places));
    form.filters.push_back(std::move(people));
    form.active += (shown.place.empty() ? 0 : 1) + (shown.person.empty() ? 0 : 1);
    return form;
}

std::string hours_in_words(base::Instant from, base::Instant until, const html::Page& page) {
    const auto& zone = page.request().tenant->zone;
    const auto one = base::to_civil(from, zone), other = base::to_civil(until, zone);
    return page.t(TEXT("{from}–{to}"), {{"from", page.translator().time(one.hour, one.minute)},
                                        {"to", page.translator().time(other.hour, other.minute)}});
}

bool is_shown(const Shown& shown, const Booking& booking) {
    return shown.unit.holds(booking.place) && (shown.place.empty() || booking.place == shown.place) &&
           (shown.person.empty() || booking.is_of(shown.person));
}

std::vector<Cell> row_of_booking(const Pages& pages, const Booking& booking, std::string when, const html::Page& page) {
    const auto offer = pages.bookings.offer(page.request().tenant->id, booking.offer);
    auto what = offer ? offer->title : page.t("Not there any more");
    if (booking.two_people) what += " · " + page.t("Two go there");
    return {Cell{.text = std::move(when), .url = page.tenant_url("/staff/bookings/" + booking.id)}, Cell{.text = std::move(what)},
            Cell{.text = where_it_is(pages, booking, page)}, Cell{.text = people_in_words(pages, booking, page)},
            Cell{.text = page.t(state_in_words(booking.state))}};
}

/// How many are booked that day where the list does not look; nothing is said where none are.
std::string nothing_on(base::Date day, const Shown& shown, std::int64_t elsewhere, const html::Page& page) {
    const auto date = page.translator().date(day);
    if (elsewhere == 0) return page.t("Nothing is booked on {date}.", {{"date", date}});
    const auto unit = base::find_in(shown.unit.field.options, true, &html::components::Option::selected);
    if (shown.place.empty() && shown.person.empty() && unit)
        return page.tn("Nothing is booked at {unit} on {date} ({n} elsewhere).",
                       "Nothing is booked at {unit} on {date} ({n} elsewhere).", elsewhere,
                       {{"unit", unit->label}, {"date", date}});
    return page.tn("Nothing is booked on {date} with this choice ({n} otherwise).",
                   "Nothing is booked on {date} with this choice ({n} otherwise).", elsewhere, {{"date", date}});
}

Table table_of_day(const Pages& pages, base::Date day, const std::vector<Booking>& all, std::string nothing,
                   const html::Page& page) {
    const auto& words = page.translator();
    Table table{
        .caption = page.t(TEXT("{weekday} {date}"),
                          {{"weekday", words.weekday(base::weekday_of(day))}, {"date", words.date(day)}}),
        .columns = {{page.t("Time")},
                    {page.t("What")},
                    {page.t("Place")},
                    {page.t("Person or thing")},
                    {page.t("How it stands")}},
        .empty = std::move(nothing)};
    for (const auto& booking : all)
        if (booking.day == base::format_date(day))
            table.rows.push_back(row_of_booking(pages, booking, hours_in_words(booking.starts, booking.ends, page), page));
    return table;
}

/// The first that are over; those that are said of leave room for the next.
Table table_of_unsaid(const Pages& pages, const Shown& shown, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    Table table{.caption = {},
                .columns = {{page.t("Time")},
                            {page.t("What")},
                            {page.t("Place")},
                            {page.t("Person or thing")},
                            {page.t("How it stands")}}};
    std::int64_t all = 0;
    for (const auto& booking : pages.bookings.unsaid(tenant)) {
        if (!is_shown(shown, booking)) continue;
        if (++all <= most_unsaid)
            table.rows.push_back(
                row_of_booking(pages, booking, time_in_words(booking.starts, tenant.zone, page.translator()), page));
    }
    table.caption = page.tn("{n} time is over, and nobody has said how it went",
                            "{n} times are over, and nobody has said how they went", all);
    return table;
}

std::vector<std::pair<std::string, std::string>> steps_after(const Booking& booking, base::Instant now,
                                                             const html::Page& page) {
    const auto& state = booking.state;
    const bool has_begun = booking.starts <= now;
    const bool is_before_its_day = booking.day > base::format_date(base::to_civil(now, page.request().tenant->zone).date);
    // Before its day nobody can have come; who says that they do not come gives the time back.
    if (state == "booked" && is_before_its_day)
        return {{"excused", page.t("They have said that they do not come")}, {"cancelled_by_us", page.t("Cancel the time")}};
    if (state == "booked" && !has_begun)
        return {{"arrived", page.t("Arrived")},
                {"excused", page.t("Told us in time")},
                {"cancelled_by_us", page.t("Cancel the time")}};
    if (state == "arrived" && !has_begun)
        return {{"booked", page.t("Not arrived after all")}, {"cancelled_by_us", page.t("Cancel the time")}};
    if (state == "booked")
        return {{"arrived", page.t("Arrived")},
                {"seen", page.t("Helped")},
                {"did_not_come", page.t("Did not come")},
                {"excused", page.t("Told us in time")},
                {"cancelled_by_us", page.t("Cancel the time")}};
    if (state == "arrived")
        return {{"seen", page.t("Helped")},
                {"booked", page.t("Not arrived after all")},
                {"cancelled_by_us", page.t("Cancel the time")}};
    if (state == "seen" || state == "did_not_come")
        return {{"booked", page.t("That was wrong: take it back")}};
    return {};
}

std::string notice_of(const http::Request& request, const html::Page& page) {
    const auto came_of = request.query.get("came");
    if (came_of == "saved") return page.t("The change is saved.");
    if (came_of == "moved")
        return page.t("The time is changed. Who has left an e-mail address is written to; tell the others.");
    if (came_of == "cancelled")
        return page.t("The time is cancelled. Who has left an e-mail address is written to; whom you are to "
                      "ring or write to stands under “Who is to be reminded”.");
    if (came_of == "put-back")
        return page.t("The time holds again. Who has left an e-mail address is written to; tell the others.");
    if (came_of == "gone") return page.t("Somebody else has taken that time. Book another one.");
    if (came_of == "changed")
        return page.t("Somebody has changed it meanwhile: look how it stands now. Nothing was changed.");
    if (came_of == "mended")
        return page.t("How they are reached is put right. The time stays.");
    if (came_of == "too-early")
        return page.t("The time has not begun: how it went can be said when it has. Nothing was changed.");
    if (came_of == "not-logged") return page.t("It cannot be logged like this. Log it at the desk.");
    return "";
}

std::string reminded_in_words(const Booking& booking, const html::Page& page) {
    const auto day = base::parse_date(booking.reminded_on);
    return day ? page.translator().weekday(base::weekday_of(*day)) + " " + page.translator().date(*day) : booking.reminded_on;
}

html::components::Field topic_of_visit(const http::Request& request, const html::Page& page) {
    auto field = topic_field(std::string(request.form.get("topic")), page);
    field.label = page.t("What it was about");
    field.optional = false;
    return field;
}

}  // namespace

http::Response day_page(const Pages& pages, const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Bookings"));
    page.staff = true;
    const auto shown = shown_in(pages, request);
    auto all = pages.bookings.list(request.tenant->id, shown.from, base::add_days(shown.from, shown.days - 1));
    StaffDayView view{.filter = filter_of(pages, shown, all, page)};
    std::map<std::string, std::int64_t, std::less<>> elsewhere;
    for (const auto& booking : all)
        if (!is_shown(shown, booking) && !booking.state.starts_with("cancelled")) ++elsewhere[booking.day];
    std::erase_if(all, [&](const Booking& booking) { return !is_shown(shown, booking); });
    view.unsaid = table_of_unsaid(pages, shown, page);
    for (int at = 0; at < shown.days; ++at) {
        const auto day = base::add_days(shown.from, at);
        view.days.push_back(
            table_of_day(pages, day, all, nothing_on(day, shown, elsewhere[base::format_date(day)], page), page));
    }
    view.earlier_url = address_of(shown, base::add_days(shown.from, -shown.days), page);
    view.later_url = address_of(shown, base::add_days(shown.from, shown.days), page);
    view.book_url = page.tenant_url("/staff/bookings/new");
    view.ways = {{page.t("As a calendar"), page.tenant_url("/staff/bookings/calendar") + "?day=" +
                                               base::format_date(shown.from) + "&days=" + std::to_string(shown.days)},
                 {page.t("The day to print"), print_address_of(shown, page)},
                 {page.t("Find a booking by its code"), page.tenant_url("/staff/bookings/find")},
                 {page.t("Who is to be reminded"), page.tenant_url("/staff/bookings/reminders")},
                 {page.t("Drop-in and tally sheets"), page.tenant_url("/staff/bookings/drop-in")},
                 {page.t("Queue"), page.tenant_url("/staff/queue")},
                 {page.t("Demand and staffed hours"), page.tenant_url("/staff/bookings/demand")},
                 {page.t("What can be booked"), page.tenant_url("/staff/booking/offers")},
                 {page.t("Rota"), page.tenant_url("/staff/booking/rota")},
                 {page.t("Exceptions of the rota"), page.tenant_url("/staff/booking/exceptions")},
                 {page.t("Computers and rooms"), page.tenant_url("/staff/booking/resources")}};
    return html::render_page(page, templates::day_page(view, page));
}

namespace {

/// What was asked, for whoever sees the time; the way there for whoever may open the entry.
void add_booked_from(const Pages& pages, const Booking& booking, const html::Page& page, StaffBookingView& view) {
    const auto& tenant = *page.request().tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto entry = self.neighbours.inquiries.find(tenant, booking.booked_from);
    auto words = page.t("That entry is gone from the log. The time stays booked.");
    if (entry) {
        words = page.translator().date_time(entry->at, tenant.zone);
        if (!entry->topics.empty())
            words += ": " + taxonomy::topic_label(*self.neighbours.own_topics.of(tenant.id), entry->topics.front(),
                                                  page.translator());
    }
    view.facts.push_back({page.t("Booked from an entry in the log"), {std::move(words)}});
    if (self.neighbours.inquiries.find_for(page.request(), booking.booked_from))
        view.booked_from_url = page.tenant_url("/staff/inquiries/" + booking.booked_from);
}

http::Response show_booking(const Pages& pages, const http::Request& request, const std::optional<Booking>& booking,
                            StaffBookingView view, int status) {
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto offer = pages.bookings.offer(tenant.id, booking->offer);
    const auto page = inner_page(request, offer ? offer->title : html::Page(request).t("Not there any more"));
    const auto& words = page.translator();
    const auto url = page.tenant_url("/staff/bookings/" + booking->id);
    const bool is_at_home = offer && offer->is_at_home();
    const auto name = is_at_home ? where_it_is(pages, *booking, page)
                                 : address_then(pages, tenant, booking->place, booking->starts);
    const auto kept = pages.bookings.reached(tenant.id, booking->id);
    if (view.notice.empty()) view.notice = notice_of(request, page);
    view.url = url;
    view.seen = std::to_string(booking->version);
    view.facts = {{page.t("When"), {time_in_words(booking->starts, tenant.zone, words)}},
                  {page.t("How long"), {minutes_in_words(booking->minutes, page)}},
                  {page.t("Place"), {name.empty() ? booking->place : name}},
                  {page.t("Person or thing"), {people_in_words(pages, *booking, page)}},
                  {page.t("How it stands"), {page.t(state_in_words(booking->state))}}};
    if (!booking->topic.empty())
        view.facts.push_back(
            {page.t("Topic"),
             {taxonomy::topic_label(*self.neighbours.own_topics.of(tenant.id), booking->topic, words)}});
    if (const auto group = group_in_words(*booking, page); !group.empty()) view.facts.push_back({page.t("For whom"), {group}});
    if (booking->two_people) view.facts.push_back({page.t("Two go there"), {page.t("Yes")}});
    if (!booking->client_code.empty())
        view.facts.push_back(
            {page.t("Code of home care’s client"), {booking->client_code, page.t("The client has agreed.")}});
    if (!booking->reason.empty()) view.facts.push_back({page.t("Why it is cancelled"), {booking->reason}});
    if (!booking->reminded_on.empty()) view.facts.push_back({page.t("Reminded"), {reminded_in_words(*booking, page)}});
    if (!booking->booked_from.empty()) add_booked_from(pages, *booking, page, view);
    view.person = {{page.t("How we reach them"), {page.t(way_in_words(booking->way))}}};
    if (!kept.value.empty()) view.person.push_back({page.t("Phone number or address"), {kept.value}});
    const bool is_rung = booking->way == "phone" || booking->way == "letter";
    if (booking->is_to_come() && is_rung && !kept.value.empty())
        view.person.push_back({page.t("When you cancel it"),
                               {page.t("They stand under “Who is to be reminded” until you have told them. How to reach them is "
                                       "deleted then.")}});
    if (!kept.name.empty()) view.person.push_back({page.t("First name"), {kept.name}});
    if (is_mended(*booking)) view.mend_url = url + "/contact";
    if (!kept.address.empty()) view.person.push_back({page.t("Where we come to"), {kept.address}});
    if (!kept.value.empty() || !kept.name.empty() || !kept.address.empty()) note_reading(pages, request, booking->id);
    view.missed = letters_missed(pages, *booking, page);
    view.steps = steps_after(*booking, self.clock.now(), page);
    if (pages.bookings.can_be_put_back(tenant, *booking)) view.steps.emplace_back("put_back", page.t("Put the time back"));
    if (booking->state == "booked") view.move_url = url + "/move";
    const bool is_logged = self.neighbours.inquiries.find(tenant, booking->entry).has_value();
    if (booking->state == "seen" && !is_logged) {
        view.log_url = url + "/log";
        if (topic_known(*booking, offer).empty()) view.topic = topic_of_visit(request, page).with(view.errors);
    }
    const bool may_open = is_logged && self.neighbours.inquiries.find_for(request, booking->entry);
    if (may_open) view.entry_url = page.tenant_url("/staff/inquiries/" + booking->entry);
    view.day_url = page.tenant_url("/staff/bookings") + "?day=" + booking->day;
    view.new_url = page.tenant_url("/staff/bookings/new");
    return html::render_page(page, templates::booking_page(view, page), status);
}

}  // namespace

http::Response booking_page(const Pages& pages, const http::Request& request) {
    const auto booking = booking_in(pages, request);
    return booking ? show_booking(pages, request, booking, {}, 200) : html::error_page(request, 404);
}

http::Response booked_for_somebody(const Pages& pages, const http::Request& request, const Booked& booked) {
    const html::Page page(request);
    const auto url = page.tenant_url("/bookings/" + booked.code);
    const auto told = page.t("The time is booked. Give them the code, on the slip or read out: it is told here alone.");
    StaffBookingView view{.notice = told,
                          .code = booked.code,
                          .calendar_url = url + ".ics",
                          .papers = print::format_links(url + "/confirmation.pdf", confirmation_papers(), page)};
    return never_kept(show_booking(pages, request, booked.booking, std::move(view), 200));
}

http::Response log_visit(const Pages& pages, const http::Request& request) {
    const auto booking = booking_in(pages, request);
    if (!booking) return html::error_page(request, 404);
    const html::Page page(request);
    const auto topic = base::cut(request.form.get("topic"), 100);
    const auto known = topic_known(*booking, pages.bookings.offer(request.tenant->id, booking->offer));
    const bool is_asked = topic.empty() && known.empty();
    const bool is_logged = Inside::of(pages.bookings).neighbours.inquiries.find(*request.tenant, booking->entry).has_value();
    const auto& account = request.identity->account_id;
    const auto entry = is_asked && !is_logged ? "" : pages.bookings.log(*request.tenant, booking->id, account, topic);
    if (entry.empty() && booking->state == "seen") {
        StaffBookingView view;
        view.errors.add("topic", page.t("Choose what it was about, and log the visit again."));
        return show_booking(pages, request, booking, std::move(view), 422);
    }
    if (entry.empty()) return back_to(request, "not-logged");
    return http::see_other(html::Page(request).tenant_url("/staff/inquiries/" + entry));
}

}  // namespace digilots::booking
