#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"
#include "platform/base/lists.h"

namespace digilots::app {

namespace {

void print(const std::string& owner, const std::vector<accounts::ListedToken>& tokens) {
    for (const auto& token : tokens) {
        const auto name = token.network.empty() ? owner : "network:" + token.network;
        std::printf("%s\t%s\t%s\t%s\tcreated %s\tlast used %s\t%s\n", token.id.c_str(), name.c_str(), token.name.c_str(),
                    base::joined(token.scopes, ",").c_str(), token.created_on.c_str(),
                    token.last_used_on.empty() ? "never" : token.last_used_on.c_str(),
                    token.revoked ? "revoked" : "active");
    }
}

int run_token_list(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    accounts::Accounts accounts(*database, clock);
    const auto wanted = arguments.has("municipality") ? municipality_id_of(municipalities, arguments.text("municipality")) : "";
    for (const auto& municipality : municipalities.active()) {
        if (!wanted.empty() && municipality.id != wanted) continue;
        print(municipality.slug, accounts.tokens_of(municipality.id));
    }
    if (wanted.empty()) print("", accounts.tokens_of(""));
    return 0;
}

}  // namespace

const Command& token_list_command() {
    static const Command command{
        "token list",
        "list API tokens",
        "Prints id, municipality (or network:KEY), name, scopes, dates and state with tabs between them; never the\n"
        "token itself.\n\n"
        "Example: digilots token list --municipality sundsvall",
        {{"municipality", OptionKind::text, Need::optional, "only this one (slug or code)"}},
        {},
        run_token_list};
    return command;
}

}  // namespace digilots::app
