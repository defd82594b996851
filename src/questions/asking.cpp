// A question comes in, and whoever has its code follows it.
#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/base/email.h"
#include "platform/base/form_key.h"
#include "platform/base/phone.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/mail/message.h"
#include "platform/mail/outbox.h"
#include "questions/asking.h"
#include "questions/code.h"
#include "questions/implementation.h"
#include "questions/sql.h"
#include "questions/telling.h"

namespace digilots::questions {

namespace {

constexpr std::size_t longest_contact = 200;
constexpr std::chrono::hours key_of_use{24};

/// As it is kept: cleaned; what is wrong with it is added to the errors.
struct ReadAsking {
    std::string question, topic, contact;
    std::optional<Wish> wish;
    FieldErrors errors;
};

void read_question(const Asking& asking, const i18n::Translator& words, ReadAsking& read) {
    // Far longer than allowed is not looked through.
    read.question = base::clean(std::string_view(asking.question).substr(0, 8 * Questions::longest_question));
    const auto fail = [&](const std::string& text) { read.errors.emplace_back("question", text); };
    if (read.question.empty()) return fail(words.t("Write your question."));
    if (base::length(read.question) > Questions::longest_question || asking.question.size() > 4 * Questions::longest_question)
        return fail(words.t("The question is too long: write at most 2000 characters."));
    const auto fault = personal_data_fault(read.question, false);
    if (fault.id[0]) fail(words.t(fault));
}

void read_topic(const Asking& asking, const i18n::Translator& words, ReadAsking& read) {
    if (asking.topic.empty()) return;
    if (taxonomy::find(taxonomy::List::topic, asking.topic) == nullptr)
        read.errors.emplace_back("topic", words.t("Choose a topic from the list, or none."));
    else
        read.topic = asking.topic;
}

/// As it is kept; what is wrong with it is added to the errors.
std::string read_contact(ReplyBy by, std::string_view contact, const http::Tenant& tenant, const i18n::Translator& words,
                         FieldErrors& errors) {
    const auto typed = base::clean(contact.substr(0, 4 * longest_contact));
    const bool is_long = typed.size() > longest_contact;
    if (holds_persons_number(typed, tenant.country)) {
        errors.emplace_back("contact", words.t(no_persons_number));
        return "";
    }
    switch (by) {
        case ReplyBy::none:
            if (!typed.empty())
                errors.emplace_back("contact", words.t("Choose e-mail or phone, or leave the address or number empty."));
            return "";
        case ReplyBy::email:
            if (is_long || base::fault_of_email(typed) != base::EmailFault::none || !mail::is_reachable(typed))
                errors.emplace_back("contact",
                                    words.t("Write the e-mail address that the answer goes to, such as name@example.org."));
            break;
        case ReplyBy::phone:
            if (is_long || !base::read_persons_phone(typed, tenant.country))
                errors.emplace_back("contact",
                                    words.t("Write the phone number that we ring with the answer, with all its digits."));
            break;
        case ReplyBy::letter:
            if (is_long || base::length(typed) < 5)
                errors.emplace_back("contact", words.t("Write the name and address that the letter goes to."));
            break;
    }
    return typed;
}

/// What whoever chooses anew how they are reached has said: cleaned, with what is kept where nothing was typed.
struct ReadReach {
    ReplyBy by = ReplyBy::none;
    std::string contact = {};
    std::optional<std::string> wished = {};   // nothing: as it stands
    std::optional<HowOften> how_often = {};   // the same
    FieldErrors errors = {};
};

/// Each step is told by letter or by phone alone.
void check_how_often(ReplyBy by, HowOften often, bool sends_letters, const i18n::Translator& words, FieldErrors& errors) {
    if (by == ReplyBy::email && often == HowOften::each && !sends_letters)
        errors.emplace_back("reply_by", words.t("We tell you of each step by phone alone. Choose to be rung, or to be told "
                                                "only of the answer."));
}


ReadReach read_reach(const Questions& questions, const http::Tenant& tenant, const Questions::Reach& reach,
                     const register_::Record& question, const i18n::Translator& words) {
    ReadReach read{.by = reach.by, .wished = reach.wished, .how_often = reach.how_often};
    const auto kept = questions.contact_of(tenant.id, question.id);
    const bool is_kept = base::trim(reach.contact).empty() && reach.by == kept.by;
    read.contact = read_contact(reach.by, is_kept ? kept.value : reach.contact, tenant, words, read.errors);
    const bool is_another = reach.by == ReplyBy::phone && reach.wished && *reach.wished != question.text("wished");
    if (is_another && !reach.wished->empty() &&
        !wish_called(questions.office_hours(tenant.id), Inside::of(questions).clock.now(), *reach.wished))
        read.errors.emplace_back("wished", words.t("That time is not offered any more. Choose another one."));
    check_how_often(reach.by, reach.how_often.value_or(HowOften::only), questions.sends_letters(), words, read.errors);
    return read;
}

/// A number that stands is not kept for longer because something else was chosen. What is new is noted without what it is.
void keep_contact(db::Connection& connection, const http::Tenant& tenant, std::string_view id, const ReadReach& read,
                  std::string_view actor, base::Instant now) {
    const auto kept = contact_in(connection, tenant.id, id);
    const bool stands = kept.by == read.by && kept.value == read.contact;
    if (!stands)
        audit::record(connection, {tenant.id, std::string(actor), "question contact changed", "question:" + std::string(id), ""},
                      now);
    if (read.by == ReplyBy::none) {
        connection.execute(sql::delete_contact, tenant.id, id);
        return;
    }
    const auto often = read.how_often.value_or(kept.how_often);
    if (stands && often == kept.how_often) return;
    connection.execute(sql::put_contact, tenant.id, id, word_of(read.by), read.contact,
                       stands ? kept.given_at : base::format_utc(now), word_of(often));
    kept::raise(connection, kept_questions, tenant.id);
}

/// The promise follows when they want to be rung; who is not rung any more has no time for it: it is the usual one again.
void want_answer_by(const Questions& questions, const http::Tenant& tenant, register_::Record& question, const ReadReach& read,
                    base::Instant now) {
    question.columns["reply_by"] = std::string(word_of(read.by));
    const auto stands = question.text("wished");
    const auto wished = read.by == ReplyBy::phone ? read.wished.value_or(stands) : "";
    if (wished == stands) return;
    const auto asked = base::parse_utc(question.text("asked_at")).value_or(now);
    const auto usual = questions.promised_at(tenant.id, asked, question.text("channel"));
    const auto promised = base::format_utc(promised_with(questions.office_hours(tenant.id), wished, usual));
    question.columns["wished"] = wished;
    question.columns["promised_at"] = promised;
    question.columns["place_in_line"] = place_in_line("waiting", promised, now);
}

/// The one function that a unit has; "" where it has none, or several.
std::string function_of_unit(const organisation::Organisation& organisation, std::string_view municipality_id,
                             const std::string& unit) {
    if (unit.empty()) return "";
    const auto& functions = organisation.function_records();
    register_::ListQuery query;
    query.filters.emplace_back("unit", unit);
    const auto found = functions.list(functions.around(municipality_id), query, 2, 0);
    return found.records.size() == 1 ? found.records.front().id : "";
}

register_::Record question_asked(register_::Record question, const Asking& asking, const ReadAsking& read, base::Instant now,
                                 base::Instant promised) {
    const std::pair<const char*, std::string> columns[] = {
        {"question", read.question},
        {"state", "waiting"},
        {"topic", read.topic},
        {"channel", asking.channel},
        {"reply_by", std::string(word_of(asking.reply_by))},
        {"wished", read.wish ? read.wish->key() : ""},
        {"asked_at", base::format_utc(now)},
        {"promised_at", base::format_utc(promised)},
        {"place_in_line", place_in_line("waiting", base::format_utc(promised), now)},
        {"language", asking.language},
        {"entry", asking.entry},
        {"unit", asking.unit}};
    for (const auto& [column, value] : columns) question.columns[column] = value;
    return question;
}

ReadAsking read_asking(const Questions& questions, const http::Tenant& tenant, const Asking& asking,
                       const i18n::Translator& words) {
    ReadAsking read;
    read_question(asking, words, read);
    read_topic(asking, words, read);
    read.contact = read_contact(asking.reply_by, asking.contact, tenant, words, read.errors);
    // Of who is not rung it says nothing.
    if (asking.reply_by == ReplyBy::phone && !asking.wished.empty()) {
        read.wish = wish_called(questions.office_hours(tenant.id), Inside::of(questions).clock.now(), asking.wished);
        if (!read.wish) read.errors.emplace_back("wished", words.t("That time is not offered any more. Choose another one."));
    }
    check_how_often(asking.reply_by, asking.how_often, questions.sends_letters(), words, read.errors);
    if (asking.reply_by == ReplyBy::none && asking.contact.empty() && asking.how_often == HowOften::each)
        read.errors.emplace_back("reply_by", words.t("Choose e-mail or phone, so that we can tell you of each step."));
    return read;
}

}  // namespace

FieldErrors faults_of(const Questions& questions, const http::Tenant& tenant, const Asking& asking,
                      const i18n::Translator& words) {
    return read_asking(questions, tenant, asking, words).errors;
}

base::Result<Asked, NotAsked> Questions::ask(const http::Tenant& tenant, const Asking& asking, const i18n::Translator& words) {
    auto& self = *implementation_;
    ReadAsking read = read_asking(*this, tenant, asking, words);
    const auto now = self.clock.now();
    const bool is_wish = asking.reply_by == ReplyBy::phone && !asking.wished.empty();
    const std::string content = "question\n" + tenant.id + "\n" + read.question + "\n" + read.topic + "\n" +
                                std::string(word_of(asking.reply_by)) + "\n" + read.contact +
                                (asking.how_often == HowOften::each ? "\neach" : "") + (is_wish ? "\n" + asking.wished : "");
    const auto secret = base::secret_for_code(asking.form_key, content);
    const auto code = base::code_of(code_kind, secret);
    const auto around = self.around(tenant.id);
    const auto id = base::id_from_form(asking.form_key, content, now);
    const auto sent_before = [&](db::Connection& connection) -> std::optional<Asked> {
        const auto there = register_::find_in(connection, self.questions, tenant.id, id);
        if (!there) return std::nullopt;
        const auto known = base::code_known(code_kind, secret, there->text("code_hash"));
        return Asked{.code = known,
                     .promised_at = base::parse_utc(there->text("promised_at")).value_or(now),
                     .is_repeated = true,
                     .is_code_replaced = known.empty()};
    };
    if (!read.errors.empty()) {
        // What came before is answered as it was then, also where its time is not offered any more.
        const bool is_of_time = std::ranges::all_of(read.errors, [](const auto& error) { return error.first == "wished"; });
        if (is_of_time && base::is_uuid(asking.form_key))
            if (auto before = self.database.read(sent_before)) return *std::move(before);
        return base::failure(NotAsked{.errors = std::move(read.errors)});
    }
    const bool is_full = waiting(tenant.id)->questions.size() >= most_waiting;
    // A random key (a program's) stands for one content; a form's may come again with what was mended.
    const bool is_random = base::is_uuid(asking.form_key) && asking.form_key[14] == '4';
    const auto beginning = is_random ? base::beginning_of_ids(asking.form_key) : "";
    const auto promised = promised_with(office_hours(tenant.id), read.wish ? read.wish->key() : "",
                                        self.promised_at(tenant.id, now, asking.channel));
    auto question = question_asked(register_::blank_record(self.questions.declaration(), around), asking, read, now, promised);
    question.id = id;
    question.columns["code_hash"] = base::hash_of_code(code_kind, code);
    question.columns["function"] = function_of_unit(self.organisation, tenant.id, asking.unit);
    return self.database.write(
        [&](db::Connection& connection) -> base::Result<Asked, NotAsked> {
            if (auto before = sent_before(connection)) return *std::move(before);
            if (is_full) return base::failure(NotAsked{.is_full = true});
            if (is_random && !connection.query(sql::find_of_key, tenant.id, beginning, beginning + "~",
                                               base::format_utc(now - key_of_use)).empty())
                return base::failure(NotAsked{.is_key_reused = true});
            if (!asking.entry.empty() && !connection.query(sql::of_entry, tenant.id, asking.entry).empty())
                return base::failure(NotAsked{.has_one = true});
            if (!self.questions.put_in(connection, around, question, "", base::Seen::anything()))
                return base::failure(NotAsked{.is_full = true});
            if (asking.reply_by != ReplyBy::none)
                connection.execute(sql::insert_contact, tenant.id, question.id, word_of(asking.reply_by), read.contact,
                                   base::format_utc(now), word_of(asking.how_often), asking.message_id);
            if (asking.along) asking.along(connection, staff_path_of(question.id), code, promised);
            return Asked{code, promised};
        },
        db::Isolation::deciding);
}

std::optional<Followed> Questions::follow(const http::Tenant& tenant, std::string_view code) const {
    const auto& self = *implementation_;
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return std::nullopt;
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::find_by_code, tenant.id, hashes.now, hashes.before); });
    const auto row = rows.only();
    if (!row) return std::nullopt;
    const auto done = base::parse_utc(row->text("closed_at"));
    if (done && *done + std::chrono::days(code_days) < self.clock.now()) return std::nullopt;
    Followed followed{.question = row->text("question"), .answer = row->text("answer"), .reply_way = row->text("reply_way")};
    followed.id = row->text("id");
    const auto state = row->text("state");
    for (const auto one : {Followed::State::answered, Followed::State::closed})
        if (state == word_of(one)) followed.state = one;
    followed.is_open_chat = row->text("channel") == "chat" && followed.state == Followed::State::waiting;
    followed.asked_at = base::parse_utc(row->text("asked_at")).value_or(base::Instant{});
    followed.promised_at = base::parse_utc(row->text("promised_at")).value_or(base::Instant{});
    followed.answered_at = base::parse_utc(row->text("answered_at"));
    followed.told_by = reply_by_called(row->text("told_by")).value_or(ReplyBy::none);
    // Nobody rings who wants it otherwise, or whose number is deleted.
    if (followed.told_by == ReplyBy::phone) followed.wished = row->text("wished");
    if (followed.told_by == ReplyBy::phone) followed.tries = row->integer("tries");
    followed.tried_at = base::parse_utc(row->text_or_empty("tried_at"));
    const auto wish = wish_kept(office_hours(tenant.id), followed.wished);
    followed.is_wish_promised = wish && wish->until == followed.promised_at;
    followed.told_at = masked(reach_by(followed.told_by), row->text("told_at"));
    followed.how_often = how_often_called(row->text("how_often")).value_or(HowOften::only);
    followed.is_letter_missed = self.database.read([&](db::Connection& connection) {
        return mail::is_any_missed(connection, tenant.id, matter_of_question(row->text("id")));
    });
    return followed;
}

FieldErrors Questions::choose_reach(const http::Tenant& tenant, std::string_view code, const Reach& reach,
                                    const i18n::Translator& words) {
    auto& self = *implementation_;
    const auto hashes = base::hashes_of_code(code_kind, code);
    const auto waiting_now = [&](db::Connection& connection) -> std::optional<register_::Record> {
        const auto rows = connection.query(sql::waiting_with_code, tenant.id, hashes.now, hashes.before);
        const auto row = rows.only();
        return row ? register_::find_in(connection, self.questions, tenant.id, row->text("id")) : std::nullopt;
    };
    const auto stands = hashes.empty() ? std::nullopt : self.database.read(waiting_now);
    if (!stands) return {};
    auto read = read_reach(*this, tenant, reach, *stands, words);
    if (!read.errors.empty()) return read.errors;
    const auto around = self.around(tenant.id);
    const auto now = self.clock.now();
    self.database.write(
        [&](db::Connection& connection) {
            auto question = waiting_now(connection);
            if (!question) return;
            want_answer_by(*this, tenant, *question, read, now);
            if (!self.questions.put_in(connection, around, *question, "", base::Seen::anything())) return;
            keep_contact(connection, tenant, question->id, read, "", now);
        },
        db::Isolation::deciding);
    return {};
}

Questions::NotedReach Questions::note_reach(const register_::Surroundings& around, const http::Tenant& tenant,
                                            std::string_view id, const Reach& reach, std::string_view account,
                                            const base::Seen& seen, const i18n::Translator& words) {
    auto& self = *implementation_;
    NotedReach noted;
    const auto standing = questions().find(tenant.id, id);
    auto read = standing ? read_reach(*this, tenant, reach, *standing, words) : ReadReach{.by = reach.by};
    noted.errors = std::move(read.errors);
    if (!noted.errors.empty()) return noted;
    const auto now = self.clock.now();
    const auto content = "reach\n" + tenant.id + "\n" + std::string(id);
    const auto code = base::code_of(code_kind, base::secret_for_code(reach.form_key, content));
    noted.came_of = self.step(around, id, account, seen, [&](db::Connection& connection, register_::Record& question) {
        noted.code.clear();
        if (question.text("state") != "waiting" || question.text("channel") == "chat") return false;
        want_answer_by(*this, tenant, question, read, now);
        if (question.text("code_hash").empty()) {
            question.columns["code_hash"] = base::hash_of_code(code_kind, code);
            noted.code = code;
        }
        keep_contact(connection, tenant, id, read, account, now);
        return true;
    });
    if (noted.came_of == Answering::done) return noted;
    noted.code.clear();
    // The same form once more: the code it was given is told again, else nobody would ever know it.
    const auto stands = questions().find(tenant.id, id);
    const bool is_noted = contact_of(tenant.id, id).value == (reach.by == ReplyBy::none ? "" : read.contact);
    if (stands && is_noted && stands->text("code_hash") == base::hash_of_code(code_kind, code)) {
        noted.code = code;
        noted.came_of = Answering::done;
    }
    return noted;
}

bool Questions::can_have_new_code(const register_::Record& question, ReplyBy reached) {
    const auto state = question.text("state");
    return reached != ReplyBy::none && question.text("channel") != "chat" && !question.text("code_hash").empty() &&
           (state == "waiting" || state == "answered");
}

Questions::NotedReach Questions::new_code(const register_::Surroundings& around, const http::Tenant& tenant, std::string_view id,
                                          std::string_view form_key, std::string_view account, const base::Seen& seen) {
    auto& self = *implementation_;
    NotedReach noted;
    const auto content = "new code\n" + tenant.id + "\n" + std::string(id);
    const auto code = base::code_of(code_kind, base::secret_for_code(form_key, content));
    noted.came_of = self.step(around, id, account, seen, [&](db::Connection& connection, register_::Record& question) {
        noted.code.clear();
        if (!can_have_new_code(question, contact_in(connection, tenant.id, id).by)) return false;
        question.columns["code_hash"] = base::hash_of_code(code_kind, code);
        audit::record(connection, {tenant.id, std::string(account), "question code replaced", "question:" + question.id, ""},
                      self.clock.now());
        noted.code = code;
        return true;
    });
    if (noted.came_of == Answering::done) return noted;
    // What was tried in a transaction that did not come about is no code of anything.
    noted.code.clear();
    // The same form once more: the code it made is told again, else nobody would ever know it.
    const auto stands = questions().find(tenant.id, id);
    if (stands && noted.came_of == Answering::changed && stands->text("code_hash") == base::hash_of_code(code_kind, code))
        return {.came_of = Answering::done, .code = code};
    return noted;
}

void Questions::choose_how_often(const http::Tenant& tenant, std::string_view code, HowOften often) {
    const auto hashes = base::hashes_of_code(code_kind, code);
    if (hashes.empty()) return;
    implementation_->database.write([&](db::Connection& connection) {
        if (connection.execute(sql::set_how_often, tenant.id, hashes.now, word_of(often), hashes.before) > 0)
            kept::raise(connection, kept_questions, tenant.id);
    });
}

}  // namespace digilots::questions
