// Staff cancel for somebody who rings, and put them back where it was the wrong one: that day, while the seat is free.
#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/mail/outbox.h"

namespace digilots::activities {

namespace {

/// The session is at another time or place than when they left it.
bool moved_since(db::Connection& connection, std::string_view municipality_id, const db::Row& left) {
    const auto session = Only{connection.query(sql::find_session, municipality_id, left.text("session_id"))};
    return session &&
           (session->text("starts_at") != left.text("left_starts") || session->text("place") != left.text("left_place") ||
            session->text("address") != left.text("left_address"));
}

/// Of another day they are reminded anew.
bool is_same_day(db::Connection& connection, const http::Tenant& tenant, const db::Row& left) {
    const auto session = Only{connection.query(sql::find_session, tenant.id, left.text("session_id"))};
    const auto then = base::parse_utc(left.text("left_starts"));
    const auto now = session ? base::parse_utc(session->text("starts_at")) : std::nullopt;
    return then && now && base::to_civil(*then, tenant.zone).date == base::to_civil(*now, tenant.zone).date;
}

/// The seats that they had at a session to come.
bool is_taken_by_now(const Activities::Implementation& self, db::Connection& connection, const http::Tenant& tenant,
                     const db::Row& left) {
    const auto turn = Only{connection.query(sql::take_turn, tenant.id, left.text("session_id"))};
    const bool is_to_come = turn && turn->text("status") != word_of(Status::cancelled) &&
                            turn->text("ends_at") > base::format_utc(self.clock.now());
    return is_to_come && left.text("state") == "confirmed" && !has_seats(*turn, left.integer("persons"));
}

/// One of the rows that somebody left.
PutBack put_back_one(Activities::Implementation& self, db::Connection& connection, const http::Tenant& tenant,
                     std::string_view sign_up, std::string_view actor) {
    const auto now = self.clock.now();
    const auto today = base::format_date(base::to_civil(now, tenant.zone).date);
    const auto left = Only{connection.query(sql::find_left, tenant.id, sign_up)};
    if (!left || left->text("left_on") != today) {
        const auto there = Only{connection.query(sql::find_sign_up, tenant.id, sign_up)};
        return {there ? PutBack::Came::back : PutBack::Came::gone, there ? there->text("session_id") : ""};
    }
    const auto session = left->text("session_id");
    const auto turn = Only{connection.query(sql::take_turn, tenant.id, session)};
    const auto persons = left->integer("persons");
    const bool had_seat = left->text("state") == "confirmed";
    if (!turn || turn->text("status") == word_of(Status::cancelled) || turn->text("ends_at") <= base::format_utc(now))
        return {PutBack::Came::gone, session};
    const auto capacity = turn->get<std::optional<std::int64_t>>("capacity");
    if (had_seat && capacity && turn->integer("taken") + persons > *capacity) return {PutBack::Came::taken, session};
    const auto old_turn = left->integer("turn");
    if (connection.execute(sql::insert_sign_up, tenant.id, sign_up, session,
                           old_turn > 0 ? old_turn : turn->integer("turn"), persons,
                           left->text("state"), left->text("code_hash"), left->text("language"),
                           left->text("created_at"), left->text("found_us")) == 0)
        return {PutBack::Came::back, session};
    connection.execute(sql::remember_left, tenant.id, sign_up, left->text("known_starts"), left->text("known_place"),
                       left->text("known_address"), left->text("to_tell"));
    if (!left->text("found_us").empty())
        connection.execute(sql::add_heard, tenant.id, session, left->text("found_us"), persons);
    if (!left->text("name").empty() || left->text("by_way") != word_of(ContactBy::none))
        connection.execute(sql::insert_contact, tenant.id, sign_up, left->text("name"), left->text("by_way"),
                           left->text("value"), left->text("how_often"));
    connection.execute(sql::delete_left, tenant.id, sign_up);
    connection.execute(sql::set_seats, tenant.id, session, had_seat ? persons : 0, had_seat ? 0 : persons);
    // A seat may have become free while nobody waited.
    const bool is_planned = turn->text("status") == word_of(Status::planned);
    const auto taken = turn->integer("taken") + (had_seat ? persons : 0);
    // Of what is put back at several sessions when all are.
    if (is_planned && !is_along(left->text("code_hash")))
        self.give_free_seats(connection, tenant.id, session, capacity ? *capacity - taken : Activities::most_capacity);
    kept::raise(connection, kept_seats, tenant.id);
    if (!left->text("reminded_on").empty() && is_same_day(connection, tenant, *left))
        connection.execute(sql::set_reminded, tenant.id, sign_up, left->text("reminded_on"));
    if (moved_since(connection, tenant.id, *left))
        for (const auto one : connection.query(sql::signed_up, tenant.id, session))
            if (one.text("id") == sign_up) self.tell_moved_to(connection, tenant.id, one, session);
    self.changed(connection, tenant.id, actor, "sign-up put back", turn->text("activity_id"), {session});
    return {PutBack::Came::back, session};
}

}  // namespace

bool Activities::leave_as_staff(const http::Tenant& tenant, std::string_view sign_up, std::string_view actor) {
    auto& self = *implementation_;
    const auto today = base::format_date(base::to_civil(self.clock.now(), tenant.zone).date);
    return self.database.write([&](db::Connection& connection) {
        const auto row = Only{connection.query(sql::find_sign_up, tenant.id, sign_up)};
        if (!row) return false;
        const auto session = Only{connection.query(sql::find_session, tenant.id, row->text("session_id"))};
        if (!session || session->text("ends_at") <= base::format_utc(self.clock.now())) return false;
        connection.execute(sql::delete_old_left, tenant.id, today);
        self.take_turns_together(connection, tenant.id, row->text("session_id"));
        const auto hash = row->text("code_hash");
        const auto ids = is_along(hash) ? self.ids_all_along(connection, tenant.id, hash) : std::vector{std::string(sign_up)};
        for (const auto& id : ids) {
            const bool is_untold = !mail::overtake(connection, tenant.id, matter_of_sign_up(id), self.clock.now()).empty();
            connection.execute(sql::keep_left, tenant.id, id, today, is_untold ? "letter" : "");
        }
        if (!self.remove_with_all(connection, tenant.id, sign_up)) {
            for (const auto& id : ids) connection.execute(sql::delete_left, tenant.id, id);
            return false;
        }
        self.changed(connection, tenant.id, actor, "sign-up cancelled", session->text("activity_id"), {row->text("session_id")});
        return true;
    });
}

std::vector<Listed> Activities::left_today(const http::Tenant& tenant, std::string_view session) const {
    const auto& self = *implementation_;
    const auto today = base::format_date(base::to_civil(self.clock.now(), tenant.zone).date);
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::list_left, tenant.id, session, today); });
    std::vector<Listed> left;
    for (const auto row : rows)
        left.push_back({.id = row.text("id"), .name = row.text("name"), .value = "",
                        .persons = row.integer("persons"), .is_confirmed = row.text("state") == "confirmed"});
    return left;
}

std::string Activities::session_of_left(std::string_view municipality_id, std::string_view sign_up) const {
    const auto rows = implementation_->database.read(
        [&](db::Connection& connection) { return connection.query(sql::find_left, municipality_id, sign_up); });
    const auto row = rows.only();
    return row ? row->text("session_id") : session_of(municipality_id, sign_up);
}

PutBack Activities::put_back_sign_up(const http::Tenant& tenant, std::string_view sign_up, std::string_view actor) {
    auto& self = *implementation_;
    return self.database.write(
        [&](db::Connection& connection) -> PutBack {
            const auto left = Only{connection.query(sql::find_left, tenant.id, sign_up)};
            if (!left) return put_back_one(self, connection, tenant, sign_up, actor);
            const auto session = Only{connection.query(sql::find_session, tenant.id, left->text("session_id"))};
            const auto activity = session ? session->text("activity_id") : "";
            self.take_turns_of(connection, tenant.id, activity);
            if (!is_along(left->text("code_hash"))) {
                const auto put = put_back_one(self, connection, tenant, sign_up, actor);
                self.give_along(connection, tenant.id, activity);
                return put;
            }
            const BoundsAlong all(left->text("code_hash"));
            const auto rows = connection.query(sql::left_all_along, tenant.id, all.after, all.before);
            for (const auto row : rows)
                if (is_taken_by_now(self, connection, tenant, row)) return {PutBack::Came::taken, left->text("session_id")};
            PutBack asked{PutBack::Came::gone, left->text("session_id")};
            for (const auto row : rows) {
                const auto put = put_back_one(self, connection, tenant, row.text("id"), actor);
                if (put.came == PutBack::Came::back) asked.came = PutBack::Came::back;
            }
            self.give_along(connection, tenant.id, activity);
            return asked;
        },
        db::Isolation::deciding);
}

void Activities::forget_left(const http::Tenant& tenant) {
    const auto today = base::format_date(base::to_civil(implementation_->clock.now(), tenant.zone).date);
    implementation_->database.write(
        [&](db::Connection& connection) { connection.execute(sql::delete_old_left, tenant.id, today); });
}

}  // namespace digilots::activities
