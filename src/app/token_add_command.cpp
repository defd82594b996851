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

base::Result<std::string, std::string> add_network_token(accounts::Accounts& accounts, const std::string& network,
                                                         const std::string& name, const std::vector<std::string>& scopes) {
    for (const auto& scope : scopes) {
        if (scope == "statistics:read") continue;
        throw CommandError("A network's token can only have the scope statistics:read: networks see totals, never entries.", 2);
    }
    return accounts.add_network_token(network, name);
}

int run_token_add(const Settings& settings, const Arguments& arguments) {
    const auto scopes = arguments.all("scope");
    for (const auto& scope : scopes) {
        if (std::ranges::find(known_scopes, scope) == known_scopes.end()) {
            throw CommandError("\"" + scope + "\" is not a scope. Scopes: inquiries:write, inquiries:read, "
                               "statistics:read.", 2);
        }
    }
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    accounts::Accounts accounts(*database, clock);
    const auto name = arguments.has("name") ? arguments.text("name") : std::string("API token");
    const auto owner = token_owner_of(municipalities, arguments);
    const auto token = owner.network.empty() ? accounts.add_token(owner.municipality_id, name, scopes)
                                             : add_network_token(accounts, owner.network, name, scopes);
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
        "A token belongs to one municipality, or to one network: then it reads the network's totals alone, at\n"
        "/api/v1/networks/KEY/statistics.\n\n"
        "Examples:\n"
        "  digilots token add --municipality sundsvall --scope inquiries:write --scope statistics:read\n"
        "  digilots token add --network teo --scope statistics:read",
        {{"municipality", OptionKind::text, Need::optional, "slug or code"},
         {"network", OptionKind::text, Need::optional, "key of a network, such as teo, in place of a municipality"},
         {"scope", OptionKind::repeated, Need::required,
          "inquiries:write, inquiries:read or statistics:read; may be given several times"},
         {"name", OptionKind::text, Need::optional, "what uses the token, for the list"}},
        {},
        run_token_add};
    return command;
}

}  // namespace digilots::app
