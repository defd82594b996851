// Parts of the plan that programs add and change. Who changes one says which version they have seen, in If-Match.
#include "plan/members.h"
#include "plan/pages.h"
#include "plan/write_json.h"
#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"
#include "platform/base/text.h"
#include "platform/register/doubts.h"
#include "platform/register/json_body.h"
#include "platform/register/pages.h"
#include "platform/register/program_key.h"

namespace digilots::plan {

namespace {

using Errors = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t longest_body = 32 * 1024;

/// Lays what the body says over the draft. What it does not name stays.
void take_body(const base::Json& body, register_::Draft& draft, Errors& errors, const i18n::Translator& words) {
    for (const auto& [name, value] : body.members()) {
        const auto* member = find_member(name);
        if (member && is_value_of(*member, value)) draft[std::string(member->input)] = values_of(*member, value);
        else
            errors.emplace_back(name, words.t(TEXT("This is not known, or not of this kind. See the description of the API.")));
    }
}

/// What get_plan() tells as a code is the whole one: what stands above the part is taken off it again.
void take_own_code(const Plan& plan, register_::Draft& draft) {
    const auto parent = draft.find("parent"), code = draft.find("code");
    if (parent == draft.end() || code == draft.end() || parent->second.empty() || code->second.empty()) return;
    const auto* above = plan.find(parent->second.front());
    const auto before = above ? plan.whole_code(*above) : "";
    if (!before.empty() && code->second.front().starts_with(before + "-"))
        code->second.front().erase(0, before.size() + 1);
}

std::string member_of_input(std::string_view input) {
    const auto* member = base::find_in(members_of_part(), input, &Member::input);
    return std::string(member ? member->name : input);
}

http::Response refused(const register_::Refusal& refusal, const i18n::Translator& words) {
    Errors errors;
    for (const auto& problem : refusal.problems) errors.emplace_back(member_of_input(problem.input), problem.words(words));
    return http::problem(422, words.t(TEXT("The part cannot be saved like this")), "", std::move(errors));
}

http::Response part_answer(const Pages& pages, const http::Request& request, const register_::Record& record, int status,
                           const std::string& warning = "") {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto node = node_of(record);
    base::JsonWriter json;
    json.begin_object();
    write_part(json, *plan, node,
               status_of(*plan, node, today_of(pages, request), ask_others(*pages.kinds, *request.tenant, page.translator())),
               true);
    // What a form would ask about: saved all the same.
    json.key("warnings").begin_array();
    if (!warning.empty()) json.value(warning);
    const auto& nodes = pages.kinds->nodes;
    for (const auto& doubt :
         register_::doubts_about(nodes.declaration(), register_::around_of(nodes, request), nullptr, record))
        json.value(doubt);
    json.end_array();
    json.end_object();
    auto response = http::json(std::move(json).take(), status);
    response.headers.emplace_back("ETag", "\"" + std::to_string(record.version) + "\"");
    return response;
}

/// The body as an object; else the answer that refuses it.
base::Result<base::Json, http::Response> body_of(const http::Request& request, const i18n::Translator& words) {
    if (request.body.size() > longest_body)
        return base::failure(http::problem(413, words.t(TEXT("The body is too large")), words.t(TEXT("Send at most 32 kB."))));
    auto body = base::parse_json(request.body, {.bytes = longest_body});
    if (!body || !body->is_object())
        return base::failure(http::problem(400, words.t(TEXT("The body is not a JSON object")),
                                           words.t(TEXT("Send a part of the plan as docs/api.md describes it.")),
                                           register_::fault_of_json_body(request)));
    return *std::move(body);
}

/// "3" of "\"3\"", of "3" and of what get_part() answers with; "*" is any.
std::string version_asked(const http::Request& request) {
    auto version = std::string(base::trim(request.header("If-Match")));
    std::erase(version, '"');
    return version.substr(0, version.find('-'));
}

http::Response stale(const i18n::Translator& words) {
    return http::problem(412, words.t(TEXT("It has been changed meanwhile")),
                         words.t(TEXT("Read the part again, and send the change with the version that stands now.")));
}

/// "phase" with "why", and nothing else: it moves as on its page, with what is missing noted and told.
http::Response move_by_program(const Pages& pages, const http::Request& request, const base::Json& body,
                               const base::Seen& seen) {
    const html::Page page(request);
    const auto& words = page.translator();
    Errors errors;
    for (const auto& [name, value] : body.members()) {
        if (name != "phase" && name != "why")
            errors.emplace_back(
                name, words.t(TEXT("Send the phase and why it moves by themselves, other changes before or after.")));
        else if (!value.is_string())
            errors.emplace_back(name, words.t(TEXT("This is not known, or not of this kind. See the description of the API.")));
    }
    if (errors.empty()) {
        const auto moved = move_to_phase(pages, request, body["phase"].text(), base::clean(body["why"].text()),
                                         "token:" + request.identity->token_id, seen);
        for (const auto& entry : moved.errors.entries()) errors.emplace_back(entry.field, entry.message);
        if (errors.empty() && moved.came_of == register_::Stepped::done) {
            std::string missing;
            for (const auto* kind : moved.missing)
                missing.append(missing.empty() ? "" : words.comma()).append(words.t(kind->title));
            const auto record = pages.kinds->nodes.find(request.tenant->id, request.parameter("id"));
            return part_answer(pages, request, *record, 200,
                               missing.empty() ? "" : words.t(TEXT("Not finished yet: {documents}"), {{"documents", missing}}));
        }
        if (errors.empty()) return stale(words);
    }
    return http::problem(422, words.t(TEXT("The part cannot be moved like this")), "", std::move(errors));
}

}  // namespace

http::Response post_part(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    const auto body = body_of(request, words);
    if (!body) return body.error();
    const auto key = base::random_key_of(request.header("Idempotency-Key"));
    if (!key) return register_::unusable_key(request);
    Errors errors;
    register_::Draft draft;
    take_body(*body, draft, errors, words);
    if (!errors.empty())
        return http::problem(422, words.t(TEXT("The part cannot be saved like this")), "", std::move(errors));
    take_own_code(*pages.kinds->kept.of(request.tenant->id), draft);
    auto& records = pages.kinds->nodes;
    const auto added = register_::add_with_key(records, register_::around_of(records, request), draft, *key,
                                               "token:" + request.identity->token_id);
    if (!added) return added.error().is_key_reused ? register_::key_reused(request) : refused(added.error().refusal, words);
    auto response = part_answer(pages, request, added->record, 201);
    response.headers.emplace_back("Location", "/api/v1/" + request.tenant->slug + "/plan/" + added->record.id);
    if (added->is_repeated) register_::mark_replayed(response);
    return response;
}

http::Response patch_part(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    auto& records = pages.kinds->nodes;
    const auto record = records.find(request.tenant->id, request.parameter("id"));
    if (!record) return http::problem(404, words.t(TEXT("There is no such part of the plan")));
    const auto version = version_asked(request);
    if (version.empty())
        return http::problem(428, words.t(TEXT("Say which version you have seen")),
                             words.t(TEXT("Send the header If-Match with the part’s version, such as \"3\".")));
    if (version != "*" && version != std::to_string(record->version)) return stale(words);
    const auto body = body_of(request, words);
    if (!body) return body.error();
    if (body->find("phase")) return move_by_program(pages, request, *body, base::Seen::mark(records.mark_of(*record)));
    const auto around = register_::around_of(records, request);
    Errors errors;
    auto draft = records.draft_of(*record, around);
    take_body(*body, draft, errors, words);
    if (!errors.empty())
        return http::problem(422, words.t(TEXT("The part cannot be saved like this")), "", std::move(errors));
    if ((*body)["code"].is_string()) take_own_code(*pages.kinds->kept.of(request.tenant->id), draft);
    const auto changed = records.change(around, record->id, draft, "token:" + request.identity->token_id,
                                        base::Seen::mark(records.mark_of(*record)));
    if (changed) return part_answer(pages, request, *changed, 200);
    return changed.error().changed_meanwhile() ? stale(words) : refused(changed.error(), words);
}

}  // namespace digilots::plan
