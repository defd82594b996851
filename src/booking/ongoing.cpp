#include "booking/ongoing.h"

#include "booking/holds_still.h"
#include "platform/base/time.h"
#include "platform/html/codes_alike.h"

namespace digilots::booking {

namespace {

constexpr int days_unsaid = 7, days_to_come = 365;

std::string title_and_place(const Pages& pages, const Booking& booking, bool is_staff, const html::Page& page) {
    const auto& tenant = *page.request().tenant;
    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
    const auto title = offer ? offer->title : page.t("Not there any more");
    // Nobody is to travel to where those who come to them set out from.
    if (offer && offer->is_at_home())
        return is_staff ? page.t("{what}, at whoever booked it", {{"what", title}})
                        : page.t("{what}, at your home", {{"what", title}});
    const auto place = place_name(*Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id), booking.place);
    return place.empty() ? title : title + ", " + place;
}

}  // namespace

OngoingKind bookings_under_way(const Pages& pages) {
    return {.key = "booking",
            .title = TEXT("Bookings"),
            .one = TEXT("Booking"),
            .of = "booking",
            .now = [pages](const html::Page& page) {
                const auto& tenant = *page.request().tenant;
                const auto now = Inside::of(pages.bookings).clock.now();
                const auto today = base::to_civil(now, tenant.zone).date;
                std::vector<OngoingMatter> matters;
                for (const auto& booking : pages.bookings.list(tenant.id, base::add_days(today, -days_unsaid),
                                                               base::add_days(today, days_to_come))) {
                    if (!booking.is_to_come()) continue;
                    const auto offer = pages.bookings.offer(tenant.id, booking.offer);
                    matters.push_back({.what = title_and_place(pages, booking, true, page),
                                       .until = booking.starts,
                                       .is_late = booking.ends < now,
                                       .function = offer ? offer->function : "",
                                       .path = "/staff/bookings/" + booking.id});
                }
                return matters;
            }};
}

FollowedKind followed_bookings(const Pages& pages) {
    return {.code = booking_code,
            .find = [pages](const html::Page& page, std::string_view code) -> std::optional<FollowedMatter> {
                const auto& tenant = *page.request().tenant;
                auto& self = Inside::of(pages.bookings);
                // While a wrong code waits a right one does, too.
                if (html::wait_of_guess(self.guessing, page.request(), self.clock.now())) return std::nullopt;
                const auto booking = pages.bookings.follow(tenant, code);
                if (!booking) return std::nullopt;
                const auto moved = moved_in_words(*booking, Inside::of(pages.bookings).clock.now(), page);
                const auto hitch =
                    hitch_in_words(hitch_of(pages.bookings, tenant.id, *booking), *booking, tenant, page.translator());
                return FollowedMatter{.what = title_and_place(pages, *booking, false, page),
                                      .standing = page.t(state_in_words(booking->state)) + ": " +
                                                  time_in_words(booking->starts, tenant.zone, page.translator()) +
                                                  (hitch.empty() ? "" : ". " + hitch) +
                                                  (moved.empty() ? "" : (hitch.empty() ? ". " : " ") + moved)};
            },
            .wait = [pages](const http::Request& request) {
                auto& self = Inside::of(pages.bookings);
                return wait_after_guess(self.guessing, request, self.clock.now());
            },
            .one = TEXT("Booking"),
            .opens = [pages](const html::Page& page, std::string_view code) -> std::optional<std::string> {
                const auto booking = pages.bookings.follow(*page.request().tenant, code);
                return booking ? std::optional("/staff/bookings/" + booking->id) : std::nullopt;
            }};
}

}  // namespace digilots::booking
