#include "plan/editions.h"

#include "plan/words.h"
#include "platform/base/json.h"
#include "platform/base/lists.h"

namespace digilots::plan {

namespace {

using What = EditionChange::What;

std::string day_text(const std::optional<base::Date>& day) {
    return day ? base::format_date(*day) : "";
}

std::string joined_in_words(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? "" : "; ") + one;
    return text;
}

std::map<std::string, std::string, std::less<>> said_by(const Plan& plan, const Node& node, const NamesThen& names) {
    std::vector<std::string> criteria;
    for (const auto* one : plan.criteria_of(node.id)) criteria.push_back(one->title);
    std::map<std::string, std::string, std::less<>> said{{"owner", names.owner ? names.owner(node) : ""},
                                                         {"linked_goals", names.goals ? names.goals(node) : ""},
                                                         {"goals", joined_in_words(node.municipal_goals)},
                                                         {"targets", joined_in_words(node.targets)},
                                                         {"resources", node.resources},
                                                         {"exclusions", node.exclusions},
                                                         {"horizon", node.horizon},
                                                         {"cycle", node.cycle},
                                                         {"criteria", joined_in_words(criteria)},
                                                         {"goes_on", node.goes_on ? "1" : ""}};
    std::erase_if(said, [](const auto& one) { return one.second.empty(); });
    return said;
}

std::vector<KeptMilestone> milestones_kept(const Plan& plan, const Node& node) {
    std::vector<KeptMilestone> kept;
    for (const auto* one : plan.milestones_of(node.id))
        kept.push_back({.id = one->id,
                        .title = one->title,
                        .deadline = day_text(one->deadline),
                        .responsible = responsible_of(*one)});
    return kept;
}

bool is_shown_to_all(const Plan& plan, const Node& node) {
    bool is_shown = node.is_published;
    for (const auto* above : plan.above(node)) is_shown = is_shown && above->is_published;
    return is_shown;
}

void write_kept(base::JsonWriter& json, const KeptPart& part) {
    json.begin_object()
        .member("id", part.id)
        .member("name", part.name)
        .member("kind", part.kind)
        .member("starts", part.starts)
        .member("ends", part.ends)
        .member("phase", part.phase)
        .member("public", part.is_public);
    json.key("says").begin_object();
    for (const auto& [key, text] : part.said) json.member(key, text);
    json.end_object();
    json.key("milestones").begin_array();
    for (const auto& one : part.milestones)
        json.begin_object()
            .member("id", one.id)
            .member("title", one.title)
            .member("deadline", one.deadline)
            .member("responsible", one.responsible)
            .end_object();
    json.end_array().end_object();
}

constexpr const char* kept_texts[] = {"owner",     "linked_goals", "goals", "targets",  "resources",
                                      "exclusions", "horizon",     "cycle", "criteria"};

KeptPart part_of_json(const base::Json& one) {
    KeptPart part{.id = std::string(one["id"].text()),
                  .name = std::string(one["name"].text()),
                  .kind = std::string(one["kind"].text()),
                  .starts = std::string(one["starts"].text()),
                  .ends = std::string(one["ends"].text()),
                  .phase = std::string(one["phase"].text())};
    part.is_public = one["public"].as_bool().value_or(false);
    part.is_whole = one["public"].as_bool().has_value();
    const auto keep = [&](const char* key) {
        const std::string text(one["says"][key].text());
        if (!text.empty()) part.said[key] = text;
    };
    for (const auto* key : kept_texts) keep(key);
    keep("goes_on");
    for (const auto& milestone : one["milestones"].items())
        part.milestones.push_back({.id = std::string(milestone["id"].text()),
                                   .title = std::string(milestone["title"].text()),
                                   .deadline = std::string(milestone["deadline"].text()),
                                   .responsible = std::string(milestone["responsible"].text())});
    return part;
}

void compare_milestones(const KeptPart& was, const KeptPart& is, std::vector<EditionChange>& changes) {
    const auto tell = [&](What what, const KeptMilestone& of, std::string before = "", std::string after = "") {
        changes.push_back({what, is.name, std::move(before), std::move(after), of.title, &was, &is});
    };
    for (const auto& one : is.milestones) {
        const auto* before = base::find_in(was.milestones, one.id, &KeptMilestone::id);
        if (!before) {
            tell(What::milestone_added, one, "", one.deadline);
            continue;
        }
        if (before->title != one.title) tell(What::milestone_renamed, one, before->title, one.title);
        if (before->deadline != one.deadline) tell(What::milestone_moved, one, before->deadline, one.deadline);
    }
    for (const auto& one : was.milestones)
        if (!base::find_in(is.milestones, one.id, &KeptMilestone::id)) tell(What::milestone_removed, one);
}

void compare_parts(const KeptPart& was, const KeptPart& is, std::vector<EditionChange>& changes) {
    const auto tell = [&](What what, std::string before = "", std::string after = "", std::string about = "") {
        changes.push_back({what, is.name, std::move(before), std::move(after), std::move(about), &was, &is});
    };
    if (was.name != is.name) tell(What::renamed, was.name, is.name);
    const bool both_say = was.is_whole && is.is_whole;
    const bool goes_on_alike = !both_say || was.text("goes_on") == is.text("goes_on");
    if (was.starts != is.starts || was.ends != is.ends || !goes_on_alike) tell(What::other_days);
    if (was.phase != is.phase) tell(What::other_phase, was.phase, is.phase);
    if (!both_say) return;
    for (const auto* key : kept_texts)
        if (was.text(key) != is.text(key)) tell(What::other_text, was.text(key), is.text(key), key);
    compare_milestones(was, is, changes);
}

}  // namespace

std::string KeptPart::text(std::string_view key) const {
    const auto found = said.find(key);
    return found == said.end() ? "" : found->second;
}

std::vector<KeptPart> parts_to_keep(const Plan& plan, const NamesThen& names) {
    std::vector<KeptPart> parts;
    for (const auto& [node, depth] : plan.placed())
        parts.push_back({.id = node->id,
                         .name = plan.name_of(*node),
                         .kind = std::string(word_of(node->kind)),
                         .starts = day_text(node->starts),
                         .ends = day_text(node->ends),
                         .phase = node->phase,
                         .said = said_by(plan, *node, names),
                         .milestones = milestones_kept(plan, *node),
                         .is_public = is_shown_to_all(plan, *node),
                         .is_whole = true});
    return parts;
}

std::string as_json(const std::vector<KeptPart>& parts) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& part : parts) write_kept(json, part);
    json.end_array();
    return std::move(json).take();
}

std::vector<KeptPart> parts_of_json(std::string_view text) {
    std::vector<KeptPart> parts;
    const auto json = base::parse_json(text, {.bytes = text.size() + 1});
    if (!json) return parts;
    for (const auto& one : json->items()) parts.push_back(part_of_json(one));
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
