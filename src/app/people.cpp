#include "app/people.h"

#include <array>
#include <cstdio>
#include <utility>

namespace digilots::app {

namespace {

constexpr std::array<std::pair<std::string_view, http::Role>, 4> roles{{
    {"guide", http::Role::guide},
    {"editor", http::Role::editor},
    {"coordinator", http::Role::coordinator},
    {"administrator", http::Role::administrator},
}};

}  // namespace

std::string municipality_id_of(const municipality::Municipalities& municipalities, const std::string& slug) {
    const auto found = municipalities.about(slug);
    if (!found) {
        throw CommandError("No municipality is called \"" + slug +
                           "\". Use its slug (sundsvall, ornskoldsvik) or its official code (2281).");
    }
    if (municipalities.is_active(found->id)) return found->id;
    std::string active;
    for (const auto& municipality : municipalities.active()) active += " " + municipality.slug;
    throw CommandError(found->name + " is not active here. Active:" + (active.empty() ? " none" : active) +
                       ". Import its mapping or activate it first.");
}

TokenOwner token_owner_of(const municipality::Municipalities& municipalities, const Arguments& arguments) {
    if (arguments.has("municipality") == arguments.has("network")) {
        throw CommandError("Say whose the token is: --municipality SLUG or --network KEY, one of them.", 2);
    }
    if (arguments.has("municipality")) return {municipality_id_of(municipalities, arguments.text("municipality")), ""};
    const auto key = arguments.text("network");
    if (municipalities.network(key)) return {"", key};
    std::string there;
    for (const auto& network : municipalities.networks()) there += " " + network.key;
    throw CommandError("No network is called \"" + key + "\". There are:" + (there.empty() ? " none" : there) + ".");
}

http::Role role_of(const std::string& word) {
    for (const auto& [name, role] : roles) {
        if (word == name) return role;
    }
    throw CommandError("\"" + word + "\" is not a role. Roles: guide, editor, coordinator, administrator, "
                       "network-viewer (with --network), operator.", 2);
}

std::string_view word_of(http::Role role) {
    for (const auto& [name, value] : roles) {
        if (role == value) return name;
    }
    return "";
}

std::string read_password_line() {
    std::string line;
    for (int character; (character = std::getchar()) != EOF && character != '\n';) line.push_back(static_cast<char>(character));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

void refuse(const std::string& message) { throw CommandError(message); }

}  // namespace digilots::app
