// Whose booked times nobody would be there for, if the rota were changed: said before it is saved.
#include <algorithm>

#include "booking/held_elsewhere.h"
#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::booking {

namespace {

constexpr int days_ahead_at_most = 366, most_times_looked_at = 2000;
constexpr std::size_t most_times_named = 6;

bool holds_time(const std::vector<Shift>& shifts, const Booking& booking, const std::string& lane) {
    return lane.empty() || std::ranges::any_of(shifts, [&](const Shift& shift) {
               return shift.lane == lane && shift.place == booking.place && shift.at.begin <= booking.starts &&
                      booking.ends <= shift.at.end;
           });
}

}  // namespace

bool holds_both_times(const std::vector<Shift>& shifts, const Booking& booking) {
    return holds_time(shifts, booking, booking.lane) && holds_time(shifts, booking, booking.second_lane);
}

std::vector<Shift> Bookings::Implementation::shifts_by(const Rota& then, std::string_view municipality_id, base::Date from,
                                                       base::Date to) const {
    const auto here = around(municipality_id);
    const RotaDays days{here.zone, here.country, from, base::days_between(from, to) + 1};
    return shifts_of(then, days, travel(municipality_id));
}

std::vector<Booking> Bookings::Implementation::hit_by(db::Connection& connection, const Rota& then,
                                                      std::string_view municipality_id, base::Date from, base::Date to) const {
    return hit_where(connection, shifts_by(then, municipality_id, from, to), municipality_id, from, to);
}

std::vector<Booking> Bookings::Implementation::hit_where(db::Connection& connection, const std::vector<Shift>& shifts,
                                                         std::string_view municipality_id, base::Date from,
                                                         base::Date to) const {
    const auto known = plan.of(municipality_id);
    const auto rows = connection.query(sql::list_bookings, municipality_id, base::format_date(from), base::format_date(to), "",
                                       "", most_times_looked_at);
    std::vector<Booking> hit;
    for (const auto row : rows) {
        auto booking = booking_of(row);
        const bool is_waited_for = (booking.state == "booked" || booking.state == "arrived") && booking.ends > clock.now();
        // Things stand in no rota.
        const bool is_of_rota = !booking.lane.starts_with("resource:");
        if (is_waited_for && is_of_rota && holds_both_times(known->shifts, booking) && !holds_both_times(shifts, booking))
            hit.push_back(std::move(booking));
    }
    return hit;
}

std::vector<Booking> Bookings::Implementation::hit_without(db::Connection& connection, std::string_view municipality_id,
                                                           std::string_view line) const {
    auto then = plan.of(municipality_id)->rota;
    std::erase_if(then.lines, [&](const RotaLine& one) { return one.id == line; });
    const auto from = today(municipality_id);
    return hit_by(connection, then, municipality_id, from, base::add_days(from, days_ahead_at_most));
}

namespace {

struct ToldWhere {
    std::string_view municipality_id, zone;
    const i18n::Translator& words;
};

std::string hit_in_words(const Bookings::Implementation& self, const std::vector<Booking>& hit, const ToldWhere& told) {
    std::vector<std::string> named;
    for (const auto& booking : hit) {
        if (named.size() == most_times_named) {
            named.emplace_back("…");
            break;
        }
        named.push_back(self.title_of(told.municipality_id, booking.offer) + ", " +
                        time_in_words(booking.starts, told.zone, told.words));
    }
    return told.words.tn("{n} time is booked then, and nobody is there for it: {times}. It stays booked and becomes a task: "
                            "move or cancel it, and tell whoever booked.",
                            "{n} times are booked then, and nobody is there for them: {times}. They stay booked and become "
                            "tasks: move or cancel them, and tell those who booked.",
                            std::ssize(hit), {{"times", base::joined(named, "; ")}});
}

}  // namespace

std::string Bookings::Implementation::times_hit(const RotaException& changed, const register_::Surroundings& around) const {
    auto rota_then = plan.of(around.municipality_id)->rota;
    std::erase_if(rota_then.exceptions, [&](const RotaException& one) { return one.id == changed.id; });
    rota_then.exceptions.push_back(changed);
    const auto from = std::max(around.today, base::parse_date(changed.first_day).value_or(around.today));
    const auto to = std::min(base::add_days(around.today, days_ahead_at_most),
                             base::parse_date(changed.last_day).value_or(from));
    if (to < from) return "";
    const auto hit = database.read(
        [&](db::Connection& connection) { return hit_by(connection, rota_then, around.municipality_id, from, to); });
    return hit.empty() ? "" : hit_in_words(*this, hit, {around.municipality_id, around.zone, *around.words});
}

std::string Bookings::Implementation::times_hit_by_line(const RotaLine& changed, const register_::Surroundings& around) const {
    auto rota_then = plan.of(around.municipality_id)->rota;
    auto* line = base::find_in(rota_then.lines, changed.id, &RotaLine::id);
    if (!line) return "";
    *line = changed;
    const auto last = base::add_days(around.today, days_ahead_at_most);
    const auto hit = database.read([&](db::Connection& connection) {
        return hit_by(connection, rota_then, around.municipality_id, around.today, last);
    });
    return hit.empty() ? "" : hit_in_words(*this, hit, {around.municipality_id, around.zone, *around.words});
}

std::string Bookings::times_left_by(const http::Tenant& tenant, const std::vector<HeldElsewhere>& then,
                                    const i18n::Translator& words) const {
    const auto& self = *implementation_;
    const auto from = self.today(tenant.id), to = base::add_days(from, days_ahead_at_most);
    auto shifts = self.shifts_by(self.plan.of(tenant.id)->rota, tenant.id, from, to);
    take_held(shifts, then);
    const auto hit = self.database.read(
        [&](db::Connection& connection) { return self.hit_where(connection, shifts, tenant.id, from, to); });
    return hit.empty() ? "" : hit_in_words(self, hit, {tenant.id, tenant.zone, words});
}

}  // namespace digilots::booking
