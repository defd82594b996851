// Whose booked times nobody would be there for, if the rota were changed: said before it is saved.
#include <algorithm>

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

std::vector<Shift> Bookings::Implementation::shifts_without(std::string_view municipality_id, std::string_view line) const {
    auto rota_then = plan.of(municipality_id)->rota;
    std::erase_if(rota_then.lines, [&](const RotaLine& one) { return one.id == line; });
    const auto here = around(municipality_id);
    return shifts_of(rota_then, {here.zone, here.country, here.today, days_ahead_at_most}, travel(municipality_id));
}

namespace {

std::string hit_in_words(const Bookings::Implementation& self, const std::vector<Booking>& hit,
                         const register_::Surroundings& around) {
    std::vector<std::string> named;
    for (const auto& booking : hit) {
        if (named.size() == most_times_named) {
            named.emplace_back("…");
            break;
        }
        named.push_back(self.title_of(around.municipality_id, booking.offer) + ", " +
                        time_in_words(booking.starts, around.zone, *around.words));
    }
    return around.words->tn("{n} time is booked then, and nobody is there for it: {times}. It stays booked and becomes a task: "
                            "move or cancel it, and tell whoever booked.",
                            "{n} times are booked then, and nobody is there for them: {times}. They stay booked and become "
                            "tasks: move or cancel them, and tell those who booked.",
                            std::ssize(hit), {{"times", base::joined(named, "; ")}});
}

}  // namespace

std::string Bookings::Implementation::times_hit(const RotaException& changed, const register_::Surroundings& around) const {
    const auto known = plan.of(around.municipality_id);
    auto rota_then = known->rota;
    std::erase_if(rota_then.exceptions, [&](const RotaException& one) { return one.id == changed.id; });
    rota_then.exceptions.push_back(changed);
    const auto from = std::max(around.today, base::parse_date(changed.first_day).value_or(around.today));
    const auto to = std::min(base::add_days(around.today, days_ahead_at_most),
                             base::parse_date(changed.last_day).value_or(from));
    if (to < from) return "";
    const auto shifts = shifts_of(rota_then, {around.zone, around.country, from, base::days_between(from, to) + 1},
                                  travel(around.municipality_id));
    const auto rows = database.read([&](db::Connection& connection) {
        return connection.query(sql::list_bookings, around.municipality_id, base::format_date(from), base::format_date(to), "",
                                "", most_times_looked_at);
    });
    std::vector<Booking> hit;
    for (const auto row : rows) {
        auto booking = booking_of(row);
        const bool is_waited_for = booking.state == "booked" && booking.starts > clock.now();
        if (is_waited_for && holds_both_times(known->shifts, booking) && !booking.lane.starts_with("resource:") &&
            !holds_both_times(shifts, booking))
            hit.push_back(std::move(booking));
    }
    return hit.empty() ? "" : hit_in_words(*this, hit, around);
}

}  // namespace digilots::booking
