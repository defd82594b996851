// What staff cancelled by mistake holds again, while the time is free and nobody has forgotten whose it is.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/calendar/wall_time.h"

namespace digilots::booking {

namespace {

bool is_without_its_time(const Booking& booking) { return booking.state == "cancelled_by_us" || booking.state == "excused"; }

bool is_all_known(db::Connection& connection, const std::string& municipality, const Booking& booking, const Offer& offer) {
    const bool is_reached = booking.way == "none" || !connection.query(sql::find_contact, municipality, booking.id).empty();
    return is_reached && (!offer.is_at_home() || !connection.query(sql::find_address, municipality, booking.id).empty());
}

}  // namespace

bool Bookings::can_be_put_back(const http::Tenant& tenant, const Booking& booking) const {
    const auto& self = *implementation_;
    const auto offer = this->offer(tenant.id, booking.offer);
    if (!is_without_its_time(booking) || booking.starts <= self.clock.now() || !offer) return false;
    return self.database.read(
        [&](db::Connection& connection) { return is_all_known(connection, tenant.id, booking, *offer); });
}

Step Bookings::put_back(const http::Tenant& tenant, std::string_view id, std::int64_t seen, std::string_view actor) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    const auto plan = self.plan.of(tenant.id);
    const auto known = find(tenant.id, id);
    if (!known) return Step::not_there;
    const auto place = self.where_of(tenant.id, *known, i18n::translator(known->language));
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_bookings, tenant.id);
        const auto before = find_in(connection, tenant.id, id);
        if (!before) return Step::not_there;
        if (before->state == "booked" && before->version == seen + 1) return Step::done;  // pressed twice
        const auto* offer = base::find_in(plan->offers, before->offer, &Offer::id);
        const bool is_theirs = before->version == seen && is_without_its_time(*before) && before->starts > now;
        const bool is_offered = connection.query(sql::is_offered, tenant.id, before->offer)[0].integer("number") > 0;
        if (!is_theirs || !offer || !is_offered || !is_all_known(connection, tenant.id, *before, *offer)) return Step::changed;
        const auto terms = terms_of(*offer, before->minutes, true);
        auto lanes = lanes_for(shifts_for(*plan, *offer), {}, terms, before->place, before->starts, now);
        // Who was to come first, where they still can.
        std::ranges::stable_partition(lanes, [&](const std::string& lane) { return lane == before->lane; });
        const auto taken =
            take_lanes(connection, tenant.id, id, lanes, kept_of(before->starts, terms), people_of(*before));
        if (taken.empty()) return Step::taken;
        connection.execute(sql::put_back, tenant.id, id, seen, taken.front(), actor, base::format_utc(now));
        count(connection, tenant.id, *before, {.cancelled = -1});
        auto after = *before;
        after.reason.clear();
        // Who has said themselves that they do not come was told nothing.
        if (before->state == "cancelled_by_us") self.tell(connection, tenant, after, News::put_back, offer->title, place);
        return Step::done;
    });
}

void Bookings::forget_cancelled(const http::Tenant& tenant) {
    auto& self = *implementation_;
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto since = base::format_utc(calendar::to_instant(calendar::wall_time(today, 0), tenant.zone));
    self.database.write([&](db::Connection& connection) {
        connection.execute(sql::forget_told, tenant.id, since);
        connection.execute(sql::forget_visited, tenant.id, since);
    });
}

}  // namespace digilots::booking
