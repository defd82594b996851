// Who is signed up, and whom somebody has to tell something.
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/mail/outbox.h"

namespace digilots::activities {

std::vector<Listed> Activities::signed_up(std::string_view municipality_id, std::string_view session) const {
    const auto [rows, failed] = implementation_->database.read([&](db::Connection& connection) {
        return std::pair(connection.query(sql::signed_up, municipality_id, session),
                         mail::untold(connection, municipality_id, implementation_->clock.now(), page_of_session(session)));
    });
    std::vector<Listed> all;
    for (const auto row : rows) {
        all.push_back({.id = row.text("id"),
                       .name = row.text_or_empty("name"),
                       .value = row.text_or_empty("value"),
                       .by = contact_by_called(row.text_or_empty("by_way")).value_or(ContactBy::none),
                       .persons = row.integer("persons"),
                       .is_confirmed = row.text("state") == "confirmed",
                       .to_tell = row.text("to_tell"),
                       .language = row.text("language"),
                       .known_starts = base::parse_utc(row.text("known_starts")),
                       .known_place = row.text("known_place"),
                       .known_address = row.text("known_address")});
        auto& listed = all.back();
        const auto* missed = base::find_in(failed, matter_of_sign_up(listed.id), &mail::Listed::matter);
        if (listed.to_tell.empty() && missed) listed.to_tell = missed->is_tried_again() ? "letter_tried" : "letter";
    }
    return all;
}

std::vector<ToTell> Activities::to_tell(std::string_view municipality_id) const {
    const auto all = programme(municipality_id);
    const auto rows = implementation_->database.read(
        [&](db::Connection& connection) { return connection.query(sql::to_tell, municipality_id); });
    std::vector<ToTell> people;
    for (const auto row : rows) {
        const auto found = all->session(row.text("session_id"));
        if (found.session && found.session->ends > implementation_->clock.now())
            people.push_back({row.text("id"), found.session->id, found.activity->title, row.text("to_tell"),
                              found.activity->unit});
    }
    return people;
}

bool Activities::note_told(std::string_view municipality_id, std::string_view sign_up,
                           std::string_view actor) {
    auto& self = *implementation_;
    return self.database.write([&](db::Connection& connection) {
        const auto row = Only{connection.query(sql::find_sign_up, municipality_id, sign_up)};
        if (!row) return false;
        // Of whatever somebody is told, when and where it is is told along with it.
        if (const auto what = row->text("to_tell"); is_told_with_time(what))
            connection.execute(sql::know_session, municipality_id, sign_up, row->text("session_id"));
        bool is_told = connection.execute(sql::set_to_tell, municipality_id, sign_up, "") == 1;
        is_told = !mail::overtake(connection, municipality_id, matter_of_sign_up(sign_up), self.clock.now()).empty() || is_told;
        if (!is_told) return false;
        const auto session =
            Only{connection.query(sql::find_session, municipality_id, row->text("session_id"))};
        self.changed(connection, municipality_id, actor, "told of a change",
                     session ? session->text("activity_id") : "", {row->text("session_id")});
        return true;
    });
}

}  // namespace digilots::activities
