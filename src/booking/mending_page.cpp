// Somebody reads out their code: staff find the booking, and put right a number or an address that was wrong.
#include "booking/pages.h"
#include "booking/sql.h"
#include "booking/templates.h"
#include "booking/wanted_faults.h"
#include "platform/audit/audit.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/html/gone_page.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/slice/opened_by_code.h"

namespace digilots::booking {

namespace {

http::Response show_find(const http::Request& request, html::FormErrors errors, int status, html::Link other = {}) {
    const auto page = inner_page(request, html::Page(request).t("Find a booking by its code"));
    FindBookingView view{.url = page.tenant_url("/staff/bookings/find")};
    view.code = html::components::Field{.name = "code",
                                        .label = page.t("Code"),
                                        .value = base::cut(base::trim(request.form.get("code")), 30),
                                        .hint = page.t("Such as k7m2-9xqd-4tfh, as somebody reads it out."),
                                        .autocomplete = "off"}
                    .with(errors);
    view.errors = std::move(errors);
    view.other = std::move(other);
    return never_kept(html::render_page(page, templates::find_booking_page(view, page), status));
}

http::Response show_mending(const Pages& pages, const http::Request& request, const Booking& booking, const http::Fields& typed,
                            html::FormErrors errors, int status) {
    const auto& self = Inside::of(pages.bookings);
    const auto page = inner_page(request, html::Page(request).t("Put right how they are reached"));
    const auto kept = pages.bookings.reached(request.tenant->id, booking.id);
    note_reading(pages, request, booking.id);
    const bool is_first = !typed.has("way");
    MendBookingView view{
        .url = page.tenant_url("/staff/bookings/" + booking.id + "/contact"),
        .back_url = page.tenant_url("/staff/bookings/" + booking.id),
        .seen = typed.has("seen") ? std::string(typed.get("seen")) : std::to_string(booking.version),
        .about = self.title_of(request.tenant->id, booking.offer) + ", " +
                 time_in_words(booking.starts, request.tenant->zone, page.translator()),
        .way = way_field(is_first ? booking.way : std::string(typed.get("way")), page, self.neighbours.sends_letters)
                   .with(errors),
        .contact = contact_field(is_first ? kept.value : std::string(typed.get("contact")), page).with(errors)};
    view.way.label = page.t("How do we reach them?");
    view.errors = std::move(errors);
    return never_kept(html::render_page(page, templates::mend_booking_page(view, page), status));
}

}  // namespace

bool is_mended(const Booking& booking) {
    return booking.is_to_come() || (booking.state == "cancelled_by_us" && booking.reminded_on.empty());
}

base::Result<Step, FieldErrors> Bookings::mend_contact(const http::Tenant& tenant, std::string_view id, std::int64_t seen,
                                                       const std::string& way, const std::string& contact,
                                                       std::string_view actor, const i18n::Translator& words) {
    const auto& self = *implementation_;
    const auto known = find(tenant.id, id);
    if (!known) return Step::not_there;
    const Wanted wanted{
        .offer = known->offer, .place = known->place, .way = way, .contact = contact, .channel = "staff"};
    auto errors = faults_of(*this, tenant, wanted, words);
    std::erase_if(errors, [](const auto& error) { return error.first != "way" && error.first != "contact"; });
    if (!errors.empty()) return base::failure(std::move(errors));
    const auto value = base::clean(contact);
    const auto now = self.clock.now();
    return self.database.write([&](db::Connection& connection) -> base::Result<Step, FieldErrors> {
        kept::raise(connection, kept_bookings, tenant.id);
        const auto at = base::format_utc(now);
        if (connection.execute(sql::set_way, tenant.id, id, seen, way, actor, at) != 1) return Step::changed;
        // A letter that did not reach the wrong address goes to the right one.
        if (way == "email" && mail::is_reachable(value))
            mail::redirect(connection, tenant.id, matter_of_booking(id), value, now);
        if (connection.execute(sql::set_contact, tenant.id, id, value) == 0 && !value.empty())
            connection.execute(sql::insert_contact, tenant.id, id, "", value, base::format_utc(known->ends),
                               word_of(HowOften::each));
        audit::record(connection, {tenant.id, std::string(actor), "booking contact changed", "booking:" + std::string(id), ""},
                      now);
        return Step::done;
    });
}

http::Response find_for_staff_page(const Pages&, const http::Request& request) { return show_find(request, {}, 200); }

http::Response find_for_staff(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto typed = base::trim(request.form.get("code"));
    const auto booking = pages.bookings.follow(*request.tenant, typed);
    if (booking) return http::see_other(page.tenant_url("/staff/bookings/" + booking->id));
    html::FormErrors errors;
    if (const auto other = opened_by_code(pages.followed, page, typed))
        return show_find(request, std::move(errors), 200, {page.t(other->one), page.tenant_url(other->path)});
    errors.add("code", page.t("There is no booking with this code, or not any more. Read each sign again."));
    return show_find(request, std::move(errors), 404);
}

namespace {

/// They have cancelled, or it is over, while it was written.
http::Response nobody_to_reach(const http::Request& request, const std::optional<Booking>& booking) {
    if (!booking) return html::error_page(request, 404);
    const html::Page page(request);
    html::Gone gone{.title = page.t("This booking does not wait any more"),
                    .text = page.t("By now it stands so: {state}. How they are reached was not saved.",
                                   {{"state", page.t(state_in_words(booking->state))}}),
                    .ways = {{page.t("The booking"), page.tenant_url("/staff/bookings/" + booking->id)}}};
    if (auto field = contact_field(std::string(request.form.get("contact")), page); !field.value.empty())
        gone.typed.emplace_back(std::move(field.label), std::move(field.value));
    return html::gone_page(request, std::move(gone));
}

}  // namespace

http::Response contact_page(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.find(request.tenant->id, request.parameter("id"));
    if (!booking || !is_mended(*booking)) return html::error_page(request, 404);
    return show_mending(pages, request, *booking, {}, {}, 200);
}

http::Response mend_contact(const Pages& pages, const http::Request& request) {
    const auto booking = pages.bookings.find(request.tenant->id, request.parameter("id"));
    if (!booking || !is_mended(*booking)) return nobody_to_reach(request, booking);
    const html::Page page(request);
    const auto& tenant = *request.tenant;
    const bool is_as_before =
        base::trim(request.form.get("contact")) == pages.bookings.reached(tenant.id, booking->id).value;
    const bool is_unreached = request.form.get("way") == "none" && is_as_before;
    const auto contact = is_unreached ? "" : std::string(request.form.get("contact"));
    const auto way = is_unreached ? "none" : way_meant(std::string(request.form.get("way")), contact, tenant);
    const auto seen = base::whole_number(request.form.get("seen"), 0, 1'000'000'000).value_or(0);
    const auto mended = pages.bookings.mend_contact(tenant, booking->id, seen, way, contact, request.identity->account_id,
                                                    page.translator());
    if (!mended) {
        html::FormErrors errors;
        for (const auto& [field, message] : mended.error()) errors.add(field, message);
        return show_mending(pages, request, *booking, request.form, std::move(errors), 422);
    }
    if (*mended == Step::not_there) return html::error_page(request, 404);
    return http::see_other(page.tenant_url("/staff/bookings/" + booking->id) +
                           (*mended == Step::done ? "?came=mended" : "?came=changed"));
}

}  // namespace digilots::booking
