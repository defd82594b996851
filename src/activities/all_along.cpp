// One is with it all the way: a row at each session under one code, with a seat at every one of them or at none. Turns are
// taken at all of them in one order, so that none wait for each other.
#include <algorithm>
#include <set>

#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

/// What was added before, and is sent again, has its people.
bool is_new_and_to_come(db::Connection& connection, std::string_view municipality_id, std::string_view session,
                        base::Instant now) {
    const auto row = Only{connection.query(sql::find_session, municipality_id, session)};
    return row && row->integer("taken") + row->integer("waiting") == 0 && row->text("ends_at") > base::format_utc(now);
}

}  // namespace

std::string id_along(std::string_view stored_hash, std::string_view session, base::Instant now) {
    const auto of = hash_along(hash_without_session(stored_hash), session);
    return base::id_from_form(base::form_key_of(of), of, now);
}

std::optional<std::vector<TurnAlong>> Activities::Implementation::turns_all_along(db::Connection& connection,
                                                                                  std::string_view municipality_id,
                                                                                  std::string_view session) const {
    const auto of = Only{connection.query(sql::sessions_all_along, municipality_id, session, base::format_utc(clock.now()))};
    if (!of) return std::nullopt;
    const auto activity = of->text("activity_id");
    take_turns_of(connection, municipality_id, activity);
    // Who waits and fits comes before whoever signs up now.
    give_along(connection, municipality_id, activity);
    std::vector<TurnAlong> others;
    for (const auto row : connection.query(sql::days_to_come, municipality_id, activity, base::format_utc(clock.now()))) {
        const auto id = row.text("id");
        if (id == session) continue;
        auto turn = Only{connection.query(sql::take_turn, municipality_id, id)};
        if (turn) others.push_back({id, std::move(turn)});
    }
    return others;
}

std::vector<std::string> Activities::Implementation::ids_all_along(db::Connection& connection, std::string_view municipality_id,
                                                                   std::string_view stored_hash) const {
    const auto now = base::format_utc(clock.now());
    const BoundsAlong all(stored_hash);
    std::vector<std::string> ids;
    for (const auto row : connection.query(sql::rows_all_along, municipality_id, all.after, all.before)) {
        if (row.text("ends_at") <= now) continue;
        connection.query(sql::take_turn, municipality_id, row.text("session_id"));
        ids.push_back(row.text("id"));
    }
    return ids;
}

bool Activities::Implementation::remove_with_all(db::Connection& connection, std::string_view municipality_id,
                                                 std::string_view id) const {
    const auto found = Only{connection.query(sql::find_sign_up, municipality_id, id)};
    if (!found) return false;
    const auto activity = take_turns_together(connection, municipality_id, found->text("session_id"));
    if (activity.empty()) return remove_sign_up(connection, municipality_id, id);
    const auto hash = found->text("code_hash");
    const auto ids = is_along(hash) ? ids_all_along(connection, municipality_id, hash) : std::vector{std::string(id)};
    bool is_removed = false;
    for (const auto& one : ids) is_removed = take_out(connection, municipality_id, one) || is_removed;
    if (!is_removed) return false;
    const BoundsAlong all(hash);
    if (is_along(hash)) connection.execute(sql::forget_code, municipality_id, all.after, all.before);
    give_along(connection, municipality_id, activity);
    return true;
}

void Activities::Implementation::bring_along(db::Connection& connection, std::string_view municipality_id,
                                             std::string_view activity, const std::vector<std::string>& added) const {
    const auto found = register_::find_in(connection, activities, municipality_id, activity);
    if (!found || !found->flag("all_along")) return;
    const auto now = clock.now();
    std::vector<std::string> sessions;
    for (const auto& id : added)
        if (is_new_and_to_come(connection, municipality_id, id, now)) sessions.push_back(id);
    if (sessions.empty()) return;
    const auto who = connection.query(sql::who_is_along, municipality_id, activity, base::format_utc(now));
    const News one_more{TEXT("One more day: {activity}"),
                        TEXT("There is one more day of {activity}: {when}. You are signed up for it too.\n\nIf you cannot "
                             "be with it any more, cancel with your code.")};
    std::set<std::string> known;
    for (const auto row : who) {
        const auto hash = hash_without_session(row.text("code_hash"));
        if (!known.insert(hash).second) continue;
        const auto persons = row.integer("persons");
        const bool has_seat = row.text("state") == "confirmed";
        for (const auto& session : sessions) {
            const auto turn = Only{connection.query(sql::take_turn, municipality_id, session)};
            const auto id = id_along(hash, session, now);
            if (!turn || connection.execute(sql::insert_sign_up, municipality_id, id, session, turn->integer("turn"), persons,
                                            row.text("state"), hash_along(hash, session), row.text("language"),
                                            row.text("created_at"), row.text("found_us")) == 0)
                continue;
            connection.execute(sql::know_session, municipality_id, id, session);
            if (!row.text("found_us").empty())
                connection.execute(sql::add_heard, municipality_id, session, row.text("found_us"), persons);
            if (!row.text_or_empty("by_way").empty())
                connection.execute(sql::insert_contact, municipality_id, id, row.text("name"), row.text("by_way"),
                                   row.text("value"), row.text("how_often"));
            connection.execute(sql::set_seats, municipality_id, session, has_seat ? persons : 0, has_seat ? 0 : persons);
        }
    }
    for (const auto& session : sessions) tell_all(connection, municipality_id, session, one_more, "moved");
    if (!known.empty()) kept::raise(connection, kept_seats, municipality_id);
}

}  // namespace digilots::activities
