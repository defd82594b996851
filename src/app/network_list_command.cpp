#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"

namespace digilots::app {

namespace {

int run_network_list(const Settings& settings, const Arguments&) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    const municipality::Municipalities municipalities(*database, versions, clock);
    for (const auto& network : municipalities.networks()) {
        std::printf("%s\t%s\t", network.key.c_str(), network.name.c_str());
        const char* between = "";
        for (const auto& id : network.members) {
            std::printf("%s%s", between, id.c_str());
            between = ",";
        }
        std::printf("%s%s\n", network.nation.empty() ? "" : "\t", network.nation.c_str());
    }
    return 0;
}

}  // namespace

const Command& network_list_command() {
    static const Command command{
        "network list",
        "list the networks of municipalities",
        "Prints key, name and the members' codes with tabs between them, and the country of a nation's network.\n\n"
        "Example: digilots network list",
        {},
        {},
        run_network_list};
    return command;
}

}  // namespace digilots::app
