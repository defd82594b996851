#include <algorithm>
#include <array>
#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

constexpr std::array<std::string_view, 3> known_scopes{"inquiries:write", "inquiries:read", "statistics:read"};

int run_token_add(const Settings& settings, const Arguments& arguments) {
    const auto scopes = arguments.all("scope");
    for (const auto& scope : scopes) {
        if (std::ranges::find(known_scopes, scope) == known_scopes.end()) {
            throw CommandError("\"" + scope + "\" is not a scope. Scopes: inquiries:write, inquiries:read, "
                               "statistics:read.", 2);
        }
    }
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    municipality::Municipalities municipalities(*database, clock);
    accounts::Accounts accounts(*database, clock);
    const auto id = municipality_id_of(municipalities, arguments.text("municipality"));
    const auto name = arguments.has("name") ? arguments.text("name") : std::string("API token");
    const auto token = accounts.add_token(id, name, scopes);
    if (!token) refuse(token.error());
    std::printf("%s\n", token->c_str());
    return 0;
}

}  // namespace

const Command& token_add_command() {
    static const Command command{
        "token add",
        "add an API token",
        "Prints only the token, and only now: the database keeps a hash. It is sent as Authorization: Bearer TOKEN.\n\n"
        "Example: digilots token add --municipality sundsvall --scope inquiries:write --scope statistics:read",
        {{"municipality", OptionKind::text, Need::required, "slug or code"},
         {"scope", OptionKind::repeated, Need::required,
          "inquiries:write, inquiries:read or statistics:read; may be given several times"},
         {"name", OptionKind::text, Need::optional, "what uses the token, for the list"}},
        {},
        run_token_add};
    return command;
}

}  // namespace digilots::app
