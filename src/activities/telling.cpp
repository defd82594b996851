// Who is signed up is told, by the one way that they left: where the time itself changes, and of each step where they chose it.
#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/time.h"

namespace digilots::activities {

void Activities::Implementation::tell_moved(db::Connection& connection, std::string_view municipality_id,
                                            std::string_view session) const {
    const auto row = Only{connection.query(sql::find_session, municipality_id, session)};
    if (!row || row->text("ends_at") <= base::format_utc(clock.now())) return;
    for (const auto one : connection.query(sql::signed_up, municipality_id, session)) {
        const auto way = contact_by_called(one.text_or_empty("by_way")).value_or(ContactBy::none);
        if (way == ContactBy::none) continue;
        const bool is_written =
            way == ContactBy::email &&
            write_to(connection, municipality_id, one.text_or_empty("value"), one.text("language"),
                     TEXT("Another time: {activity}"),
                     TEXT("It takes place at another time or place than before: {activity}, now {when}. Where it is stands on "
                          "the page with your code.\n\nIf you cannot come then, cancel with your code."),
                     session);
        // Who is to be told of a seat is told when and where as well.
        if (!is_written && one.text("to_tell") != "seat")
            connection.execute(sql::set_to_tell, municipality_id, one.text("id"), "moved");
    }
}

void Activities::choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often) {
    const auto hash = base::hash_of_code(code_kind, code);
    if (hash.empty()) return;
    implementation_->database.write([&](db::Connection& connection) {
        connection.execute(sql::set_how_often, tenant.id, hash, word_of(often));
    });
}

int Activities::remind(const http::Tenant& tenant) {
    auto& self = *implementation_;
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::to_remind, tenant.id, base::format_date(base::add_days(today, 1)));
    });
    int told = 0;
    for (const auto row : rows)
        told += self.database.write([&](db::Connection& connection) {
            const auto id = row.text("id");
            if (connection.execute(sql::set_reminded, tenant.id, id, base::format_date(today)) != 1) return 0;
            const bool is_written =
                row.text("by_way") == word_of(ContactBy::email) &&
                self.write_to(connection, tenant.id, row.text("value"), row.text("language"),
                              TEXT("Tomorrow: {activity}"),
                              TEXT("A reminder, as you chose: {activity}, {when}.\n\nIf you cannot come, cancel with your "
                                   "code, so that somebody else gets the seat. There you can also choose to get no reminders."),
                              row.text("session_id"));
            if (!is_written) {
                connection.execute(sql::set_to_tell, tenant.id, id, "reminder");
                kept::raise(connection, kept_seats, tenant.id);
            }
            return 1;
        });
    return told;
}

}  // namespace digilots::activities
