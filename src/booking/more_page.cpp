// Where we are this week, the queue, and who is to be reminded.
#include <algorithm>
#include <map>

#include "booking/holds_still.h"
#include "booking/opening.h"
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/chosen.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"
#include "platform/mail/message.h"

namespace digilots::booking {

namespace {

constexpr int days_said = 7;
constexpr const char* refreshed_every = "60";

std::string wait_in_words(const Bookings::Queue& queue, const html::Page& page) {
    if (queue.most_minutes < 0)
        return page.t("Nobody has been called yet today, so we do not know how long it takes.");
    if (queue.most_minutes == 0) return page.t("Today people waited less than a minute.");
    if (queue.least_minutes == queue.most_minutes)
        return page.tn("Today people waited {n} minute.", "Today people waited {n} minutes.",
                       queue.most_minutes);
    return page.t(
        "Today people waited {least} to {most} minutes.",
        {{"least", std::to_string(queue.least_minutes)}, {"most", std::to_string(queue.most_minutes)}});
}

std::string waiting_in_words(const Bookings::Queue& queue, const html::Page& page) {
    if (queue.waiting.empty()) return page.t("Nobody waits.");
    return page.tn("{n} number waits.", "{n} numbers wait.", std::ssize(queue.waiting));
}

const directory::Place* place_called(const directory::Snapshot& snapshot, std::string_view slug) {
    const auto* place = snapshot.place(slug);
    return place && place->listed() ? place : nullptr;
}

/// Where the rota says nothing of a place, its hours do; and residents take numbers where a queue runs.
bool is_open(const Pages& pages, const http::Request& request, const directory::Place& place, bool is_staff = false) {
    const auto& tenant = *request.tenant;
    if (const auto staffed = pages.bookings.staffed_now(tenant.id, place.id)) return *staffed;
    const auto now = Inside::of(pages.bookings).clock.now();
    const auto yesterday = base::add_days(base::to_civil(now, tenant.zone).date, -1);
    const auto open = open_hours(&place, {tenant.zone, tenant.country, yesterday, 2});
    const auto holds_now = [&](const Interval& one) { return one.begin <= now && now < one.end; };
    if (open && std::ranges::none_of(*open, holds_now)) return false;
    return is_staff || pages.bookings.runs_queue(tenant, place.id);
}

std::string queue_day(const Pages& pages, const http::Request& request) {
    return base::format_date(base::to_civil(Inside::of(pages.bookings).clock.now(), request.tenant->zone).date);
}

http::Response show_queue(const Pages& pages, const http::Request& request, const directory::Place& place,
                          QueueView view, int status) {
    auto page = page_named(request, html::Page(request).t("Queue, {place}", {{"place", place.name}}));
    page.indexable = false;
    const auto& self = Inside::of(pages.bookings);
    const auto queue = pages.bookings.queue(*request.tenant, place.id);
    const auto url = page.tenant_url("/places/" + place.slug + "/queue");
    const bool stands_still = request.query.has("still");
    const auto own = view.own.empty() ? "" : "number=" + view.own + "&day=" + queue_day(pages, request);
    const auto moving = own.empty() ? url : url + "?" + own;
    view.place_url = page.tenant_url("/places/" + place.slug);
    view.url = url;
    view.still_url = stands_still ? "" : moving + (own.empty() ? "?" : "&") + "still=1";
    view.moving_url = stands_still ? moving : "";
    if (!view.own.empty()) {
        const int number = std::stoi(view.own);
        view.is_called = base::holds(queue.all_called, number);
        const auto before = std::ranges::count_if(queue.waiting, [&](int other) { return other < number; });
        view.before = before == 0 ? page.t("You are next.")
                                  : page.tn("{n} number is before yours.", "{n} numbers are before yours.", before);
    }
    view.form_key = base::form_key_for("", self.clock.now());
    view.wait = wait_in_words(queue, page);
    view.waiting = waiting_in_words(queue, page);
    view.called = queue.called;
    for (std::size_t at = 1; at < queue.called.size(); ++at)
        view.called_before += (at > 1 ? ", " : "") + std::to_string(queue.called[at]);
    view.is_open = is_open(pages, request, place);
    auto response = never_kept(html::render_page(page, templates::queue_page(view, page), status));
    if (!stands_still) response.headers.emplace_back("Refresh", refreshed_every);
    return response;
}

}  // namespace

std::vector<std::string> Bookings::queue_lines(std::string_view place, const html::Page& page) const {
    const auto today = queue(*page.request().tenant, place);
    if (today.waiting.empty() && today.called.empty()) return {};
    std::vector<std::string> lines, before;
    for (const int number : today.called) {
        // The newest alone is read from afar.
        if (lines.empty()) lines.push_back(page.t("Called now: {number}", {{"number", std::to_string(number)}}));
        else before.push_back(std::to_string(number));
    }
    if (!before.empty()) lines.push_back(page.t("Before it:") + " " + base::joined(before, " · "));
    lines.push_back(waiting_in_words(today, page));
    if (!today.waiting.empty() && today.most_minutes >= 0) lines.push_back(wait_in_words(today, page));
    return lines;
}

std::string told_in_letter(const Pages& pages, const Booking& booking, const http::Tenant& tenant) {
    const auto& self = Inside::of(pages.bookings);
    const auto& words = i18n::translator(booking.language);
    const auto what = self.title_of(tenant.id, booking.offer), time = time_in_words(booking.starts, tenant.zone, words);
    if (booking.state == "cancelled_by_us")
        return words.t(TEXT("We have to cancel your time: {what}, {when}."), {{"what", what}, {"when", time}});
    const auto hitch = hitch_in_words(hitch_of(pages.bookings, tenant.id, booking), booking, tenant, words);
    const auto now = hitch.empty() ? std::string() : " " + hitch;
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    if (offer && offer->is_at_home())
        return words.t(hitch.empty() ? TEXT("You have booked a time: {what}, {when}. We come to your home.")
                                     : TEXT("You have booked a time at home: {what}, {when}."),
                       {{"what", what}, {"when", time}}) + now;
    const auto place = self.where_of(tenant.id, booking, words);
    return words.t(TEXT("You have booked a time: {what}, {when}, {place}."),
                   {{"what", what}, {"when", time}, {"place", place}}) +
           now;
}

namespace {

RemindView::Row reminder_row(const Pages& pages, const Booking& booking, std::string button,
                             const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto what = self.title_of(tenant.id, booking.offer);
    const auto kept = pages.bookings.reached(tenant.id, booking.id);
    if (!kept.value.empty() || !kept.name.empty()) note_reading(pages, page.request(), booking.id);
    return {
        .about = page.t(TEXT("{what}, {when}"),
                        {{"what", what},
                         {"when", time_in_words(booking.starts, tenant.zone, page.translator())}}),
        .url = page.tenant_url("/staff/bookings/" + booking.id),
        .reach = kept.name.empty() ? kept.value : kept.name + ", " + kept.value,
        .text = told_in_letter(pages, booking, tenant),
        .button_url = page.tenant_url("/staff/bookings/" + booking.id + "/reminded"),
        .button = std::move(button),
        .letter_url = booking.way == "letter" ? page.tenant_url("/staff/bookings/" + booking.id + "/letter.pdf") : ""};
}

}  // namespace

namespace {

/// The places where functions that come to several are longest in that time: there one finds them first.
std::vector<html::Link> homes_of(const Plan& plan, const directory::Snapshot& snapshot, Interval in, const html::Page& page) {
    std::map<std::string, std::map<std::string, std::chrono::milliseconds>> times;
    for (const auto& shift : plan.shifts)
        if (shift.at.begin < in.end && in.begin < shift.at.end && !shift.function.empty())
            times[shift.function][shift.place] += std::chrono::floor<std::chrono::milliseconds>(shift.at.end - shift.at.begin);
    std::vector<html::Link> homes;
    for (const auto& [function, places] : times) {
        const auto longest = std::ranges::max_element(places, {}, [](const auto& one) { return one.second; });
        const auto* place = snapshot.place(longest->first);
        if (places.size() < 2 || !place || !place->listed()) continue;
        html::Link home{place->name, page.tenant_url("/places/" + place->slug)};
        if (std::ranges::find(homes, home.url, &html::Link::url) == homes.end()) homes.push_back(std::move(home));
    }
    return homes;
}

}  // namespace

http::Response week_page(const Pages& pages, const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Where we are this week"));
    page.description = page.t("At which places somebody helps you this week, and when.");
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    const auto& words = page.translator();
    WeekView view{.book_url = page.tenant_url("/book")};
    const auto now = self.clock.now();
    view.homes = homes_of(*self.plan.of(tenant.id), *snapshot, {now, now + std::chrono::days(days_said)}, page);
    for (const auto& shift :
         pages.bookings.staffed(tenant, base::to_civil(self.clock.now(), tenant.zone).date, days_said)) {
        const auto* place = snapshot->place(shift.place);
        if (!place || !place->listed()) continue;
        const auto from = base::to_civil(shift.begin, tenant.zone),
                   to = base::to_civil(shift.end, tenant.zone);
        const auto name = place_then(pages, tenant, shift.place, shift.begin);
        auto day = page.t(TEXT("{weekday} {date}"),
                          {{"weekday", words.weekday(from.weekday)}, {"date", words.date(from.date)}});
        if (view.days.empty() || view.days.back().day != day) view.days.push_back({std::move(day), {}});
        auto hours = page.t(TEXT("{from}–{to}"), {{"from", words.time(from.hour, from.minute)},
                                                  {"to", words.time(to.hour, to.minute)}});
        const bool is_said = std::ranges::any_of(view.days.back().rows, [&](const auto& row) {
            return row.place == name && row.hours == hours;
        });
        if (!is_said)
            view.days.back().rows.push_back(
                {name, page.tenant_url("/places/" + place->slug), std::move(hours)});
    }
    return html::render_page(page, templates::week_page(view, page));
}

http::Response queue_page(const Pages& pages, const http::Request& request) {
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(request.tenant->id);
    const auto* place = place_called(*snapshot, request.parameter("slug"));
    if (!place) return html::error_page(request, 404);
    QueueView view;
    const auto own = base::whole_number(request.query.get("number"), 1, most_in_queue);
    const auto queue = pages.bookings.queue(*request.tenant, place->id);
    // A number holds its day: tomorrow somebody else has it.
    const bool is_of_today = request.query.get("day") == queue_day(pages, request);
    const bool is_taken = own && (base::holds(queue.waiting, *own) || base::holds(queue.all_called, *own));
    if (own && is_of_today && is_taken)
        view.own = std::to_string(*own);
    else if (own)
        view.gone = html::Page(request).t("Number {number} is not of today. Take a new one.", {{"number", std::to_string(*own)}});
    return show_queue(pages, request, *place, std::move(view), 200);
}

http::Response take_number(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.bookings);
    const auto snapshot = self.neighbours.directory.snapshot(request.tenant->id);
    const auto* place = place_called(*snapshot, request.parameter("slug"));
    if (!place) return html::error_page(request, 404);
    if (const auto wait = wait_of(self.booking, request, self.clock.now()))
        return html::wait_page(request, *wait);
    // Numbers of an empty desk would be in the way of those who come when it opens.
    if (!is_open(pages, request, *place)) return show_queue(pages, request, *place, {}, 409);
    const auto number = pages.bookings.take_number(*request.tenant, place->id, request.form.get("form_key"));
    if (number == 0) return show_queue(pages, request, *place, {.is_full = true}, 503);
    const auto url = html::Page(request).tenant_url("/places/" + place->slug + "/queue");
    return never_kept(http::see_other(url + "?number=" + std::to_string(number) + "&day=" +
                                      queue_day(pages, request)));
}

http::Response staff_queue_page(const Pages& pages, const http::Request& request) {
    const auto page = inner_page(request, html::Page(request).t("Queue"));
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto snapshot = self.neighbours.directory.snapshot(tenant.id);
    StaffQueueView view{.url = page.tenant_url("/staff/queue")};
    const auto* chosen = snapshot->place(request.query.get("place"));
    // As at the desk: where they work.
    if (!chosen) chosen = snapshot->place(self.neighbours.inquiries.usual_place(request));
    if (chosen && !chosen->listed()) chosen = nullptr;
    view.place = {.name = "place", .label = page.t("Place")};
    for (const auto& place : snapshot->places) {
        if (!place.listed()) continue;
        if (!chosen) chosen = &place;
        view.place.options.push_back({place.id, place.name, &place == chosen});
    }
    view.hidden = html::made_for({view.place});
    if (chosen) {
        view.place_id = chosen->id;
        view.screen_url = page.tenant_url("/places/" + chosen->slug + "/queue");
        view.is_open = is_open(pages, request, *chosen, true);
        const auto queue = pages.bookings.queue(tenant, chosen->id);
        view.waiting = waiting_in_words(queue, page);
        for (const int called : queue.called)
            view.called.emplace_back(std::to_string(called), page.t("Call {number} again", {{"number", std::to_string(called)}}));
        if (!queue.called.empty()) {
            view.undo = std::to_string(queue.called.front());
            view.undo_label = page.t("Take back that {number} was called", {{"number", view.undo}});
        }
        const auto number = base::cut(request.query.get("number"), 3);
        if (request.query.get("came") == "called")
            view.notice = page.t("Number {number} is called.", {{"number", number}});
        if (request.query.get("came") == "again") view.notice = page.t("Number {number} is called again.", {{"number", number}});
        if (request.query.get("came") == "undone") view.notice = page.t("Number {number} waits again.", {{"number", number}});
        if (request.query.get("came") == "taken")
            view.notice = page.t("The number is {number}.", {{"number", number}});
        if (request.query.get("came") == "shut")
            view.notice = page.t("Nobody helps there just now by the rota, so no numbers are given. Nothing was changed.");
        if (request.query.get("came") == "none") view.notice = page.t("Nobody waits.");
    }
    if (!chosen && http::may(request, http::Role::editor))
        view.empty_way = {page.t("Add a place"), page.tenant_url("/staff/directory/places/new")};
    view.form_key = base::form_key_for("", self.clock.now());
    return html::render_page(page, templates::staff_queue_page(view, page));
}

http::Response staff_queue_step(const Pages& pages, const http::Request& request) {
    if (const auto other = html::chosen_otherwise(request, "/staff/queue"))
        return html::shown_as_chosen(staff_queue_page(pages, *other), request, *other);
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(request.tenant->id);
    const auto* place = snapshot->place(request.form.get("place"));
    if (!place) return html::error_page(request, 404);
    const bool takes = request.form.get("step") == "take";
    const auto back = html::Page(request).tenant_url("/staff/queue") + "?place=" + place->id;
    if (const auto again = base::whole_number(request.form.get("again"), 1, most_in_queue))
        return http::see_other(pages.bookings.call_again(*request.tenant, place->id, *again)
                                   ? back + "&came=again&number=" + std::to_string(*again)
                                   : back);
    if (const auto undone = base::whole_number(request.form.get("undo"), 1, most_in_queue))
        return http::see_other(pages.bookings.undo_call(*request.tenant, place->id, *undone)
                                   ? back + "&came=undone&number=" + std::to_string(*undone)
                                   : back);
    // As on the page there: numbers of an empty desk would be in the way of those who come when it opens.
    if (takes && !is_open(pages, request, *place, true)) return http::see_other(back + "&came=shut");
    const auto number =
        takes ? pages.bookings.take_number(*request.tenant, place->id, request.form.get("form_key"))
              : pages.bookings.call_next(*request.tenant, place->id, request.form.get("form_key"));
    const auto* came = number == 0 ? "none" : takes ? "taken" : "called";
    return http::see_other(back + "&came=" + came + "&number=" + std::to_string(number));
}

http::Response reminders_page(const Pages& pages, const http::Request& request) {
    const auto page = inner_page(request, html::Page(request).t("Who is to be reminded"));
    const auto& tenant = *request.tenant;
    const auto& self = Inside::of(pages.bookings);
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto unit = unit_asked_for(pages, page);
    RemindView view{.unit = unit.form(page.tenant_url("/staff/bookings/reminders"))};
    int sent = 0;
    // Letters take days: those of the week to come are printed; calls are of tomorrow.
    for (const auto& booking :
         pages.bookings.list(tenant.id, base::add_days(today, 1), base::add_days(today, days_said))) {
        const bool is_tomorrow = booking.day == base::format_date(base::add_days(today, 1));
        if (booking.state != "booked" || !unit.holds(booking.place)) continue;
        const auto kept = pages.bookings.reached(tenant.id, booking.id);
        if (kept.how_often != HowOften::each) continue;
        // Who chose e-mail is reminded by hand where no letter goes.
        const bool is_sent = booking.way == "email" && self.neighbours.sends_letters && mail::is_reachable(kept.value);
        if (is_sent && is_tomorrow) ++sent;
        const bool is_called = booking.way == "phone" || (booking.way == "email" && !is_sent && !kept.value.empty());
        if (!booking.reminded_on.empty() || (booking.way != "letter" && (!is_called || !is_tomorrow))) continue;
        auto row = reminder_row(pages, booking, page.t("Reminded today"), page);
        (booking.way == "letter" ? view.letters : view.calls).push_back(std::move(row));
    }
    for (const auto& booking : pages.bookings.to_tell(tenant))
        if (unit.holds(booking.place))
            view.cancelled.push_back(reminder_row(pages, booking, page.t("I have told them"), page));
    view.sent = self.neighbours.sends_letters
                    ? page.tn("{n} person of tomorrow is reminded by e-mail, at nine.",
                              "{n} people of tomorrow are reminded by e-mail, at nine.", sent)
                    : page.t("This installation sends no e-mail.");
    return html::render_page(page, templates::reminders_page(view, page));
}

http::Response note_reminded(const Pages& pages, const http::Request& request) {
    if (!pages.bookings.find(request.tenant->id, request.parameter("id")))
        return html::error_page(request, 404);
    pages.bookings.note_reminded(*request.tenant, request.parameter("id"), request.identity->account_id);
    return http::see_other(html::Page(request).tenant_url("/staff/bookings/reminders"));
}

}  // namespace digilots::booking
