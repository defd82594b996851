// Seats: who gets one, who waits, who gives one back. Each of these takes its turn at the session's row
// first, so two at the same moment come one after the other, and each sees what the one before left.
#include <algorithm>

#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sign_up_faults.h"
#include "activities/sql.h"
#include "platform/base/email.h"
#include "platform/base/form_key.h"
#include "platform/base/lists.h"
#include "platform/base/phone.h"
#include "platform/base/street_address.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/personal/family_name.h"
#include "platform/personal/personal_data.h"
#include "platform/register/steps.h"
#include "taxonomy/taxonomy.h"

namespace digilots::activities {

std::string page_of_session(std::string_view session) { return "/staff/sessions/" + std::string(session); }

namespace {

constexpr std::size_t longest_name = 40, longest_contact_value = 200;

struct ReadSignUp {
    std::string name, contact;
    FieldErrors errors = {};
};

void read_name(const SignUp& wanted, const i18n::Translator& words, ReadSignUp& read) {
    read.name = base::clean(std::string_view(wanted.name).substr(0, 8 * longest_name));
    if (base::length(read.name) > longest_name || wanted.name.size() > 8 * longest_name)
        read.errors.emplace_back("name", words.t("Write a first name of at most 40 characters, or none."));
    else if (personal::has_family_name(read.name))
        read.errors.emplace_back("name", words.t("A first name is enough, or none: leave the family name out."));
    else if (personal::find_personal_data(read.name) != personal::PersonalData::none ||
             !base::street_addresses_in(read.name).empty() || read.name.find_first_of("<>0123456789") != std::string::npos)
        read.errors.emplace_back("name",
                                 words.t("A first name is enough, or none: no numbers and no addresses."));
}

void read_contact(const SignUp& wanted, const http::Tenant& tenant, const i18n::Translator& words,
                  ReadSignUp& read) {
    const auto typed = base::clean(std::string_view(wanted.contact).substr(0, 4 * longest_contact_value));
    const auto fail = [&](const std::string& text) { read.errors.emplace_back("contact", text); };
    const bool is_long = typed.size() > longest_contact_value;
    if (holds_persons_number(typed, tenant.country)) return fail(words.t(no_persons_number));
    switch (wanted.by) {
        case ContactBy::none:
            if (!typed.empty())
                fail(words.t("Choose how we reach you, or leave the address or number empty."));
            return;
        case ContactBy::email:
            if (is_long || base::fault_of_email(typed) != base::EmailFault::none ||
                !mail::is_reachable(typed))
                return fail(words.t("Write the e-mail address that we write to, such as name@example.org."));
            break;
        case ContactBy::phone:
            if (is_long || !base::read_persons_phone(typed, tenant.country))
                return fail(words.t("Write the phone number that we ring if something changes, with all its digits."));
            break;
        case ContactBy::letter:
            if (is_long || typed.empty() || typed.find_first_of("<>") != std::string::npos)
                return fail(words.t("Write the address that the letter goes to."));
            break;
    }
    read.contact = typed;
}

ReadSignUp read_sign_up(const SignUp& wanted, const http::Tenant& tenant, const i18n::Translator& words) {
    ReadSignUp read;
    read_name(wanted, words, read);
    read_contact(wanted, tenant, words, read);
    if (!wanted.found_us.empty() && !taxonomy::find(taxonomy::List::found_us, wanted.found_us))
        read.errors.emplace_back("found_us", words.t("There is nothing of this name in the list."));
    if (wanted.persons < 1 || wanted.persons > Activities::most_persons)
        read.errors.emplace_back("persons", words.t("Write how many of you come, from 1 to 10."));
    return read;
}

/// By time; nothing of what is for one session.
std::vector<std::string> sessions_along(db::Connection& connection, std::string_view municipality_id,
                                        std::string_view stored_hash) {
    std::vector<std::pair<std::string, std::string>> by_time;
    if (!is_along(stored_hash)) return {};
    const BoundsAlong all(stored_hash);
    for (const auto row : connection.query(sql::rows_all_along, municipality_id, all.after, all.before))
        by_time.emplace_back(row.text("starts_at"), row.text("session_id"));
    std::ranges::sort(by_time);
    std::vector<std::string> sessions;
    for (auto& [starts, session] : by_time) sessions.push_back(std::move(session));
    return sessions;
}

SignedUp signed_up_as(db::Connection& connection, std::string_view municipality_id, const db::Row& row,
                      const std::string& code) {
    SignedUp signed_up{.code = code, .is_confirmed = row.text("state") == "confirmed", .repeated = true};
    signed_up.all_sessions = sessions_along(connection, municipality_id, row.text("code_hash"));
    if (!signed_up.is_confirmed)
        signed_up.position =
            connection
                .query(sql::position_of, municipality_id, row.text("session_id"), row.integer("turn"))[0]
                .integer("number");
    return signed_up;
}

/// All the seats, where they are fewer: nobody waits for what cannot come.
std::optional<std::int64_t> seats_exceeded(const db::Row& turn, std::int64_t persons) {
    const auto capacity = turn.get<std::optional<std::int64_t>>("capacity");
    return capacity && persons > *capacity ? capacity : std::nullopt;
}

std::string too_many_for(std::int64_t seats, const i18n::Translator& words) {
    return words.tn("There is {n} seat in all. Ring us if you are more: we may find another day or place.",
                    "There are {n} seats in all. Ring us if you are more: we may find another day or place.", seats);
}

/// Why nobody more can sign up for the session; nothing where they can. `terms`: of its activity.
std::optional<NotSignedUp::Why> hindrance_of(const db::Row& turn, const db::Row& terms, const SignUp& wanted,
                                             bool has_all_seats, const std::string& now) {
    using Why = NotSignedUp::Why;
    if (!wanted.by_staff && terms.integer("is_published") != 1) return Why::not_held;
    if (turn.text("status") == word_of(Status::cancelled)) return Why::cancelled;
    if (turn.text("ends_at") <= now) return Why::over;
    const bool is_full = has_all_seats
                             ? turn.integer("taken") + wanted.persons > Activities::most_capacity
                             : turn.integer("waiting") + wanted.persons > Activities::most_waiting;
    return is_full ? std::optional(Why::full) : std::nullopt;
}

std::string content_of_sign_up(const http::Tenant& tenant, std::string_view session, const SignUp& wanted,
                               const ReadSignUp& read) {
    return "sign-up\n" + tenant.id + "\n" + std::string(session) + "\n" + std::to_string(wanted.persons) + "\n" + read.name +
           "\n" + std::string(word_of(wanted.by)) + "\n" + read.contact + (wanted.how_often == HowOften::each ? "\neach" : "") +
           (wanted.found_us.empty() ? "" : "\nby " + wanted.found_us);
}

/// What one signs up for: the session, and the others of one that one is with all the way.
struct Asked {
    const db::Row& turn;
    const std::vector<TurnAlong>& along;

    bool has_seats(std::int64_t persons) const {
        return activities::has_seats(turn, persons) && std::ranges::all_of(along, [&](const TurnAlong& one) {
                   return one.turn->text("status") == word_of(Status::cancelled) || activities::has_seats(*one.turn, persons);
               });
    }
    std::optional<std::int64_t> seats_exceeded(std::int64_t persons) const {
        auto seats = activities::seats_exceeded(turn, persons);
        for (const auto& one : along)
            if (const auto fewer = activities::seats_exceeded(*one.turn, persons); fewer && (!seats || *fewer < *seats))
                seats = fewer;
        return seats;
    }
};

/// A sign-up as it is written, at one session or more.
struct Written {
    const std::string &municipality_id, &code_hash, &created, &name, &contact;
    const SignUp& wanted;
    bool is_confirmed;

    /// False where the same was written before.
    bool at(db::Connection& connection, const std::string& id, std::string_view session, std::int64_t turn,
            const std::string& stored_hash) const {
        if (connection.execute(sql::insert_sign_up, municipality_id, id, session, turn, wanted.persons,
                               is_confirmed ? "confirmed" : "waiting", stored_hash, wanted.language, created,
                               wanted.found_us) == 0)
            return false;
        connection.execute(sql::know_session, municipality_id, id, session);
        if (!wanted.found_us.empty())
            connection.execute(sql::add_heard, municipality_id, session, wanted.found_us, wanted.persons);
        if (!name.empty() || wanted.by != ContactBy::none)
            connection.execute(sql::insert_contact, municipality_id, id, name, word_of(wanted.by), contact,
                               word_of(wanted.how_often));
        connection.execute(sql::set_seats, municipality_id, session, is_confirmed ? wanted.persons : 0,
                           is_confirmed ? 0 : wanted.persons);
        return true;
    }
    void along(db::Connection& connection, const std::vector<TurnAlong>& others, base::Instant now) const {
        for (const auto& one : others)
            at(connection, id_along(code_hash, one.session, now), one.session, one.turn->integer("turn"),
               hash_along(code_hash, one.session));
    }
};

Only by_code(const Activities::Implementation& self, db::Connection& connection, std::string_view municipality_id,
             const base::CodeHashes& hashes) {
    const BoundsAlong all(hashes.now);
    return Only{connection.query(sql::find_by_code, municipality_id, hashes.now, hashes.before, all.after, all.before,
                                 base::format_utc(self.clock.now()))};
}

bool has_place_closed(const Activities::Implementation& self, std::string_view municipality_id, std::string_view session) {
    const auto programme = self.programmes.of(municipality_id);
    const auto* known = programme->session(session).session;
    return known && is_at_closed_place(*self.neighbours.directory.snapshot(municipality_id), *known);
}

}  // namespace

std::string_view word_of(ContactBy way) {
    switch (way) {
        case ContactBy::email:
            return "email";
        case ContactBy::phone:
            return "phone";
        case ContactBy::letter:
            return "letter";
        case ContactBy::none:
            break;
    }
    return "none";
}

WayToReach reach_by(ContactBy way) {
    if (way == ContactBy::none || way == ContactBy::letter) return WayToReach::nothing;
    return way == ContactBy::email ? WayToReach::email : WayToReach::phone;
}

std::optional<ContactBy> contact_by_called(std::string_view word) {
    for (const auto way : {ContactBy::none, ContactBy::email, ContactBy::phone, ContactBy::letter})
        if (word == word_of(way)) return way;
    return std::nullopt;
}

FieldErrors faults_of(const SignUp& wanted, const http::Tenant& tenant, const i18n::Translator& words) {
    return read_sign_up(wanted, tenant, words).errors;
}

base::Result<SignedUp, NotSignedUp> Activities::sign_up(const http::Tenant& tenant, std::string_view session,
                                                        const SignUp& wanted, const i18n::Translator& words) {
    auto& self = *implementation_;
    using Why = NotSignedUp::Why;
    auto read = read_sign_up(wanted, tenant, words);
    if (!read.errors.empty()) return base::failure(NotSignedUp{std::move(read.errors)});
    const auto now = self.clock.now();
    const auto content = content_of_sign_up(tenant, session, wanted, read);
    const auto secret = base::secret_for_code(wanted.form_key, content);
    const auto code = base::code_of(code_kind, secret);
    const auto id = base::id_from_form(wanted.form_key, content, now);
    // A random key (a program's) stands for one content; a form's may come again with what was mended.
    const bool is_random = base::is_uuid(wanted.form_key) && wanted.form_key[14] == '4';
    const auto beginning = is_random ? base::beginning_of_ids(wanted.form_key) : "";
    const bool is_nowhere = !wanted.by_staff && has_place_closed(self, tenant.id, session);
    const std::vector<TurnAlong> alone;
    // Whoever writes waits for one another: what can be made before is made before.
    const auto code_hash = base::hash_of_code(code_kind, code), created = base::format_utc(now);
    return self.database.write([&](db::Connection& connection) -> base::Result<SignedUp, NotSignedUp> {
        const auto all_along = self.turns_all_along(connection, tenant.id, session);
        const auto& others = all_along ? *all_along : alone;
        const auto turn = Only{connection.query(sql::take_turn, tenant.id, session)};
        if (!turn) return base::failure(NotSignedUp{.why = Why::not_there});
        const auto turn_row = *turn;
        const Asked asked{turn_row, others};
        // What was sent before is answered as it was then, whatever has become of the session.
        const auto unless_repeated = [&](Why why) -> base::Result<SignedUp, NotSignedUp> {
            const auto there = Only{connection.query(sql::find_sign_up, tenant.id, id)};
            if (!there) return base::failure(NotSignedUp{.why = why});
            const auto known = base::code_known(code_kind, secret, hash_without_session(there->text("code_hash")));
            return signed_up_as(connection, tenant.id, *there, known.empty() ? code : known);
        };
        if (!beginning.empty() &&
            !connection.query(sql::find_of_key, tenant.id, beginning, beginning + "~").empty())
            return unless_repeated(Why::key_reused);
        const auto terms = Only{connection.query(sql::terms_of_sign_up, tenant.id, turn->text("activity_id"))};
        if (!terms) return unless_repeated(Why::not_held);
        if (is_nowhere) return unless_repeated(Why::place_closed);
        const bool is_confirmed = asked.has_seats(wanted.persons);
        if (const auto hindrance = hindrance_of(turn_row, *terms, wanted, is_confirmed, created))
            return unless_repeated(*hindrance);
        if (const auto seats = asked.seats_exceeded(wanted.persons)) {
            if (auto before = unless_repeated(Why::wrong)) return before;
            return base::failure(NotSignedUp{{{"persons", too_many_for(*seats, words)}}});
        }
        const std::string name = terms->integer("discreet") == 1 ? "" : read.name;
        const Written written{tenant.id, code_hash, created, name, read.contact, wanted, is_confirmed};
        if (!written.at(connection, id, session, turn->integer("turn"), all_along ? hash_along(code_hash, session) : code_hash))
            return unless_repeated(Why::not_there);
        written.along(connection, others, now);
        kept::raise(connection, kept_seats, tenant.id);
        SignedUp signed_up{.code = code, .is_confirmed = is_confirmed};
        if (all_along) signed_up.all_sessions = sessions_along(connection, tenant.id, hash_along(code_hash, session));
        if (!is_confirmed)
            signed_up.position =
                connection.query(sql::position_of, tenant.id, session, turn->integer("turn"))[0].integer(
                    "number");
        return signed_up;
    });
}

std::optional<Followed> Activities::follow(const http::Tenant& tenant, std::string_view code) const {
    const auto& self = *implementation_;
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return std::nullopt;
    return self.database.read([&](db::Connection& connection) -> std::optional<Followed> {
        const auto row = by_code(self, connection, tenant.id, hashes);
        if (!row) return std::nullopt;
        const auto session = Only{connection.query(sql::find_session, tenant.id, row->text("session_id"))};
        if (!session) return std::nullopt;
        const auto as_now = signed_up_as(connection, tenant.id, *row, "");
        const auto contact = Only{connection.query(sql::find_how_often, tenant.id, row->text("id"))};
        const auto by = contact ? contact_by_called(contact->text("by_way")).value_or(ContactBy::none) : ContactBy::none;
        return Followed{.id = row->text("id"),
                        .session = row->text("session_id"),
                        .activity = session->text("activity_id"),
                        .persons = row->integer("persons"),
                        .position = as_now.position,
                        .is_confirmed = as_now.is_confirmed,
                        .by = by,
                        .how_often = contact ? how_often_called(contact->text("how_often")).value_or(HowOften::only)
                                             : HowOften::only,
                        .told_at = contact ? masked(reach_by(by), contact->text("value")) : "",
                        .known_starts = base::parse_utc(row->text("known_starts")),
                        .known_place = row->text("known_place"),
                        .known_address = row->text("known_address"),
                        .all_sessions = as_now.all_sessions};
    });
}

bool Activities::leave(const http::Tenant& tenant, std::string_view code) {
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return false;
    auto& self = *implementation_;
    return self.database.write([&](db::Connection& connection) {
        const auto row = by_code(self, connection, tenant.id, hashes);
        return row && self.remove_with_all(connection, tenant.id, row->text("id"));
    });
}

bool Activities::is_proved(std::string_view municipality_id, std::string_view sign_up, std::string_view proof,
                           std::string_view account) const {
    if (proof.size() != signs_of_proof) return false;
    const auto rows = implementation_->database.read(
        [&](db::Connection& connection) { return connection.query(sql::find_sign_up, municipality_id, sign_up); });
    const auto row = rows.only();
    return row && proof_of_stored(row->text("code_hash"), account) == proof;
}

std::string Activities::session_of(std::string_view municipality_id, std::string_view sign_up) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::find_sign_up, municipality_id, sign_up);
    });
    const auto row = rows.only();
    return row ? row->text("session_id") : "";
}

}  // namespace digilots::activities
