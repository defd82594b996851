#include "plan/editions.h"

#include <map>

#include "platform/base/json.h"
#include "platform/base/lists.h"

namespace digilots::plan {

namespace {

std::string day_text(const std::optional<base::Date>& day) {
    return day ? base::format_date(*day) : "";
}

std::string days_text(const KeptPart& part) {
    return part.starts + "/" + part.ends;
}

std::string in_one(const std::vector<std::string>& items) {
    return base::joined(items, "; ");
}

using What = EditionChange::What;

void compare_milestones(const KeptPart& before, const KeptPart& after, std::vector<EditionChange>& changes) {
    for (const auto& one : after.milestones) {
        const auto* was = base::find_in(before.milestones, one.id, &KeptMilestone::id);
        if (!was) {
            changes.push_back({What::milestone_added, one.title, "", "/" + one.deadline, after.name});
            continue;
        }
        if (was->title != one.title) changes.push_back({What::milestone_renamed, one.title, was->title, one.title, after.name});
        if (was->deadline != one.deadline)
            changes.push_back({What::milestone_moved, one.title, "/" + was->deadline, "/" + one.deadline, after.name});
    }
    for (const auto& one : before.milestones)
        if (!base::find_in(after.milestones, one.id, &KeptMilestone::id))
            changes.push_back({What::milestone_removed, one.title, "/" + one.deadline, "", after.name});
}

void compare_parts(const KeptPart& was, const KeptPart& part, std::vector<EditionChange>& changes) {
    const auto compare = [&](What what, const std::string& before, const std::string& after) {
        if (before != after) changes.push_back({what, part.name, before, after});
    };
    compare(What::renamed, was.name, part.name);
    compare(What::other_days, days_text(was), days_text(part));
    compare(What::other_phase, was.phase, part.phase);
    if (!was.is_whole || !part.is_whole) return;
    compare(What::other_owner, was.owner, part.owner);
    compare(What::other_resources, was.resources, part.resources);
    compare(What::other_goals, was.goals, part.goals);
    compare(What::other_targets, was.targets, part.targets);
    compare(What::other_exclusions, was.exclusions, part.exclusions);
    compare_milestones(was, part, changes);
}

void write_whole(base::JsonWriter& json, const KeptPart& part) {
    json.member("owner", part.owner)
        .member("resources", part.resources)
        .member("goals", part.goals)
        .member("targets", part.targets)
        .member("exclusions", part.exclusions);
    json.key("milestones").begin_array();
    for (const auto& one : part.milestones)
        json.begin_object().member("id", one.id).member("title", one.title).member("deadline", one.deadline).end_object();
    json.end_array();
}

void read_whole(const base::Json& one, KeptPart& part) {
    const auto text = [&](const char* name) { return std::string(one[name].text()); };
    part.is_whole = true;
    part.owner = text("owner");
    part.resources = text("resources");
    part.goals = text("goals");
    part.targets = text("targets");
    part.exclusions = text("exclusions");
    for (const auto& milestone : one["milestones"].items())
        part.milestones.push_back({std::string(milestone["id"].text()), std::string(milestone["title"].text()),
                                   std::string(milestone["deadline"].text())});
}

}  // namespace

std::vector<KeptPart> parts_to_keep(const Plan& plan, const std::map<std::string, std::string, std::less<>>& owners) {
    std::vector<KeptPart> parts;
    for (const auto& [node, depth] : plan.placed()) {
        const auto owner = owners.find(node->owner);
        auto& part = parts.emplace_back(KeptPart{.id = node->id,
                                                 .name = plan.name_of(*node),
                                                 .kind = std::string(word_of(node->kind)),
                                                 .starts = day_text(node->starts),
                                                 .ends = day_text(node->ends),
                                                 .phase = node->phase,
                                                 .is_whole = true,
                                                 .owner = owner == owners.end() ? std::string() : owner->second,
                                                 .resources = node->resources,
                                                 .goals = in_one(node->municipal_goals),
                                                 .targets = in_one(node->targets),
                                                 .exclusions = node->exclusions});
        for (const auto* one : plan.milestones_of(node->id))
            part.milestones.push_back({one->id, one->title, day_text(one->deadline)});
    }
    return parts;
}

std::string as_json(const std::vector<KeptPart>& parts) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& part : parts) {
        json.begin_object()
            .member("id", part.id)
            .member("name", part.name)
            .member("kind", part.kind)
            .member("starts", part.starts)
            .member("ends", part.ends)
            .member("phase", part.phase);
        if (part.is_whole) write_whole(json, part);
        json.end_object();
    }
    json.end_array();
    return std::move(json).take();
}

std::vector<KeptPart> parts_of_json(std::string_view text) {
    std::vector<KeptPart> parts;
    const auto json = base::parse_json(text, {.bytes = text.size() + 1});
    if (!json) return parts;
    for (const auto& one : json->items()) {
        auto& part = parts.emplace_back(KeptPart{.id = std::string(one["id"].text()),
                                                 .name = std::string(one["name"].text()),
                                                 .kind = std::string(one["kind"].text()),
                                                 .starts = std::string(one["starts"].text()),
                                                 .ends = std::string(one["ends"].text()),
                                                 .phase = std::string(one["phase"].text())});
        if (one["milestones"].is_array()) read_whole(one, part);
    }
    return parts;
}

std::vector<EditionChange> changes_between(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after) {
    std::map<std::string_view, const KeptPart*> stood, stands;
    for (const auto& part : before) stood[part.id] = &part;
    for (const auto& part : after) stands[part.id] = &part;
    std::vector<EditionChange> changes;
    for (const auto& part : after) {
        const auto found = stood.find(part.id);
        if (found == stood.end()) changes.push_back({What::added, part.name});
        else compare_parts(*found->second, part, changes);
    }
    for (const auto& part : before)
        if (!stands.contains(part.id)) changes.push_back({What::removed, part.name});
    return changes;
}

}  // namespace digilots::plan
