#include <cstdio>

#include "accounts/accounts.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/people.h"

namespace digilots::app {

namespace {

std::string role_text(const accounts::ListedAccount& account) {
    if (account.is_operator) return "operator";
    if (account.role) return std::string(word_of(*account.role));
    return "network-viewer";
}

void print(const std::vector<accounts::ListedAccount>& accounts, const std::string& municipality) {
    for (const auto& account : accounts) {
        std::printf("%s\t%s\t%s\t%s\t%s\n", account.id.c_str(), municipality.c_str(), role_text(account).c_str(),
                    account.email.c_str(), account.disabled ? "disabled" : "active");
    }
}

int run_user_list(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    municipality::Municipalities municipalities(*database, versions, clock);
    accounts::Accounts accounts(*database, clock);
    if (arguments.has("municipality")) {
        const auto slug = arguments.text("municipality");
        print(accounts.accounts_of(municipality_id_of(municipalities, slug)), slug);
        return 0;
    }
    print(accounts.accounts_of(""), "-");
    for (const auto& municipality : municipalities.active()) print(accounts.accounts_of(municipality.id), municipality.slug);
    return 0;
}

}  // namespace

const Command& user_list_command() {
    static const Command command{
        "user list",
        "list staff accounts",
        "Prints id, municipality, role, e-mail and state with tabs between them.\n\n"
        "Example: digilots user list --municipality sundsvall",
        {{"municipality", OptionKind::text, Need::optional, "only this one (slug or code)"}},
        {},
        run_user_list};
    return command;
}

}  // namespace digilots::app
