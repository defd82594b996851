// Who is to be reminded, of bookings and of what they are signed up for.
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

constexpr int days_of_letters = 7;

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

struct RowOfOthers {
    RemindView::Row shown = {};
    bool is_cancelled = false;
};

/// Who is signed up for activities stands in the same list.
std::vector<RowOfOthers> rows_of_others(const Pages& pages, const register_::AskedUnit& unit, const html::Page& page) {
    const auto& others = Inside::of(pages.bookings).also_to_tell;
    std::vector<RowOfOthers> rows;
    if (!others) return rows;
    for (auto& one : others(page)) {
        if (!unit.holds(one.place)) continue;
        rows.push_back({{.about = std::move(one.about),
                         .url = std::move(one.url),
                         .reach = std::move(one.reach),
                         .text = std::move(one.text),
                         .button_url = std::move(one.told_url),
                         .button = page.t("I have told them"),
                         .letter_url = std::move(one.letter_url)},
                        one.is_cancelled});
    }
    return rows;
}

}  // namespace

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
         pages.bookings.list(tenant.id, base::add_days(today, 1), base::add_days(today, days_of_letters))) {
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
    for (auto& row : rows_of_others(pages, unit, page))
        (row.is_cancelled ? view.cancelled : row.shown.letter_url.empty() ? view.calls : view.letters)
            .push_back(std::move(row.shown));
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
