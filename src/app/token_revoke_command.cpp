#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

int run_token_revoke(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    municipality::Municipalities municipalities(*database, clock);
    accounts::Accounts accounts(*database, clock);
    const auto id = municipality_id_of(municipalities, arguments.text("municipality"));
    const auto done = accounts.revoke_token(id, arguments.text("id"));
    if (!done) refuse(done.error());
    std::printf("The token is revoked.\n");
    return 0;
}

}  // namespace

const Command& token_revoke_command() {
    static const Command command{
        "token revoke",
        "make an API token worthless",
        "Example: digilots token revoke --municipality sundsvall 0192f0c1-…   (ids: digilots token list)",
        {{"id", OptionKind::positional, Need::required, "the token's id"},
         {"municipality", OptionKind::text, Need::required, "slug or code"}},
        {},
        run_token_revoke};
    return command;
}

}  // namespace digilots::app
