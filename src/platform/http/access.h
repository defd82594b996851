#pragma once
// Who may call a route. Every route names one Access; the server refuses before the handler runs.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/clock.h"
#include "platform/i18n/translator.h"

namespace digilots::http {

/// A person's role in one municipality. Each holds what those before it may do.
enum class Role { guide = 1, editor = 2, coordinator = 3, administrator = 4 };

/// What a program may do with an API token (Authorization: Bearer). Each is said once, by the slice whose routes ask for it,
/// as a constant; the token keeps its key.
struct Scope {
    enum class Holder { municipality, network_too };

    std::string_view key;  // "inquiries:write"
    i18n::Text title;      // "log inquiries": what the token may do
    Holder holder = Holder::municipality;
    Role given_by = Role::administrator;  // at least; who may make a token with it
};
using Scopes = std::vector<const Scope*>;

/// nullptr where none of them has that key.
const Scope* find_scope(const Scopes& scopes, std::string_view key);

class Access {
public:
    enum class Kind {
        anyone,     // public, indexable, cached
        signed_in,  // any signed-in account
        guide,      // at least this role in the municipality of the path, else 404 (not yours = not there)
        editor,
        coordinator,
        administrator,
        privacy,         // an administrator, or who sees to privacy in the municipality of the path
        network_viewer,  // a viewer of the network in the path ({network}), or an operator
        operator_,       // runs the installation
        token            // 401 without a valid token, 403 without the scope, 404 for another municipality or network
    };
    static const Access anyone, signed_in, guide, editor, coordinator, administrator, privacy, network_viewer, operator_;
    /// An API token with this scope, of the municipality in the path or of the network in the path.
    static constexpr Access token(const Scope& scope) { return Access(Kind::token, &scope); }
    /// Of the API: anyone gets what is published; who brings a token with this scope, of the municipality in the path, is known
    /// to the handler by it. A token that does not hold is refused.
    static constexpr Access anyone_or(const Scope& scope) { return Access(Kind::anyone, &scope); }

    constexpr Kind kind() const { return kind_; }
    /// Of a token, or of anyone who may bring one; nullptr else.
    constexpr const Scope* scope() const { return scope_; }
    bool operator==(const Access&) const = default;

private:
    constexpr explicit Access(Kind kind, const Scope* scope = nullptr) : kind_(kind), scope_(scope) {}

    Kind kind_;
    const Scope* scope_;
};

inline constexpr Access Access::anyone(Kind::anyone), Access::signed_in(Kind::signed_in), Access::guide(Kind::guide),
    Access::editor(Kind::editor), Access::coordinator(Kind::coordinator), Access::administrator(Kind::administrator),
    Access::privacy(Kind::privacy),
    Access::network_viewer(Kind::network_viewer), Access::operator_(Kind::operator_);

/// "anyone", "guide", "token:inquiries:write" … as in the golden routes.txt.
std::string name_of(Access access);

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
    bool is_made_up = false;             // of the demo: says so on every page
    std::string example = {};            // slug of a complete made-up one, where an empty page can be seen filled; "" for none
    std::string example_name = {};
};

/// Who makes the request. From a session cookie or a bearer token.
struct Identity {
    std::string account_id;    // "" for a token
    std::string token_id;      // "" for a person
    std::string display_name;  // for the page header only; never logged
    bool is_operator = false;
    std::string municipality_id;  // "" for operators and pure network viewers
    std::optional<Role> role;
    std::string unit;        // of the municipality that they work in; "" for none
    bool only_unit = false;  // may only change what belongs to it
    bool sees_privacy = false;  // the trail, and how long things are kept; beside the role
    std::vector<std::string> networks;  // keys that a network viewer (or token) may see
    std::vector<std::string> scopes;    // of a token
    std::string session_id;             // hashed; for sign-out and CSRF
};

}  // namespace digilots::http
