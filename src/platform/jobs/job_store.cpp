#include "platform/jobs/job_store.h"

#include "platform/base/time.h"
#include "platform/jobs/schedule.h"
#include "platform/jobs/sql.h"

namespace digilots::jobs::store {

namespace {

// No pause between two attempts is longer.
constexpr std::chrono::hours longest_wait{24};

Held read_held(const db::Row& row, std::string holder) {
    return {.id = row.text("id"),
            .kind = row.text("kind"),
            .payload = "",
            .municipality_id = row.text("municipality_id"),
            .key = row.text("job_key"),
            .holder = std::move(holder),
            .attempts = static_cast<int>(row.integer("attempts"))};
}

}  // namespace

bool is_any_due(db::Connection& connection, const std::string& kinds, base::Instant now) {
    return !connection.query(sql::find_due, base::format_utc(now), kinds).empty();
}

std::optional<Held> take(db::Connection& connection, const std::string& kinds, const std::string& holder, base::Instant now) {
    const auto row = connection.query(sql::take_job, base::format_utc(now), kinds, holder);
    if (row.empty()) return std::nullopt;
    auto held = read_held(row[0], holder);
    held.payload = row[0].text("payload");
    return held;
}

bool renew(db::Connection& connection, const Held& held) {
    return connection.execute(sql::renew, held.id, held.holder) == 1;
}

bool tell_progress(db::Connection& connection, const Held& held, std::int64_t done, std::int64_t total, std::string_view step) {
    return connection.execute(sql::tell_progress, held.id, held.holder, done, total, step) == 1;
}

bool finish(db::Connection& connection, const Held& held, base::Instant now) {
    if (connection.execute(sql::finish_job, held.id, held.holder, base::format_utc(now)) != 1) return false;
    if (!held.key.empty()) connection.execute(sql::delete_failed_of_key, held.kind, held.key, held.id);
    return true;
}

bool fail(db::Connection& connection, const Held& held, std::string_view reason, base::Instant now) {
    if (connection.execute(sql::fail_job, held.id, held.holder, base::format_utc(now), reason) != 1) return false;
    if (!held.key.empty()) connection.execute(sql::delete_failed_of_key, held.kind, held.key, held.id);
    return true;
}

bool put_back(db::Connection& connection, const Held& held, int attempts, base::Instant due, std::string_view reason) {
    if (!renew(connection, held)) return false;   // holds the row from here on
    const auto due_at = base::format_utc(due);
    const bool is_taken_over =
        !held.key.empty() && connection.execute(sql::take_over_key, held.kind, held.key, attempts, due_at, reason) == 1;
    if (is_taken_over) {
        connection.execute(sql::delete_running, held.id, held.holder);
    } else {
        connection.execute(sql::put_back, held.id, held.holder, attempts, due_at, reason);
    }
    return true;
}

std::vector<Running> running(db::Connection& connection) {
    std::vector<Running> all;
    for (const auto row : connection.query(sql::list_running)) {
        all.push_back({read_held(row, row.text("holder")), row.integer("beat")});
    }
    return all;
}

bool take_away(db::Connection& connection, const Running& from, const std::string& holder) {
    return connection.execute(sql::take_away, from.held.id, from.held.holder, from.beat, holder) == 1;
}

std::int64_t make_misdated_due(db::Connection& connection, base::Instant now) {
    const auto rows = connection.query(sql::find_misdated, base::format_utc(now + clocks_differ),
                                       base::format_utc(now + longest_wait));
    for (const auto row : rows) connection.execute(sql::make_due, row.text("id"), base::format_utc(now));
    return static_cast<std::int64_t>(rows.size());
}

std::map<std::string, base::Instant> schedules(db::Connection& connection) {
    std::map<std::string, base::Instant> all;
    for (const auto row : connection.query(sql::list_schedules)) {
        if (const auto last = base::parse_utc(row.text("last_at"))) all.emplace(row.text("kind"), *last);
    }
    return all;
}

bool plan(db::Connection& connection, const std::string& kind, base::Instant now, std::optional<base::Instant> last) {
    return connection.execute(sql::plan, kind, base::format_utc(now), last ? base::format_utc(*last) : "") == 1;
}

}  // namespace digilots::jobs::store
