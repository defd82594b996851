#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_routes(const Settings&, const Arguments&) {
    const EmptyInstallation empty;      // the list does not depend on any data
    const base::SystemClock clock;
    Application application(*empty.database, "", clock);
    for (const auto& line : route_lines(application.routes())) std::printf("%s\n", line.c_str());
    return 0;
}

}  // namespace

const Command& routes_command() {
    static const Command command{
        "routes",
        "list every address with its method and role",
        "Prints METHOD PATH ROLE, one a line, as in the golden routes.txt.\n\nExample: digilots routes | grep staff",
        {},
        {},
        run_routes};
    return command;
}

}  // namespace digilots::app
