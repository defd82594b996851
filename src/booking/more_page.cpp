// Where we are this week, and the queue.
#include <algorithm>
#include <map>

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

namespace {

/// The places where functions that come to several are longest in that time: there one finds them first.
std::vector<html::Link> homes_of(const Plan& plan, const directory::Snapshot& snapshot, Interval in, const html::Page& page) {
    std::map<std::string, std::map<std::string, std::chrono::milliseconds>> times;
    for (const auto& shift : plan.shifts)
        if (shift.at.begin < in.end && in.begin < shift.at.end && !shift.function.empty() &&
            !plan.unheld.contains(shift.function))
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

struct TimeThere {
    std::string place;
    base::Instant begin{}, end{};
};

/// The same as everywhere else: whoever is booked to somebody's home is not at the place.
std::vector<TimeThere> who_is_there(const Bookings::Implementation& self, const http::Tenant& tenant, int days) {
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto first = base::from_civil(today, 0, 0, tenant.zone);
    const auto last = base::from_civil(base::add_days(today, days), 0, 0, tenant.zone);
    std::vector<TimeThere> all;
    const auto there = self.there.of(tenant.id);
    for (const auto& [place, times] : there->staffed)
        for (const auto& time : times)
            if (time.begin >= first && time.begin < last) all.push_back({place, time.begin, time.end});
    std::ranges::stable_sort(all, {}, &TimeThere::begin);
    return all;
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
    for (const auto& [place_id, begin, end] : who_is_there(self, tenant, days_said)) {
        const auto* place = snapshot->place(place_id);
        if (!place || !place->listed()) continue;
        const auto from = base::to_civil(begin, tenant.zone), to = base::to_civil(end, tenant.zone);
        const auto name = place_then(pages, tenant, place_id, begin);
        auto day = page.t(TEXT("{weekday} {date}"),
                          {{"weekday", words.weekday(from.weekday)}, {"date", words.date(from.date)}});
        if (view.days.empty() || view.days.back().day != day) view.days.push_back({std::move(day), {}});
        auto hours = page.t(TEXT("{from}–{to}"), {{"from", words.time(from.hour, from.minute)},
                                                  {"to", words.time(to.hour, to.minute)}});
        auto& rows = view.days.back().rows;
        const auto said = std::ranges::find(rows, name, &WeekView::Row::place);
        if (said == rows.end())
            rows.push_back({name, page.tenant_url("/places/" + place->slug), std::move(hours)});
        else
            said->hours.append(words.comma()).append(hours);
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
            view.called_at = queue.called_at;
            view.undo_label = page.t("Take back that {number} was called", {{"number", view.undo}});
        }
        const auto number = base::cut(request.query.get("number"), 3);
        if (request.query.get("came") == "called")
            view.notice = page.t("Number {number} is called.", {{"number", number}});
        if (request.query.get("came") == "again") view.notice = page.t("Number {number} is called again.", {{"number", number}});
        if (request.query.get("came") == "undone") view.notice = page.t("Number {number} waits again.", {{"number", number}});
        if (request.query.get("came") == "not_undone")
            view.notice = page.t("The call of number {number} is not there any more, or it was called anew since. Nothing was "
                                 "changed.", {{"number", number}});
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
        return http::see_other(back + "&number=" + std::to_string(*undone) + "&came=" +
                               (pages.bookings.undo_call(*request.tenant, place->id, *undone, request.form.get("called_at"))
                                    ? "undone"
                                    : "not_undone"));
    // As on the page there: numbers of an empty desk would be in the way of those who come when it opens.
    if (takes && !is_open(pages, request, *place, true)) return http::see_other(back + "&came=shut");
    const auto number =
        takes ? pages.bookings.take_number(*request.tenant, place->id, request.form.get("form_key"))
              : pages.bookings.call_next(*request.tenant, place->id, request.form.get("form_key"));
    const auto* came = number == 0 ? "none" : takes ? "taken" : "called";
    return http::see_other(back + "&came=" + came + "&number=" + std::to_string(number));
}

}  // namespace digilots::booking
