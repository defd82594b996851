#include <sstream>
#include <string>

#include <toml++/toml.h>

#include "app/settings.h"

namespace digilots::app {

namespace {

std::string as_text(const toml::node& node) {
    if (const auto text = node.value<std::string>()) return *text;
    std::ostringstream out;
    if (const auto* list = node.as_array()) {
        for (const auto& element : *list) out << (out.tellp() > 0 ? "," : "") << as_text(element);
    } else if (const auto flag = node.value<bool>(); node.is_boolean()) {
        out << (*flag ? "on" : "off");
    } else if (const auto number = node.value<std::int64_t>()) {
        out << *number;
    }
    return out.str();
}

}  // namespace

base::Result<Flags, SettingsError> read_settings_file(const std::string& file) {
    Flags found;
    try {
        for (const auto& [key, node] : toml::parse_file(file)) found[std::string(key.str())] = as_text(node);
    } catch (const toml::parse_error& error) {
        std::ostringstream message;
        message << file << ", line " << error.source().begin.line << ": " << error.description();
        return base::failure(SettingsError{"settings", message.str()});
    }
    return found;
}

}  // namespace digilots::app
