// Staff say how a booking stands, cancel it with a reason, put it back, and move it.
#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/seen.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/confirmation_page.h"
#include "platform/html/error_page.h"
#include "platform/personal/personal_data.h"
#include "platform/register/free_text.h"

namespace digilots::booking {

namespace {

constexpr std::size_t longest_reason = 200;

i18n::Text fault_of_reason(std::string_view reason) {
    if (reason.empty()) return TEXT("Write why it is cancelled: whoever booked reads it.");
    if (base::length(reason) > longest_reason) return TEXT("Write at most 200 characters.");
    using personal::PersonalData;
    const auto found = personal::find_personal_data(reason);
    // Whom to ring instead may stand here.
    if (found == PersonalData::none || found == PersonalData::phone_number || found == PersonalData::email) return {};
    return TEXT("There is something here that looks like a number of a person, a card or an account. Take it out.");
}

std::string how_told(const Booking& booking, const html::Page& page) {
    if (booking.way == "email") return page.t("Whoever booked is written to.");
    if (booking.way == "phone" || booking.way == "letter")
        return page.t("Whoever booked stands under “Who is to be reminded” until you have told them.");
    return page.t("Whoever booked has the code alone: they read it on its page, if they look.");
}

http::Response ask_why(const Pages& pages, const http::Request& request, const Booking& booking, html::FormErrors errors,
                       const std::vector<std::string>& doubts, int status) {
    const auto page = inner_page(request, html::Page(request).t("Cancel the time?"));
    const auto& tenant = *request.tenant;
    CancelBookingView view{.url = page.tenant_url("/staff/bookings/" + booking.id),
                           .seen = std::string(request.form.get("seen")),
                           .about = page.t(TEXT("{what}, {when}"),
                                           {{"what", Inside::of(pages.bookings).title_of(tenant.id, booking.offer)},
                                            {"when", time_in_words(booking.starts, tenant.zone, page.translator())}}),
                           .told = how_told(booking, page)};
    view.reason = html::components::Field{.name = "reason",
                                          .label = page.t("Reason, as whoever booked reads it"),
                                          .value = std::string(request.form.get("reason")),
                                          .hint = page.t("Such as: the guide cannot come. Never who is ill.")}
                      .with(errors);
    view.doubts = doubts;
    view.asked_about = doubts.empty() ? "" : base::mark_of(doubts);
    view.errors = std::move(errors);
    return html::render_page(page, templates::cancel_booking_page(view, page), status);
}

http::Response cancel_as_staff(const Pages& pages, const http::Request& request, const Booking& booking) {
    if (!request.form.has("reason")) return ask_why(pages, request, booking, {}, {}, 200);
    const auto reason = base::clean(request.form.get("reason").substr(0, 8 * longest_reason));
    html::FormErrors errors;
    if (const auto fault = fault_of_reason(reason); fault.id[0]) errors.add("reason", html::Page(request).t(fault));
    if (!errors.empty()) return ask_why(pages, request, booking, std::move(errors), {}, 422);
    auto around = Inside::of(pages.bookings).around(request.tenant->id);
    around.words = &html::Page(request).translator();
    const auto doubts = register_::doubts_of_text(reason, around);
    if (!doubts.empty() && request.form.get("asked_about") != base::mark_of(doubts))
        return ask_why(pages, request, booking, {}, doubts, 422);
    const auto step = pages.bookings.set_state(*request.tenant, booking.id, seen_by(request), "cancelled_by_us",
                                               request.identity->account_id, reason);
    return back_to(request, step == Step::done ? "cancelled" : "changed");
}

/// It stands beside "Cancel the time", and gives the time to others: which of the two is meant is asked.
http::Response ask_whether_excused(const Pages& pages, const http::Request& request, const Booking& booking) {
    const auto page = inner_page(request, html::Page(request).t("Have they said that they do not come?"));
    const auto url = page.tenant_url("/staff/bookings/" + booking.id);
    const auto& tenant = *request.tenant;
    return html::ask_first(
        page, {.url = url + "/state",
               .text = page.t("{what}, {when}. The time is free for others at once. Until midnight it can be put back while it "
                              "is free. If we cannot keep it, cancel the time instead: then they are told.",
                              {{"what", Inside::of(pages.bookings).title_of(tenant.id, booking.offer)},
                               {"when", time_in_words(booking.starts, tenant.zone, page.translator())}}),
               .confirm = page.t("Yes, they do not come"),
               .cancel_url = url,
               .hidden = {{"state", "excused"}, {"seen", std::string(request.form.get("seen"))}}});
}

http::Response put_back_as_staff(const Pages& pages, const http::Request& request, const Booking& booking) {
    switch (pages.bookings.put_back(*request.tenant, booking.id, seen_by(request), request.identity->account_id)) {
        case Step::done:
            return back_to(request, "put-back");
        case Step::taken:
            return back_to(request, "gone");
        default:
            return back_to(request, "changed");
    }
}

}  // namespace

std::optional<Booking> booking_in(const Pages& pages, const http::Request& request) {
    return pages.bookings.find(request.tenant->id, request.parameter("id"));
}

std::int64_t seen_by(const http::Request& request) {
    return base::whole_number(request.form.get("seen"), 0, 1'000'000'000).value_or(0);
}

http::Response back_to(const http::Request& request, const char* came) {
    return http::see_other(
        html::Page(request).tenant_url("/staff/bookings/" + std::string(request.parameter("id"))) +
        "?came=" + came);
}

http::Response set_state(const Pages& pages, const http::Request& request) {
    const auto booking = booking_in(pages, request);
    if (!booking) return html::error_page(request, 404);
    const std::string state(request.form.get("state"));
    if (state == "cancelled_by_us") return cancel_as_staff(pages, request, *booking);
    if (state == "put_back") return put_back_as_staff(pages, request, *booking);
    const bool is_to_come = booking->starts > Inside::of(pages.bookings).clock.now();
    if (state == "excused" && is_to_come && !html::is_sure(request)) return ask_whether_excused(pages, request, *booking);
    if (!is_state_of_staff(state)) return back_to(request, "changed");
    switch (pages.bookings.set_state(*request.tenant, request.parameter("id"), seen_by(request), state,
                                     request.identity->account_id)) {
        case Step::done:
            return back_to(request, "saved");
        case Step::not_there:
            return html::error_page(request, 404);
        case Step::too_early:
            return back_to(request, "too-early");
        default:
            return back_to(request, "changed");
    }
}

http::Response staff_move_page(const Pages& pages, const http::Request& request) {
    const auto booking = booking_in(pages, request);
    const auto offer = booking ? pages.bookings.offer(request.tenant->id, booking->offer) : std::nullopt;
    if (!booking || !offer || booking->state != "booked") return html::error_page(request, 404);
    const auto& tenant = *request.tenant;
    const auto page = inner_page(request, html::Page(request).t("Choose another time"));
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    const auto times = pages.bookings.times(tenant, *offer, booking->minutes, booking->place, today,
                                            base::add_days(today, 28), true,
                                            static_cast<int>(people_of(*booking)));
    const auto url = page.tenant_url("/staff/bookings/" + booking->id);
    WhenView view{.about = page.t("Now it is {time}.",
                                  {{"time", time_in_words(booking->starts, tenant.zone, page.translator())}}),
                  .notice = request.query.get("came") == "taken"
                                ? page.t("Somebody else took that time. Choose another one.")
                                : "",
                  .hint = page.t("No other time is free in the next four weeks."),
                  .days = by_day(pages, times, page, [](const Time& time) { return key_of_time(time.starts); }),
                  .moving_url = url + "/move",
                  .seen = std::to_string(booking->version),
                  .back_url = url};
    return html::render_page(page, templates::when_page(view, page));
}

http::Response staff_move(const Pages& pages, const http::Request& request) {
    const auto booking = booking_in(pages, request);
    if (!booking) return html::error_page(request, 404);
    const auto at = base::parse_utc(request.form.get("at"));
    if (!at) return back_to(request, "changed");
    const auto id = request.parameter("id");
    if (!html::is_sure(request)) {
        const auto url = html::Page(request).tenant_url("/staff/bookings/" + booking->id + "/move");
        return ask_to_move(inner_page(request, html::Page(request).t("Choose another time")), *booking, *at, url, url);
    }
    switch (
        pages.bookings.move(*request.tenant, id, seen_by(request), *at, true, request.identity->account_id)) {
        case Step::done:
            return back_to(request, "moved");
        case Step::taken:
            return http::see_other(
                html::Page(request).tenant_url("/staff/bookings/" + std::string(id) + "/move") +
                "?came=taken");
        case Step::not_there:
            return html::error_page(request, 404);
        default:
            return back_to(request, "changed");
    }
}

}  // namespace digilots::booking
