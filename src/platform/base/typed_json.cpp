#include "platform/base/typed_json.h"

#include <algorithm>

#include "platform/base/plain.h"

namespace digilots::base {

namespace {

Json typed(const Json& json) {
    if (json.is_string()) return without_hidden_controls(json.text());
    if (json.is_array()) {
        Json::Array items;
        for (const Json& item : json.items()) items.push_back(typed(item));
        return items;
    }
    if (json.is_object()) {
        Json::Object members;
        for (const auto& [name, value] : json.members()) members.emplace_back(name, typed(value));
        return members;
    }
    return json;
}

}  // namespace

Result<Json, std::string> parse_typed_json(std::string_view text, JsonLimits limits) {
    auto json = parse_json(text, limits);
    if (!json) return json;
    return typed(*json);
}

bool holds_turning(const Json& json) {
    if (json.is_string()) return turns_direction(json.text());
    if (json.is_array()) return std::ranges::any_of(json.items(), holds_turning);
    if (!json.is_object()) return false;
    return std::ranges::any_of(json.members(), [](const auto& member) { return holds_turning(member.second); });
}

Result<Json, std::string> parse_sent_json(std::string_view text, JsonLimits limits) {
    auto json = parse_json(text, limits);
    if (!json) return json;
    if (holds_turning(*json)) return failure(std::string("it holds marks that turn the direction of text"));
    return typed(*json);
}

}  // namespace digilots::base
