#include "directory/mapping_reader.h"

#include <algorithm>

#include "platform/base/text.h"

namespace digilots::directory {
namespace {

constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_list = 2000;
constexpr std::size_t most_messages = 500;

std::size_t size_of(const base::Json& json) {
    if (json.is_array()) return json.items().size();
    if (json.is_object()) return json.members().size();
    return json.is_null() || (json.is_string() && json.text().empty()) ? 0 : 1;
}

bool has_markup(std::string_view text) {
    for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
        const char next = at + 1 < text.size() ? text[at + 1] : ' ';
        if (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) return true;
    }
    return false;
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

void add(std::vector<std::string>& messages, std::string path, std::string_view message) {
    if (messages.size() < most_messages) {
        messages.push_back(std::move(path.append(": ").append(message)));
    } else if (messages.size() == most_messages) {
        messages.emplace_back("… and more");
    }
}

}  // namespace

void ImportReport::error(std::string path, std::string_view message) { add(errors, std::move(path), message); }
void ImportReport::unusable(std::string path, std::string_view message) { add(unused, std::move(path), message); }

MappingObject::MappingObject(const base::Json& json, std::string path, ImportReport& report)
    : json_(&json), path_(std::move(path)), report_(&report) {}

std::string MappingObject::path_of(std::string_view field) const {
    return path_.empty() ? std::string(field) : path_ + "." + std::string(field);
}

const base::Json* MappingObject::take(std::string_view field) {
    used_.emplace(field);
    const auto* found = json_->find(field);
    return found == nullptr || found->is_null() ? nullptr : found;
}

std::string MappingObject::checked(const base::Json& json, const std::string& path) const {
    if (!json.is_string()) {
        report_->error(path, "must be a text");
        return "";
    }
    if (json.text().size() > longest_text) {
        report_->error(path, "is longer than 2000 characters");
        return "";
    }
    if (has_markup(json.text())) {
        report_->error(path, "holds markup; write plain text");
        return "";
    }
    return std::string(base::trim(base::clean(json.text())));
}

std::string MappingObject::text(std::string_view field) {
    const auto* json = take(field);
    return json == nullptr ? "" : checked(*json, path_of(field));
}

std::string MappingObject::required(std::string_view field) {
    const auto errors = report_->errors.size();
    std::string value = text(field);
    if (value.empty() && report_->errors.size() == errors) report_->error(path_of(field), "is missing");
    return value;
}

std::string MappingObject::code(std::string_view field, const std::set<std::string, std::less<>>& allowed) {
    std::string value = text(field);
    if (value.empty() || allowed.contains(value)) return value;
    std::string message = "\"" + base::cut(value, 60) + "\" is not in the list; allowed: ";
    for (const auto& item : allowed) message += (item == *allowed.begin() ? "" : ", ") + item;
    report_->error(path_of(field), message);
    return "";
}

std::string MappingObject::id(std::string_view field) {
    std::string value = required(field);
    if (value.empty() || is_id(value)) return value;
    report_->error(path_of(field), "must be at most 100 of a-z, 0-9, - and _");
    return "";
}

Answer MappingObject::answer(std::string_view field) {
    const auto* json = take(field);
    if (json == nullptr) return Answer::unknown;
    if (!json->is_bool()) report_->error(path_of(field), "must be true, false or null");
    return json->as_bool().value_or(false) ? Answer::yes : Answer::no;
}

std::optional<int> MappingObject::number(std::string_view field, int highest) {
    const auto* json = take(field);
    if (json == nullptr) return std::nullopt;
    const auto value = json->as_integer();
    if (value && *value >= 0 && *value <= highest) return static_cast<int>(*value);
    report_->error(path_of(field), "must be a whole number from 0 to " + std::to_string(highest) + " or null");
    return std::nullopt;
}

std::vector<std::string> MappingObject::texts(std::string_view field) {
    std::vector<std::string> values;
    const auto* json = take(field);
    if (json == nullptr) return values;
    if (!json->is_array() || json->items().size() > longest_list) {
        report_->error(path_of(field), "must be a list of texts");
        return values;
    }
    for (std::size_t at = 0; at < json->items().size(); ++at) {
        values.push_back(checked(json->items()[at], path_of(field) + "[" + std::to_string(at) + "]"));
    }
    std::erase(values, "");
    return values;
}

std::vector<MappingObject> MappingObject::objects(std::string_view field) {
    std::vector<MappingObject> found;
    const auto* json = take(field);
    if (json == nullptr) return found;
    if (!json->is_array() || json->items().size() > longest_list) {
        report_->error(path_of(field), "must be a list of at most 2000 objects");
        return found;
    }
    for (std::size_t at = 0; at < json->items().size(); ++at) {
        const std::string path = path_of(field) + "[" + std::to_string(at) + "]";
        if (json->items()[at].is_object()) {
            found.emplace_back(json->items()[at], path, *report_);
        } else {
            report_->error(path, "must be an object");
        }
    }
    return found;
}

std::optional<MappingObject> MappingObject::object(std::string_view field) {
    const auto* json = take(field);
    if (json == nullptr) return std::nullopt;
    if (json->is_object()) return MappingObject(*json, path_of(field), *report_);
    report_->error(path_of(field), "must be an object");
    return std::nullopt;
}

void MappingObject::report_rest() {
    for (const auto& [name, value] : json_->members()) {
        const auto size = size_of(value);
        if (used_.contains(name) || size == 0) continue;
        report_->unusable(path_of(base::cut(name, 60)), std::to_string(size) + (size == 1 ? " value" : " values") +
                                                            " that the directory has no field for");
    }
}

}  // namespace digilots::directory
