// One part of the plan: how it stands and why, and all that belongs to it.
#include <algorithm>

#include "plan/pages.h"
#include "plan/phases.h"
#include "plan/sql.h"
#include "plan/templates.h"
#include "plan/words.h"
#include "platform/base/lists.h"
#include "platform/html/error_page.h"
#include "platform/http/may.h"

namespace digilots::plan {

namespace {

using html::components::Cell, html::components::Table;

Cell text_or_unknown(std::string text) {
    return {.text = text, .unknown = text.empty()};
}

Cell day_or(const std::optional<base::Date>& day, const html::Page& page) {
    return day ? Cell{.text = page.translator().date(*day)} : Cell{.text = "", .unknown = true};
}

/// "Memo: what is recommended"
std::string deliverable_words(const Milestone& one, const html::Page& page) {
    const auto kind = word_in(deliverable_terms(), one.deliverable_kind, page.translator());
    return one.deliverable.empty() || kind.empty() ? kind + one.deliverable : kind + ": " + one.deliverable;
}

Table milestone_table(const Plan& plan, const Node& node, base::Date today, const html::Page& page) {
    Table table{.caption = page.t("Milestones"),
                .columns = {{page.t("Number")},
                            {page.t("Milestone")},
                            {page.t("Deadline")},
                            {page.t("Responsible bodies")},
                            {page.t("Who leads")},
                            {page.t("Deliverable")},
                            {page.t("How it stands")}},
                .empty = page.t("No milestone yet.")};
    for (const auto* one : plan.milestones_of(node.id)) {
        const bool is_late = !one->done && one->deadline && *one->deadline < today;
        const auto standing = one->done ? Standing::done : is_late ? Standing::late : Standing::ahead;
        auto mark = mark_of(standing, page.translator());
        if (standing == Standing::ahead) mark.word = page.t("Not reached yet");
        if (is_late) {
            mark = mark_of(Standing::attention, page.translator());
            mark.word = page.t("Its day has passed; it is not said to be reached");
        }
        table.rows.push_back({{.text = one->number > 0 ? std::to_string(one->number) : "–"},
                              {.text = one->title, .url = page.tenant_url("/staff/plan/milestones/" + one->id)},
                              day_or(one->deadline, page),
                              text_or_unknown(responsible_of(*one)),
                              text_or_unknown(one->lead),
                              text_or_unknown(deliverable_words(*one, page)),
                              {.text = one->done ? page.translator().date(*one->done) : "", .mark = mark}});
    }
    return table;
}

/// "4" of "4. Economic consequences"; else its place in the list.
std::string number_of_goal(const std::string& goal, std::size_t place) {
    const auto digits = goal.substr(0, goal.find_first_not_of("0123456789"));
    const bool is_numbered = !digits.empty() && digits.size() < goal.size() && goal[digits.size()] == '.';
    return is_numbered ? digits : std::to_string(place);
}

/// Of what has milestones: each of its goals with those that fulfil it and what they deliver.
Table goal_table(const Plan& plan, const Node& node, const html::Page& page) {
    Table table{.caption = page.t("Result goals, and what fulfils them"),
                .columns = {{page.t("Goal")}, {page.t("Milestones that fulfil it")}}};
    const auto milestones = plan.milestones_of(node.id);
    if (milestones.empty()) return table;
    for (std::size_t at = 0; at < node.municipal_goals.size(); ++at) {
        const auto& goal = node.municipal_goals[at];
        std::string fulfil;
        for (const auto* one : milestones) {
            if (!base::holds(one->result_goals, number_of_goal(goal, at + 1))) continue;
            const auto delivered = deliverable_words(*one, page);
            fulfil += (fulfil.empty() ? "" : "; ") + one->title + (delivered.empty() ? "" : " (" + delivered + ")");
        }
        table.rows.push_back({{.text = goal}, {.text = fulfil.empty() ? page.t("No milestone is said to fulfil it.") : fulfil}});
    }
    return table;
}

Table criterion_table(const Plan& plan, const Node& node, const html::Page& page) {
    Table table{.caption = page.t("Criteria for closing"),
                .columns = {{page.t("What has to be there")}, {page.t("What shows it")}},
                .empty = page.t("No criterion yet.")};
    for (const auto* one : plan.criteria_of(node.id)) {
        auto shown = one->evidence.empty() ? one->evidence_url : one->evidence;
        if (shown.empty() && one->is_accepted_without())
            shown = page.t("Exception accepted by {who} on {date}: {why}",
                           {{"who", one->exception_by},
                            {"date", page.translator().date(*one->exception_on)},
                            {"why", one->exception_why}});
        auto mark = mark_of(one->is_met() ? Standing::done : Standing::attention, page.translator());
        mark.word = one->is_met() ? page.t("Met") : page.t("Neither evidence nor exception");
        table.rows.push_back({{.text = one->title, .url = page.tenant_url("/staff/plan/criteria/" + one->id)},
                              {.text = shown, .mark = mark}});
    }
    return table;
}

Table document_table(const Plan& plan, const Node& node, const html::Page& page) {
    Table table{.caption = page.t("Documents of the plan"),
                .columns = {{page.t("Document")}, {page.t("Template")}, {page.t("Finished on")}},
                .empty = page.t("No document yet.")};
    for (const auto* one : plan.documents_of(node.id)) {
        const auto* kind = find_document_kind(one->kind);
        table.rows.push_back(
            {{.text = one->title, .url = page.tenant_url("/staff/plan/documents/" + one->id + "/document")},
             {.text = kind ? page.t(kind->title) : ""},
             one->finished ? day_or(one->finished, page) : Cell{.text = page.t("is being written")}});
    }
    return table;
}

Table dependency_table(const Plan& plan, const Node& node, const html::Page& page) {
    Table table{.caption = page.t("What it waits for"),
                .columns = {{page.t("The other part")}, {page.t("How it depends")}, {page.t("Why")}},
                .empty = page.t("It waits for nothing.")};
    for (const auto* one : plan.dependencies_of(node.id)) {
        const auto* other = plan.find(one->other);
        if (!other) continue;
        Cell how{.text = one->must_be_first ? page.t("Begins when the other is over") : page.t("May run beside the other")};
        if (plan.is_broken(*one)) {
            how.mark = mark_of(Standing::attention, page.translator());
            how.mark->word = page.t("Broken");
        }
        table.rows.push_back({{.text = plan.name_of(*other), .url = page.tenant_url("/staff/plan/" + other->id)},
                              how,
                              {.text = one->why}});
    }
    return table;
}

std::vector<std::string> words_of_keys(const std::vector<register_::FixedTerm>& terms, const std::vector<std::string>& keys,
                                       const html::Page& page) {
    std::vector<std::string> words;
    for (const auto& key : keys) words.push_back(word_in(terms, key, page.translator()));
    return words;
}

void add_facts(NodeView& view, const Kinds& kinds, const Plan& plan, const Node& node, const html::Page& page) {
    const auto add = [&](i18n::Text term, std::vector<std::string> values) {
        std::erase(values, "");
        if (!values.empty()) view.facts.push_back({page.t(term), std::move(values)});
    };
    add(TEXT("Kind of part"), {page.t(title_of(node.kind))});
    add(TEXT("Code"), {plan.whole_code(node)});
    add(TEXT("Who answers for it"), {owner_of(kinds, node, page)});
    add(TEXT("Time"), {days_of(node, page.translator())});
    add(TEXT("What comes again each year"), {node.cycle});
    add(TEXT("Horizon"), {word_in(horizon_terms(), node.horizon, page.translator())});
    add(TEXT("Resources"), {node.resources});
    add(TEXT("Phase"), {page.t(title_of_phase(node.phase))});
    add(TEXT("Municipal goals that it supports"), node.municipal_goals);
    add(TEXT("Main processes"), words_of_keys(process_terms(), node.processes, page));
    add(TEXT("Layer"), {word_in(layer_terms(), node.layer, page.translator())});
    add(TEXT("Tier of digital first"), {word_in(tier_terms(), node.tier, page.translator())});
    add(TEXT("What is not part of it"), {node.exclusions});
    if (node.wording == "own") add(TEXT("Wording"), {page.t("Our own wording: the source is summed up.")});
}

/// To the wheel's page of each target, and to what other slices have that names the part.
void add_beside(NodeView& view, const Kinds& kinds, const Node& node, const html::Page& page) {
    const auto& neighbours = kinds.neighbours;
    for (const auto& number : node.targets) {
        const auto found = neighbours.target ? neighbours.target(number, page) : html::Link{};
        if (found.title.empty()) view.facts.push_back({page.t("Targets of the UN"), {number}});
        else view.targets.push_back(found);
    }
    if (neighbours.challenges && !node.challenges.empty()) {
        BesideView answered{.title = page.t("Challenges that it answers")};
        auto around = kinds.around(page.request().tenant->id);
        around.words = &page.translator();
        for (const auto choices = neighbours.challenges(around); const auto& choice : choices)
            if (base::holds(node.challenges, choice.key))
                answered.links.push_back({choice.label, page.tenant_url("/staff/needs/challenges/" + choice.key)});
        if (!answered.links.empty()) view.beside.push_back(std::move(answered));
    }
    if (!neighbours.beside) return;
    for (auto& one : neighbours.beside(node.id, page)) view.beside.push_back({std::move(one.title), std::move(one.links)});
}

std::vector<html::Link> deliverables_of(const Plan& plan, const Node& node) {
    std::vector<html::Link> links;
    for (const auto* one : plan.milestones_of(node.id))
        if (!one->deliverable_url.empty())
            links.push_back({one->deliverable.empty() ? one->title : one->deliverable, one->deliverable_url});
    return links;
}

void add_moves(NodeView& view, const Kinds& kinds, const Node& node, const html::Page& page) {
    const auto rows = kinds.database.read(
        [&](db::Connection& connection) { return connection.query(sql::moves_of, page.request().tenant->id, node.id); });
    const auto& name_of = kinds.nodes.others().name_of;
    for (const auto row : rows) {
        const auto at = base::parse_utc(row.text("moved_at"));
        if (row.text("from_phase") == row.text("to_phase")) {
            view.moves.push_back(page.t("{date}, {who}: opened again. {why}",
                                        {{"date", at ? page.translator().date_time(*at, page.request().tenant->zone) : ""},
                                         {"who", name_of ? name_of(row.text("moved_by")) : ""},
                                         {"why", row.text("why")}}));
            continue;
        }
        auto line = page.t("{date}, {who}: from “{before}” to “{after}”. {why}",
                           {{"date", at ? page.translator().date_time(*at, page.request().tenant->zone) : ""},
                            {"who", name_of ? name_of(row.text("moved_by")) : ""},
                            {"before", page.t(title_of_phase(row.text("from_phase")))},
                            {"after", page.t(title_of_phase(row.text("to_phase")))},
                            {"why", row.text("why")}});
        for (const auto& key : register_::list_items(row.text("missing")))
            if (const auto* kind = find_document_kind(key))
                line += " " + page.t("Not finished then: {document}.", {{"document", page.t(kind->title)}});
        view.moves.push_back(std::move(line));
    }
}

void add_ways(NodeView& view, const Node& node, const html::Page& page) {
    const auto part = "?part=" + node.id;
    view.links.push_back({page.t("The year, month by month"), page.tenant_url("/staff/plan/year" + part)});
    view.links.push_back({page.t("Timeline of this part"), page.tenant_url("/staff/plan/timeline" + part)});
    if (!http::may(page.request(), http::Role::coordinator)) return;
    view.change_url = page.tenant_url("/staff/plan/parts/" + node.id + "/change");
    view.phase_url = page.tenant_url("/staff/plan/" + node.id + "/phase");
    view.links.push_back({page.t("Archive of this part (ZIP)"), page.tenant_url("/staff/plan/" + node.id + "/archive.zip")});
    view.links.push_back({page.t("Days of this part in a partner’s calendar"),
                          page.tenant_url("/staff/plan/" + node.id + "/calendar")});
    view.close_url = page.tenant_url("/staff/plan/" + node.id + "/close");
    view.is_closed = node.closed.has_value();
    view.add_links = {{page.t("Add a part below it"), page.tenant_url("/staff/plan/parts/new?parent=" + node.id)},
                      {page.t("Add a milestone"), page.tenant_url("/staff/plan/milestones/new" + part)},
                      {page.t("Add a criterion"), page.tenant_url("/staff/plan/criteria/new" + part)},
                      {page.t("Begin a document"), page.tenant_url("/staff/plan/documents/new" + part)},
                      {page.t("Add a dependency"), page.tenant_url("/staff/plan/dependencies/new" + part)},
                      {page.t("Add a task"), page.tenant_url("/staff/tasks/new?about=plan_node:" + node.id)},
                      {page.t("Add a decision"), page.tenant_url("/staff/bodies/decisions/new" + part)},
                      {page.t("Begin a checklist for it"), page.tenant_url("/staff/bodies/checklist-for-part" + part)},
                      {page.t("Add a point of a checklist"), page.tenant_url("/staff/bodies/checklists/new" + part)}};
    if (node.kind == Kind::project)
        view.add_links.push_back({page.t("Plan its handing over"), page.tenant_url("/staff/bodies/handovers/new" + part)});
}

std::vector<Placed> directly_below(const Plan& plan, const Node& node) {
    std::vector<Placed> parts;
    for (const auto* one : plan.below(node.id)) parts.push_back({one, 0});
    return parts;
}

}  // namespace

http::Response node_page(const Pages& pages, const http::Request& request) {
    const auto& kinds = *pages.kinds;
    const auto plan = kinds.kept.of(request.tenant->id);
    const auto* node = plan->find(request.parameter("id"));
    if (!node) return html::error_page(request, 404);
    auto page = plan_page_of(request, plan->name_of(*node));
    for (const auto* above : plan->above(*node))
        page.breadcrumbs.push_back({plan->name_of(*above), page.tenant_url("/staff/plan/" + above->id)});
    const auto today = today_of(pages, request);
    const auto others = ask_others(kinds, *request.tenant, page.translator());
    std::map<std::string, Status, std::less<>> statuses;
    const auto parts = directly_below(*plan, *node);
    for (const auto& one : parts) statuses[one.node->id] = status_of(*plan, *one.node, today, others);
    const auto status = status_of(*plan, *node, today, others);
    NodeView view{.mark = mark_of(status.standing, page.translator()), .note = node->status_note};
    for (const auto& reason : status.reasons) view.reasons.push_back(words_of(reason, page.translator()));
    for (const auto* kind : missing_for(*plan, *node, node->phase)) view.missing.push_back(page.t(kind->title));
    view.below = table_of_parts(*plan, parts, statuses, page, "/staff/plan/");
    view.below.empty = page.t("Nothing stands below it.");
    view.milestones = milestone_table(*plan, *node, today, page);
    view.result_goals = goal_table(*plan, *node, page);
    view.criteria = criterion_table(*plan, *node, page);
    view.documents = document_table(*plan, *node, page);
    view.dependencies = dependency_table(*plan, *node, page);
    view.deliverables = deliverables_of(*plan, *node);
    view.comments = table_of_comments(kinds, *plan, {.node = node->id}, page);
    view.comment_url = page.tenant_url("/staff/plan/comments/new?part=" + node->id);
    add_facts(view, kinds, *plan, *node, page);
    add_beside(view, kinds, *node, page);
    add_moves(view, kinds, *node, page);
    add_ways(view, *node, page);
    if (!view.change_url.empty()) view.outside = parts_to_lengthen(pages, *plan, *node, page);
    return html::render_page(page, templates::node_page(view, page));
}

}  // namespace digilots::plan
