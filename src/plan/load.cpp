// The plan as the records say it, and what other slices say of its parts.
#include <algorithm>

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
            .result_goals = record.list("result_goals")};
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

FromOthers told_of_goals(const Node& node, const std::vector<GoalStands>& goals) {
    FromOthers told;
    for (const auto& id : node.goals) {
        const auto* goal = base::find_in(goals, id, &GoalStands::id);
        if (!goal) continue;
        using html::components::MarkColour;
        const bool is_behind = goal->mark.colour == MarkColour::red || goal->mark.colour == MarkColour::yellow;
        told.has_goal_behind = told.has_goal_behind || is_behind;
        told.reasons.push_back(
            {TEXT("The goal that it contributes to, {goal}: {status}"), {{"goal", goal->title}, {"status", goal->mark.word}}});
    }
    return told;
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
            .processes = record.list("processes")};
}

std::shared_ptr<const Plan> load_plan(const Kinds& kinds, std::string_view municipality_id) {
    return std::make_shared<const Plan>(parts_in(kinds.nodes, municipality_id, node_of),
                                        parts_in(kinds.dependencies, municipality_id, dependency_of),
                                        parts_in(kinds.milestones, municipality_id, milestone_of),
                                        parts_in(kinds.criteria, municipality_id, criterion_of),
                                        parts_in(kinds.documents, municipality_id, document_of));
}

AskOthers ask_others(const Kinds& kinds, const http::Tenant& tenant, const i18n::Translator& words) {
    const auto& neighbours = kinds.neighbours;
    auto goals = neighbours.goals_stand ? neighbours.goals_stand(tenant, words) : std::vector<GoalStands>{};
    return [&neighbours, goals = std::move(goals), municipality = tenant.id](const Node& node) {
        auto told = told_of_goals(node, goals);
        if (node.series.empty() || !neighbours.sessions) return told;
        const auto sessions = neighbours.sessions(municipality, node.series);
        if (!sessions) return told;
        told.has_sessions_held = sessions->held > 0;
        told.reasons.push_back({TEXT("Sessions of {title} that were held: {held}; to come: {coming}"),
                                {{"title", sessions->title},
                                 {"held", std::to_string(sessions->held)},
                                 {"coming", std::to_string(sessions->to_come)}}});
        return told;
    };
}

}  // namespace digilots::plan
