// Questions and answers for programs.
#include <algorithm>

#include "platform/base/form_key.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/http/all_faults.h"
#include "platform/http/coded_problem.h"
#include "platform/register/json_body.h"
#include "platform/register/list_api.h"
#include "platform/register/pages.h"
#include "questions/asking.h"
#include "questions/implementation.h"
#include "questions/pages.h"

namespace digilots::questions {

namespace {

using base::Json;

constexpr std::size_t longest_body = 64 * 1024, most_hits = 20;
constexpr std::size_t most_at_once = 200;

const i18n::Translator& words_for(const http::Request& request) { return i18n::translator(request.language); }

/// What the body says; errors by its names.
struct ReadBody {
    Asking asking;
    FieldErrors errors;
};

std::string text_in(const Json& value, const char* name, ReadBody& read, const i18n::Translator& words) {
    if (value.is_null()) return "";
    if (!value.is_string()) read.errors.emplace_back(name, words.t("Give a text."));
    return std::string(value.text());
}

void read_contact_of(const Json& contact, ReadBody& read, const i18n::Translator& words) {
    if (contact.is_null()) return;
    if (!contact.is_object()) {
        read.errors.emplace_back("contact", words.t("Give an object such as {\"by\":\"email\",\"value\":\"name@example.org\"}."));
        return;
    }
    for (const auto& [name, value] : contact.members()) {
        if (name == "by") {
            const auto way = reply_by_offered(value.text());
            if (!way) read.errors.emplace_back("contact.by", words.t("Give none, email or phone."));
            read.asking.reply_by = way.value_or(ReplyBy::none);
        } else if (name == "value") {
            read.asking.contact = text_in(value, "contact.value", read, words);
        } else if (name == "wished") {
            read.asking.wished = text_in(value, "contact.wished", read, words);
        } else if (name == how_often_name) {
            const auto often = how_often_called(value.text());
            if (!often) read.errors.emplace_back("contact.how_often", words.t("Give only or each."));
            read.asking.how_often = often.value_or(HowOften::only);
        } else {
            read.errors.emplace_back("contact." + base::cut(name, 60), words.t("There is no field of this name."));
        }
    }
}

std::optional<ReadBody> read_body(const http::Request& request, const i18n::Translator& words) {
    const auto json = base::parse_typed_json(request.body, {.bytes = longest_body});
    if (!json || !json->is_object()) return std::nullopt;
    ReadBody read;
    read.asking.channel = "api";
    read.asking.language = request.language;
    for (const auto& [name, value] : json->members()) {
        if (name == "question") read.asking.question = text_in(value, "question", read, words);
        else if (name == "topic") read.asking.topic = text_in(value, "topic", read, words);
        else if (name == "contact") read_contact_of(value, read, words);
        else read.errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
    }
    const bool is_known = std::ranges::none_of(read.errors, [](const auto& fault) { return fault.first == "contact.by"; });
    if (is_known && !read.asking.wished.empty() && read.asking.reply_by != ReplyBy::phone)
        read.errors.emplace_back("contact.wished", words.t("Only who is rung can choose when: give it with by phone."));
    return read;
}

/// By the names of the body.
FieldErrors faults_by_name(FieldErrors faults) {
    for (auto& [field, message] : faults)
        field = field == "contact"    ? "contact.value"
                : field == "reply_by" ? "contact.by"
                : field == "wished"   ? "contact.wished"
                                      : field;
    return faults;
}

std::string day_text(base::Instant instant, const http::Tenant& tenant) {
    return base::format_date(base::to_civil(instant, tenant.zone).date);
}

void write_time(base::JsonWriter& json, const char* name, const std::string& stored) {
    json.key(name);
    if (stored.empty()) json.null();
    else json.value(stored);
}

/// By kind and once each, as at the log: what to do, never what stands there.
void write_warnings(base::JsonWriter& json, std::string_view question, const i18n::Translator& words) {
    const auto found = names_and_addresses_in(question);
    json.key("warnings").begin_array();
    for (const auto& [code, text] : answer_warnings(words))
        if (std::ranges::any_of(found, [&](const auto& one) { return one.first == code; }))
            json.begin_object().member("field", "question").member("code", code).member("text", text).end_object();
    json.end_array();
}

/// What staff may see of it, without how to reach who asked.
void write_question(base::JsonWriter& json, const register_::Record& question, const http::Tenant& tenant) {
    const auto asked = base::parse_utc(question.text("asked_at")).value_or(base::Instant{});
    json.begin_object().member("id", question.id).member("question", question.text("question"));
    json.member("state", question.text("state")).member("channel", question.text("channel"));
    write_time(json, "topic", question.text("topic"));
    write_time(json, "unit", question.text("unit"));
    write_time(json, "function", question.text("function"));
    json.member("asked_on", day_text(asked, tenant)).member("asked_at", question.text("asked_at"));
    json.member("promised_by", question.text("promised_at"));
    write_time(json, "wished", question.text("wished"));
    json.key("tries").value(question.whole("tries").value_or(0));
    write_time(json, "answered_at", question.text("answered_at"));
    json.key("in_time");
    if (question.text("answered_at").empty()) json.null();
    else json.value(question.text("answered_at") <= question.text("promised_at"));
    write_time(json, "answer", question.text("answer"));
    json.end_object();
}

}  // namespace

http::Response post_question(const Pages& pages, const http::Request& request) {
    const auto& words = words_for(request);
    if (const auto wait = wait_of(Inside::of(pages.questions).asking, request, pages.clock.now()))
        return html::wait_page(request, *wait);
    if (request.body.size() > longest_body)
        return http::problem(413, words.t("The question is too large"), words.t("Send at most 64 kB."));
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    if (!key)
        return http::problem(400, words.t("The Idempotency-Key cannot be used"),
                             words.t("Give a random UUID, a new one for each question."));
    auto read = read_body(request, words);
    if (!read)
        return http::problem(400, words.t("The body is not a JSON object"),
                             words.t("Send one question as in the example of /api/openapi.json."),
                             register_::fault_of_json_body(request));
    if (read->errors.empty()) {
        read->asking.form_key = *key;
        const auto asked = pages.questions.ask(*request.tenant, read->asking, words);
        if (asked && asked->is_code_replaced)
            return http::coded_problem(409, words.t("The question is there already, and its code was replaced"),
                                  words.t("Staff gave whoever asked a new code since: that one follows it. Nothing was added."),
                                  "code_replaced");
        if (asked) {
            base::JsonWriter json;
            json.begin_object().member("code", asked->code);
            json.member("promised_by", base::format_utc(asked->promised_at));
            write_warnings(json, read->asking.question, words);
            json.end_object();
            auto response = http::json(std::move(json).take(), 201);
            response.headers.emplace_back("Location", "/api/v1/" + request.tenant->slug + "/questions/" + asked->code);
            if (asked->is_repeated) response.headers.emplace_back("Idempotency-Replayed", "true");
            return never_kept(std::move(response));
        }
        if (asked.error().is_key_reused)
            return http::coded_problem(409, words.t("This Idempotency-Key was sent with another question"),
                                  words.t("Send a new key for a new question."), "key_reused");
        if (asked.error().is_full)
            return http::problem(503, words.t("So many questions wait that the promise could not be kept"),
                                 words.t("Send it later, or ring."));
    }
    auto faults = faults_by_name(faults_of(pages.questions, *request.tenant, read->asking, words));
    // What an unknown way is reached by is not known either.
    const auto is_of_contact = [](const auto& fault) { return fault.first == "contact" || fault.first == "contact.by"; };
    if (std::ranges::any_of(read->errors, is_of_contact))
        std::erase_if(faults, [](const auto& fault) { return fault.first.starts_with("contact."); });
    http::add_faults(read->errors, faults);
    return never_kept(http::problem(422, words.t("The question cannot be taken in like this"), "", std::move(read->errors)));
}

http::Response get_question(const Pages& pages, const http::Request& request) {
    const auto followed = pages.questions.follow(*request.tenant, request.parameter("code"));
    if (!followed) {
        if (const auto wait = wait_after_guess(Inside::of(pages.questions).guessing, request, pages.clock.now()))
            return html::wait_page(request, *wait);
        return never_kept(http::problem(404, words_for(request).t("There is no such question")));
    }
    base::JsonWriter json;
    json.begin_object().member("state", word_of(followed->state));
    json.member("asked_on", day_text(followed->asked_at, *request.tenant));
    json.member("promised_by", base::format_utc(followed->promised_at));
    if (!followed->answer.empty()) json.member("answer", followed->answer);
    json.end_object();
    return never_kept(http::json(std::move(json).take()));
}

http::Response list_questions(const Pages& pages, const http::Request& request) {
    const auto state = request.query.get("state");
    if (!state.empty() && state != "waiting" && state != "answered" && state != "closed")
        return register_::wrong_in_address(request, TEXT("state: give waiting, answered or closed."));
    register_::ListQuery query;
    if (!state.empty()) query.filters.emplace_back("state", std::string(state));
    return register_::list_for_programs(
        pages.questions.questions(), request, query, "questions",
        [&](base::JsonWriter& json, const register_::Record& question) { write_question(json, question, *request.tenant); });
}

http::Response find_answers(const Pages& pages, const http::Request& request) {
    const auto asked = request.query.get("q");
    const auto all = pages.questions.answers(request.tenant->id);
    BankHits hits;
    if (!asked.empty()) hits = bank_hits(pages, request, *all, asked, most_hits);
    else
        for (const auto& answer : *all)
            if (answer.is_published && hits.answers.size() < most_at_once) hits.answers.push_back(&answer);
    base::JsonWriter json;
    json.begin_object().key("answers").begin_array();
    for (const auto* answer : hits.answers) {
        json.begin_object().member("id", answer->id).member("question", answer->question).member("answer", answer->answer);
        json.key("steps").begin_array();
        for (const auto& step : answer->steps) json.value(step);
        json.end_array().key("languages").begin_array();
        for (const auto& language : answer->languages) json.value(language);
        json.end_array();
        write_time(json, "verified_on", answer->verified_on);
        json.member("url", "/" + request.tenant->slug + answer->path()).end_object();
    }
    json.end_array().end_object();
    auto response = http::json(std::move(json).take());
    response.for_once = !hits.is_whole;
    return response;
}

}  // namespace digilots::questions
