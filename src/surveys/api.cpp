// Surveys for programs: questions, answers without any id, results.
#include <algorithm>

#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"
#include "platform/http/never_kept.h"
#include "platform/http/waiting.h"
#include "platform/register/json_body.h"
#include "surveys/codes.h"
#include "surveys/pages.h"
#include "surveys/told.h"

namespace digilots::surveys {

namespace {

using base::Json, base::JsonWriter;

constexpr std::size_t longest_body = 64'000, bytes_of_token = 18, longest_token = 60, longest_name = 60;

void write_words(JsonWriter& json, const char* name, const Words& words) {
    json.key(name).begin_object();
    for (const auto& [language, text] : words) json.member(language, text);
    json.end_object();
}

void write_options(JsonWriter& json, const char* name, const std::vector<Option>& options) {
    json.key(name).begin_array();
    for (const auto& option : options) {
        json.begin_object().member("key", option.key);
        write_words(json, "label", option.label);
        json.end_object();
    }
    json.end_array();
}

void write_question(JsonWriter& json, const Question& question) {
    json.begin_object().member("id", question.key).member("kind", word_of(question.kind));
    write_words(json, "label", question.label);
    json.member("required", question.is_required);
    if (!question.options.empty()) write_options(json, "options", question.options);
    if (!question.lines.empty()) write_options(json, "lines", question.lines);
    if (question.kind == Kind::scale || question.kind == Kind::number)
        json.member("least", question.least).member("most", question.most);
    if (question.shown_if) {
        json.key("shown_if").begin_object();
        json.member("question", question.shown_if->question).member("value", question.shown_if->value).end_object();
    }
    if (!question.alone.empty()) json.member("alone", question.alone);
    if (!question.source.empty()) json.member("source", question.source);
    json.end_object();
}

void write_survey(JsonWriter& json, const Survey& survey, const Round& round) {
    auto title = survey.edition.definition.title;
    title.try_emplace(survey.first_language(), survey.title);
    json.member("id", survey.id).member("slug", survey.slug).member("edition", survey.edition.number);
    write_words(json, "title", title);
    json.key("languages").begin_array();
    for (const auto& language : survey.languages) json.value(language);
    json.end_array();
    json.member("closes", base::format_date(round.closes))
        .member("needs_code", survey.needs_code)
        .member("paired", survey.is_paired);
}

struct OpenSurvey {
    std::shared_ptr<const List> list;
    const Survey* survey = nullptr;
    const Round* round = nullptr;
};

OpenSurvey open_survey(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    OpenSurvey open{self.list(request.tenant->id)};
    open.survey = find_survey(*open.list, request.parameter("id"));
    if (open.survey) open.round = open.survey->open_round(self.today_in(request.tenant->zone));
    return open;
}

/// Of a question: "c1", ["c1","c3"], 4, {"l1":"c2"}; nothing where it is none of these.
std::optional<std::vector<std::string>> values_in(const Json& json) {
    if (json.is_string()) return std::vector{std::string(json.text())};
    if (const auto number = json.as_integer()) return std::vector{std::to_string(*number)};
    std::vector<std::string> values;
    for (const auto& one : json.items()) {
        if (!one.is_string()) return std::nullopt;
        values.emplace_back(one.text());
    }
    for (const auto& [line, value] : json.members()) {
        if (!value.is_string()) return std::nullopt;
        values.push_back(line + "=" + std::string(value.text()));
    }
    return json.is_array() || json.is_object() ? std::optional(values) : std::nullopt;
}

using FieldFaults = std::vector<std::pair<std::string, std::string>>;

struct ReadAnswers {
    Sent sent;
    FieldFaults faults;
};

Answers answers_sent(const Json& json, const Definition& definition, FieldFaults& faults, const i18n::Translator& words) {
    Answers given;
    if (!json.is_object()) faults.emplace_back("answers", words.t("Give an object with an answer for each question’s id."));
    for (const auto& [key, value] : json.members()) {
        const auto values = values_in(value);
        if (!definition.find(key))
            faults.emplace_back("answers." + std::string(base::cut(key, longest_name)), words.t("There is no such question."));
        else if (!values)
            faults.emplace_back("answers." + key,
                                words.t("Give a text, a whole number, a list of texts, or an object of lines."));
        else
            given[key] = *values;
    }
    return given;
}

std::string once_sent(const Json& body, const Survey& survey, FieldFaults& faults, const i18n::Translator& words) {
    if (survey.needs_code) {
        const auto once = once_of_code(body["code"].text());
        if (once.empty()) faults.emplace_back("code", words.t("Write the code as it stands on the slip."));
        return once;
    }
    if (!body["code"].is_null()) faults.emplace_back("code", words.t("This survey is answered without a code. Leave it out."));
    const auto token = base::cut(body["form_token"].text(), longest_token);
    return token.empty() ? "" : std::string(form_once) + token;
}

/// Four facts, as the form asks them.
std::string pair_sent(const Json& body, const Survey& survey, FieldFaults& faults, const i18n::Translator& words) {
    const auto& pair = body["pair_code"];
    if (pair.is_null()) return "";
    if (!survey.is_paired) {
        faults.emplace_back("pair_code", words.t("This survey does not ask before and after. Leave it out."));
        return "";
    }
    std::vector<std::string> facts;
    for (const auto& one : pair.items())
        facts.push_back(one.as_integer() ? std::to_string(*one.as_integer()) : std::string(one.text()));
    auto tidy = tidy_facts(facts);
    if (tidy.empty())
        faults.emplace_back("pair_code", words.t("Give the four facts as a list: two letters, a day and a number."));
    return tidy;
}

ReadAnswers read_answers(const Json& body, const Survey& survey, const i18n::Translator& words) {
    ReadAnswers read;
    const auto& definition = survey.edition.definition;
    for (const auto& [name, value] : body.members()) {
        static const std::vector<std::string> known{"answers", "code", "pair_code", "language", "form_token"};
        if (!base::holds(known, name))
            read.faults.emplace_back(base::cut(name, longest_name), words.t("There is no field of this name."));
    }
    if (const auto& language = body["language"];
        !language.is_null() && (!language.is_string() || !base::holds(survey.languages, std::string(language.text()))))
        read.faults.emplace_back("language", words.t("Give one of the languages of the survey."));
    const auto given = answers_sent(body["answers"], definition, read.faults, words);
    const auto checked = check(definition, given);
    for (const auto& [where, text] : checked.faults) read.faults.emplace_back("answers." + where, words.t(text));
    if (checked.answers.empty() && read.faults.empty())
        read.faults.emplace_back("answers", words.t("Nothing is answered yet. Answer at least one question."));
    read.sent = {.answers = to_text(checked.answers),
                 .pair = pair_sent(body, survey, read.faults, words),
                 .once = once_sent(body, survey, read.faults, words)};
    return read;
}

http::Response refused(int status, const std::string& title, const std::string& detail = "", FieldFaults faults = {}) {
    return told_nobody(http::problem(status, title, detail, std::move(faults)));
}

/// As on the page and in the file: how many chose it may be told where of how many is not.
void write_figure(JsonWriter& json, const Figure& part, const Figure& of) {
    json.member("suppressed", part.is_hidden || of.is_hidden);
    json.member("n", part.is_hidden ? std::optional<std::int64_t>{} : std::optional(part.count));
    json.member("of", of.is_hidden ? std::optional<std::int64_t>{} : std::optional(of.count));
}

void write_row(JsonWriter& json, const Asked& asked, const Asked::Line& line, const std::string& group, std::size_t at) {
    json.begin_object().member("question", asked.question.key);
    if (!asked.part.empty()) json.member("part", asked.part);
    json.member("value", line.value).member("edition_since", asked.question.since);
    if (at > 0) json.member("group", group);
    write_figure(json, line.figures[at], asked.answered[at]);
    json.end_object();
}

}  // namespace

http::Response list_open(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    const auto list = self.list(request.tenant->id);
    JsonWriter json;
    json.begin_object().key("surveys").begin_array();
    for (const auto& survey : *list) {
        const auto* round = survey.open_round(self.today_in(request.tenant->zone));
        if (!survey.is_listed || !round || survey.edition.definition.questions.empty()) continue;
        json.begin_object();
        write_survey(json, survey, *round);
        json.end_object();
    }
    json.end_array().end_object();
    return never_kept(http::json(std::move(json).take()));
}

http::Response get_survey(const Pages& pages, const http::Request& request) {
    const auto open = open_survey(pages, request);
    if (!open.round) return html::error_page(request, 404);
    JsonWriter json;
    json.begin_object();
    write_survey(json, *open.survey, *open.round);
    json.member("form_token", base::random_token(bytes_of_token)).key("questions").begin_array();
    for (const auto& question : open.survey->edition.definition.questions) write_question(json, question);
    json.end_array().end_object();
    return never_kept(http::json(std::move(json).take()));
}

http::Response post_answers(const Pages& pages, const http::Request& request) {
    auto& self = Inside::of(pages.surveys);
    const auto& words = i18n::translator(request.language);
    const auto open = open_survey(pages, request);
    if (!open.survey) return html::error_page(request, 404);
    if (!open.round) return refused(410, words.t("The survey is not open"));
    if (const auto wait = http::wait_of(self.answering, request, self.clock.now())) return html::wait_page(request, *wait);
    const auto body = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!body || !body->is_object())
        return refused(400, words.t("The body is not a JSON object"), "", register_::fault_of_json_body(request));
    auto read = read_answers(*body, *open.survey, words);
    if (!read.faults.empty())
        return refused(422, words.t("The answers cannot be taken in like this"), "", std::move(read.faults));
    switch (take(self, request.tenant->id, *open.survey, *open.round, {read.sent})) {
        case Taken::used_before:
            return refused(409, words.t("It has been sent before"), words.t("Each code and each form is for one answer."));
        case Taken::no_such_code:
            return refused(422, words.t("The answers cannot be taken in like this"), "",
                           {{"code", words.t("There is no such code. Write it as it stands on the slip.")}});
        case Taken::changed_meanwhile:
            return refused(409, words.t("The questions were changed just now"),
                           words.t("Read the survey again and send what fits it."));
        case Taken::closed:
            return refused(410, words.t("The survey is not open"));
        default:
            break;
    }
    JsonWriter json;
    json.begin_object().member("taken", true).end_object();
    return told_nobody(http::json(std::move(json).take(), 201));
}

http::Response get_results(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.surveys);
    const auto& words = i18n::translator(request.language);
    const auto list = self.list(request.tenant->id);
    const auto* survey = find_survey(*list, request.parameter("id"));
    if (!survey) return html::error_page(request, 404);
    const auto by = std::string(request.query.get("by")), round = std::string(request.query.get("round"));
    FieldFaults faults;
    if (!by.empty() && !base::holds(splits_in(*survey), by))
        faults.emplace_back("by", words.t("Results of this survey are not split by that."));
    if (!round.empty() && !survey->round(round)) faults.emplace_back("round", words.t("There is no such round."));
    if (!faults.empty()) return refused(422, words.t("The address cannot be used like this"), "", std::move(faults));
    const auto results = self.results.of(results_key(request.tenant->id, survey->id, round, by));
    JsonWriter json;
    json.begin_object()
        .member("survey", survey->id)
        .member("threshold", fewest)
        .member("suppressed", results->is_too_few)
        .key("answered");
    if (results->is_too_few)
        json.null();
    else
        json.value(results->answered);
    json.key("by");
    if (by.empty())
        json.null();
    else
        json.value(by);
    json.key("rows").begin_array();
    for (const auto& asked : results->asked)
        for (const auto& line : asked.lines) {
            write_row(json, asked, line, "", 0);
            for (std::size_t at = 1; asked.can_be_split && at < line.figures.size(); ++at)
                write_row(json, asked, line, results->split_values[at - 1], at);
        }
    json.end_array().end_object();
    return never_kept(http::json(std::move(json).take()));
}

}  // namespace digilots::surveys
