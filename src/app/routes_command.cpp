#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

/// The list does not depend on any data: an empty database that lives as long as the command is enough.
class EmptyInstallation {
public:
    EmptyInstallation() {
        auto pattern = (std::filesystem::temp_directory_path() / "digilots-routes-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) throw CommandError("No temporary folder can be made. Is the disk full?");
        settings.data = pattern;
        database = open_migrated_database(settings);
    }
    ~EmptyInstallation() {
        database.reset();
        std::error_code ignored;
        std::filesystem::remove_all(settings.data, ignored);
    }

    Settings settings;
    std::unique_ptr<db::Database> database;
};

int run_routes(const Settings&, const Arguments&) {
    EmptyInstallation empty;
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
