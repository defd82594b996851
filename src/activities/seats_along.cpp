// Seats of an activity whose days are taken together: whoever waits for all of it gets a seat on every day at once. Whoever
// touches one of its days takes the turns of all of them first, in one order, so that none wait for each other.
#include <algorithm>
#include <map>

#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::activities {

namespace {

/// A day to come while seats are given. No seats: there is no limit.
struct DayAlong {
    bool is_to_be_held = false;
    std::optional<std::int64_t> free;
    std::int64_t given = 0;
};
using DaysAlong = std::map<std::string, DayAlong, std::less<>>;

/// Who waits under one code: their rows, the first day first.
struct WaitsAlong {
    std::string code;
    std::int64_t persons = 0;
    std::vector<db::Row> rows;
};

std::vector<WaitsAlong> by_code_of(const db::Rows& rows, const DaysAlong& days) {
    std::vector<WaitsAlong> waiting;
    std::map<std::string, std::size_t, std::less<>> place_of;
    for (const auto row : rows) {
        if (!days.contains(row.text("session_id"))) continue;
        const auto code = hash_without_session(row.text("code_hash"));
        const auto [at, is_new] = place_of.try_emplace(code, waiting.size());
        if (is_new) waiting.push_back({.code = code, .persons = row.integer("persons"), .rows = {}});
        waiting[at->second].rows.push_back(row);
    }
    return waiting;
}

/// On each day that is held, and on one at least.
bool fit_in(const DaysAlong& days, const WaitsAlong& one) {
    bool is_any_held = false;
    for (const auto& row : one.rows) {
        const auto& day = days.at(row.text("session_id"));
        if (!day.is_to_be_held) continue;
        is_any_held = true;
        if (day.free && *day.free < one.persons) return false;
    }
    return is_any_held;
}

}  // namespace

void take_turns(db::Connection& connection, base::Instant at, std::string_view municipality_id, std::string_view activity) {
    const auto now = base::format_utc(at);
    std::vector<std::string> taken;
    // The second time finds what was added while this waited for its turns.
    for (int time = 0; time < 2; ++time)
        for (const auto row : connection.query(sql::days_to_come, municipality_id, activity, now)) {
            const auto id = row.text("id");
            if (base::holds(taken, id)) continue;
            taken.push_back(id);
            connection.query(sql::take_turn, municipality_id, id);
        }
}

void Activities::Implementation::take_turns_of(db::Connection& connection, std::string_view municipality_id,
                                               std::string_view activity) const {
    take_turns(connection, clock.now(), municipality_id, activity);
}

std::string Activities::Implementation::take_turns_together(db::Connection& connection, std::string_view municipality_id,
                                                            std::string_view session) const {
    const auto found = Only{connection.query(sql::together_with, municipality_id, session)};
    if (!found) return "";
    auto activity = found->text("id");
    take_turns_of(connection, municipality_id, activity);
    return activity;
}

void Activities::Implementation::give_along(db::Connection& connection, std::string_view municipality_id,
                                            std::string_view activity) const {
    const auto now = base::format_utc(clock.now());
    DaysAlong days;
    bool is_any_free = false, is_anybody_waiting = false;
    for (const auto row : connection.query(sql::days_to_come, municipality_id, activity, now)) {
        DayAlong day{.is_to_be_held = row.text("status") != word_of(Status::cancelled), .free = {}};
        if (const auto capacity = row.get<std::optional<std::int64_t>>("capacity"))
            day.free = std::max<std::int64_t>(0, *capacity - row.integer("taken"));
        is_any_free = is_any_free || (day.is_to_be_held && day.free != 0);
        is_anybody_waiting = is_anybody_waiting || row.integer("waiting") > 0;
        days.emplace(row.text("id"), day);
    }
    if (!is_any_free || !is_anybody_waiting) return;
    const auto rows = connection.query(sql::who_waits_along, municipality_id, activity, now);
    for (const auto& one : by_code_of(rows, days)) {
        if (!fit_in(days, one)) continue;
        bool is_told = false;
        for (const auto& row : one.rows) {
            const auto session = row.text("session_id");
            auto& day = days.at(session);
            auto to_tell = row.text("to_tell");
            // Of all their days they are told once, by the first that is held.
            if (!is_told && day.is_to_be_held) {
                const auto way = contact_by_called(row.text_or_empty("by_way")).value_or(ContactBy::none);
                const bool is_written = write_to(connection, municipality_id, row, news_of_seat(), session);
                to_tell = !is_written && way != ContactBy::none ? "seat" : "";
                is_told = true;
            }
            if (connection.execute(sql::give_seat, municipality_id, row.text("id"), to_tell) != 1) continue;
            day.given += one.persons;
            if (day.free) day.free = *day.free - one.persons;
        }
    }
    bool is_any_given = false;
    for (const auto& [session, day] : days) {
        if (day.given == 0) continue;
        connection.execute(sql::set_seats, municipality_id, session, day.given, -day.given);
        is_any_given = true;
    }
    if (is_any_given) kept::raise(connection, kept_seats, municipality_id);
}

void Activities::Implementation::give_after_days(std::string_view municipality_id) const {
    const auto programme = programmes.of(municipality_id);
    const auto now = clock.now();
    for (const auto& activity : programme->activities) {
        const bool is_anybody_waiting = std::ranges::any_of(
            activity.sessions, [now](const Session& session) { return session.ends > now && session.waiting > 0; });
        if (!activity.all_along || !is_anybody_waiting) continue;
        database.write(
            [&](db::Connection& connection) {
                take_turns_of(connection, municipality_id, activity.id);
                give_along(connection, municipality_id, activity.id);
            },
            db::Isolation::deciding);
    }
}

}  // namespace digilots::activities
