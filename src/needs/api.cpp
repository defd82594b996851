// A mapping for programs: what is answered of a network, and a municipality's answers in and out.
#include <optional>

#include "needs/beside.h"
#include "needs/pages.h"
#include "needs/report_parts.h"
#include "needs/sql.h"
#include "needs/terms.h"
#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/base/typed_json.h"
#include "platform/http/never_kept.h"
#include "platform/register/json_body.h"
#include "platform/register/list_api.h"
#include "platform/register/pages.h"
#include "platform/register/program_key.h"

namespace digilots::needs {

namespace {

constexpr std::size_t longest_body = 32 * 1024;

using Errors = std::vector<std::pair<std::string, std::string>>;

/// Codes of questions by their ids.
std::string code_of(const Pages& pages, const register_::Record& answer, const std::string& municipality) {
    const auto question = answer.text("question").empty()
                              ? std::nullopt
                              : pages.kinds->questions.find(municipality, answer.text("question"));
    return question ? question->text("code") : "";
}

/// The id of a round's question; "" where there is none of that number.
std::string question_of(const Pages& pages, const register_::Surroundings& around, const std::string& round,
                        const std::string& code) {
    constexpr std::int64_t most = 500;
    const register_::ListQuery query{.filters = {{"round", round}}};
    for (const auto& one : pages.kinds->questions.list(around, query, most, 0).records)
        if (one.text("code") == code && !one.has_ended()) return one.id;
    return "";
}

/// Names in JSON, and of the record's questions.
constexpr std::pair<const char*, const char*> texts_of_answer[] = {
    {"text", "title"}, {"round", "round"}, {"area", "area"},   {"certainty", "certainty"}, {"kind", "kind"},
    {"method", "way"}, {"day", "day"},     {"state", "state"}, {"source", "source"}};

std::string input_of(const std::string& column) {
    for (const auto& [name, field] : texts_of_answer)
        if (column == field) return name;
    return column;
}

register_::Draft draft_in(const Pages& pages, const register_::Surroundings& around, const base::Json& body,
                          Errors& errors, const i18n::Translator& words) {
    register_::Draft draft;
    for (const auto& [name, value] : body.members()) {
        if (const auto* text = base::find_in(texts_of_answer, name,
                                             [](const auto& one) { return std::string(one.first); })) {
            if (!value.is_string()) errors.emplace_back(name, words.t("Give a text."));
            draft[text->second] = {std::string(value.text())};
        } else if (name == "roles" && value.is_array()) {
            std::string lines;
            for (const auto& role : value.items()) lines += std::string(role.text()) + "\n";
            draft["roles"] = {lines};
        } else if (name == "informants" && value.as_integer()) {
            draft["informants"] = {std::to_string(*value.as_integer())};
        } else if (name == "resident_asked" && (value.is_bool() || value.is_null())) {
            draft["resident_asked"] = {value.is_null() ? "" : *value.as_bool() ? "yes" : "no"};
        } else if (name == "question" && (value.is_string() || value.is_null())) {
            const std::string code(value.text());
            const auto id =
                code.empty() ? "" : question_of(pages, around, std::string(body["round"].text()), code);
            if (!code.empty() && id.empty())
                errors.emplace_back(name, words.t("The round has no question of this number."));
            draft["question"] = {id};
        } else {
            errors.emplace_back(base::cut(name, 60),
                                words.t("There is no field of this name, or it is of another kind."));
        }
    }
    return draft;
}

void write_answer(const Pages& pages, const std::string& municipality, base::JsonWriter& out,
                  const register_::Record& answer) {
    const auto code = code_of(pages, answer, municipality);
    out.begin_object()
        .member("id", answer.id)
        .member("round", answer.text("round"))
        .member("area", answer.text("area"));
    out.member("question", code.empty() ? std::optional<std::string>() : std::optional(code));
    out.member("text", answer.text("title"))
        .member("certainty", answer.text("certainty"))
        .member("kind", answer.text("kind"));
    out.key("roles").begin_array();
    for (const auto& role : register_::list_items(answer.text("roles"))) out.value(role);
    out.end_array().member("method", answer.text("way")).member("informants", answer.whole("informants"));
    out.member("resident_asked", answer.yes_or_no("resident_asked")).member("day", answer.text("day"));
    out.member("state", answer.text("state")).member("source", answer.text("source")).end_object();
}

/// The 24, in the words of whoever asks; then what members that share with all ask beside them, in theirs.
std::vector<AskedQuestion> questions_for_all(const Pages& pages, const municipality::Network& network, const std::string& mark,
                                             const i18n::Translator& words) {
    std::vector<AskedQuestion> questions;
    for (const auto& one : template_questions())
        questions.push_back({std::string(one.code), std::string(one.part), words.t(one.text)});
    pages.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::joint_questions, mark, std::string())) {
            if (row.text("shared") != "all" || !base::holds(network.members, row.text("municipality_id"))) continue;
            const auto code = row.text("code");
            if (base::find_in(questions, code, &AskedQuestion::code) == nullptr)
                questions.push_back({code, row.text("part"), row.text("title")});
        }
        return 0;
    });
    return questions;
}

}  // namespace

http::Response get_coverage(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto network = pages.municipalities.network(request.parameter("network"));
    if (!network) return http::problem(404, words.t("There is no such network"));
    const std::string mark(request.query.get("round"));
    if (mark.empty())
        return http::problem(400, words.t("The question is not right"),
                             words.t("Give “round”: the mark of a round."));
    base::JsonWriter out;
    out.begin_object().member("network", network->key).member("round", mark).key("areas").begin_array();
    for (const char* area : area_keys) out.value(area);
    out.end_array().key("questions").begin_array();
    for (const auto& question : questions_for_all(pages, *network, mark, words))
        out.begin_object()
            .member("code", question.code)
            .member("part", question.part)
            .member("text", question.title)
            .end_object();
    // Those who share with all; nobody is asked who wants to know.
    out.end_array().key("municipalities").begin_array();
    for (const auto& one : sharing_round(pages, mark, {}))
        if (base::holds(network->members, one)) out.value(one);
    out.end_array().key("rows").begin_array();
    for (const auto& one : covered_by(pages, mark, {})) {
        if (!base::holds(network->members, one.municipality)) continue;
        out.begin_object().member("municipality", one.municipality).member("area", one.area);
        out.member("question", one.code.empty() ? std::optional<std::string>() : std::optional(one.code));
        out.member("answers", one.answers).key("certainty").begin_object();
        for (const auto& [certainty, number] : one.certainty) out.member(certainty, number);
        const auto voice = one.stated > 0 ? std::optional(one.with_resident) : std::optional<std::int64_t>();
        out.end_object().member("resident_voice", voice).end_object();
    }
    out.end_array().end_object();
    return http::json(std::move(out).take());
}

http::Response list_answers(const Pages& pages, const http::Request& request) {
    register_::ListQuery query;
    for (const char* filter : {"round", "area", "certainty", "state"})
        if (const auto wanted = request.query.get(filter); !wanted.empty())
            query.filters.emplace_back(filter, std::string(wanted));
    return register_::list_for_programs(pages.kinds->answers, request, query, "answers",
                                        [&](base::JsonWriter& out, const register_::Record& answer) {
                                            write_answer(pages, request.tenant->id, out, answer);
                                        });
}

http::Response post_answer(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    if (request.body.size() > longest_body)
        return http::problem(413, words.t("The body is too large"), words.t("Send at most 32 kB."));
    const auto body = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!body || !body->is_object())
        return http::problem(400, words.t("The body is not a JSON object"),
                             words.t("Send an answer as docs/api.md describes it."),
                             register_::fault_of_json_body(request));
    Errors errors;
    auto& records = pages.kinds->answers;
    const auto around = register_::around_of(records, request);
    auto draft = draft_in(pages, around, *body, errors, words);
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    if (!key) return register_::unusable_key(request);
    if (!errors.empty())
        return http::problem(422, words.t("The answer cannot be taken in like this"), "", std::move(errors));
    const auto added = register_::add_with_key(records, around, draft, *key, "token:" + request.identity->token_id);
    if (!added && added.error().is_key_reused) return register_::key_reused(request);
    if (!added) {
        for (const auto& problem : added.error().refusal.problems)
            errors.emplace_back(input_of(problem.input), problem.words(words));
        return http::problem(422, words.t("The answer cannot be taken in like this"), "", std::move(errors));
    }
    base::JsonWriter out;
    write_answer(pages, request.tenant->id, out, added->record);
    auto response = http::json(std::move(out).take(), 201);
    if (added->is_repeated) register_::mark_replayed(response);
    return never_kept(std::move(response));
}

}  // namespace digilots::needs
