#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "municipality/municipality.h"

namespace digilots::app {

namespace {

void print(const municipality::Municipality& municipality, bool active) {
    std::printf("%s\t%s\t%s\t%s\t%s\n", municipality.id.c_str(), municipality.country.c_str(), municipality.slug.c_str(),
                municipality.name.c_str(), municipality.is_made_up ? "made up" : active ? "active" : "not active");
}

int run_municipality_list(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    kept::Versions versions(*database);
    const municipality::Municipalities municipalities(*database, versions, clock);
    const auto own = municipalities.own();
    for (const auto* some : {&municipality::Municipalities::all(), &own}) {
        for (const auto& one : *some) {
            const bool active = municipalities.is_active(one.id);
            if (active || arguments.has("all")) print(one, active);
        }
    }
    return 0;
}

}  // namespace

const Command& municipality_list_command() {
    static const Command command{
        "municipality list",
        "list the municipalities that are active here",
        "Prints official code (of a region or programme its key), country, name in addresses, name and state with tabs\n"
        "between them.\n\n"
        "Example: digilots municipality list --all | grep NO",
        {{"all", OptionKind::flag, Need::optional, "all of Sweden and Norway, also those not active"}},
        {},
        run_municipality_list};
    return command;
}

}  // namespace digilots::app
