// A chat: a question whose first line is the question, and what is said after it.
#include <algorithm>

#include "inquiries/inquiries.h"
#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/calendar/working_time.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

constexpr int reserved_for_staff = 10;

/// Those after `after`, and at most what a chat holds.
std::vector<Line> lines_in(db::Connection& connection, std::string_view municipality_id, std::string_view question_id,
                           int after) {
    std::vector<Line> lines;
    const auto rows = connection.query(sql::list_lines, municipality_id, question_id, std::max(after, 0));
    for (const auto row : rows)
        lines.push_back({.number = static_cast<int>(row.integer("number")),
                         .at = base::parse_utc(row.text("said_at")).value_or(base::Instant{}),
                         .is_staff = row.flag("is_staff"),
                         .account = row.text("account"),
                         .words = row.text("words")});
    return lines;
}

int last_number(db::Connection& connection, std::string_view municipality_id, std::string_view question_id) {
    return static_cast<int>(connection.query(sql::last_line, municipality_id, question_id)[0].integer("number"));
}

Followed::State state_called(const std::string& word) {
    for (const auto one : {Followed::State::answered, Followed::State::closed})
        if (word == word_of(one)) return one;
    return Followed::State::waiting;
}

/// "" where the words may stand in a chat.
std::string fault_of(const std::string& words, std::size_t typed, bool is_of_staff, const i18n::Translator& translator) {
    if (words.empty()) return translator.t("Write something.");
    if (base::length(words) > Questions::longest_line || typed > 4 * Questions::longest_line)
        return translator.t("That is too long for one line: write at most 1000 characters.");
    const auto fault = personal_data_fault(words, is_of_staff);
    return fault.id[0] ? translator.t(fault) : "";
}

}  // namespace

std::string answer_in(const std::vector<Line>& lines) {
    std::string answer;
    for (const auto& line : lines)
        if (line.is_staff) answer += (answer.empty() ? "" : "\n\n") + line.words;
    return base::cut(answer, Questions::longest_answer);
}

std::string answer_said(db::Connection& connection, std::string_view municipality_id, std::string_view question_id) {
    return answer_in(lines_in(connection, municipality_id, question_id, 0));
}

namespace {

/// Whoever is here until later than this has said so since the last chat was left without an answer.
std::string here_after(const Questions& questions, std::string_view municipality_id, base::Instant now) {
    auto after = now;
    for (const auto held = questions.waiting(municipality_id); const auto& question : held->questions) {
        if (question.channel != "chat" || question.is_answered_so_far) continue;
        const auto left_alone = std::min(question.promised_at, question.asked_at + Questions::chat_waits);
        if (left_alone <= now) after = std::max(after, left_alone + Questions::stays_here);
    }
    return base::format_utc(after);
}

}  // namespace

bool Questions::is_chat_open(const http::Tenant& tenant) const {
    const auto& self = *implementation_;
    const auto now = self.clock.now();
    calendar::WorkingWeek week;
    if (!tenant.country.empty()) week.country = tenant.country;
    if (base::is_known_zone(tenant.zone)) week.zone = tenant.zone;
    const auto civil = base::to_civil(now, week.zone);
    const auto hours = calendar::working_hours_on(week, civil.date);
    const int minute = civil.hour * 60 + civil.minute;
    const bool is_working_time = hours && minute >= hours->from && minute < hours->to;
    if (!tenant.phone_answers.value_or(is_working_time)) return false;
    const auto after = here_after(*this, tenant.id, now);
    return self.database.read([&](db::Connection& connection) {
        return connection.query(sql::count_present, tenant.id, after)[0].integer("number") > 0;
    });
}

void Questions::be_present(std::string_view municipality_id, std::string_view account, std::optional<base::Instant> until) {
    auto& self = *implementation_;
    self.database.write([&](db::Connection& connection) {
        if (until) connection.execute(sql::be_present, municipality_id, account, base::format_utc(*until));
        else connection.execute(sql::leave_present, municipality_id, account, base::format_utc(self.clock.now()));
    });
}

bool Questions::is_present(std::string_view municipality_id, std::string_view account) const {
    const auto& self = *implementation_;
    const auto after = here_after(*this, municipality_id, self.clock.now());
    return self.database.read([&](db::Connection& connection) {
        return !connection.query(sql::find_present, municipality_id, account, after).empty();
    });
}

std::optional<Talk> Questions::talk(const http::Tenant& tenant, std::string_view code, int after) const {
    const auto& self = *implementation_;
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return std::nullopt;
    return self.database.read([&](db::Connection& connection) -> std::optional<Talk> {
        const auto rows = connection.query(sql::find_chat, tenant.id, hashes.now, hashes.before);
        const auto row = rows.only();
        if (!row) return std::nullopt;
        const auto done = base::parse_utc(row->text("closed_at"));
        if (done && *done + std::chrono::days(code_days) < self.clock.now()) return std::nullopt;
        return Talk{.question_id = row->text("id"),
                    .question = row->text("question"),
                    .state = state_called(row->text("state")),
                    .asked_at = base::parse_utc(row->text("asked_at")).value_or(base::Instant{}),
                    .lines = lines_in(connection, tenant.id, row->text("id"), after)};
    });
}

std::optional<Talk> Questions::talk_of(std::string_view municipality_id, std::string_view question_id, int after) const {
    const auto& self = *implementation_;
    return self.database.read([&](db::Connection& connection) -> std::optional<Talk> {
        const auto question = register_::find_in(connection, self.questions, municipality_id, question_id);
        if (!question || question->text("channel") != "chat") return std::nullopt;
        return Talk{.question_id = question->id,
                    .question = question->text("question"),
                    .state = state_called(question->text("state")),
                    .asked_at = base::parse_utc(question->text("asked_at")).value_or(base::Instant{}),
                    .lines = lines_in(connection, municipality_id, question_id, after)};
    });
}

SayResult Questions::say(const http::Tenant& tenant, std::string_view question_id, std::string_view account,
                         std::string_view words, std::string_view form_key, const i18n::Translator& translator) {
    auto& self = *implementation_;
    const bool is_of_staff = !account.empty();
    const auto said = base::clean(words.substr(0, 8 * longest_line));
    if (auto fault = fault_of(said, words.size(), is_of_staff, translator); !fault.empty())
        return {Said::wrong, std::move(fault)};
    const auto now = self.clock.now();
    const std::string content =
        "line\n" + tenant.id + "\n" + std::string(question_id) + "\n" + std::string(account) + "\n" + said;
    const auto id = base::id_from_form(form_key, content, now);
    const int most = is_of_staff ? most_lines + reserved_for_staff : most_lines;
    return self.database.write(
        [&](db::Connection& connection) -> SayResult {
            const auto question = register_::find_in(connection, self.questions, tenant.id, question_id);
            if (!question || question->text("channel") != "chat" || question->text("state") != "waiting") return {Said::over};
            if (!connection.query(sql::find_line, tenant.id, question_id, id).empty()) return {Said::kept};
            const int number = last_number(connection, tenant.id, question_id) + 1;
            if (number > most) return {Said::full};
            const auto added = connection.query(sql::add_line, tenant.id, question_id, id, number, base::format_utc(now),
                                                is_of_staff ? 1 : 0, account, said);
            // Whose turn it is stands in what is kept of those that wait.
            kept::raise(connection, kept_questions, tenant.id);
            if (added.empty()) throw db::DbError(db::ErrorKind::conflict, "a line came in between");
            return {Said::kept};
        },
        db::Isolation::deciding);
}

}  // namespace digilots::questions
