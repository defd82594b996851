// When somebody was there: of days that are over it is kept as the rota said then, so that a new rota changes no closed month.
#include <algorithm>
#include <map>
#include <tuple>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/time.h"

namespace digilots::booking {

namespace {

/// Longer ago nobody knows from a rota who was there.
constexpr int days_known_from_a_rota = 3 * 366;

std::string last_kept(db::Connection& connection, const std::string& municipality) {
    return connection.query(sql::staffed_last, municipality)[0].text("day");
}

/// A shift is of the day on which it begins.
std::vector<Bookings::StaffedTime> by_the_rota(const Bookings& bookings, const http::Tenant& tenant, base::Date from,
                                               base::Date to) {
    std::map<std::tuple<std::string, int, std::string>, std::int64_t> minutes;
    if (from <= to)
        for (const auto& shift : bookings.staffed(tenant, from, base::days_between(from, to) + 1)) {
            const auto day = base::format_date(base::to_civil(shift.begin, tenant.zone).date);
            for (auto at = shift.begin; at < shift.end;) {
                const auto here = base::to_civil(at, tenant.zone);
                const auto until = std::min(shift.end, at + std::chrono::minutes(60 - here.minute));
                minutes[{day, here.hour, shift.place}] += std::chrono::floor<std::chrono::minutes>(until - at).count();
                at = until;
            }
        }
    std::vector<Bookings::StaffedTime> all;
    for (const auto& [at, sum] : minutes) all.push_back({std::get<0>(at), std::get<1>(at), std::get<2>(at), sum});
    return all;
}

}  // namespace

std::vector<Bookings::StaffedTime> Bookings::staffed_time(const http::Tenant& tenant, base::Date from, base::Date to) const {
    std::string last;
    std::vector<StaffedTime> all;
    implementation_->database.read([&](db::Connection& connection) {
        last = last_kept(connection, tenant.id);
        for (const auto row :
             connection.query(sql::staffed_between, tenant.id, base::format_date(from), base::format_date(to)))
            all.push_back(
                {row.text("day"), static_cast<int>(row.integer("hour")), row.text("place"), row.integer("minutes")});
        return 0;
    });
    const auto kept = base::parse_date(last);
    const auto first = std::max(from, kept ? base::add_days(*kept, 1) : base::add_days(to, -days_known_from_a_rota));
    auto later = by_the_rota(*this, tenant, first, to);
    all.insert(all.end(), later.begin(), later.end());
    return all;
}

bool Bookings::knows_staffed_time(std::string_view municipality_id) const {
    const auto& self = *implementation_;
    if (!self.plan.of(municipality_id)->rota.lines.empty()) return true;
    return self.database.read(
        [&](db::Connection& connection) { return !last_kept(connection, std::string(municipality_id)).empty(); });
}

void Bookings::keep_staffed_time(const http::Tenant& tenant) {
    auto& self = *implementation_;
    if (!knows_staffed_time(tenant.id)) return;
    const auto yesterday = base::add_days(base::to_civil(self.clock.now(), tenant.zone).date, -1);
    const auto last = base::parse_date(
        self.database.read([&](db::Connection& connection) { return last_kept(connection, tenant.id); }));
    if (last && *last >= yesterday) return;
    const auto from = last ? base::add_days(*last, 1) : base::add_days(yesterday, -days_known_from_a_rota);
    const auto all = by_the_rota(*this, tenant, from, yesterday);
    self.database.write([&](db::Connection& connection) {
        for (const auto& one : all)
            connection.execute(sql::keep_staffed, tenant.id, one.day, one.hour, one.place, one.minutes);
        connection.execute(sql::keep_staffed, tenant.id, base::format_date(yesterday), 0, "", 0);
    });
}

}  // namespace digilots::booking
