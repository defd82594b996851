#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

int run_token_revoke(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    accounts::Accounts accounts(*database, clock);
    const auto owner = token_owner_of(municipalities, arguments);
    const auto done = accounts.revoke_token(owner.municipality_id, arguments.text("id"));
    if (!done) refuse(done.error());
    std::printf("The token is revoked.\n");
    return 0;
}

}  // namespace

const Command& token_revoke_command() {
    static const Command command{
        "token revoke",
        "make an API token worthless",
        "Examples: digilots token revoke --municipality sundsvall 0192f0c1-…   (ids: digilots token list)\n"
        "          digilots token revoke --network teo 0192f0c1-…",
        {{"id", OptionKind::positional, Need::required, "the token's id"},
         {"municipality", OptionKind::text, Need::optional, "slug or code"},
         {"network", OptionKind::text, Need::optional, "key of a network, in place of a municipality"}},
        {},
        run_token_revoke};
    return command;
}

}  // namespace digilots::app
