#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"
#include "app/slices.h"
#include "platform/base/lists.h"

namespace digilots::app {

namespace {

int run_user_disable(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    const organisation::Organisation organisation(*database, versions, clock);
    accounts::Accounts accounts(*database, clock, &organisation);
    accounts.know(what_leavers_have(*database, clock));
    const auto slug = arguments.text("municipality");
    const auto id = slug.empty() ? std::string() : municipality_id_of(municipalities, slug);
    const auto successor = arguments.text("successor");
    const auto done = accounts.disable(id, arguments.text("email"), successor);
    if (!done) refuse(done.error());
    std::printf("%s can no longer log in.\n", arguments.text("email").c_str());
    if (done->empty()) return 0;
    const auto held = base::joined(*done, ", ");
    if (successor.empty()) std::printf("Nobody has these functions now, see /staff/functions: %s\n", held.c_str());
    else std::printf("%s takes over: %s\n", successor.c_str(), held.c_str());
    return 0;
}

}  // namespace

const Command& user_disable_command() {
    static const Command command{
        "user disable",
        "take a person's access away",
        "Ends all sessions of the account at once; what it did stays in the trail. The functions and own tasks of the person\n"
        "go to --successor, or to nobody yet; which functions those are is told.\n\n"
        "Example: digilots user disable --municipality sundsvall --email anna@example.org",
        {{"municipality", OptionKind::text, Need::optional, "slug or code; leave out for operators and network viewers"},
         {"email", OptionKind::text, Need::required, "the account"},
         {"successor", OptionKind::text, Need::optional, "e-mail address of who takes over functions and tasks"}},
        {},
        run_user_disable};
    return command;
}

}  // namespace digilots::app
