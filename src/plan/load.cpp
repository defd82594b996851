// The plan as the records say it, and what other slices say of its parts.
#include <algorithm>
#include <set>

#include "plan/kinds.h"
#include "platform/base/lists.h"

namespace digilots::plan {

namespace {

using register_::Record, register_::Records;

Dependency dependency_of(const Record& record) {
    return {.id = record.id,
            .why = record.text("title"),
            .node = record.text("node"),
            .other = record.text("other"),
            .must_be_first = record.text("kind") == "first"};
}

Milestone milestone_of(const Record& record) {
    return {.id = record.id,
            .title = record.text("title"),
            .node = record.text("node"),
            .open_responsible = record.text("open_responsible"),
            .lead = record.text("lead"),
            .deliverable_kind = record.text("deliverable_kind"),
            .deliverable = record.text("deliverable"),
            .deliverable_url = record.text("deliverable_url"),
            .number = record.whole("number").value_or(0),
            .deadline = record.date("deadline"),
            .done = record.date("done_on"),
            .responsible = record.list("responsible"),
            .result_goals = record.list("result_goals"),
            .version = record.version,
            .changed_at = record.changed_at};
}

Criterion criterion_of(const Record& record) {
    return {.id = record.id,
            .title = record.text("title"),
            .node = record.text("node"),
            .evidence = record.text("evidence"),
            .evidence_url = record.text("evidence_url"),
            .exception_by = record.text("exception_by"),
            .exception_why = record.text("exception_why"),
            .exception_on = record.date("exception_on")};
}

Document document_of(const Record& record) {
    Document document{.id = record.id,
                      .title = record.text("title"),
                      .node = record.text("node"),
                      .kind = record.text("kind"),
                      .is_short = record.flag("is_short"),
                      .finished = record.date("finished_on")};
    for (std::size_t at = 0; at < most_sections; ++at)
        document.sections[at] = record.text("section_" + std::to_string(at + 1));
    return document;
}

template <class Part>
std::vector<Part> parts_in(const Records& records, std::string_view municipality_id, Part (*read)(const Record&)) {
    std::vector<Part> parts;
    for (const auto& record : records.list(records.around(municipality_id), {}, Records::most_counted, 0).records)
        parts.push_back(read(record));
    return parts;
}

bool stands_behind(const GoalStands& goal) {
    using html::components::MarkColour;
    return goal.mark.colour == MarkColour::red || goal.mark.colour == MarkColour::yellow;
}

/// What other slices know, asked once for all parts.
struct KnownOfOthers {
    std::shared_ptr<const Plan> plan;
    std::vector<GoalStands> goals = {};
    std::map<std::string, SessionsHeld, std::less<>> sessions = {};  // by the activity
    std::map<std::string, TasksOf, std::less<>> tasks = {};          // by the part
};

void tell_goals(FromOthers& told, const KnownOfOthers& known, const Node& node, const std::vector<const Node*>& parts) {
    std::int64_t behind_below = 0;
    for (const auto& goal : known.goals) {
        if (base::holds(node.goals, goal.id)) {
            told.has_goal_behind = told.has_goal_behind || stands_behind(goal);
            told.reasons.push_back(
                {TEXT("The goal that it contributes to, {goal}: {status}"), {{"goal", goal.title}, {"status", goal.mark.word}}});
        } else if (stands_behind(goal)) {
            behind_below += std::ranges::any_of(parts, [&](const Node* part) { return base::holds(part->goals, goal.id); });
        }
    }
    if (behind_below == 0) return;
    told.has_goal_behind = true;
    told.reasons.push_back(
        {TEXT("Goals of parts below it that are behind: {number}"), {{"number", std::to_string(behind_below)}}});
}

void tell_sessions(FromOthers& told, const KnownOfOthers& known, const Node& node, const std::vector<const Node*>& parts) {
    const auto tell = [&](i18n::Text text, const SessionsHeld& held) {
        told.has_sessions_held = told.has_sessions_held || held.held > 0;
        told.reasons.push_back({text,
                                {{"title", held.title},
                                 {"held", std::to_string(held.held)},
                                 {"coming", std::to_string(held.to_come)}}});
    };
    std::set<std::string_view> seen{node.series};
    SessionsHeld below;
    for (const auto* part : parts) {
        const auto found = known.sessions.find(part->series);
        if (found == known.sessions.end()) continue;
        if (part->id == node.id) tell(TEXT("Sessions of {title} that were held: {held}; to come: {coming}"), found->second);
        else if (seen.insert(part->series).second) {
            below.held += found->second.held;
            below.to_come += found->second.to_come;
        }
    }
    if (below.held + below.to_come > 0)
        tell(TEXT("Sessions of parts below it that were held: {held}; to come: {coming}"), below);
}

void tell_tasks(FromOthers& told, const KnownOfOthers& known, const std::vector<const Node*>& parts) {
    TasksOf all;
    for (const auto* part : parts) {
        const auto found = known.tasks.find(part->id);
        if (found == known.tasks.end()) continue;
        all.done += found->second.done;
        all.open += found->second.open;
        all.overdue += found->second.overdue;
    }
    told.has_task_done = all.done > 0;
    told.has_task_overdue = all.overdue > 0;
    if (all.done + all.open > 0)
        told.reasons.push_back({TEXT("Tasks about it and what is below it that are done: {done} of {all}"),
                                {{"done", std::to_string(all.done)}, {"all", std::to_string(all.done + all.open)}}});
    if (all.overdue > 0)
        told.reasons.push_back({TEXT("Tasks whose day has passed: {number}"), {{"number", std::to_string(all.overdue)}}});
}

}  // namespace

Node node_of(const Record& record) {
    return {.id = record.id,
            .code = record.text("code"),
            .title = record.text("title"),
            .parent = record.text("parent"),
            .owner = record.text("owner"),
            .resources = record.text("resources"),
            .horizon = record.text("horizon"),
            .cycle = record.text("cycle"),
            .layer = record.text("layer"),
            .tier = record.text("tier"),
            .exclusions = record.text("exclusions"),
            .status_note = record.text("status_note"),
            .series = record.text("series"),
            .phase = record.text("phase"),
            .wording = record.text("wording"),
            .kind = kind_called(record.text("kind")).value_or(Kind::activity),
            .version = record.version,
            .starts = record.date("starts"),
            .ends = record.date("ends"),
            .begun = record.date("begun_on"),
            .done = record.date("done_on"),
            .closed = record.date("closed_on"),
            .goes_on = record.flag("goes_on"),
            .is_published = record.flag("is_published"),
            .municipal_goals = record.list("municipal_goals"),
            .goals = record.list("goals"),
            .targets = record.list("targets"),
            .processes = record.list("processes"),
            .challenges = record.list("challenges"),
            .changed_at = record.changed_at};
}

std::shared_ptr<const Plan> load_plan(const Kinds& kinds, std::string_view municipality_id) {
    AskedIn asked_in;
    const auto around = kinds.required.around(municipality_id);
    for (const auto& said : kinds.required.list(around, {}, Records::most_counted, 0).records)
        asked_in[said.text("kind")] = said.text("phase");
    return std::make_shared<const Plan>(parts_in(kinds.nodes, municipality_id, node_of),
                                        parts_in(kinds.dependencies, municipality_id, dependency_of),
                                        parts_in(kinds.milestones, municipality_id, milestone_of),
                                        parts_in(kinds.criteria, municipality_id, criterion_of),
                                        parts_in(kinds.documents, municipality_id, document_of), std::move(asked_in));
}

std::map<std::string, std::string, std::less<>> names_of_owners(const Kinds& kinds, const register_::Surroundings& around) {
    std::map<std::string, std::string, std::less<>> names;
    const auto& links = kinds.nodes.others().links;
    if (const auto source = links.find("organisation.function"); source != links.end())
        for (const auto& choice : source->second.choices(around)) names[choice.key] = choice.label;
    return names;
}

AskOthers ask_others(const Kinds& kinds, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto& neighbours = kinds.neighbours;
    KnownOfOthers known{.plan = kinds.kept.of(tenant.id)};
    if (neighbours.goals_stand) known.goals = neighbours.goals_stand(tenant, words);
    if (neighbours.tasks) known.tasks = neighbours.tasks(tenant.id);
    for (const auto& [node, depth] : known.plan->placed()) {
        if (node->series.empty() || known.sessions.contains(node->series) || !neighbours.sessions) continue;
        if (auto held = neighbours.sessions(tenant.id, node->series)) known.sessions[node->series] = std::move(*held);
    }
    return [known = std::move(known)](const Node& node) {
        const auto* here = known.plan->find(node.id);
        const auto parts = here ? known.plan->all_below(*here) : std::vector<const Node*>{&node};
        FromOthers told;
        tell_goals(told, known, node, parts);
        tell_sessions(told, known, node, parts);
        tell_tasks(told, known, parts);
        return told;
    };
}

}  // namespace digilots::plan
