// Sessions are cancelled, and put back until they begin. Whoever is signed up and reached is told of both: by letter, or by
// staff, who find it among their tasks.
#include "activities/requests.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

/// A step of whoever may change the activity, with a session that stands as they saw it.
template <class Step>
Arranged step_with(const Activities::Implementation& self, const register_::Surroundings& around, std::string_view session,
                   Status standing, const base::Seen& seen, const Step& step) {
    const auto& here = around.municipality_id;
    return self.database.write(
        [&](db::Connection& connection) {
            const auto stands = Only{connection.query(sql::find_session, here, session)};
            if (!stands) return Arranged::not_there;
            const auto activity = register_::find_in(connection, self.activities, here, stands->text("activity_id"));
            if (!activity) return Arranged::not_there;
            if (!self.activities.may_change(around, *activity)) return Arranged::not_theirs;
            const auto mark = base::mark_of({stands->text("id"), std::to_string(stands->integer("version"))});
            if (!seen.is(mark) || stands->text("status") != word_of(standing)) return Arranged::changed_meanwhile;
            return step(connection, *stands);
        },
        db::Isolation::deciding);
}

}  // namespace

void Activities::Implementation::tell_all(db::Connection& connection, std::string_view municipality_id,
                                          std::string_view session, const News& news,
                                          std::string_view to_tell) const {
    for (const auto row : connection.query(sql::signed_up, municipality_id, session)) {
        const auto way = contact_by_called(row.text_or_empty("by_way")).value_or(ContactBy::none);
        if (way == ContactBy::none) continue;
        const bool is_written = write_to(connection, municipality_id, row, news, session);
        connection.execute(sql::set_to_tell, municipality_id, row.text("id"), is_written ? "" : to_tell);
    }
}

bool Activities::Implementation::cancel_in(db::Connection& connection, std::string_view municipality_id,
                                           std::string_view session, std::int64_t version,
                                           const std::string& reason, std::string_view actor) const {
    const auto together = take_turns_together(connection, municipality_id, session);
    const auto turn = Only{connection.query(sql::take_turn, municipality_id, session)};
    if (!turn || connection.execute(sql::cancel_session, municipality_id, session, version,
                                    base::format_utc(clock.now()), reason) != 1)
        return false;
    tell_all(connection, municipality_id, session,
             {TEXT("Cancelled: {activity}"),
              TEXT("We have to cancel: {activity}, {when}.\n\nThe reason: {reason}\n\nYou need not do "
                   "anything.")},
             "cancelled");
    // The day is in nobody's way any more.
    if (!together.empty()) give_along(connection, municipality_id, together);
    changed(connection, municipality_id, actor, "session cancelled", turn->text("activity_id"), {std::string(session)});
    return true;
}

Arranged Activities::cancel_session(const register_::Surroundings& around, std::string_view session,
                                    const std::string& reason, std::string_view actor,
                                    const base::Seen& seen) {
    const auto& self = *implementation_;
    const auto cancel = [&](db::Connection& connection, const db::Row& stands) {
        return self.cancel_in(connection, around.municipality_id, session, stands.integer("version"), reason, actor)
                   ? Arranged::done
                   : Arranged::changed_meanwhile;
    };
    return step_with(self, around, session, Status::planned, seen, cancel);
}

Arranged Activities::put_back(const register_::Surroundings& around, std::string_view session, const std::string& reason,
                              std::string_view actor, const base::Seen& seen) {
    auto& self = *implementation_;
    const auto& here = around.municipality_id;
    const auto put_back = [&](db::Connection& connection, const db::Row& stands) {
        const auto now = base::format_utc(self.clock.now());
        if (stands.text("starts_at") <= now) return Arranged::over;
        const auto together = self.take_turns_together(connection, here, session);
        const auto turn = Only{connection.query(sql::take_turn, here, session)};
        // Who got a seat on the other days while it was cancelled has one here too.
        if (turn && !together.empty() && !has_seats(*turn, 0)) return Arranged::too_many;
        if (!turn || connection.execute(sql::put_back_session, here, session, stands.integer("version"), now, reason) != 1)
            return Arranged::changed_meanwhile;
        self.tell_all(connection, here, session,
                      {TEXT("Held after all: {activity}"),
                       TEXT("It is held after all: {activity}, {when}.\n\nWhy: {reason}\n\nYou are signed up as before. If you "
                            "cannot come, cancel with your code.")},
                      "put_back");
        // Who left while it was cancelled left their seats to nobody.
        const auto capacity = turn->get<std::optional<std::int64_t>>("capacity");
        if (!together.empty()) self.give_along(connection, here, together);
        else if (capacity) self.give_free_seats(connection, here, session, *capacity - turn->integer("taken"));
        self.changed(connection, here, actor, "session put back", turn->text("activity_id"), {std::string(session)});
        plan_requests(self, connection, here, turn->text("activity_id"), actor);
        return Arranged::done;
    };
    return step_with(self, around, session, Status::cancelled, seen, put_back);
}

Arranged Activities::give_other_reason(const register_::Surroundings& around, std::string_view session,
                                       const std::string& reason, std::string_view actor, const base::Seen& seen) {
    const auto& self = *implementation_;
    const auto give = [&](db::Connection& connection, const db::Row& stands) {
        if (connection.execute(sql::set_reason, around.municipality_id, session, stands.integer("version"),
                               base::format_utc(self.clock.now()), reason) != 1)
            return Arranged::changed_meanwhile;
        self.changed(connection, around.municipality_id, actor, "reason changed", stands.text("activity_id"),
                     {std::string(session)});
        return Arranged::done;
    };
    return step_with(self, around, session, Status::cancelled, seen, give);
}

int Activities::decide(std::string_view municipality_id) {
    auto& self = *implementation_;
    const auto around = self.around(municipality_id);
    const auto& words = *around.words;
    return self.database.write(
        [&](db::Connection& connection) {
            int cancelled = 0;
            for (const auto row :
                 connection.query(sql::to_decide, municipality_id, base::format_date(around.today),
                                  base::format_utc(self.clock.now())))
                cancelled += self.cancel_in(connection, municipality_id, row.text("id"),
                                            row.integer("version"), words.t("Too few have signed up."), "");
            return cancelled;
        },
        db::Isolation::deciding);
}

}  // namespace digilots::activities
