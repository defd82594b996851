#include "platform/mail/outbox.h"

#include <array>
#include <utility>

#include "platform/base/ensure.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/job.h"
#include "platform/mail/message.h"
#include "platform/mail/sql.h"

namespace digilots::mail {

namespace {

constexpr std::chrono::hours longest_valid{5 * 24};
// From then on staff see one that is tried again; so long they know to whom one was that did not arrive.
constexpr std::chrono::hours tried_for{1}, begins_within{24}, told_within{3 * 24};
constexpr std::size_t longest_subject = 200, longest_text = 20'000;

constexpr std::array<std::pair<State, std::string_view>, 9> words{{
    {State::waiting, "waiting"},
    {State::sending, "sending"},
    {State::handing_over, "handing over"},
    {State::sent, "sent"},
    {State::refused, "refused"},
    {State::unanswered, "unanswered"},
    {State::expired, "expired"},
    {State::seen_to, "seen to"},
    {State::dropped, "dropped"},
}};

State state_of(std::string_view word) {
    for (const auto& [state, known] : words)
        if (word == known) return state;
    return State::waiting;
}

Listed read_listed(const db::Row& row) {
    Listed listed;
    listed.id = row.text("id");
    listed.municipality_id = row.text("municipality_id");
    listed.kind = row.text("kind");
    listed.state = state_of(row.text("state"));
    listed.recipient = row.text("recipient");
    listed.created_at = row.text("created_at");
    listed.due_at = row.text("due_at");
    listed.attempts = static_cast<int>(row.integer("attempts"));
    listed.unanswered = static_cast<int>(row.integer("unanswered"));
    listed.reason = row.text("reason");
    listed.path = row.text("path");
    listed.matter = row.text("matter");
    listed.record = row.text("record");
    listed.about = row.text("about");
    listed.unit = row.text("unit");
    listed.name = row.text("name");
    listed.begins_at = row.text("begins_at");
    listed.seen_to_by = row.text("seen_to_by");
    listed.seen_to_at = row.text("seen_to_at");
    listed.is_kept = row.flag("is_kept");
    return listed;
}

std::optional<Listed> find(db::Connection& connection, std::string_view id) {
    const auto rows = connection.query(sql::find_letter, id);
    if (rows.empty()) return std::nullopt;
    return read_listed(rows[0]);
}

bool is_on_its_way(const Listed& letter) {
    return letter.state == State::sending || letter.state == State::handing_over;
}

}  // namespace

std::string_view word_of(State state) {
    for (const auto& [known, word] : words)
        if (state == known) return word;
    return "";
}

std::string matter_of(std::string_view kind, std::string_view id) { return std::string(kind) + ":" + std::string(id); }

std::string add(db::Connection& connection, const Letter& letter, base::Instant now) {
    ENSURE(is_reachable(letter.recipient) && !letter.kind.empty() && !letter.subject.empty() && !letter.text.empty());
    ENSURE(letter.subject.size() <= longest_subject && letter.text.size() <= longest_text);
    ENSURE(letter.answers.empty() || is_message_id(letter.answers));
    ENSURE(letter.valid_until > now && letter.valid_until <= now + longest_valid);
    if (!letter.matter.empty()) overtake(connection, letter.municipality_id, letter.matter, now);
    auto id = base::new_uuid(now);
    connection.execute(sql::add_letter, id, letter.municipality_id, letter.kind, word_of(State::waiting),
                       letter.recipient, letter.language, letter.subject, letter.text, base::format_utc(now),
                       base::format_utc(letter.valid_until), db::Null{}, letter.path, letter.matter,
                       letter.record, letter.about, letter.unit, letter.name,
                       letter.begins ? base::format_utc(*letter.begins) : "", letter.answers);
    wake(connection, now);
    return id;
}

void add_nothing(db::Connection& connection, std::string_view kind, base::Instant now) {
    const auto at = base::format_utc(now);
    connection.execute(sql::add_letter, base::new_uuid(now), "", kind, word_of(State::dropped), "", "", "", "", at,
                       at, at, "", "", "", "", "", "", "", "");
    wake(connection, now);
}

std::vector<Listed> list(db::Connection& connection) {
    std::vector<Listed> letters;
    for (const auto row : connection.query(sql::list_letters)) letters.push_back(read_listed(row));
    return letters;
}

std::vector<std::string> overtake(db::Connection& connection, std::string_view municipality_id, std::string_view matter,
                                  base::Instant now) {
    ENSURE(!matter.empty());
    std::vector<std::string> kinds;
    for (const auto row : connection.query(sql::list_overtaken, municipality_id, matter)) kinds.push_back(row.text("kind"));
    if (!kinds.empty()) connection.execute(sql::overtake_letters, municipality_id, matter, base::format_utc(now));
    return kinds;
}

std::vector<Listed> untold(db::Connection& connection, std::string_view municipality_id, base::Instant now,
                           std::string_view about) {
    std::vector<Listed> letters;
    for (const auto row : connection.query(sql::list_untold, municipality_id, about, base::format_utc(now - tried_for),
                                           base::format_utc(now + begins_within)))
        letters.push_back(read_listed(row));
    return letters;
}

std::int64_t on_their_way(db::Connection& connection, std::string_view municipality_id) {
    return connection.query(sql::count_on_their_way, municipality_id)[0].integer("number");
}

Numbers count(db::Connection& connection) {
    const auto rows = connection.query(sql::count_letters);
    const auto row = rows[0];
    return {row.integer("waiting"), row.integer("in_trouble"), row.text_or_empty("oldest_waiting")};
}

Outcome retry(db::Connection& connection, std::string_view id, base::Instant now) {
    const auto at = base::format_utc(now);
    if (connection.execute(sql::retry_letter, id, at) == 1) {
        wake(connection, now);
        return Outcome::done;
    }
    const auto letter = find(connection, id);
    if (!letter) return Outcome::not_there;
    return is_on_its_way(*letter) ? Outcome::being_sent : Outcome::over;
}

bool is_any_missed(db::Connection& connection, std::string_view municipality_id, std::string_view matter) {
    return !connection.query(sql::find_missed, municipality_id, matter).empty();
}

std::int64_t redirect(db::Connection& connection, std::string_view municipality_id, std::string_view matter, std::string_view to,
                      base::Instant now) {
    ENSURE(!matter.empty() && is_reachable(to));
    const auto number = connection.execute(sql::redirect_letters, municipality_id, matter, to, base::format_utc(now));
    if (number > 0) wake(connection, now);
    return number;
}

Outcome see_to(db::Connection& connection, std::string_view id, std::string_view account, base::Instant now) {
    if (connection.execute(sql::see_to_letter, id, account, base::format_utc(now)) == 1) return Outcome::done;
    const auto letter = find(connection, id);
    if (!letter) return Outcome::not_there;
    return is_on_its_way(*letter) ? Outcome::being_sent : Outcome::over;
}

Outcome give_back(db::Connection& connection, std::string_view id, base::Instant now) {
    if (connection.execute(sql::give_back_letter, id, base::format_utc(now)) != 1)
        return find(connection, id) ? Outcome::over : Outcome::not_there;
    wake(connection, now);
    return Outcome::done;
}

Outcome drop(db::Connection& connection, std::string_view id, base::Instant now) {
    if (connection.execute(sql::drop_letter, id, base::format_utc(now)) == 1) return Outcome::done;
    const auto letter = find(connection, id);
    if (!letter) return Outcome::not_there;
    return is_on_its_way(*letter) ? Outcome::being_sent : Outcome::over;
}

std::int64_t empty_over(db::Connection& connection, base::Instant now) {
    return connection.execute(sql::empty_ended_letters, base::format_utc(now), base::format_utc(now - told_within));
}

std::int64_t number_ended(db::Connection& connection, std::string_view before) {
    return connection.query(sql::count_ended_letters, before)[0].integer("number");
}

std::int64_t delete_ended(db::Connection& connection, base::Instant before, int most) {
    return connection.execute(sql::delete_ended_letters, base::format_utc(before), most);
}

}  // namespace digilots::mail
