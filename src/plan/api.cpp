// The plan for programs: the published tree for everyone, all of it with a token.
#include "plan/pages.h"
#include "plan/timeline.h"
#include "plan/words.h"
#include "plan/write_json.h"
#include "platform/base/json.h"
#include "platform/base/uuid.h"
#include "platform/html/error_page.h"

namespace digilots::plan {

namespace {

using base::JsonWriter;

bool sees_all(const http::Request& request) {
    return request.identity.has_value() && !request.identity->token_id.empty();
}

struct Telling {
    JsonWriter& json;
    const Plan& plan;
    base::Date today;
    const AskOthers& others;
    bool tells_all = false;

    bool tells(const Node& node) const { return tells_all || is_public(plan, node); }
};

void write_children(Telling& to, std::string_view parent) {
    to.json.key("children").begin_array();
    for (const auto* child : to.plan.below(parent)) {
        if (!to.tells(*child)) continue;
        to.json.begin_object();
        write_part(to.json, to.plan, *child, status_of(to.plan, *child, to.today, to.others), to.tells_all);
        write_children(to, child->id);
        to.json.end_object();
    }
    to.json.end_array();
}

void write_milestone(JsonWriter& json, const Milestone& one) {
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? std::optional(base::format_date(*date)) : std::nullopt;
    };
    json.begin_object().member("id", one.id).member("title", one.title).member("part", one.node);
    json.member("number", one.number > 0 ? std::optional(one.number) : std::nullopt);
    json.key("responsible").begin_array();
    for (const auto& body : one.responsible) json.value(body);
    json.end_array();
    const auto text = [&](const char* name, const std::string& said) {
        json.member(name, said.empty() ? std::optional<std::string>() : std::optional(said));
    };
    json.key("result_goals").begin_array();
    for (const auto& goal : one.result_goals) json.value(goal);
    json.end_array();
    text("open_responsible", one.open_responsible);
    text("lead", one.lead);
    json.member("deadline", day(one.deadline)).member("reached_on", day(one.done));
    text("deliverable_kind", one.deliverable_kind);
    text("deliverable", one.deliverable);
    text("deliverable_url", one.deliverable_url);
    json.end_object();
}

}  // namespace

void write_part(JsonWriter& json, const Plan& plan, const Node& node, const Status& status, bool tells_all) {
    const auto text = [&](const char* name, const std::string& said) {
        json.member(name, said.empty() ? std::optional<std::string>() : std::optional(said));
    };
    const auto day = [&](const char* name, const std::optional<base::Date>& date) {
        json.member(name, date ? std::optional(base::format_date(*date)) : std::optional<std::string>());
    };
    const auto list = [&](const char* name, const std::vector<std::string>& items) {
        json.key(name).begin_array();
        for (const auto& item : items) json.value(item);
        json.end_array();
    };
    json.member("id", node.id);
    text("code", plan.whole_code(node));
    json.member("title", node.title).member("kind", word_of(node.kind));
    text("parent", node.parent);
    text("phase", node.phase);
    day("starts", node.starts);
    day("ends", node.ends);
    json.member("goes_on", node.goes_on);
    json.member("status", word_of(status.standing));
    text("owner", tells_all ? node.owner : "");
    list("goals", node.municipal_goals);
    list("targets", node.targets);
    json.member("version", node.version);
    if (!tells_all) return;
    text("cycle", node.cycle);
    text("horizon", node.horizon);
    text("resources", node.resources);
    day("begun_on", node.begun);
    day("done_on", node.done);
    text("status_note", node.status_note);
    list("processes", node.processes);
    text("layer", node.layer);
    text("tier", node.tier);
    text("exclusions", node.exclusions);
    json.member("published", node.is_published);
}

std::string tree_as_json(const Pages& pages, const http::Request& request, bool tells_all) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    JsonWriter json;
    Telling to{json, *plan, today_of(pages, request), others, tells_all};
    json.begin_object();
    write_children(to, "");
    json.end_object();
    return std::move(json).take();
}

http::Response get_plan(const Pages& pages, const http::Request& request) {
    return http::json(tree_as_json(pages, request, sees_all(request)));
}

http::Response get_part(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    const auto* node = plan->find(request.parameter("id"));
    const auto others = ask_others(*pages.kinds, *request.tenant, page.translator());
    JsonWriter json;
    Telling to{json, *plan, today_of(pages, request), others, sees_all(request)};
    if (!node || !to.tells(*node)) return html::error_page(request, 404);
    json.begin_object();
    write_part(json, *plan, *node, status_of(*plan, *node, to.today, others), to.tells_all);
    write_children(to, node->id);
    json.end_object();
    auto text = std::move(json).take();
    // Its version first, which If-Match asks for; then what else stands there, such as how it stands today.
    constexpr std::size_t letters_of_sum = 12;
    const auto tag = std::to_string(node->version) + "-" + base::sha256_hex(text).substr(0, letters_of_sum);
    auto response = http::json(std::move(text));
    response.headers.emplace_back("ETag", "\"" + tag + "\"");
    return response;
}

http::Response get_timeline(const Pages& pages, const http::Request& request) {
    const html::Page page(request);
    const auto& words = page.translator();
    const auto day_asked = [&](const char* name) { return base::parse_date(request.query.get(name)); };
    for (const char* name : {"from", "to"})
        if (request.query.has(name) && !day_asked(name))
            return http::problem(400, words.t(TEXT("The parameters cannot be used")),
                                 words.t(TEXT("Give days as 2026-11-30, in “from” and “to”.")));
    const auto from = day_asked("from"), until = day_asked("to");
    if (from && until && *until < *from)
        return http::problem(400, words.t(TEXT("The parameters cannot be used")),
                             words.t(TEXT("“to” is before “from”.")));
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    JsonWriter json;
    const auto others = ask_others(*pages.kinds, *request.tenant, words);
    Telling to{json, *plan, today_of(pages, request), others, sees_all(request)};
    json.begin_object().key("parts").begin_array();
    for (const auto& [node, depth] : plan->placed()) {
        const bool is_outside = (from && node->ends && *node->ends < *from) || (until && node->starts && *node->starts > *until);
        if (is_outside || !to.tells(*node) || (!node->starts && !node->ends)) continue;
        json.begin_object();
        write_part(json, *plan, *node, status_of(*plan, *node, to.today, others), to.tells_all);
        json.end_object();
    }
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

http::Response get_milestones(const Pages& pages, const http::Request& request) {
    const auto plan = pages.kinds->kept.of(request.tenant->id);
    JsonWriter json;
    json.begin_object().key("milestones").begin_array();
    for (const auto& one : plan->milestones()) {
        const auto* node = plan->find(one.node);
        if (node && (sees_all(request) || is_public(*plan, *node))) write_milestone(json, one);
    }
    json.end_array().end_object();
    return http::json(std::move(json).take());
}

}  // namespace digilots::plan
