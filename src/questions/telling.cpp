#include "questions/telling.h"

#include "platform/base/time.h"
#include "platform/mail/message.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

constexpr std::chrono::hours letter_of_step_of_use{2 * 24}, told_before{1};

std::optional<http::Tenant> tenant_with(const Questions::Implementation& self, const std::string& municipality_id) {
    return self.municipalities.find_tenant(municipality::Municipalities::slug_of(municipality_id));
}

bool can_be_written_to(const Questions::Implementation& self, const StoredContact& contact) {
    return self.sends_letters && contact.by == ReplyBy::email && mail::is_reachable(contact.value);
}

std::string day_asked(const register_::Record& question, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto asked = base::parse_utc(question.text("asked_at")).value_or(base::Instant{});
    return words.date(base::to_civil(asked, tenant.zone).date);
}

/// Nothing of a day where nobody has said who answers.
std::string words_of_taken(const std::string& day, const std::string& promised, bool is_promised, const i18n::Translator& words) {
    if (!is_promised) return words.t("You asked us something on {date}. Somebody has taken it on now.", {{"date", day}});
    return words.t("You asked us something on {date}. Somebody has taken it on now. You get an answer by {promised}.",
                   {{"date", day}, {"promised", promised}});
}

mail::Letter letter_of_step(Told step, const register_::Record& question, const StoredContact& contact,
                            const http::Tenant& tenant, base::Instant now, bool is_promised) {
    const auto language = question.text("language");
    const auto& words = i18n::translator(language);
    const auto day = day_asked(question, tenant, words);
    const auto promised = promise_words(base::parse_utc(question.text("promised_at")).value_or(now), tenant.zone, words);
    const bool is_taken = step == Told::taken;
    const auto subject =
        is_taken ? words.t("Somebody has taken on your question") : words.t("The answer to your question is late");
    const auto text =
        is_taken ? words_of_taken(day, promised, is_promised, words)
                 : words.t("You asked us something on {date} and were promised an answer by {promised}. It will most likely "
                           "take longer, and we are sorry for that. Ring us if it is urgent.",
                           {{"date", day}, {"promised", promised}});
    const auto whole = text + "\n\n" +
                       words.t("You chose to be told of each step. On the page with your code you can choose "
                               "to be told of the answer alone.");
    return told_of_question(letter_about(tenant, contact, language, subject, whole, now), question, tenant);
}

/// True where it was noted now: of each step whoever asked is told once.
bool tell(db::Connection& connection, const Questions::Implementation& self, const http::Tenant& tenant,
          const register_::Record& question, Told step) {
    const auto contact = contact_in(connection, tenant.id, question.id);
    if (contact.how_often != HowOften::each) return false;
    const bool is_written = can_be_written_to(self, contact);
    const auto now = self.clock.now();
    const std::string left_to_staff(is_written ? "" : word_of(step));
    const auto at = base::format_utc(now);
    const auto noted = step == Told::taken
                           ? connection.execute(sql::set_taken_told, tenant.id, question.id, at, left_to_staff)
                           : connection.execute(sql::set_late_told, tenant.id, question.id, at, left_to_staff);
    if (noted == 1) mail::overtake(connection, tenant.id, matter_of_question(question.id), now);
    if (noted != 1 || !is_written) return noted == 1;
    mail::add(connection,
              letter_of_step(step, question, contact, tenant, now, self.has_said_who_answers(tenant.id)), now);
    return true;
}

}  // namespace

std::string_view word_of(Told step) { return step == Told::taken ? "taken" : "late"; }

StoredContact contact_in(db::Connection& connection, std::string_view municipality_id, std::string_view question_id) {
    const auto rows = connection.query(sql::find_contact, municipality_id, question_id);
    const auto row = rows.only();
    if (!row) return {};
    return {.by = reply_by_called(row->text("reply_by")).value_or(ReplyBy::none),
            .how_often = how_often_called(row->text("how_often")).value_or(HowOften::only),
            .value = row->text("value"),
            .given_at = row->text("given_at"),
            .to_tell = row->text("to_tell"),
            .message_id = row->text("message_id")};
}

std::string matter_of_question(std::string_view id) { return mail::matter_of("question", id); }

mail::Letter told_of_question(mail::Letter letter, const register_::Record& question, const http::Tenant& tenant) {
    const auto& words = i18n::translator(tenant.languages.empty() ? "sv" : tenant.languages.front());
    const auto day = day_asked(question, tenant, words);
    letter.path = staff_path_of(question.id);
    letter.matter = matter_of_question(question.id);
    letter.record = "question:" + question.id;
    letter.unit = question.text("unit");
    letter.about = letter.kind == kind_of_answer_letter ? words.t("The answer to the question of {date}", {{"date", day}})
                                                        : words.t("News of the question of {date}", {{"date", day}});
    return letter;
}

mail::Letter letter_about(const http::Tenant& tenant, const StoredContact& contact, const std::string& language,
                          const std::string& subject, const std::string& text, base::Instant now) {
    const auto& words = i18n::translator(language);
    mail::Letter letter{.municipality_id = tenant.id,
                        .kind = "step of a question",
                        .recipient = contact.value,
                        .subject = subject,
                        .text = text + "\n\n" + words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n",
                        .language = language,
                        .valid_until = now + letter_of_step_of_use,
                        .answers = contact.message_id};
    if (!tenant.phone.empty()) letter.text += tenant.phone + "\n";
    return letter;
}

void tell_taken(db::Connection& connection, const Questions::Implementation& self, const std::string& municipality_id,
                const register_::Record& question) {
    if (const auto tenant = tenant_with(self, municipality_id)) tell(connection, self, *tenant, question, Told::taken);
}

void tell_closed(db::Connection& connection, const Questions::Implementation& self, const std::string& municipality_id,
                 const register_::Record& question) {
    mail::overtake(connection, municipality_id, matter_of_question(question.id), self.clock.now());
    // A letter may have come from an address that is not its sender's: nothing goes there without an answer.
    if (question.text("channel") == "email") return;
    const auto contact = contact_in(connection, municipality_id, question.id);
    const auto tenant = tenant_with(self, municipality_id);
    if (!tenant || !can_be_written_to(self, contact)) return;
    const auto& words = i18n::translator(question.text("language"));
    const auto now = self.clock.now();
    const auto text = words.t("You asked us something on {date}.", {{"date", day_asked(question, *tenant, words)}}) + " " +
                      words.t("The question is closed without a written answer. Ring us, or ask again, if you still want to "
                              "know.");
    const auto letter =
        letter_about(*tenant, contact, question.text("language"), words.t("Your question is closed"), text, now);
    mail::add(connection, told_of_question(letter, question, *tenant), now);
}

int tell_late(const Questions& questions, const http::Tenant& tenant) {
    const auto& self = Inside::of(questions);
    if (!questions.has_said_who_answers(tenant.id)) return 0;   // nothing was promised
    const auto soon = base::format_utc(self.clock.now() + told_before);
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::late_to_tell, tenant.id, soon); });
    int told = 0;
    for (const auto row : rows) {
        // Somebody may answer at this moment: what stands is read in the transaction that tells.
        told += self.database.write(
            [&](db::Connection& connection) {
                const auto question = register_::find_in(connection, self.questions, tenant.id, row.text("id"));
                if (!question || question->text("state") != "waiting" || question->text("promised_at") > soon) return 0;
                if (!tell(connection, self, tenant, *question, Told::late)) return 0;
                kept::raise(connection, kept_questions, tenant.id);
                return 1;
            },
            db::Isolation::deciding);
    }
    return told;
}

jobs::Kind telling_who_is_late(const Questions& questions) {
    return {.name = "questions_tell_late",
            .title = TEXT("Tell those who asked that the answer is late"),
            .work =
                [&questions](jobs::Run& run) {
                    const auto& self = Inside::of(questions);
                    for (const auto& one : self.municipalities.active()) {
                        run.go_on();
                        if (const auto tenant = tenant_with(self, one.id)) tell_late(questions, *tenant);
                    }
                },
            .schedule = jobs::Every{std::chrono::minutes(15)}};
}

bool note_told_of_step(const Questions& questions, std::string_view municipality_id, std::string_view question_id,
                       std::string_view step) {
    return Inside::of(questions).database.write([&](db::Connection& connection) {
        kept::raise(connection, kept_questions, municipality_id);
        return connection.execute(sql::set_told, municipality_id, question_id, step) == 1;
    });
}

}  // namespace digilots::questions
