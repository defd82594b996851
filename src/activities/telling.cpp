// Who is signed up is told, by the one way that they left: where the time itself changes, and of each step where they chose it.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "activities/code.h"
#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/register/steps.h"

namespace digilots::activities {

namespace {

constexpr std::chrono::days letters_are_good_for{4};
constexpr int days_a_letter_takes = 7;

}  // namespace

const News& news_of_seat() {
    static const News news{TEXT("You have a seat: {activity}"),
                           TEXT("A seat has become free, and it is yours: {activity}, {when}.\n\nIf you cannot "
                                "come, cancel with your code, so that somebody else gets the seat."),
                           "seat"};
    return news;
}

std::string matter_of_sign_up(std::string_view sign_up) { return mail::matter_of("sign_up", sign_up); }

namespace {

/// What a code stands for that is with it all the way, and is not over, by time.
struct DayOfCode {
    std::string id, reason;
    base::Instant starts;
    bool is_cancelled = false;
};

std::vector<DayOfCode> days_of_code(db::Connection& connection, std::string_view municipality_id, std::string_view code,
                                    base::Instant now) {
    std::vector<DayOfCode> days;
    if (!is_along(code)) return days;
    const BoundsAlong all(code);
    for (const auto row : connection.query(sql::rows_all_along, municipality_id, all.after, all.before)) {
        const auto starts = base::parse_utc(row.text("starts_at"));
        if (!starts || row.text("ends_at") <= base::format_utc(now)) continue;
        days.push_back({row.text("id"), row.text("reason"), *starts, row.text("status") == word_of(Status::cancelled)});
    }
    std::ranges::sort(days, {}, &DayOfCode::starts);
    return days;
}

/// A letter overtakes what was told of any of their days: it says how all of them are.
std::string days_in_letter(const std::vector<DayOfCode>& days, const i18n::Translator& words, std::string_view zone) {
    if (days.size() < 2) return "";
    auto text = "\n\n" + words.t(TEXT("All your days to come:"));
    for (const auto& day : days) {
        text += "\n" + words.date_time(day.starts, zone);
        if (!day.is_cancelled) continue;
        text += ". " + (day.reason.empty() ? words.t("Cancelled") : words.t("Cancelled: {reason}", {{"reason", day.reason}}));
    }
    return text;
}

}  // namespace

bool Activities::Implementation::write_to(db::Connection& connection, std::string_view municipality_id, const db::Row& to,
                                          const News& news, std::string_view session) const {
    const auto now = clock.now();
    const auto matter = matter_of_sign_up(to.text("id"));
    auto overtaken = mail::overtake(connection, municipality_id, matter, now);
    const auto days = days_of_code(connection, municipality_id, to.text("code_hash"), now);
    for (const auto& day : days)
        if (day.id != to.text("id"))
            std::ranges::move(mail::overtake(connection, municipality_id, matter_of_sign_up(day.id), now),
                              std::back_inserter(overtaken));
    const auto row = Only{connection.query(sql::find_session, municipality_id, session)};
    const auto email = to.text_or_empty("value");
    const bool is_by_email = to.text_or_empty("by_way") == word_of(ContactBy::email);
    if (!is_by_email || !neighbours.sends_letters || !row || !mail::is_reachable(email)) return false;
    const auto activity = register_::find_in(connection, activities, municipality_id, row->text("activity_id"));
    const auto starts = base::parse_utc(row->text("starts_at"));
    if (!activity || !starts) return false;
    // Whom the seat was not told is told of it, with the day as it is now.
    const bool is_held = row->text("status") == word_of(Status::planned);
    const auto& said = is_held && base::holds(overtaken, news_of_seat().kind) ? news_of_seat() : news;
    const auto language = to.text("language");
    const auto& words = i18n::translator(language);
    const auto here = around(municipality_id);
    const auto when = words.date_time(*starts, here.zone);
    const std::initializer_list<i18n::Argument> facts{
        {"activity", activity->text("title")}, {"when", when}, {"reason", row->text("reason")}};
    mail::add(connection,
              {.municipality_id = std::string(municipality_id),
               .kind = said.kind,
               .recipient = email,
               .subject = base::cut(words.t(said.subject, facts), 45),
               .text = words.t(said.text, facts) + days_in_letter(days, words, here.zone) + "\n",
               .language = language,
               .valid_until = now + letters_are_good_for,
               .path = page_of_session(session),
               .matter = matter,
               .record = "activity:" + activity->id,
               .about = here.words->t(said.subject, facts),
               .unit = activity->text("unit"),
               .name = to.text_or_empty("name"),
               .begins = *starts},
              now);
    return true;
}

void Activities::Implementation::tell_moved(db::Connection& connection, std::string_view municipality_id,
                                            const std::vector<std::string>& sessions) const {
    std::map<std::string, std::string> by_time;
    for (const auto& id : sessions) {
        const auto row = Only{connection.query(sql::find_session, municipality_id, id)};
        if (row && row->text("ends_at") > base::format_utc(clock.now())) by_time.emplace(row->text("starts_at") + id, id);
    }
    // Whoever is with it all the way is written to once.
    std::set<std::string> written;
    for (const auto& [time, session] : by_time)
        for (const auto one : connection.query(sql::signed_up, municipality_id, session)) {
            const auto code = one.text("code_hash");
            const bool is_written = is_along(code) && written.contains(hash_without_session(code));
            if (!is_written && tell_moved_to(connection, municipality_id, one, session))
                written.insert(hash_without_session(code));
        }
}

bool Activities::Implementation::tell_moved_to(db::Connection& connection, std::string_view municipality_id,
                                               const db::Row& signed_up, std::string_view session) const {
    const auto way = contact_by_called(signed_up.text_or_empty("by_way")).value_or(ContactBy::none);
    if (way == ContactBy::none) return false;
    // Whom nobody told of the former move, and who knows it as it is again, needs to hear of neither.
    const auto stands = Only{connection.query(sql::find_session, municipality_id, session)};
    const auto to_tell = signed_up.text("to_tell");
    const bool knows_it = stands && to_tell == "moved" && signed_up.text("known_starts") == stands->text("starts_at") &&
                          signed_up.text("known_place") == stands->text("place") &&
                          signed_up.text("known_address") == stands->text("address");
    if (knows_it) {
        connection.execute(sql::set_to_tell, municipality_id, signed_up.text("id"), "");
        return false;
    }
    const bool is_written =
        write_to(connection, municipality_id, signed_up,
                 {TEXT("Another time: {activity}"),
                  TEXT("It takes place at another time or place than before: {activity}, now {when}. Where it is stands on "
                       "the page with your code.\n\nIf you cannot come then, cancel with your code.")},
                 session);
    // Who is to be told of a seat, or of a day more, is told when and where as well.
    if (!is_written && to_tell != "seat" && to_tell != "added")
        connection.execute(sql::set_to_tell, municipality_id, signed_up.text("id"), "moved");
    return is_written;
}

void Activities::choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often) {
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return;
    implementation_->database.write([&](db::Connection& connection) {
        const BoundsAlong all(hashes.now);
        connection.execute(sql::set_how_often, tenant.id, hashes.now, word_of(often), hashes.before, all.after, all.before);
    });
}

int Activities::remind(const http::Tenant& tenant) {
    auto& self = *implementation_;
    const auto today = base::to_civil(self.clock.now(), tenant.zone).date;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::to_remind, tenant.id, base::format_date(base::add_days(today, 1)),
                                base::format_date(base::add_days(today, days_a_letter_takes)));
    });
    int told = 0;
    for (const auto row : rows)
        told += self.database.write([&](db::Connection& connection) {
            const auto id = row.text("id");
            if (connection.execute(sql::set_reminded, tenant.id, id, base::format_date(today)) != 1) return 0;
            const bool is_written = self.write_to(
                connection, tenant.id, row,
                {TEXT("Tomorrow: {activity}"),
                 TEXT("A reminder, as you chose: {activity}, {when}.\n\nIf you cannot come, cancel with your "
                      "code, so that somebody else gets the seat. There you can also choose to get no reminders.")},
                row.text("session_id"));
            if (!is_written) {
                const bool is_by_letter = row.text("by_way") == word_of(ContactBy::letter);
                connection.execute(sql::set_to_tell, tenant.id, id, is_by_letter ? "reminder_letter" : "reminder");
                kept::raise(connection, kept_seats, tenant.id);
            }
            return 1;
        });
    return told;
}

}  // namespace digilots::activities
