// Programs of the staff: which times are booked, booking for somebody, how it went.
#include "booking/api_parts.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/base/whole_number.h"
#include "platform/register/list_api.h"

namespace digilots::booking {

namespace {

constexpr int usual_limit = 200, most_at_once = 2000, tries = 3;

/// Of the last one of a page: when it begins and its id.
std::string cursor_of(const Booking& booking) {
    return base::format_utc(booking.starts) + "_" + booking.id;
}

std::optional<Bookings::Behind> behind_in(std::string_view cursor) {
    if (cursor.empty()) return Bookings::Behind{};
    const auto line = cursor.find('_');
    const auto starts = base::parse_utc(cursor.substr(0, line));
    if (!starts || line == std::string_view::npos || !base::is_uuid(cursor.substr(line + 1))) return std::nullopt;
    return Bookings::Behind{*starts, std::string(cursor.substr(line + 1))};
}

/// By its code, or by the id that the list gives.
std::optional<Booking> booking_named(const Pages& pages, const http::Request& request) {
    const auto name = request.parameter("code");
    return base::is_uuid(name) ? pages.bookings.find(request.tenant->id, name)
                               : pages.bookings.follow(*request.tenant, name);
}

}  // namespace

http::Response list_for_programs(const Pages& pages, const http::Request& request) {
    const auto& tenant = *request.tenant;
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    FieldErrors errors;
    const auto& words = words_of(request);
    const auto days = days_in(request, today, errors);
    const auto behind = behind_in(request.query.get("cursor"));
    if (!behind) errors.emplace_back("cursor", words.t("This place in the list is gone. Begin anew."));
    const auto typed = request.query.get("limit");
    const auto limit =
        typed.empty() ? std::optional(usual_limit) : base::whole_number(typed, 1, most_at_once);
    if (!limit) errors.emplace_back("limit", words.t("Give a whole number from 1 to 2000."));
    if (!errors.empty()) return refused_address(request, std::move(errors));
    auto found = pages.bookings.list(tenant.id, days.from, days.to, *behind, *limit + 1);
    const bool has_more = std::ssize(found) > *limit;
    if (has_more) found.pop_back();
    base::JsonWriter json;
    json.begin_object().key("bookings").begin_array();
    for (const auto& booking : found) {
        json.begin_object().member("id", booking.id);
        write_booking(json, booking, tenant);
        json.member("minutes", booking.minutes).member("channel", booking.channel).end_object();
    }
    json.end_array().key("next");
    if (has_more)
        json.value(cursor_of(found.back()));
    else
        json.null();
    json.end_object();
    return told_nobody(http::json(std::move(json).take()));
}

http::Response post_on_behalf(const Pages& pages, const http::Request& request) {
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    ReadBooking read{.is_for_somebody = true};
    read.wanted.channel = "staff";
    read.wanted.by = "token:" + request.identity->token_id;
    return take_booking(pages, request, std::move(read), *json);
}

http::Response put_state(const Pages& pages, const http::Request& request) {
    const auto& words = words_of(request);
    std::optional<http::Response> instead;
    const auto json = body_of(request, instead);
    if (!json) return std::move(*instead);
    FieldErrors errors;
    for (const auto& [name, value] : json->members())
        if (name != "state") errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
    const auto state = (*json)["state"].is_string() ? std::string((*json)["state"].text()) : "";
    if (!is_state_of_staff(state))
        errors.emplace_back("state", words.t("Give booked, arrived, seen, did_not_come, excused or "
                                             "cancelled_by_us."));
    if (!errors.empty())
        return told_nobody(
            http::problem(422, words.t("The booking cannot be taken in like this"), "", std::move(errors)));
    const std::string actor = "token:" + request.identity->token_id;
    for (int at = 0; at < tries; ++at) {
        const auto booking = booking_named(pages, request);
        if (!booking) return told_nobody(http::problem(404, words.t("There is no such booking")));
        // Sent again it changes nothing.
        const auto step = booking->state == state
                              ? Step::done
                              : pages.bookings.set_state(*request.tenant, booking->id, booking->version, state,
                                                         actor);
        if (step == Step::too_early)
            return coded_problem(
                409, words.t("The time has not begun: how it went can be said when it has. Nothing was changed."), "",
                "too_early", "");
        const auto stands = pages.bookings.find(request.tenant->id, booking->id);
        if (step == Step::done && stands) {
            base::JsonWriter out;
            out.begin_object().member("id", stands->id);
            write_booking(out, *stands, *request.tenant);
            out.end_object();
            return told_nobody(http::json(std::move(out).take()));
        }
        // As it was read, and all the same no: the step does not fit it. Else somebody was faster.
        if (stands && stands->version == booking->version) break;
    }
    return coded_problem(409, words.t("The booking does not stand so that this could be said of it"), "",
                         "not_possible", "");
}

}  // namespace digilots::booking
