#pragma once
// Who may call a route. Every route names one Access; the server refuses before the handler runs.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"

namespace digilots::http {

/// A person's role in one municipality. Each holds what those before it may do.
enum class Role { guide = 1, editor = 2, coordinator = 3, administrator = 4 };

enum class Access {
    anyone,     // public, indexable, cached
    signed_in,  // any signed-in account
    guide,      // at least this role in the municipality of the path, else 404 (not yours = not there)
    editor,
    coordinator,
    administrator,
    network_viewer,  // a viewer of the network in the path ({network}), or an operator
    operator_,       // runs the installation
    // API tokens (Authorization: Bearer); 401 without a valid token, 403 without the scope, 404 for another
    // municipality
    inquiries_write,
    inquiries_read,
    statistics_read,  // of the municipality in the path, or of the network in the path
};

/// "anyone", "guide", "token:inquiries:write" … as in the golden routes.txt.
std::string_view name_of(Access access);

/// The tenant of the path. Filled by the server from the directory of municipalities before the handler runs.
struct Tenant {
    std::string id;                      // "2281": the official code; or a key: "region-gavleborg"
    std::string slug;                    // "sundsvall"
    std::string name;                    // "Sundsvall"
    std::string zone;                    // "Europe/Stockholm"
    std::vector<std::string> languages;  // first is the default, such as {"sv", "en"}
    std::string phone;                   // "" where none is set: pages show the desk instead
    bool phone_is_example = false;       // a demo number from the series reserved for fiction
    std::string primary_colour;          // "" or "#005b99", checked for contrast when saved
    std::string country = "SE";          // "SE", "NO"
    std::optional<bool> phone_answers = {};           // now, by its hours; nothing where they are not known
    std::optional<base::Instant> phone_changes = {};  // when that changes
    std::optional<base::Instant> keep_until = {};     // no page of it is kept longer: its phone changes
};

/// Who makes the request. From a session cookie or a bearer token.
struct Identity {
    std::string account_id;    // "" for a token
    std::string token_id;      // "" for a person
    std::string display_name;  // for the page header only; never logged
    bool is_operator = false;
    std::string municipality_id;  // "" for operators and pure network viewers
    std::optional<Role> role;
    std::vector<std::string> networks;  // keys that a network viewer (or token) may see
    std::vector<std::string> scopes;    // of a token
    std::string session_id;             // hashed; for sign-out and CSRF
};

}  // namespace digilots::http
