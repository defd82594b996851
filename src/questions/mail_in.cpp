// Letters that come in by e-mail become questions of the inbox. Each is kept once: its id follows from its Message-ID and
// content.
#include <algorithm>
#include <memory>

#include "platform/base/form_key.h"
#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/plain.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/http/metrics.h"
#include "platform/mail/incoming.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "platform/personal/personal_data.h"
#include "questions/implementation.h"
#include "questions/pages.h"
#include "questions/sql.h"

namespace digilots::questions {

namespace {

constexpr std::chrono::hours receipt_of_use{4 * 24};
constexpr int most_stretches = 100;
constexpr std::size_t room_for_notes = 300, longest_sender = 200;
/// Of one address: what comes above that waits in the mailbox, and gets no receipt.
constexpr std::int64_t most_of_sender_a_day = 20, most_receipts_a_day = 3;
/// Letters may take so much of what may wait at all: the other ways in stay open.
constexpr std::size_t most_letters_waiting = Questions::most_waiting / 2;
constexpr std::size_t most_remembered = 1000;

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
        const auto found = personal::locate_personal_data(text);
        if (!found) return text;
        const auto before = base::cut(text, found->from - 1), with = base::cut(text, found->to);
        if (!text.starts_with(with) || with.size() <= before.size()) return "";
        text = before + "[…]" + text.substr(with.size());
    }
    return "";
}

/// What is not known of a letter beside its words.
struct Missing {
    bool is_whole = true, is_shown = true, has_sender = true;
};

/// So much of the text as is kept, without what tells who somebody is: taken out before the text is cut, else a part of a number
/// would stand where the cut goes through it.
std::string kept_part(const std::string& all) {
    constexpr std::size_t most = Questions::longest_question - room_for_notes, looked_at_behind = 300, longest_stretch = 150;
    auto text = base::cut(all, most + looked_at_behind);
    const bool is_cut = text.size() < all.size();
    text = without_personal_data(std::move(text));
    // What this first cut went through stands at the end.
    if (is_cut) text = base::cut(text, base::length(text) - std::min(base::length(text), longest_stretch));
    return without_personal_data(base::cut(text, most));
}

std::string question_in(const mail::Incoming& letter, const Missing& missing, const i18n::Translator& words) {
    const auto subject = letter.subject.empty() ? std::string() : letter.subject + "\n";
    // Marks that turn the text around would make a number of what is none as it stands.
    const auto all = base::without_hidden_controls(subject + without_quotes(letter.text));
    const bool is_cut = letter.is_cut || base::length(all) > Questions::longest_question - room_for_notes;
    const bool is_empty = all.find_first_not_of(" \n") == std::string::npos;
    auto text = !missing.is_shown ? "" : is_empty ? words.t("An e-mail without text.") : kept_part(all);
    if (text.empty()) text = words.t("An e-mail that cannot be shown here. Read it in the mailbox.");
    if (!missing.is_whole) text += "\n" + words.t("The e-mail is larger than 1 MB: the rest stands in the mailbox.");
    else if (is_cut) text += "\n" + words.t("The rest of the e-mail stands in the mailbox.");
    if (!missing.has_sender) text += "\n" + words.t("Who sent it stands in the mailbox alone: answer from there.");
    if (!letter.attachments.empty())
        text += "\n" + words.tn("{n} attachment stands in the mailbox alone.", "{n} attachments stand in the mailbox alone.",
                                std::ssize(letter.attachments));
    return base::cut(text, Questions::longest_question);
}

struct OfSender {
    std::int64_t today = 0, lately = 0;     // within a day, within an hour
};
OfSender known_of(const Questions& questions, std::string_view municipality_id, const std::string& address, base::Instant now) {
    return Inside::of(questions).database.read([&](db::Connection& connection) {
        const auto rows = connection.query(sql::count_of_sender, municipality_id, address,
                                           base::format_utc(now - std::chrono::hours(24)),
                                           base::format_utc(now - std::chrono::hours(1)));
        return OfSender{rows[0].integer("today"), rows[0].integer("lately")};
    });
}

std::size_t letters_waiting(const Questions& questions, std::string_view municipality_id) {
    const auto waiting = questions.waiting(municipality_id);
    return static_cast<std::size_t>(std::ranges::count(waiting->questions, "email", &Waiting::Question::channel));
}

TakenIn leave_out(const char* why) {
    http::count("digilots_letters_left_out_total", why);
    return TakenIn::left_out;
}

/// What the code is for, and where: the page that shows how the question stands, or the phone where no address is known.
std::string words_of_code(const std::string& code, const std::string& ask_address, const i18n::Translator& words) {
    const auto shown = words.t("Your code:") + " " + code + "\n";
    if (ask_address.empty())
        return shown + words.t("The code is the key to your question: with it you see on our page how it stands, and the answer. "
                               "Do not give it to anybody else.");
    return shown + words.t("With the code you see how your question stands, and the answer. Do not give it to anybody else. The "
                           "page is here:") +
           "\n" + ask_address + "/" + code;
}

/// `promised`: nothing where nobody has said who answers.
mail::Letter receipt(const http::Tenant& tenant, const Asking& asking, const std::string& code,
                     std::optional<base::Instant> promised, base::Instant now, const std::string& ask_address) {
    const auto& words = i18n::translator(asking.language);
    const auto arrived = promised ? words.t("Your question has arrived. You get an answer by {date}.",
                                            {{"date", promise_words(*promised, tenant.zone, words)}})
                                  : words.t("Your question has arrived.") + " " + words.t(nobody_answers_yet);
    std::string text = arrived + "\n\n" + words_of_code(code, ask_address, words) + "\n\n" +
                       words.t("{municipality} municipality", {{"municipality", tenant.name}}) + "\n";
    if (!tenant.phone.empty()) text += tenant.phone + "\n";
    return {.municipality_id = tenant.id,
            .kind = "question arrived",
            .recipient = asking.contact,
            .subject = words.t("Your question to {municipality} has arrived", {{"municipality", tenant.name}}),
            .text = std::move(text),
            .language = asking.language,
            .valid_until = now + receipt_of_use,
            .answers = asking.message_id};
}

}  // namespace

TakenIn take_in_letter(Questions& questions, const http::Tenant& tenant, std::string_view bytes, bool is_whole) {
    if (bytes.empty()) return leave_out("empty");
    const auto read = mail::read_incoming_apart(bytes);
    const auto letter = read.value_or(mail::Incoming{});
    if (!letter.automatic.empty()) return leave_out(letter.automatic.c_str());
    if (letters_waiting(questions, tenant.id) >= most_letters_waiting) return TakenIn::full;
    const std::string language = tenant.languages.empty() ? "sv" : tenant.languages.front();
    const auto& words = i18n::translator(language);
    const bool is_reachable = letter.from.size() <= longest_sender && mail::is_reachable(letter.from);
    const auto now = Inside::of(questions).clock.now();
    const auto of_sender = is_reachable ? known_of(questions, tenant.id, letter.from, now) : OfSender{};
    if (of_sender.today >= most_of_sender_a_day) return TakenIn::later;
    Missing missing{.is_whole = is_whole, .is_shown = read.has_value() && !letter.is_unreadable, .has_sender = is_reachable};
    Asking asking{.question = question_in(letter, missing, words),
                  .reply_by = is_reachable ? ReplyBy::email : ReplyBy::none,
                  .contact = is_reachable ? letter.from : "",
                  .channel = "email",
                  .form_key = base::form_key_of("e-mail\n" + tenant.id + "\n" +
                                                (letter.message_id.empty() ? base::sha256_hex(bytes) : letter.message_id)),
                  .language = language,
                  .message_id = mail::is_message_id(letter.message_id) ? letter.message_id : ""};
    const bool gets_receipt = of_sender.lately == 0 && of_sender.today < most_receipts_a_day;
    const auto ask_address = Inside::of(questions).ask_address(tenant);
    const bool has_said = questions.has_said_who_answers(tenant.id);
    if (is_reachable && gets_receipt && questions.sends_letters())
        asking.along = [&](db::Connection& connection, const std::string& path, const std::string& code, base::Instant promised) {
            const auto by = has_said ? std::optional(promised) : std::nullopt;
            auto letter = receipt(tenant, asking, code, by, now, ask_address);
            letter.path = path;
            mail::add(connection, letter, now);
        };
    auto asked = questions.ask(tenant, asking, words);
    const auto is_wrong = [&](const char* field) {
        return !asked && std::ranges::any_of(asked.error().errors, [&](const auto& error) { return error.first == field; });
    };
    if (is_wrong("contact")) {      // never lost, whatever the check says of its sender or of its words
        missing.has_sender = false;
        asking.reply_by = ReplyBy::none;
        asking.contact.clear();
        asking.along = nullptr;
        asking.question = question_in(letter, missing, words);
        asked = questions.ask(tenant, asking, words);
    }
    if (is_wrong("question")) {
        missing.is_shown = false;
        asking.question = question_in(letter, missing, words);
        asked = questions.ask(tenant, asking, words);
    }
    if (asked) return TakenIn::kept;
    return asked.error().is_full ? TakenIn::full : TakenIn::later;
}

namespace {

/// Letters that stayed unread, from visit to visit: the others come first.
class Remembered {
public:
    std::vector<std::string> all() const {
        const base::Lock lock(mutex_);
        return numbers_;
    }
    void add(const std::vector<std::string>& more) {
        const base::Lock lock(mutex_);
        for (const auto& number : more)
            if (std::ranges::find(numbers_, number) == numbers_.end()) numbers_.push_back(number);
        if (numbers_.size() > most_remembered)
            numbers_.erase(numbers_.begin(), numbers_.end() - static_cast<std::ptrdiff_t>(most_remembered));
    }

private:
    mutable base::Mutex mutex_;
    std::vector<std::string> numbers_ GUARDED_BY(mutex_);
};

void tell_of_trouble(const std::string& reason, std::size_t letters) {
    http::gauge("digilots_mailbox_trouble", 1);
    base::log(base::LogLevel::warning, "mailbox in trouble", {{"reason", reason}, {"letters", std::to_string(letters)}});
}

struct Counted {
    std::size_t kept = 0, left_out = 0;
    bool is_full = false;
};

void tell(const mail::Visit& visit, const Counted& counted) {
    http::gauge("digilots_mailbox_put_off", static_cast<double>(visit.put_off));
    if (visit.trouble.empty()) http::gauge("digilots_mailbox_trouble", 0);
    else tell_of_trouble(visit.trouble, visit.troubled);
    if (counted.kept + counted.left_out > 0)
        base::log(base::LogLevel::info, "letters taken in",
                  {{"number", std::to_string(counted.kept)}, {"left_out", std::to_string(counted.left_out)}});
    if (visit.put_off > 0)
        base::log(base::LogLevel::warning, "letters stay unread: too many of one sender in a day",
                  {{"number", std::to_string(visit.put_off)}});
    if (counted.is_full) base::log(base::LogLevel::warning, "letters stay unread: too many questions wait", {});
}

}  // namespace

jobs::Kind reading_mail(Questions& questions, const municipality::Municipalities& municipalities, mail::MailboxServer server,
                        std::string municipality) {
    const auto work = [&questions, &municipalities, server = std::move(server), municipality = std::move(municipality),
                       remembered = std::make_shared<Remembered>()](jobs::Run& run) {
        const auto tenant = municipalities.find_tenant(municipality);
        if (!tenant) {
            http::gauge("digilots_mailbox_trouble", 1);
            throw jobs::Hopeless("mail_in_municipality is no municipality that is active here");
        }
        Counted counted;
        const auto keep = [&](const mail::FetchedLetter& letter) {
            const auto came = take_in_letter(questions, *tenant, letter.bytes, letter.is_whole);
            counted.kept += came == TakenIn::kept ? 1 : 0;
            counted.left_out += came == TakenIn::left_out ? 1 : 0;
            counted.is_full = came == TakenIn::full;
            if (came == TakenIn::full) return mail::Keeping::end;
            return came == TakenIn::later ? mail::Keeping::later : mail::Keeping::kept;
        };
        try {
            const auto visit = mail::visit_mailbox(server, keep, [&run] { return run.is_stopping(); }, {}, remembered->all());
            remembered->add(visit.last);
            tell(visit, counted);
        } catch (const mail::MailboxTrouble& trouble) {
            tell_of_trouble(trouble.what(), 0);
        }
    };
    return {.name = "questions_mail_in",
            .title = TEXT("Take in questions by e-mail"),
            .work = work,
            .schedule = jobs::Every{std::chrono::minutes(5)}};
}

}  // namespace digilots::questions
