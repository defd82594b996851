// Whoever has the code sees the time, moves it, cancels it, and takes it into a calendar.
#include <algorithm>

#include "booking/holds_still.h"
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/wall_time.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/http/site_address.h"
#include "platform/print/format.h"
#include "platform/slice/how_reached.h"

namespace digilots::booking {

namespace {

constexpr int days_of_moving = 28;

html::Page own_page(const http::Request& request) {
    auto page = page_named(request, html::Page(request).t("Your time"));
    page.indexable = false;
    page.breadcrumbs.insert(page.breadcrumbs.begin() + 1, {page.t("Book a time"), page.tenant_url("/book")});
    return page;
}

std::string title_of(const Pages& pages, const http::Tenant& tenant, const Booking& booking) {
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    return offer ? offer->title : "";
}

bool is_at_home(const Pages& pages, const http::Tenant& tenant, const Booking& booking) {
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    return offer && offer->kind == "home_visit";
}

bool is_given_up(std::string_view state) {
    return state == "cancelled" || state == "cancelled_by_us" || state == "excused";
}

const i18n::Translator& words_here(const http::Request& request) {
    return i18n::translator(request.language);
}

http::Response calendar_of(const Pages& pages, const http::Request& request, const Booking& booking) {
    const auto& tenant = *request.tenant;
    const auto title = title_of(pages, tenant, booking);
    const auto hitch = hitch_of(pages.bookings, tenant.id, booking);
    calendar::Calendar calendar{title + ", " + tenant.name, tenant.zone};
    calendar.events.push_back({.uid = booking.id + "@digilots",
                               .summary = title,
                               .description = hitch_in_words(hitch, booking, tenant, words_here(request)),
                               .location = where_in_words(pages, tenant, booking, words_here(request)),
                               .zone = tenant.zone,
                               .when = {.first = calendar::to_wall(booking.starts, tenant.zone),
                                        .length = std::chrono::minutes(booking.minutes)},
                               .takes_time = booking.is_to_come(),
                               .is_cancelled = is_given_up(booking.state),
                               .is_tentative = hitch != Hitch::none,
                               .changed = booking.changed,
                               .sequence = booking.version});
    return told_nobody(http::text(calendar::to_icalendar(calendar), "text/calendar; charset=utf-8"));
}

/// Masked: who finds or guesses a code learns no number and no address.
std::string way_shown(const Pages& pages, const http::Tenant& tenant, const Booking& booking, const html::Page& page) {
    const auto by = booking.way == "email" ? WayToReach::email : booking.way == "phone" ? WayToReach::phone : WayToReach::nothing;
    if (by == WayToReach::nothing) return page.t(way_in_words(booking.way));
    return reached_words(by, masked(by, pages.bookings.reached(tenant.id, booking.id).value), page.translator());
}

bool may_change(const Pages& pages, const Booking& booking) {
    return booking.state == "booked" && booking.starts > Inside::of(pages.bookings).clock.now();
}

std::int64_t seen_in(const http::Request& request) {
    return base::whole_number(request.form.get("seen"), 0, 1'000'000'000).value_or(0);
}

http::Response show_change(const Pages& pages, const http::Request& request, const Booking& booking,
                           const std::string& notice, int status) {
    auto page = own_page(request);
    page.title = page.t("Choose another time");
    const auto& tenant = *request.tenant;
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    if (!offer) return not_followed(pages, request);
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    const auto times = pages.bookings.times(tenant, *offer, booking.minutes, booking.place, today,
                                            base::add_days(today, days_of_moving), false,
                                            static_cast<int>(people_of(booking)));
    const auto url = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    const auto stands = time_in_words(booking.starts, tenant.zone, page.translator());
    const bool has_closed = hitch_of(pages.bookings, tenant.id, booking) == Hitch::place_closed;
    WhenView view{.about = notice.contains(stands) ? "" : page.t("Now it is {time}.", {{"time", stands}}),
                  .notice = notice,
                  .hint = has_closed ? page.t("The place has closed. Book a time at another place, then cancel this one.")
                                     : page.t("No other time is free in the next four weeks."),
                  .elsewhere_url = has_closed ? page.tenant_url("/book/" + booking.offer) : "",
                  .days = by_day(pages, times, page, [](const Time& time) { return key_of_time(time.starts); }),
                  .moving_url = url + "/change",
                  .seen = std::to_string(booking.version),
                  .back_url = url};
    return never_kept(html::render_page(page, templates::when_page(view, page), status));
}

}  // namespace

http::Response ask_to_move(html::Page page, const Booking& booking, base::Instant to, const std::string& url,
                           const std::string& back_url) {
    const auto& zone = page.request().tenant->zone;
    page.title = page.t("Move the time?");
    return never_kept(html::ask_first(page, {.url = url,
                                             .text = page.t("From {before} to {after}.",
                                                            {{"before", time_in_words(booking.starts, zone, page.translator())},
                                                             {"after", time_in_words(to, zone, page.translator())}}),
                                             .confirm = page.t("Move the time"),
                                             .cancel_url = back_url,
                                             .dangerous = false,
                                             .hidden = {{"at", key_of_time(to)}}}));
}

std::string moved_in_words(const Booking& booking, base::Instant now, const html::Page& page) {
    if (!booking.moved_from || !booking.is_to_come() || booking.ends <= now) return "";
    return page.t("Moved: it was {before}.",
                  {{"before", time_in_words(*booking.moved_from, page.request().tenant->zone, page.translator())}});
}

std::string where_in_words(const Pages& pages, const http::Tenant& tenant, const Booking& booking,
                           const i18n::Translator& words) {
    const auto where = Inside::of(pages.bookings).where_of(tenant.id, booking, words);
    return where.empty() ? booking.place : where;
}

http::Response not_followed(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.bookings);
    if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now()))
        return html::wait_page(request, *wait);
    return never_kept(no_such_booking(pages, request));
}

http::Response follow_page(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto code = request.parameter("code");
    const auto booking = pages.bookings.follow(tenant, code);
    if (!booking) return not_followed(pages, request);
    const auto page = own_page(request);
    const auto url = page.tenant_url("/bookings/" + std::string(code));
    FollowView view{.is_new = request.query.has("new") && booking->state == "booked",
                    .is_to_come = booking->is_to_come(),
                    .may_change = may_change(pages, *booking),
                    .code = std::string(code),
                    .notice = request.query.has("moved")    ? page.t("The time is changed.")
                              : request.query.has("chosen") ? page.t("What you chose holds from now on.")
                                                            : "",
                    .state = page.t(state_in_words(booking->state)),
                    .calendar_url = url + ".ics",
                    .change_url = url + "/change",
                    .cancel_url = url + "/cancel",
                    .book_url = page.tenant_url("/book")};
    view.moved = !booking->reason.empty() ? page.t("Why: {reason}", {{"reason", booking->reason}})
                                          : moved_in_words(*booking, Inside::of(pages.bookings).clock.now(), page);
    const auto hitch = hitch_of(pages.bookings, tenant.id, *booking);
    view.hitch = hitch_in_words(hitch, *booking, tenant, page.translator());
    if (booking->is_to_come()) view.papers = print::format_links(url + "/confirmation.pdf", confirmation_papers(), page);
    view.facts = {{page.t("What"), {title_of(pages, tenant, *booking)}},
                  {page.t("When"), {time_in_words(booking->starts, tenant.zone, page.translator())}},
                  {page.t("How long"), {minutes_in_words(booking->minutes, page)}},
                  {page.t("Where"), {where_in_words(pages, tenant, *booking, page.translator())}}};
    if (const auto group = group_in_words(*booking, page); !group.empty()) view.facts.push_back({page.t("For whom"), {group}});
    const auto offer = pages.bookings.offer(tenant.id, booking->offer);
    if (!offer || !offer->is_code_alone())
        view.facts.push_back({page.t("How we reach you"), {way_shown(pages, tenant, *booking, page)}});
    if (auto thing = thing_of(pages, tenant, booking->lane)) {
        thing->title = numbered(*thing, booking->lane);
        view.facts.push_back({page.t("What you have booked"), {thing_in_words(*thing, page)}});
    }
    if (view.is_to_come && hitch == Hitch::none && is_at_home(pages, tenant, *booking))
        view.facts.push_back(
            {page.t("What we promise"),
             {page.t("We come {when}.", {{"when", time_in_words(booking->starts, tenant.zone, page.translator())}}),
              booking->way == "none" ? page.t("You left no way to reach you: we cannot tell you if something comes in the way.")
                                     : page.t("If something comes in the way we tell you before, in the way that you chose.")}});
    if (view.is_to_come && !pages.bookings.reached(tenant.id, booking->id).value.empty()) {
        view.how_often_url = url + "/how-often";
        view.is_reached = true;
    }
    return told_nobody(html::render_page(page, templates::follow_page(view, page)));
}

http::Response calendar_file(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    return booking ? calendar_of(pages, request, *booking) : not_followed(pages, request);
}

namespace {

/// Of a time that somebody moved between the question and the answer.
std::string moved_meanwhile(const http::Request& request, const Booking& booking) {
    const html::Page page(request);
    return page.t("The time was changed while you had the page open, and nothing is done yet. Now it is {time}.",
                  {{"time", time_in_words(booking.starts, request.tenant->zone, page.translator())}});
}

}  // namespace

http::Response cancel_page(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    const auto asked = request.form.find("seen");
    const bool is_overtaken = asked && seen_in(request) != booking->version;
    auto page = own_page(request);
    const auto url = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    if (!may_change(pages, *booking)) return never_kept(http::see_other(url));
    page.title = page.t("Cancel the time?");
    auto response = never_kept(html::ask_first(
        page,
        {.url = url + "/cancel",
         .text = (is_overtaken ? moved_meanwhile(request, *booking) + " " : "") +
                 page.t("{what}, {when}. Somebody else can take the time then.",
                        {{"what", title_of(pages, *request.tenant, *booking)},
                         {"when", time_in_words(booking->starts, request.tenant->zone, page.translator())}}),
         .confirm = page.t("Cancel the time"),
         .cancel_url = url,
         .hidden = {{"seen", std::to_string(booking->version)}}}));
    if (is_overtaken) response.status = 409;
    return response;
}

http::Response cancel(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    if (!html::is_sure(request)) return cancel_page(pages, request);
    const html::Page page(request);
    if (may_change(pages, *booking) &&
        pages.bookings.set_state(*request.tenant, booking->id, seen_in(request), "cancelled", "") == Step::changed) {
        const auto now = pages.bookings.follow(*request.tenant, request.parameter("code"));
        if (now && may_change(pages, *now)) return cancel_page(pages, request);
    }
    // Whatever came of it, the page of the code says how it stands now.
    return never_kept(
        http::see_other(page.tenant_url("/bookings/" + std::string(request.parameter("code")))));
}

http::Response change_page(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    const html::Page page(request);
    if (!may_change(pages, *booking))
        return never_kept(
            http::see_other(page.tenant_url("/bookings/" + std::string(request.parameter("code")))));
    return show_change(pages, request, *booking, "", 200);
}

http::Response change(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking) return not_followed(pages, request);
    const html::Page page(request);
    const auto url = page.tenant_url("/bookings/" + std::string(request.parameter("code")));
    const auto at = base::parse_utc(request.form.get("at"));
    if (!may_change(pages, *booking)) return never_kept(http::see_other(url));
    if (!at) return show_change(pages, request, *booking, page.t("Choose a time."), 422);
    if (!html::is_sure(request)) return ask_to_move(own_page(request), *booking, *at, url + "/change", url + "/change");
    switch (pages.bookings.move(*request.tenant, booking->id, seen_in(request), *at, false, "")) {
        case Step::done:
            return never_kept(http::see_other(url + "?moved=1"));
        case Step::taken:
            return show_change(pages, request, *booking,
                               page.t("Somebody else took that time. Choose another one."), 409);
        case Step::changed: {
            const auto now = pages.bookings.follow(*request.tenant, request.parameter("code"));
            if (now && may_change(pages, *now) && now->starts != *at)
                return show_change(pages, request, *now, moved_meanwhile(request, *now), 409);
            return never_kept(http::see_other(url));
        }
        default:
            return never_kept(http::see_other(url));
    }
}

}  // namespace digilots::booking
