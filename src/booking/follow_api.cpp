// Whoever has the code, by a program: how it stands, and cancelling it.
#include "booking/api_parts.h"
#include "platform/base/json.h"

namespace digilots::booking {

http::Response get_booking(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.bookings);
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking || booking->state == "cancelled") {
        if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now()))
            return html::wait_page(request, *wait);
        return told_nobody(http::problem(404, words_of(request).t("There is no such booking")));
    }
    base::JsonWriter json;
    json.begin_object();
    write_booking(json, *booking, *request.tenant);
    json.end_object();
    return told_nobody(http::json(std::move(json).take()));
}

http::Response delete_booking(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.bookings);
    const auto booking = pages.bookings.follow(*request.tenant, request.parameter("code"));
    if (!booking || booking->state == "cancelled") {
        if (const auto wait = wait_after_guess(self.guessing, request, self.clock.now()))
            return html::wait_page(request, *wait);
        return told_nobody(http::problem(404, words_of(request).t("There is no such booking")));
    }
    const bool is_over = booking->state != "booked" || booking->starts <= self.clock.now();
    const bool is_done = !is_over && pages.bookings.set_state(*request.tenant, booking->id, booking->version, "cancelled",
                                                              "") == Step::done;
    const auto stands = is_done ? std::nullopt : pages.bookings.find(request.tenant->id, booking->id);
    // Cancelled by somebody else at the same moment it is gone, as for whoever comes later.
    if (stands && stands->state == "cancelled")
        return told_nobody(http::problem(404, words_of(request).t("There is no such booking")));
    if (!is_done)
        return coded_problem(409, words_of(request).t("The booking cannot be cancelled any more"), "", "over",
                             "");
    http::Response response;
    response.status = 204;
    return told_nobody(std::move(response));
}

}  // namespace digilots::booking
