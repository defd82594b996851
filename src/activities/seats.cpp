// Seats are given back, and given on to who waits.
#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/time.h"
#include "platform/mail/outbox.h"

namespace digilots::activities {

bool has_seats(const db::Row& turn, std::int64_t persons) {
    const auto capacity = turn.get<std::optional<std::int64_t>>("capacity");
    return !capacity || turn.integer("taken") + persons <= *capacity;
}

bool Activities::Implementation::take_out(db::Connection& connection, std::string_view municipality_id,
                                          std::string_view id) const {
    const auto found = Only{connection.query(sql::find_sign_up, municipality_id, id)};
    if (!found) return false;
    const auto session = found->text("session_id");
    const auto turn = Only{connection.query(sql::take_turn, municipality_id, session)};
    // While it waited for its turn it may have got a seat, or have been cancelled already.
    const auto now = Only{connection.query(sql::find_sign_up, municipality_id, id)};
    // Who was signed up for what has been stands in its figures.
    if (!turn || !now || turn->text("ends_at") <= base::format_utc(clock.now())) return false;
    const auto persons = now->integer("persons");
    if (const auto channel = now->text("found_us"); !channel.empty())
        connection.execute(sql::add_heard, municipality_id, session, channel, -persons);
    const bool had_seat = now->text("state") == "confirmed";
    mail::overtake(connection, municipality_id, matter_of_sign_up(id), clock.now());
    connection.execute(sql::delete_contact, municipality_id, id);
    connection.execute(sql::delete_sign_up, municipality_id, id);
    connection.execute(sql::set_seats, municipality_id, session, had_seat ? -persons : 0,
                       had_seat ? 0 : -persons);
    kept::raise(connection, kept_seats, municipality_id);
    return true;
}

bool Activities::Implementation::remove_sign_up(db::Connection& connection, std::string_view municipality_id,
                                                std::string_view id) const {
    const auto found = Only{connection.query(sql::find_sign_up, municipality_id, id)};
    if (!found || !take_out(connection, municipality_id, id)) return false;
    const auto session = found->text("session_id");
    const auto turn = Only{connection.query(sql::take_turn, municipality_id, session)};
    const auto capacity = turn ? turn->get<std::optional<std::int64_t>>("capacity") : std::nullopt;
    if (capacity && turn->text("status") == word_of(Status::planned))
        give_free_seats(connection, municipality_id, session, *capacity - turn->integer("taken"));
    return true;
}

void Activities::Implementation::give_free_seats(db::Connection& connection, std::string_view municipality_id,
                                                 std::string_view session, std::int64_t free) const {
    if (free <= 0) return;
    for (const auto row : connection.query(sql::who_waits, municipality_id, session)) {
        const auto persons = row.integer("persons");
        if (persons > free) continue;
        // For all of it one waits at every day (give_along).
        if (is_along(row.text("code_hash"))) continue;
        const auto way = contact_by_called(row.text_or_empty("by_way")).value_or(ContactBy::none);
        const bool is_written = write_to(connection, municipality_id, row, news_of_seat(), session);
        const bool is_to_tell = !is_written && way != ContactBy::none;
        connection.execute(sql::give_seat, municipality_id, row.text("id"), is_to_tell ? "seat" : "");
        connection.execute(sql::set_seats, municipality_id, session, persons, -persons);
        free -= persons;
        if (free == 0) return;
    }
}

}  // namespace digilots::activities
