#include <cstdio>

#include "accounts/demo.h"
#include "app/command.h"
#include "app/demo.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_demo(const Settings& settings, const Arguments&) {
    const base::SystemClock clock;
    auto database = open_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    const auto loaded = load_demo(application);
    const auto municipalities = application.municipalities.active().size();
    if (loaded == DemoLoaded::now) {
        std::printf("The demo is loaded: %zu municipalities in %s.\n", municipalities, settings.data.c_str());
    } else {
        std::printf("The demo was here already: %zu municipalities in %s. What was missing is there again, and what was "
                    "changed in it stays.\n", municipalities, settings.data.c_str());
    }
    std::printf("Accounts, all with the password %s as long as nobody has changed it:\n", accounts::demo_password);
    for (const auto& one : accounts::demo_accounts()) {
        std::printf("  %-34s %s %s\n", one.account.email.c_str(), one.role, one.municipality);
    }
    return 0;
}

}  // namespace

const Command& demo_command() {
    static const Command command{
        "demo",
        "load the demo into an empty database: nine municipalities, accounts with a known password",
        "Imports the mapping of nine municipalities, gives them example phone numbers, makes accounts, which it prints,\n"
        "and loads the figures of all municipalities that the program brings. It refuses a database that holds\n"
        "anything else, and can be repeated.\n\n"
        "Example: digilots demo --data /tmp/demo && digilots serve --data /tmp/demo",
        {},
        {},
        run_demo};
    return command;
}

}  // namespace digilots::app
