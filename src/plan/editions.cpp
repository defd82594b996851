#include "plan/editions.h"

#include <map>

#include "platform/base/json.h"

namespace digilots::plan {

namespace {

std::string day_text(const std::optional<base::Date>& day) {
    return day ? base::format_date(*day) : "";
}

std::string days_text(const KeptPart& part) {
    return part.starts + " – " + part.ends;
}

}  // namespace

std::vector<KeptPart> parts_to_keep(const Plan& plan) {
    std::vector<KeptPart> parts;
    for (const auto& [node, depth] : plan.placed())
        parts.push_back({.id = node->id,
                         .name = plan.name_of(*node),
                         .kind = std::string(word_of(node->kind)),
                         .starts = day_text(node->starts),
                         .ends = day_text(node->ends),
                         .phase = node->phase});
    return parts;
}

std::string as_json(const std::vector<KeptPart>& parts) {
    base::JsonWriter json;
    json.begin_array();
    for (const auto& part : parts)
        json.begin_object()
            .member("id", part.id)
            .member("name", part.name)
            .member("kind", part.kind)
            .member("starts", part.starts)
            .member("ends", part.ends)
            .member("phase", part.phase)
            .end_object();
    json.end_array();
    return std::move(json).take();
}

std::vector<KeptPart> parts_of_json(std::string_view text) {
    std::vector<KeptPart> parts;
    const auto json = base::parse_json(text, {.bytes = text.size() + 1});
    if (!json) return parts;
    for (const auto& one : json->items())
        parts.push_back({.id = std::string(one["id"].text()),
                         .name = std::string(one["name"].text()),
                         .kind = std::string(one["kind"].text()),
                         .starts = std::string(one["starts"].text()),
                         .ends = std::string(one["ends"].text()),
                         .phase = std::string(one["phase"].text())});
    return parts;
}

std::vector<EditionChange> changes_between(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after) {
    using What = EditionChange::What;
    std::map<std::string_view, const KeptPart*> stood, stands;
    for (const auto& part : before) stood[part.id] = &part;
    for (const auto& part : after) stands[part.id] = &part;
    std::vector<EditionChange> changes;
    for (const auto& part : after) {
        const auto found = stood.find(part.id);
        if (found == stood.end()) {
            changes.push_back({What::added, part.name});
            continue;
        }
        const auto& was = *found->second;
        if (was.name != part.name) changes.push_back({What::renamed, part.name, was.name, part.name});
        if (days_text(was) != days_text(part)) changes.push_back({What::other_days, part.name, days_text(was), days_text(part)});
        if (was.phase != part.phase) changes.push_back({What::other_phase, part.name, was.phase, part.phase});
    }
    for (const auto& part : before)
        if (!stands.contains(part.id)) changes.push_back({What::removed, part.name});
    return changes;
}

}  // namespace digilots::plan
