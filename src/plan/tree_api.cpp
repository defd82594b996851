// The whole tree as JSON: out as a file, and in with a look at what it would do before anything is written.
#include <set>

#include "plan/pages.h"
#include "plan/tree_from_json.h"
#include "plan/write_json.h"
#include "platform/base/form_key.h"
#include "platform/base/json.h"
#include "platform/base/uuid.h"
#include "platform/register/import.h"
#include "platform/register/json_body.h"
#include "platform/register/pages.h"

namespace digilots::plan {

namespace {

using base::JsonWriter, register_::PlannedRow;

constexpr std::size_t longest_tree = 1024 * 1024, letters_of_checked = 24;

std::string checked_of(const register_::Plan& planned) {
    return base::sha256_hex(planned.marks()).substr(0, letters_of_checked);
}

std::string_view word_of_row(const PlannedRow& row) {
    switch (row.kind) {
        case PlannedRow::Kind::added: return "added";
        case PlannedRow::Kind::changed: return "changed";
        case PlannedRow::Kind::same: return "same";
        case PlannedRow::Kind::refused: break;
    }
    return "refused";
}

void write_planned_row(JsonWriter& json, const PlannedRow& row) {
    json.begin_object().member("id", row.id.empty() ? std::optional<std::string>() : std::optional(row.id));
    json.member("title", row.name).member("what", word_of_row(row)).member("changed_since_read", row.is_stale);
    json.key("changes").begin_array();
    for (const auto& change : row.changes)
        json.begin_object()
            .member("field", change.field)
            .member("before", change.before)
            .member("after", change.after)
            .end_object();
    json.end_array().key("errors").begin_array();
    for (const auto& cell : row.refused)
        json.begin_object().member("field", cell.column).member("text", cell.message).end_object();
    json.end_array().key("warnings").begin_array();
    for (const auto& doubt : row.doubts) json.value(doubt);
    json.end_array().end_object();
}

/// Those that stand here and are in no row: they stay where they are.
std::size_t not_named(const Plan& plan, const register_::Plan& planned) {
    std::set<std::string_view> named;
    for (const auto& row : planned.rows) named.insert(row.id);
    std::size_t number = 0;
    for (const auto& placed : plan.placed()) number += named.contains(placed.node->id) ? 0 : 1;
    return number;
}

http::Response planned_answer(const Plan& before, const register_::Plan& planned, bool is_saved) {
    JsonWriter json;
    json.begin_object().member("is_saved", is_saved);
    json.member("added", planned.count(PlannedRow::Kind::added)).member("changed", planned.count(PlannedRow::Kind::changed));
    json.member("same", planned.count(PlannedRow::Kind::same)).member("refused", planned.count(PlannedRow::Kind::refused));
    json.member("not_named", not_named(before, planned));
    json.member("checked", checked_of(planned));
    json.key("parts").begin_array();
    for (const auto& row : planned.rows)
        if (row.kind != PlannedRow::Kind::same) write_planned_row(json, row);
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

http::Response refused_tree(const std::vector<std::pair<std::string, std::string>>& errors, const i18n::Translator& words) {
    return http::problem(422, words.t(TEXT("The plan cannot be saved like this")), words.t(TEXT("Nothing of it is saved.")),
                         errors);
}

http::Response refused_rows(const register_::Plan& planned, const i18n::Translator& words) {
    std::vector<std::pair<std::string, std::string>> errors;
    for (const auto& row : planned.rows)
        for (const auto& cell : row.refused)
            errors.emplace_back(row.name + (cell.column.empty() ? "" : ": " + cell.column), cell.message);
    return refused_tree(errors, words);
}

http::Response not_as_checked(const i18n::Translator& words) {
    return http::problem(409, words.t(TEXT("It is not as it was when you looked")),
                         words.t(TEXT("Nothing of it is saved. Send it without “checked” to see what it would do now.")));
}

/// Rows without an id that came in with the same content before are there.
std::string key_of_trees(const register_::Records& nodes, const std::string& municipality_id) {
    return base::form_key_of("table\n" + std::string(nodes.declaration().key) + "\n" + municipality_id);
}

}  // namespace

http::Response tree_file(const Pages& pages, const http::Request& request) {
    return http::download(tree_as_json(pages, request, true), "application/json", "plan-tree.json");
}

http::Response post_tree(const Pages& pages, const http::Request& request) {
    const auto& words = i18n::translator(request.language);
    auto& nodes = pages.kinds->nodes;
    const auto around = register_::around_of(nodes, request);
    const auto body = base::parse_json(request.body, {.bytes = longest_tree});
    if (!body || !body->is_object())
        return http::problem(400, words.t(TEXT("The body is not a JSON object")),
                             words.t(TEXT("Send a part of the plan as docs/api.md describes it.")),
                             register_::fault_of_json_body(request));
    const auto table = table_of_tree(*pages.kinds, *body, around);
    if (!table) return http::problem(422, words.t(TEXT("The plan cannot be saved like this")), table.error());
    const auto key = key_of_trees(nodes, request.tenant->id);
    const auto before = pages.kinds->kept.of(request.tenant->id);
    const auto planned = register_::plan_import(nodes, *table, around, {.form_key = key});
    if (!planned.fault.empty()) return http::problem(422, words.t(TEXT("The plan cannot be saved like this")), planned.fault);
    const auto checked = (*body)["checked"].text();
    if (checked.empty()) return planned_answer(*before, planned, false);
    // Sent twice, or somebody else was quicker with the same: all of it stands.
    if (planned.count(PlannedRow::Kind::same) == planned.rows.size()) return planned_answer(*before, planned, true);
    if (checked != checked_of(planned)) return not_as_checked(words);
    if (planned.count(PlannedRow::Kind::refused) > 0) return refused_rows(planned, words);
    const auto done = register_::carry_out(nodes, planned, around, "token:" + request.identity->token_id, key);
    if (done) return planned_answer(*before, planned, true);
    if (done.why.empty()) return not_as_checked(words);
    std::vector<std::pair<std::string, std::string>> errors;
    const auto* stopped = planned.row(done.line);
    for (const auto& cell : done.why)
        errors.emplace_back((stopped ? stopped->name + ": " : "") + cell.column, cell.message);
    return refused_tree(errors, words);
}

}  // namespace digilots::plan
