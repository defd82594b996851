// Beside an entry of the log: the way to book a time for whoever asked, with what the entry says already, and what was booked
// so. Nothing of who comes goes from one to the other.
#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/html/writer.h"
#include "platform/kept/versions.h"

namespace digilots::booking {

namespace {

using inquiries::Companion, inquiries::Inquiry;

std::string way_to_book(const Bookings::Implementation& self, const Plan& plan, const html::Page& page, const Inquiry& entry) {
    auto url = page.tenant_url("/staff/bookings/new") + "?entry=" + entry.id;
    // Where the desk of the entry has no times of its own, all places stand there to choose from.
    if (plan.with_times.contains(entry.place)) url += "&place=" + html::url_encode(entry.place);
    const auto own = self.neighbours.own_topics.of(page.request().tenant->id);
    const auto* topic = entry.topics.empty() ? nullptr : taxonomy::shared_topic(*own, entry.topics.front());
    if (topic) url += "&topic=" + html::url_encode(topic->key);
    if (entry.minutes) url += "&minutes=" + std::to_string(*entry.minutes);
    return url;
}

/// "Thursday 3 December 2026, 10.00, Library"
std::string time_and_place(const Bookings::Implementation& self, const Booking& booking, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto place = self.where_of(tenant.id, booking, page.translator());
    return page.t(TEXT("{time}, {place}"), {{"time", time_in_words(booking.starts, tenant.zone, page.translator())},
                                            {"place", place.empty() ? booking.place : place}});
}

std::string booking_url(const html::Page& page, const Booking& booking) {
    return page.tenant_url("/staff/bookings/" + booking.id);
}

std::optional<Booking> to_come(const Bookings::Implementation& self, const html::Page& page, const Inquiry& entry) {
    auto booking = self.of_entry(page.request().tenant->id, entry.id);
    return booking && booking->is_to_come() && booking->ends > self.clock.now() ? booking : std::nullopt;
}

}  // namespace

std::optional<Booking> Bookings::Implementation::of_entry(std::string_view municipality_id, std::string_view entry) const {
    const auto all = booked_from.of(municipality_id);
    const auto found = all->find(entry);
    if (entry.empty() || found == all->end()) return std::nullopt;
    return database.read([&](db::Connection& connection) { return find_in(connection, municipality_id, found->second); });
}

std::optional<Companion::Line> Bookings::Implementation::line_beside(const html::Page& page, const Inquiry& entry) const {
    const auto& tenant = *page.request().tenant;
    const auto offered = plan.of(tenant.id);
    const auto booking = of_entry(tenant.id, entry.id);
    const auto standing = booking ? page.t(state_in_words(booking->state)) + ": " + time_and_place(*this, *booking, page) : "";
    const bool is_given_back = booking && (booking->state == "cancelled" || booking->state == "cancelled_by_us" ||
                                           booking->state == "excused");
    if (booking && !is_given_back)
        return Companion::Line{{page.t("The booked time"), booking_url(page, *booking)}, standing};
    if (offered->offers.empty()) return std::nullopt;
    return Companion::Line{{page.t("Book a time for somebody"), way_to_book(*this, *offered, page, entry)}, standing};
}

Companion Bookings::beside_entries() const {
    const auto* self = implementation_.get();
    return {.line = [self](const html::Page& page, const Inquiry& entry) { return self->line_beside(page, entry); },
            .promised =
                [self](const html::Page& page, const Inquiry& entry) {
                    std::vector<std::string> lines;
                    if (const auto booking = to_come(*self, page, entry))
                        lines.push_back(page.t("A time is booked for you: {time}.",
                                               {{"time", time_and_place(*self, *booking, page)}}));
                    return lines;
                },
            .stays = [self](const html::Page& page, const Inquiry& entry) -> std::optional<html::Link> {
                const auto booking = to_come(*self, page, entry);
                if (!booking) return std::nullopt;
                return html::Link{page.t("The time stays booked: {time}", {{"time", time_and_place(*self, *booking, page)}}),
                                  booking_url(page, *booking)};
            },
            .taken_over =
                [](db::Connection& connection, const http::Tenant& tenant, std::string_view before, std::string_view entry) {
                    if (connection.execute(sql::set_booked_from, tenant.id, before, entry) > 0)
                        kept::raise(connection, kept_bookings, tenant.id);
                }};
}

}  // namespace digilots::booking
