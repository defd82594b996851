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

SignedUp signed_up_as(db::Connection& connection, std::string_view municipality_id, const db::Row& row,
                      const std::string& code) {
    SignedUp signed_up{.code = code, .is_confirmed = row.text("state") == "confirmed", .repeated = true};
    if (!signed_up.is_confirmed)
        signed_up.position =
            connection
                .query(sql::position_of, municipality_id, row.text("session_id"), row.integer("turn"))[0]
                .integer("number");
    return signed_up;
}

/// Whether the seats are enough: else they wait.
bool has_seats(const db::Row& turn, std::int64_t persons) {
    const auto capacity = turn.get<std::optional<std::int64_t>>("capacity");
    return !capacity || turn.integer("taken") + persons <= *capacity;
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
                                             const std::string& now) {
    using Why = NotSignedUp::Why;
    if (!wanted.by_staff && terms.integer("is_published") != 1) return Why::not_held;
    if (turn.text("status") == word_of(Status::cancelled)) return Why::cancelled;
    if (turn.text("ends_at") <= now) return Why::over;
    const bool is_full = has_seats(turn, wanted.persons)
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
    // Whoever writes waits for one another: what can be made before is made before.
    const auto code_hash = base::hash_of_code(code_kind, code), created = base::format_utc(now);
    return self.database.write([&](db::Connection& connection) -> base::Result<SignedUp, NotSignedUp> {
        const auto turn = Only{connection.query(sql::take_turn, tenant.id, session)};
        if (!turn) return base::failure(NotSignedUp{.why = Why::not_there});
        // What was sent before is answered as it was then, whatever has become of the session.
        const auto unless_repeated = [&](Why why) -> base::Result<SignedUp, NotSignedUp> {
            const auto there = Only{connection.query(sql::find_sign_up, tenant.id, id)};
            if (!there) return base::failure(NotSignedUp{.why = why});
            const auto known = base::code_known(code_kind, secret, there->text("code_hash"));
            return signed_up_as(connection, tenant.id, *there, known.empty() ? code : known);
        };
        if (!beginning.empty() &&
            !connection.query(sql::find_of_key, tenant.id, beginning, beginning + "~").empty())
            return unless_repeated(Why::key_reused);
        const auto terms = Only{connection.query(sql::terms_of_sign_up, tenant.id, turn->text("activity_id"))};
        if (!terms) return unless_repeated(Why::not_held);
        if (is_nowhere) return unless_repeated(Why::place_closed);
        if (const auto hindrance = hindrance_of(*turn, *terms, wanted, created)) return unless_repeated(*hindrance);
        if (const auto seats = seats_exceeded(*turn, wanted.persons)) {
            if (auto before = unless_repeated(Why::wrong)) return before;
            return base::failure(NotSignedUp{{{"persons", too_many_for(*seats, words)}}});
        }
        const bool is_confirmed = has_seats(*turn, wanted.persons);
        if (connection.execute(sql::insert_sign_up, tenant.id, id, session, turn->integer("turn"), wanted.persons,
                               is_confirmed ? "confirmed" : "waiting", code_hash, wanted.language, created,
                               wanted.found_us) == 0)
            return unless_repeated(Why::not_there);
        connection.execute(sql::know_session, tenant.id, id, session);
        if (!wanted.found_us.empty()) connection.execute(sql::add_heard, tenant.id, session, wanted.found_us, wanted.persons);
        const std::string name = terms->integer("discreet") == 1 ? "" : read.name;
        if (!name.empty() || wanted.by != ContactBy::none)
            connection.execute(sql::insert_contact, tenant.id, id, name, word_of(wanted.by), read.contact,
                               word_of(wanted.how_often));
        connection.execute(sql::set_seats, tenant.id, session, is_confirmed ? wanted.persons : 0,
                           is_confirmed ? 0 : wanted.persons);
        kept::raise(connection, kept_seats, tenant.id);
        SignedUp signed_up{.code = code, .is_confirmed = is_confirmed};
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
        const auto row = Only{connection.query(sql::find_by_code, tenant.id, hashes.now, hashes.before)};
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
                        .known_address = row->text("known_address")};
    });
}

bool Activities::Implementation::remove_sign_up(db::Connection& connection, std::string_view municipality_id,
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
    const auto capacity = turn->get<std::optional<std::int64_t>>("capacity");
    const auto is_planned = turn->text("status") == word_of(Status::planned);
    const auto taken = turn->integer("taken") - (had_seat ? persons : 0);
    if (capacity && is_planned)
        give_free_seats(connection, municipality_id, session, *capacity - taken);
    kept::raise(connection, kept_seats, municipality_id);
    return true;
}

void Activities::Implementation::give_free_seats(db::Connection& connection, std::string_view municipality_id,
                                                 std::string_view session, std::int64_t free) const {
    if (free <= 0) return;
    for (const auto row : connection.query(sql::who_waits, municipality_id, session)) {
        const auto persons = row.integer("persons");
        if (persons > free) continue;
        const auto way = contact_by_called(row.text_or_empty("by_way")).value_or(ContactBy::none);
        const bool is_written = write_to(connection, municipality_id, row, news_of_seat(), session);
        const bool is_to_tell = !is_written && way != ContactBy::none;
        connection.execute(sql::give_seat, municipality_id, row.text("id"), is_to_tell ? "seat" : "");
        connection.execute(sql::set_seats, municipality_id, session, persons, -persons);
        free -= persons;
        if (free == 0) return;
    }
}

bool Activities::leave(const http::Tenant& tenant, std::string_view code) {
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return false;
    auto& self = *implementation_;
    return self.database.write([&](db::Connection& connection) {
        const auto row = Only{connection.query(sql::find_by_code, tenant.id, hashes.now, hashes.before)};
        return row && self.remove_sign_up(connection, tenant.id, row->text("id"));
    });
}

bool Activities::is_proved(std::string_view municipality_id, std::string_view sign_up, std::string_view proof) const {
    if (proof.size() != signs_of_proof) return false;
    const auto rows = implementation_->database.read(
        [&](db::Connection& connection) { return connection.query(sql::find_sign_up, municipality_id, sign_up); });
    const auto row = rows.only();
    return row && row->text("code_hash").starts_with(proof);
}

std::string Activities::session_of(std::string_view municipality_id, std::string_view sign_up) const {
    const auto rows = implementation_->database.read([&](db::Connection& connection) {
        return connection.query(sql::find_sign_up, municipality_id, sign_up);
    });
    const auto row = rows.only();
    return row ? row->text("session_id") : "";
}

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
