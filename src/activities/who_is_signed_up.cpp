// Who is signed up, and whom somebody has to tell something.
#include <algorithm>
#include <map>

#include "activities/code.h"
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
    std::map<std::string, std::size_t> place_of;  // by code, of those who are with it all the way
    for (const auto row : rows) {
        const auto found = all->session(row.text("session_id"));
        if (!found.session || found.session->ends <= implementation_->clock.now()) continue;
        const ToTell::Day day{row.text("id"), found.session->id, row.text("to_tell")};
        const auto code = row.text("code_hash");
        const auto [at, is_new] = place_of.try_emplace(is_along(code) ? hash_without_session(code) : day.id, people.size());
        if (is_new)
            people.push_back({.id = "", .session = "", .activity = found.activity->title, .what = "",
                              .unit = found.activity->unit, .days = {}});
        people[at->second].days.push_back(day);
    }
    for (auto& one : people) {
        std::ranges::sort(one.days, {}, [&](const ToTell::Day& day) {
            return std::pair(all->session(day.session).session->starts, day.id);
        });
        const auto& first = one.days.front();
        one.id = first.id;
        one.session = first.session;
        one.what = first.what;
    }
    return people;
}

namespace {

/// Of whatever somebody is told, when and where it is is told along with it.
bool note_told_of(const Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
                  const db::Row& sign_up) {
    const auto id = sign_up.text("id");
    if (is_told_with_time(sign_up.text("to_tell")))
        connection.execute(sql::know_session, municipality_id, id, sign_up.text("session_id"));
    const bool is_told = connection.execute(sql::set_to_tell, municipality_id, id, "") == 1;
    return !mail::overtake(connection, municipality_id, matter_of_sign_up(id), self.clock.now()).empty() || is_told;
}

}  // namespace

bool Activities::note_told(std::string_view municipality_id, std::string_view sign_up,
                           std::string_view actor) {
    auto& self = *implementation_;
    return self.database.write([&](db::Connection& connection) {
        const auto row = Only{connection.query(sql::find_sign_up, municipality_id, sign_up)};
        if (!row) return false;
        bool is_told = false;
        if (const auto code = row->text("code_hash"); is_along(code)) {
            const BoundsAlong all(code);
            // Who is with it all the way is told of all their days at once.
            for (const auto one : connection.query(sql::rows_all_along, municipality_id, all.after, all.before))
                is_told = note_told_of(self, connection, municipality_id, one) || is_told;
        } else {
            is_told = note_told_of(self, connection, municipality_id, *row);
        }
        if (!is_told) return false;
        const auto session =
            Only{connection.query(sql::find_session, municipality_id, row->text("session_id"))};
        self.changed(connection, municipality_id, actor, "told of a change",
                     session ? session->text("activity_id") : "", {row->text("session_id")});
        return true;
    });
}

}  // namespace digilots::activities
