// Call-backs for programs: how they stand and how they ended, never how a person is reached.
#include <algorithm>

#include "callbacks/fields.h"
#include "callbacks/implementation.h"
#include "callbacks/pages.h"
#include "platform/base/text.h"
#include "platform/base/typed_json.h"
#include "platform/base/uuid.h"
#include "platform/http/never_kept.h"
#include "platform/register/json_body.h"
#include "platform/register/list_api.h"
#include "platform/register/pages.h"
#include "platform/register/promised.h"

namespace digilots::callbacks {

namespace {

using base::Json;

constexpr std::size_t longest_body = 16 * 1024, longest_note = 300;

const i18n::Translator& words_for(const http::Request& request) { return i18n::translator(request.language); }

void write_if_known(base::JsonWriter& json, const char* name, const std::string& stored) {
    json.key(name);
    if (stored.empty()) json.null();
    else json.value(stored);
}

void write_call_back(base::JsonWriter& json, const register_::Record& call_back) {
    const auto closed = call_back.text("closed_at");
    json.begin_object().member("id", call_back.id).member("state", call_back.text("state"));
    for (const char* name : {"topic", "unit", "function", "outcome"}) write_if_known(json, name, call_back.text(name));
    json.member("opened_at", call_back.text("opened_at")).member("promised_by", call_back.text("promised_at"));
    write_if_known(json, "wished", call_back.text("wished"));
    write_if_known(json, "closed_at", closed);
    json.key("in_time");
    if (closed.empty()) json.null();
    else json.value(closed <= call_back.text("promised_at"));
    json.key("tries").value(call_back.whole("tries").value_or(0)).end_object();
}

http::Response one_as_json(const register_::Record& call_back) {
    base::JsonWriter json;
    write_call_back(json, call_back);
    return never_kept(http::json(std::move(json).take()));
}

using Errors = std::vector<std::pair<std::string, std::string>>;

bool is_outcome(std::string_view word) {
    constexpr std::string_view all[] = {"reached", "answered", "came_back", "not_reached", "withdrawn"};
    return std::ranges::find(all, word) != std::end(all);
}

/// What the body says; errors by its names.
Closed closing_in(const Json& body, Errors& errors, const i18n::Translator& words) {
    Closed closed;
    for (const auto& [name, value] : body.members()) {
        if (name != "outcome" && name != "note")
            errors.emplace_back(base::cut(name, 60), words.t("There is no field of this name."));
        else if (!value.is_string()) errors.emplace_back(name, words.t("Give a text."));
        else if (name == "outcome") closed.outcome = value.text();
        else closed.note = base::clean(value.text());
    }
    if (!is_outcome(closed.outcome))
        errors.emplace_back("outcome", words.t("Give reached, answered, came_back, not_reached or withdrawn."));
    if (base::length(closed.note) > longest_note) errors.emplace_back("note", words.t("Write at most 300 characters."));
    else if (const auto wrong = personal_data_in(closed.note)) errors.emplace_back("note", words.t(*wrong));
    else if (const auto doubt = doubt_about(closed.note)) errors.emplace_back("note", words.t(*doubt));
    return closed;
}

}  // namespace

http::Response list_call_backs(const Pages& pages, const http::Request& request) {
    const auto state = request.query.get("state");
    if (!state.empty() && state != register_::waiting && state != "closed")
        return register_::wrong_in_address(request, TEXT("state: give waiting or closed."));
    const auto receiver = request.query.get("receiver");
    if (!receiver.empty() && receiver != "none") return register_::wrong_in_address(request, TEXT("receiver: give none."));
    register_::ListQuery query;
    if (!state.empty()) query.filters.emplace_back("state", std::string(state));
    // It is nobody's: no function, and nobody has taken it.
    if (!receiver.empty())
        for (const char* column : {"function", "person"}) query.filters.emplace_back(column, "-");
    return register_::list_for_programs(pages.callbacks.records(), request, query, "call_backs", write_call_back);
}

http::Response get_call_back(const Pages& pages, const http::Request& request) {
    const auto call_back = pages.callbacks.records().find(request.tenant->id, request.parameter("id"));
    if (!call_back) return never_kept(http::problem(404, words_for(request).t("There is no such call-back")));
    return one_as_json(*call_back);
}

http::Response close_by_program(const Pages& pages, const http::Request& request) {
    const auto& words = words_for(request);
    const auto& records = pages.callbacks.records();
    const auto before = records.find(request.tenant->id, request.parameter("id"));
    if (!before) return never_kept(http::problem(404, words.t("There is no such call-back")));
    if (request.body.size() > longest_body)
        return http::problem(413, words.t("The body is too large"), words.t("Send at most 16 kB."));
    const auto body = base::parse_sent_json(request.body, {.bytes = longest_body});
    if (!body || !body->is_object())
        return http::problem(400, words.t("The body is not a JSON object"), words.t("Send {\"outcome\":\"reached\"}."),
                             register_::fault_of_json_body(request));
    Errors errors;
    const auto closed = closing_in(*body, errors, words);
    if (!errors.empty()) return http::problem(422, words.t("The call-back cannot be closed like this"), "", std::move(errors));
    const auto stands_so = [&](const register_::Record& call_back) {
        return call_back.text("state") == "closed" && call_back.text("outcome") == closed.outcome;
    };
    if (stands_so(*before)) return one_as_json(*before);
    const auto around = Inside::of(pages.callbacks).around(request.tenant->id);
    const auto came_of = pages.callbacks.close(around, before->id, closed, "token:" + request.identity->token_id,
                                               base::Seen::mark(records.mark_of(*before)));
    const auto now = records.find(request.tenant->id, before->id);
    if (!now || came_of == register_::Stepped::not_there)
        return never_kept(http::problem(404, words.t("There is no such call-back")));
    // Somebody closed it at the same moment: as it was asked for.
    if (came_of != register_::Stepped::done && stands_so(*now)) return one_as_json(*now);
    if (came_of != register_::Stepped::done)
        return http::problem(409, words.t("The call-back stands otherwise by now"), words.t("Read it again, then decide."));
    return one_as_json(*now);
}

}  // namespace digilots::callbacks
