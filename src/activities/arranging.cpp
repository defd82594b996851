// Sessions are added and moved. Each is a row, so what was held stays what it was, whatever
// becomes of its series.
#include <algorithm>

#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/clock_time.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/whole_number.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

/// As a session's row holds it.
struct Columns {
    std::string day, starts, ends, starts_at, ends_at, decide_on;
};

std::string clock_of(calendar::WallTime wall) {
    const auto minute = calendar::minute_of(wall);
    return base::clock_time(minute / 60, minute % 60);
}

Columns columns_of(const NewSession& session, std::string_view zone) {
    return {.day = base::format_date(calendar::date_of(session.starts)),
            .starts = clock_of(session.starts),
            .ends = clock_of(session.ends),
            .starts_at = base::format_utc(calendar::to_instant(session.starts, zone)),
            .ends_at = base::format_utc(calendar::to_instant(session.ends, zone)),
            .decide_on = session.decide_on ? base::format_date(*session.decide_on) : ""};
}

/// Ends the transaction with nothing written.
struct NothingWritten {
    Arranged why;
};

std::string mark_in(const db::Row& row) {
    return base::mark_of({row.text("id"), std::to_string(row.integer("version"))});
}

int days_before(const NewSession& session) {
    return session.decide_on ? base::days_between(*session.decide_on, calendar::date_of(session.starts)) : 0;
}

NewSession standing_in(const db::Row& row, std::string_view zone) {
    const auto wall = [&](const char* column) {
        return calendar::to_wall(base::parse_utc(row.text(column)).value_or(base::Instant{}), zone);
    };
    return {.starts = wall("starts_at"),
            .ends = wall("ends_at"),
            .place = row.text("place"),
            .address = row.text("address"),
            .remote = row.text("remote"),
            .led_by = row.text("led_by"),
            .capacity = row.get<std::optional<std::int64_t>>("capacity"),
            .minimum = row.get<std::optional<std::int64_t>>("minimum"),
            .decide_on = base::parse_date(row.text("decide_on")),
            .held_by = held_by_in(row.text("held_by"))};
}

bool have_other_times(const NewSession& one, const NewSession& other) {
    return calendar::minute_of(one.starts) != calendar::minute_of(other.starts) ||
           one.ends - one.starts != other.ends - other.starts;
}

bool are_elsewhere(const NewSession& one, const NewSession& other) {
    return one.place != other.place || one.address != other.address;
}

}  // namespace

namespace {

/// All that is said of them.
std::string content_of_sessions(const std::vector<NewSession>& sessions, std::string_view zone) {
    std::string content = "sessions";
    const auto say = [&](std::string_view text) { content += "\n" + std::string(text); };
    for (const auto& session : sessions) {
        const auto columns = columns_of(session, zone);
        for (const auto& text : {columns.starts_at, columns.ends_at, session.place, session.address, session.remote}) say(text);
        say(session.capacity ? std::to_string(*session.capacity) : "");
        say(session.minimum ? std::to_string(*session.minimum) : "");
    }
    return content;
}

}  // namespace

bool differ_in_time_or_place(const NewSession& one, const NewSession& other) {
    return have_other_times(one, other) || are_elsewhere(one, other);
}

NewSession changed_alike(const NewSession& own, const NewSession& before, const NewSession& to) {
    auto alike = own;
    const auto days = base::days_between(calendar::date_of(before.starts), calendar::date_of(to.starts));
    const auto day = base::add_days(calendar::date_of(own.starts), days);
    const auto& timed = have_other_times(before, to) ? to : own;
    alike.starts = calendar::wall_time(day, calendar::minute_of(timed.starts));
    alike.ends = alike.starts + (timed.ends - timed.starts);
    if (are_elsewhere(before, to)) {
        alike.place = to.place;
        alike.address = to.address;
    }
    if (before.remote != to.remote || is_nowhere(alike)) alike.remote = to.remote;
    if (before.led_by != to.led_by) alike.led_by = to.led_by;
    if (before.held_by != to.held_by) alike.held_by = to.held_by;
    const bool has_other_seats = before.capacity != to.capacity || before.minimum != to.minimum ||
                                 days_before(before) != days_before(to) ||
                                 before.decide_on.has_value() != to.decide_on.has_value();
    const auto& seated = has_other_seats ? to : own;
    alike.capacity = seated.capacity;
    alike.minimum = seated.minimum;
    alike.decide_on.reset();
    if (seated.decide_on) alike.decide_on = base::add_days(day, -days_before(seated));
    return alike;
}

std::string stored_held_by(const std::vector<HeldBy>& functions) {
    std::string stored;
    for (const auto& one : functions) stored += (stored.empty() ? "" : " ") + one.function + ":" + std::to_string(one.people);
    return stored;
}

std::vector<HeldBy> held_by_in(std::string_view stored) {
    std::vector<HeldBy> functions;
    for (const auto& one : base::separated(stored, ' ')) {
        const auto colon = one.rfind(':');
        if (colon == std::string::npos) continue;
        const auto people = base::whole_number(std::string_view(one).substr(colon + 1), 1, most_people_of_function);
        functions.push_back({std::string(one.substr(0, colon)), people.value_or(1)});
    }
    return functions;
}

std::string id_of_new_session(const register_::Surroundings& around, std::string_view activity, const NewSession& session,
                              std::string_view form_key, base::Instant now) {
    const auto columns = columns_of(session, around.zone);
    const auto content = "session\n" + around.municipality_id + "\n" + std::string(activity) + "\n" + columns.starts_at + "\n" +
                         columns.ends_at + "\n" + session.place + "\n" + session.address;
    return base::id_from_form(form_key, content, now);
}

std::vector<std::string> Activities::Implementation::insert_sessions(db::Connection& connection,
                                                                     const register_::Surroundings& around,
                                                                     std::string_view activity,
                                                                     const std::vector<NewSession>& sessions,
                                                                     std::string_view form_key) const {
    const auto now = clock.now();
    std::vector<std::string> ids;
    for (const auto& session : sessions) {
        const auto columns = columns_of(session, around.zone);
        ids.push_back(id_of_new_session(around, activity, session, form_key, now));
        if (!connection.query(sql::find_session, around.municipality_id, ids.back()).empty()) continue;
        connection.execute(sql::insert_session, around.municipality_id, ids.back(), activity,
                           base::format_utc(now), columns.day, columns.starts, columns.ends,
                           columns.starts_at, columns.ends_at, session.place, session.address, session.remote,
                           session.led_by, session.capacity, session.minimum, columns.decide_on,
                           stored_held_by(session.held_by));
    }
    return ids;
}

base::Result<register_::AddedByKey, register_::NotAdded> Activities::add(const register_::Surroundings& around,
                                                                         register_::Draft draft,
                                                                         const std::vector<NewSession>& sessions,
                                                                         std::string_view actor, std::string_view key) {
    auto& self = *implementation_;
    using Added = base::Result<register_::AddedByKey, register_::NotAdded>;
    // With other sessions it is another activity.
    if (!key.empty()) draft["form_key"] = {register_::form_key_with(key, content_of_sessions(sessions, around.zone))};
    return self.database.write(
        [&](db::Connection& connection) -> Added {
            auto known = register_::look_up_key(connection, self.activities, around, draft);
            if (known.before) return register_::AddedByKey{*std::move(known.before), true};
            if (known.is_reused) return base::failure(register_::NotAdded{.is_key_reused = true});
            auto added = self.activities.add_in(connection, around, draft, actor);
            if (!added) return base::failure(register_::NotAdded{.refusal = std::move(added.error())});
            const auto ids = self.insert_sessions(connection, around, added->id, sessions, key);
            self.changed(connection, around.municipality_id, actor, sessions.empty() ? "" : "sessions added", added->id, ids);
            return register_::AddedByKey{*std::move(added), false};
        },
        db::Isolation::deciding);
}

base::Result<std::vector<std::string>, Arranged> Activities::add_sessions(
    const register_::Surroundings& around, std::string_view activity, const std::vector<NewSession>& sessions,
    std::string_view actor, std::string_view form_key) {
    auto& self = *implementation_;
    using Added = base::Result<std::vector<std::string>, Arranged>;
    return self.database.write(
        [&](db::Connection& connection) -> Added {
            const auto found =
                register_::find_in(connection, self.activities, around.municipality_id, activity);
            if (!found || found->has_ended()) return base::failure(Arranged::not_there);
            if (!self.activities.may_change(around, *found)) return base::failure(Arranged::not_theirs);
            // Whoever signs up meanwhile is with the new ones too.
            self.take_turns_of(connection, around.municipality_id, activity);
            auto ids = self.insert_sessions(connection, around, activity, sessions, form_key);
            self.bring_along(connection, around.municipality_id, activity, ids);
            self.changed(connection, around.municipality_id, actor, "sessions added", activity, ids);
            plan_requests(self, connection, around.municipality_id, activity, actor);
            return ids;
        },
        db::Isolation::deciding);
}

std::string Activities::mark_of(std::string_view municipality_id, std::string_view session) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::find_session, municipality_id, session);
    });
    const auto row = rows.only();
    return row ? mark_in(*row) : "";
}

std::string Activities::activity_of_session(std::string_view municipality_id, std::string_view session) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::find_session, municipality_id, session);
    });
    const auto row = rows.only();
    return row ? row->text("activity_id") : "";
}

Arranged Activities::change_sessions(const register_::Surroundings& around, std::string_view session,
                                     const NewSession& to, const Which& which, bool sure, std::string_view actor,
                                     const base::Seen& seen) {
    auto& self = *implementation_;
    const auto& here = around.municipality_id;
    const auto now = base::format_utc(self.clock.now());
    const auto change = [&](db::Connection& connection) {
        const auto chosen = Only{connection.query(sql::find_session, here, session)};
        if (!chosen) return Arranged::not_there;
        const auto activity_id = chosen->text("activity_id");
        const auto activity = register_::find_in(connection, self.activities, here, activity_id);
        if (!activity) return Arranged::not_there;
        if (!self.activities.may_change(around, *activity)) return Arranged::not_theirs;
        if (!seen.is(mark_in(*chosen)) || chosen->text("status") != word_of(Status::planned))
            return Arranged::changed_meanwhile;
        const auto together = self.take_turns_together(connection, here, session);
        const auto before = standing_in(*chosen, around.zone);
        std::vector<std::string> changes{std::string(session)};
        if (which.reach != Reach::this_one) {
            const auto from = which.reach == Reach::all ? now : std::max(now, chosen->text("starts_at"));
            for (const auto row : connection.query(sql::planned_of, here, activity_id, from))
                base::add_once(changes, row.text("id"));
        }
        std::erase_if(changes, [&](const std::string& id) { return base::holds(which.but, id); });
        // In one order, so that none wait for each other.
        std::ranges::sort(changes);
        for (const auto& id : changes) {
            const auto turn = Only{connection.query(sql::take_turn, here, id)};
            const auto stands = Only{connection.query(sql::find_session, here, id)};
            if (!turn || !stands) return Arranged::changed_meanwhile;
            const auto wanted = id == session ? to : changed_alike(standing_in(*stands, around.zone), before, to);
            const auto taken = turn->integer("taken");
            const bool had_room = !turn->get<std::optional<std::int64_t>>("capacity") ||
                                  taken <= *turn->get<std::optional<std::int64_t>>("capacity");
            if (wanted.capacity && *wanted.capacity < taken && had_room && !sure)
                throw NothingWritten{Arranged::concerns_people};
            const auto columns = columns_of(wanted, around.zone);
            if (connection.execute(sql::change_session, here, id, stands->integer("version"), now,
                                   columns.day, columns.starts, columns.ends, columns.starts_at,
                                   columns.ends_at, wanted.place, wanted.address, wanted.remote,
                                   wanted.led_by, wanted.capacity, wanted.minimum, columns.decide_on,
                                   stored_held_by(wanted.held_by)) != 1)
                throw NothingWritten{Arranged::changed_meanwhile};
            const bool is_moved = stands->text("starts_at") != columns.starts_at ||
                                  stands->text("ends_at") != columns.ends_at || stands->text("place") != wanted.place ||
                                  stands->text("address") != wanted.address;
            if (stands->text("day") != columns.day) connection.execute(sql::remind_anew, here, id);
            if (is_moved) self.tell_moved(connection, here, id);
            if (together.empty())
                self.give_free_seats(connection, here, id, wanted.capacity ? *wanted.capacity - taken : most_capacity);
        }
        if (!together.empty()) self.give_along(connection, here, together);
        self.changed(connection, here, actor, changes.size() > 1 ? "sessions changed" : "session changed", activity_id, changes);
        return Arranged::done;
    };
    try {
        return self.database.write(change, db::Isolation::deciding);
    } catch (const NothingWritten& nothing) {
        return nothing.why;
    }
}

}  // namespace digilots::activities
