#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

accounts::NewAccount account_of(const Arguments& arguments, const municipality::Municipalities& municipalities) {
    accounts::NewAccount account;
    account.email = arguments.text("email");
    account.networks = arguments.all("network");
    const auto role = arguments.text("role");
    if (role == "operator") {
        account.is_operator = true;
    } else if (role == "network-viewer" || role == "network_viewer") {
        if (account.networks.empty()) throw CommandError("Name the networks that the viewer sees: --network KEY.", 2);
    } else {
        account.role = role_of(role);
        if (!arguments.has("municipality")) throw CommandError("Name the municipality: --municipality SLUG.", 2);
    }
    if (arguments.has("municipality")) {
        account.municipality_id = municipality_id_of(municipalities, arguments.text("municipality"));
    }
    account.sees_privacy = arguments.has("sees-privacy");
    if (account.sees_privacy && !account.role)
        throw CommandError("--sees-privacy goes with a role of a municipality, for example --role guide.", 2);
    for (const auto& key : account.networks) {
        if (!municipalities.network(key)) throw CommandError("There is no network \"" + key + "\".");
    }
    return account;
}

int run_user_add(const Settings& settings, const Arguments& arguments) {
    if (!arguments.has("password-stdin")) {
        throw CommandError("Give the password on standard input with --password-stdin: arguments can be listed by "
                           "everyone on the machine.", 2);
    }
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    accounts::Accounts accounts(*database, clock);
    auto account = account_of(arguments, municipalities);
    account.password = read_password_line();
    const auto id = accounts.add(account);
    if (!id) refuse(id.error());
    std::printf("%s\n", id->c_str());
    return 0;
}

}  // namespace

const Command& user_add_command() {
    static const Command command{
        "user add",
        "add a staff account",
        "Prints the account's id. The account can log in at once; a second factor is used only when its owner turns\n"
        "it on. The password is the first line of standard input.\n\n"
        "Example: printf '%s\\n' \"$PASSWORD\" | digilots user add --municipality sundsvall --role guide \\\n"
        "           --email anna@example.org --password-stdin",
        {{"municipality", OptionKind::text, Need::optional, "slug or code; not for operators and network viewers"},
         {"role", OptionKind::text, Need::required,
          "guide, editor, coordinator, administrator, network-viewer or operator"},
         {"email", OptionKind::text, Need::required, "what the person logs in with"},
         {"sees-privacy", OptionKind::flag, Need::optional,
          "also reads who did what and how long things are kept; administrators do anyway"},
         {"network", OptionKind::repeated, Need::optional, "key of a network that a network viewer sees"},
         {"password-stdin", OptionKind::flag, Need::optional, "read the password from standard input"}},
        {},
        run_user_add};
    return command;
}

}  // namespace digilots::app
