// Letters that come in by e-mail become questions of the inbox. Each is kept once: its id follows from its Message-ID and
// content.
#include "inquiries/inquiries.h"
#include "platform/base/form_key.h"
#include "platform/base/log.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/incoming.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "questions/implementation.h"

namespace digilots::questions {

namespace {

constexpr std::chrono::hours receipt_of_use{4 * 24};
constexpr int most_stretches = 100;

/// Without what was quoted of an earlier letter.
std::string without_quotes(std::string_view text) {
    std::string kept;
    for (const auto line : base::split(text, '\n'))
        if (!line.starts_with('>')) kept += std::string(line) + "\n";
    return base::clean(kept);
}

/// "[…]" in place of each number or address that tells who somebody is; "" where it cannot be taken out.
std::string without_personal_data(std::string text) {
    for (int count = 0; count < most_stretches; ++count) {
        const auto found = inquiries::locate_personal_data(text);
        if (!found) return text;
        const auto before = base::cut(text, found->from - 1), with = base::cut(text, found->to);
        if (!text.starts_with(with) || with.size() <= before.size()) return "";
        text = before + "[…]" + text.substr(with.size());
    }
    return "";
}

std::string question_in(const mail::Incoming& letter, bool is_whole, const i18n::Translator& words) {
    const auto subject = letter.subject.empty() ? std::string() : letter.subject + "\n";
    auto text = base::cut(subject + without_quotes(letter.text), Questions::longest_question - 300);
    if (text.find_first_not_of(" \n") == std::string::npos) text = words.t("An e-mail without text.");
    text = without_personal_data(text);
    if (text.empty()) text = words.t("An e-mail that cannot be shown here. Read it in the mailbox.");
    if (!is_whole) text += "\n" + words.t("The e-mail is larger than 1 MB: the rest stands in the mailbox.");
    if (!letter.attachments.empty())
        text += "\n" + words.tn("{n} attachment stands in the mailbox alone.", "{n} attachments stand in the mailbox alone.",
                                std::ssize(letter.attachments));
    return base::cut(text, Questions::longest_question);
}

mail::Letter receipt(const http::Tenant& tenant, const std::string& to, const std::string& code, base::Instant promised,
                     base::Instant now, const std::string& language) {
    const auto& words = i18n::translator(language);
    std::string text = words.t("Your question has arrived. You get an answer by {date}.",
                               {{"date", promise_words(promised, tenant.zone, words)}}) +
                       "\n\n" + words.t("Your code:") + " " + code + "\n\n" +
                       words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n";
    if (!tenant.phone.empty()) text += tenant.phone + "\n";
    return {.municipality_id = tenant.id,
            .kind = "question arrived",
            .recipient = to,
            .subject = words.t("Your question to {municipality} has arrived", {{"municipality", tenant.name}}),
            .text = std::move(text),
            .language = language,
            .valid_until = now + receipt_of_use};
}

}  // namespace

TakenIn take_in_letter(Questions& questions, const http::Tenant& tenant, std::string_view bytes, bool is_whole) {
    const auto letter = mail::read_incoming(bytes);
    if (!letter || letter->is_automatic) return TakenIn::left_out;
    const std::string language = tenant.languages.empty() ? "sv" : tenant.languages.front();
    const auto& words = i18n::translator(language);
    const bool is_reachable = mail::is_reachable(letter->from);
    const auto now = Inside::of(questions).clock.now();
    Asking asking{.question = question_in(*letter, is_whole, words),
                  .reply_by = is_reachable ? ReplyBy::email : ReplyBy::none,
                  .contact = is_reachable ? letter->from : "",
                  .channel = "email",
                  .form_key = base::form_key_of("e-mail\n" + tenant.id + "\n" +
                                                (letter->message_id.empty() ? base::sha256_hex(bytes) : letter->message_id)),
                  .language = language};
    if (is_reachable && questions.sends_letters())
        asking.along = [&](db::Connection& connection, const std::string& code, base::Instant promised) {
            mail::add(connection, receipt(tenant, letter->from, code, promised, now, language), now);
        };
    auto asked = questions.ask(tenant, asking, words);
    if (!asked && !asked.error().is_full) {     // never lost, whatever the check says of its words
        asking.question = words.t("An e-mail that cannot be shown here. Read it in the mailbox.");
        asked = questions.ask(tenant, asking, words);
    }
    if (asked) return TakenIn::kept;
    return asked.error().is_full ? TakenIn::full : TakenIn::left_out;
}

jobs::Kind reading_mail(Questions& questions, const municipality::Municipalities& municipalities, mail::MailboxServer server,
                        std::string municipality) {
    const auto work = [&questions, &municipalities, server = std::move(server),
                       municipality = std::move(municipality)](jobs::Run& run) {
        const auto tenant = municipalities.find_tenant(municipality);
        if (!tenant) throw jobs::Hopeless("mail_in_municipality is no municipality that is active here");
        std::size_t kept = 0;
        const auto keep = [&](const mail::FetchedLetter& letter) {
            const auto came = take_in_letter(questions, *tenant, letter.bytes, letter.is_whole);
            kept += came == TakenIn::kept ? 1 : 0;
            return came != TakenIn::full;
        };
        try {
            mail::visit_mailbox(server, keep, [&run] { return run.is_stopping(); });
        } catch (const mail::MailboxTrouble& trouble) {
            base::log(base::LogLevel::warning, "mailbox in trouble", {{"reason", trouble.what()}});
        }
        if (kept > 0) base::log(base::LogLevel::info, "letters taken in", {{"number", std::to_string(kept)}});
    };
    return {.name = "questions_mail_in",
            .title = TEXT("Take in questions by e-mail"),
            .work = work,
            .schedule = jobs::Every{std::chrono::minutes(5)}};
}

}  // namespace digilots::questions
