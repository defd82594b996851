// The queue of a desk that helps as time allows: numbers of today, nobody's name.
#include <algorithm>

#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::booking {

namespace {

constexpr std::size_t called_shown = 3, waits_counted = 10;
constexpr int days_of_queue = 90;

std::string day_in(const http::Tenant& tenant, base::Instant now) {
    return base::format_date(base::to_civil(now, tenant.zone).date);
}

std::string hash_of_form(std::string_view form_key) {
    return base::sha256_hex(base::is_uuid(form_key) ? std::string(form_key) : base::random_token());
}

/// In minutes.
std::int64_t waited_of(const db::Row& row, base::Instant called) {
    const auto taken = base::parse_utc(row.text("taken_at")).value_or(called);
    return std::chrono::floor<std::chrono::minutes>(std::max(called, taken) - taken).count();
}

}  // namespace

Bookings::Queue Bookings::queue(const http::Tenant& tenant, std::string_view place) const {
    const auto& self = *implementation_;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::list_queue, tenant.id, place, day_in(tenant, self.clock.now()));
    });
    Queue queue;
    std::vector<std::pair<std::string, int>> called;  // when, how long they had waited
    std::vector<std::pair<std::string, int>> numbers;  // when last, which
    int waits_longest = 0;
    for (const auto row : rows) {
        const auto number = static_cast<int>(row.integer("number"));
        const auto taken = base::parse_utc(row.text("taken_at"));
        if (row.text("state") == "waiting") {
            queue.waiting.push_back(number);
            const auto waits = taken ? std::chrono::floor<std::chrono::minutes>(self.clock.now() - *taken).count() : 0;
            waits_longest = std::max(waits_longest, static_cast<int>(waits));
            continue;
        }
        const auto at = base::parse_utc(row.text("called_at"));
        if (!taken || !at) continue;
        called.emplace_back(row.text("called_at"),
                            static_cast<int>(std::chrono::floor<std::chrono::minutes>(*at - *taken).count()));
        numbers.emplace_back(std::max(row.text("called_at"), row.text("again_at")), number);
    }
    std::ranges::sort(called, std::greater{});
    std::ranges::sort(numbers, std::greater{});
    for (const auto& [when, number] : numbers) queue.all_called.push_back(number);
    for (const auto row : rows)
        if (!numbers.empty() && row.integer("number") == numbers.front().second) queue.called_at = row.text("called_at");
    queue.called.assign(queue.all_called.begin(),
                        queue.all_called.begin() + static_cast<std::ptrdiff_t>(std::min(called_shown, numbers.size())));
    for (std::size_t at = 0; at < std::min(waits_counted, called.size()); ++at) {
        const int waited = called[at].second;
        queue.least_minutes = queue.least_minutes < 0 ? waited : std::min(queue.least_minutes, waited);
        queue.most_minutes = std::max(queue.most_minutes, waited);
    }
    // Whoever still waits has waited so long, too.
    if (queue.most_minutes >= 0) queue.most_minutes = std::max(queue.most_minutes, waits_longest);
    return queue;
}

int Bookings::take_number(const http::Tenant& tenant, std::string_view place, std::string_view form_key) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    const auto day = day_in(tenant, now);
    const auto key = hash_of_form(form_key);
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, "booking_queue", tenant.id);
        const auto there = connection.query(sql::find_number, tenant.id, place, day, key);
        if (const auto row = there.only()) return static_cast<int>(row->integer("number"));
        const auto rows = connection.query(sql::list_queue, tenant.id, place, day);
        const int number = rows.empty() ? 1 : static_cast<int>(rows[rows.size() - 1].integer("number")) + 1;
        if (number > most_in_queue) return 0;
        connection.execute(sql::insert_number, tenant.id, place, day, number, base::format_utc(now), key);
        connection.execute(sql::add_queue_figure, tenant.id, day, place, 1, 0, 0);
        return number;
    });
}

int Bookings::call_next(const http::Tenant& tenant, std::string_view place, std::string_view form_key) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    const auto day = day_in(tenant, now), key = hash_of_form(form_key);
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, "booking_queue", tenant.id);
        const auto there = connection.query(sql::find_called, tenant.id, place, day, key);
        if (const auto row = there.only()) return static_cast<int>(row->integer("number"));
        for (const auto row : connection.query(sql::list_queue, tenant.id, place, day)) {
            if (row.text("state") != "waiting") continue;
            const auto number = row.integer("number");
            connection.execute(sql::call_number, tenant.id, place, day, number, base::format_utc(now), key);
            connection.execute(sql::add_queue_figure, tenant.id, day, place, 0, 1, waited_of(row, now));
            return static_cast<int>(number);
        }
        return 0;
    });
}

bool Bookings::undo_call(const http::Tenant& tenant, std::string_view place, int number, std::string_view called_at) {
    auto& self = *implementation_;
    const auto day = day_in(tenant, self.clock.now());
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, "booking_queue", tenant.id);
        for (const auto row : connection.query(sql::list_queue, tenant.id, place, day)) {
            if (row.integer("number") != number || row.text("state") != "called") continue;
            if (row.text("called_at") != called_at) return false;
            const auto called = base::parse_utc(row.text("called_at")).value_or(self.clock.now());
            connection.execute(sql::undo_call, tenant.id, place, day, number);
            connection.execute(sql::add_queue_figure, tenant.id, day, place, 0, -1, -waited_of(row, called));
            return true;
        }
        return false;
    });
}

bool Bookings::runs_queue(const http::Tenant& tenant, std::string_view place) const {
    const auto& self = *implementation_;
    const auto since = base::add_days(base::to_civil(self.clock.now(), tenant.zone).date, -days_of_queue);
    return self.database.read([&](db::Connection& connection) {
        return connection.query(sql::runs_queue, tenant.id, place, base::format_date(since))[0].integer("number") > 0;
    });
}

bool Bookings::call_again(const http::Tenant& tenant, std::string_view place, int number) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    return self.database.write([&](db::Connection& connection) {
        kept::raise(connection, "booking_queue", tenant.id);
        return connection.execute(sql::call_again, tenant.id, place, day_in(tenant, now), number, base::format_utc(now)) == 1;
    });
}

}  // namespace digilots::booking
