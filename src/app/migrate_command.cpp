#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "app/migrations.h"

namespace digilots::app {

namespace {

/// Telling what would be made makes nothing.
std::vector<std::string> missing_migrations(const Settings& settings) {
    if (missing_database(settings).empty()) return open_database(settings)->pending(migrations());
    std::vector<std::string> all;
    for (const auto& migration : migrations()) all.emplace_back(migration.name);
    return all;
}

int run_migrate(const Settings& settings, const Arguments& arguments) {
    if (arguments.has("dry-run")) {
        for (const auto& name : missing_migrations(settings)) std::printf("would apply %s\n", name.c_str());
        return 0;
    }
    auto database = open_database(settings);
    const auto applied = migrate(*database);
    for (const auto& name : applied) std::printf("applied %s\n", name.c_str());
    if (applied.empty()) std::printf("The database is up to date (%zu migrations).\n", migrations().size());
    return 0;
}

}  // namespace

const Command& migrate_command() {
    static const Command command{
        "migrate",
        "bring the database to this program's version",
        "Applies the migrations that are missing, each in a transaction of its own. It is safe when several servers\n"
        "start at once, and changes nothing when all is there. `digilots serve` does the same at its start.\n\n"
        "Example: digilots migrate --data /var/lib/digilots",
        {{"dry-run", OptionKind::flag, Need::optional, "only tell what would be applied"}},
        {},
        run_migrate};
    return command;
}

}  // namespace digilots::app
