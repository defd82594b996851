#include "platform/base/typed_json.h"

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

}  // namespace digilots::base
