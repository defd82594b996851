// The staff's part: a question is taken, answered, closed.
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/register/promised.h"
#include "questions/implementation.h"
#include "questions/sql.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

constexpr std::chrono::hours letter_of_use{4 * 24};

/// The code is kept nowhere: whoever has it is told where it is of use.
std::string where_it_stands(const std::string& ask_address, const register_::Record& question, const i18n::Translator& words) {
    if (ask_address.empty() || question.text("code_hash").empty()) return "";
    return "\n\n" + words.tn("The answer also stands at the address below for {n} day. You find it by your code:",
                             "The answer also stands at the address below for {n} days. You find it by your code:",
                             Questions::code_days) +
           "\n" + ask_address;
}

mail::Letter letter_with(const std::string& answer, const StoredContact& contact, const register_::Record& question,
                         const http::Tenant& tenant, const std::string& ask_address, base::Instant now) {
    const auto language = question.text("language");
    const auto& words = i18n::translator(language);
    const auto asked = base::parse_utc(question.text("asked_at")).value_or(now);
    const auto day = words.date(base::to_civil(asked, tenant.zone).date);
    const auto beginning = words.t("You asked us something on {date}. This is the answer:", {{"date", day}});
    auto letter = letter_about(tenant, contact, language,
                               words.t("Answer to your question to {municipality}", {{"municipality", tenant.name}}),
                               beginning + "\n\n" + answer + where_it_stands(ask_address, question, words), now);
    letter.kind = kind_of_answer_letter;
    letter.valid_until = now + letter_of_use;
    return letter;
}

void send_answer(db::Connection& connection, const auto& self, const http::Tenant& tenant, const register_::Record& question,
                 const Reply& reply, base::Instant now) {
    const auto contact = contact_in(connection, tenant.id, question.id);
    const bool is_sent = reply.way == ReplyWay::email && self.sends_letters && contact.by == ReplyBy::email;
    if (!is_sent || !mail::is_reachable(contact.value)) return;
    const auto letter = letter_with(reply.answer, contact, question, tenant, self.ask_address(tenant), now);
    mail::add(connection, told_of_question(letter, question, tenant), now);
}

/// The time that counts is that of the final answer; it is counted on its day instead of the former one's.
void answered_anew(db::Connection& connection, const auto& self, std::string_view municipality_id,
                   register_::Record& question, base::Instant now) {
    const auto unit = question.text("unit"), promised = question.text("promised_at"), former = question.text("answered_at");
    const auto latest = base::format_utc(now);
    const auto former_day = self.day_of(municipality_id, base::parse_utc(former).value_or(now));
    count(connection, municipality_id, former_day, unit, {.answered = -1, .in_time = former <= promised ? -1 : 0});
    count(connection, municipality_id, self.day_of(municipality_id, now), unit,
          {.answered = 1, .in_time = latest <= promised ? 1 : 0});
    question.columns["answered_at"] = question.columns["closed_at"] = latest;
    question.columns["place_in_line"] = place_in_line("answered", "", now);
}

}  // namespace

Answering Questions::Implementation::step(const register_::Surroundings& around, std::string_view id, std::string_view account,
                                          const base::Seen& seen, const register_::StepChange& change) {
    return register_::step(questions, around, this->around(around.municipality_id), id, account, seen, change);
}

Answering Questions::answer(const register_::Surroundings& around, const http::Tenant& tenant, std::string_view id,
                            const Reply& reply, std::string_view account, const base::Seen& seen) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    return self.step(around, id, account, seen, [&](db::Connection& connection, register_::Record& question) {
        const auto state = question.text("state");
        if (state == "closed") return false;
        const auto answer_before = question.text("answer");
        question.columns["answer"] = reply.is_what_was_said ? answer_said(connection, tenant.id, id) : reply.answer;
        question.columns["reply_way"] = std::string(word_of(reply.way));
        if (state == "answered") {
            if (question.text("answer") == answer_before) return true;
            question.columns["answered_by"] = std::string(account);
            answered_anew(connection, self, tenant.id, question, now);
            // A letter with the former answer that has not arrived says the new one.
            const auto overtaken = mail::overtake(connection, tenant.id, matter_of_question(id), now);
            if (base::holds(overtaken, kind_of_answer_letter)) send_answer(connection, self, tenant, question, reply, now);
            return true;
        }
        const bool is_in_time = base::format_utc(now) <= question.text("promised_at");
        question.columns["state"] = std::string("answered");
        question.columns["answered_at"] = question.columns["closed_at"] = base::format_utc(now);
        question.columns["answered_by"] = std::string(account);
        question.columns["place_in_line"] = place_in_line("answered", "", now);
        if (question.text("person").empty()) question.columns["person"] = std::string(account);
        count(connection, tenant.id, self.day_of(tenant.id, now), question.text("unit"),
              {.answered = 1, .in_time = is_in_time ? 1 : 0});
        mail::overtake(connection, tenant.id, matter_of_question(id), now);
        send_answer(connection, self, tenant, question, reply, now);
        return true;
    });
}

Answering Questions::close(const register_::Surroundings& around, std::string_view id, std::string_view account,
                           const base::Seen& seen) {
    auto& self = *implementation_;
    const auto now = self.clock.now();
    return self.step(around, id, account, seen, [&](db::Connection& connection, register_::Record& question) {
        const auto state = question.text("state");
        if (state == "closed") return true;
        if (state == "waiting") tell_closed(connection, self, around.municipality_id, question);
        question.columns["state"] = std::string("closed");
        question.columns["closed_at"] = base::format_utc(now);
        question.columns["place_in_line"] = place_in_line("closed", "", now);
        connection.execute(sql::delete_contact, around.municipality_id, id);
        return true;
    });
}

Answering Questions::open_again(const register_::Surroundings& around, std::string_view id, std::string_view account,
                                const base::Seen& seen) {
    return implementation_->step(around, id, account, seen, [&](db::Connection&, register_::Record& question) {
        if (question.text("state") != "closed") return true;
        const auto answered = question.text("answered_at");
        const std::string state = answered.empty() ? "waiting" : "answered";
        question.columns["state"] = state;
        question.columns["closed_at"] = answered;
        question.columns["place_in_line"] =
            answered.empty() ? place_in_line(state, question.text("promised_at"), base::Instant{})
                             : place_in_line(state, "", base::parse_utc(answered).value_or(base::Instant{}));
        return true;
    });
}

Answering Questions::take(const register_::Surroundings& around, std::string_view id, std::string_view account,
                          const base::Seen& seen) {
    return implementation_->step(around, id, account, seen,
                                 [&](db::Connection&, register_::Record& question) {
                                     question.columns["person"] = std::string(account);
                                     return true;
                                 });
}

Answering Questions::note_try(const register_::Surroundings& around, std::string_view id, std::string_view account,
                              const base::Seen& seen) {
    const auto now = implementation_->clock.now();
    return implementation_->step(around, id, account, seen, [&](db::Connection& connection, register_::Record& question) {
        const bool is_rung = contact_in(connection, around.municipality_id, id).by == ReplyBy::phone;
        if (question.text("state") != register_::waiting || !is_rung) return false;
        register_::count_try(question, now);
        return true;
    });
}

void Questions::hand_over_all(db::Connection& connection, std::string_view municipality_id, std::string_view from,
                              std::string_view to, std::string_view actor, base::Instant now) {
    if (from.empty() || municipality_id.empty()) return;
    const auto rows = connection.query(sql::taken_by, municipality_id, from);
    for (const auto row : rows) {
        const auto id = row.text("id");
        connection.execute(sql::set_taken_by, municipality_id, id, to, base::format_utc(now));
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "question handed over", "question:" + id, "person"},
                      now);
    }
    if (!rows.empty()) kept::raise(connection, kept_questions, municipality_id);
}

Questions::Contact Questions::contact_of(std::string_view municipality_id, std::string_view question_id) const {
    const auto& self = *implementation_;
    const auto stored = self.database.read(
        [&](db::Connection& connection) { return contact_in(connection, municipality_id, question_id); });
    Contact contact{.by = stored.by, .how_often = stored.how_often, .value = stored.value};
    const auto given = base::parse_utc(stored.given_at);
    const auto kept = self.period(municipality_id, contact_rule);
    if (given && kept) contact.gone_on = gone_on(*kept, base::to_civil(*given, self.zone_of(municipality_id)).date);
    return contact;
}

}  // namespace digilots::questions
