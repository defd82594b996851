#include <cstdio>

#include "app/application.h"
#include "app/backup.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

/// Brings it to this version and builds what is derived, so that everything is found as soon as the server runs.
void make_searchable(const Settings& settings) {
    const base::SystemClock clock;
    const auto database = open_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    application.catch_up_index();
    application.indicators.catch_up_search();
}

int run_restore(const Settings& settings, const Arguments& arguments) {
    const auto folder = arguments.text("source");
    if (arguments.has("verify-only")) {
        verify_backup(settings, folder);
        std::printf("The backup %s is complete and unchanged.\n", folder.c_str());
        return 0;
    }
    const auto kept = restore(settings, folder, base::SystemClock());
    make_searchable(settings);
    std::printf("Restored from %s.\n", folder.c_str());
    if (!kept.empty()) {
        std::printf("The former database is kept as %s; delete it when the restored one is right.\n", kept.c_str());
    }
    return 0;
}

}  // namespace

const Command& restore_command() {
    static const Command command{
        "restore",
        "put a backup in the place of the present data",
        "Verifies the backup first (checksums, engine, version, the database's own check), then swaps it in, brings\n"
        "it to this program's version and makes it searchable. Stop the server before. An SQLite database that was\n"
        "there is kept beside the new one; on PostgreSQL the replacement happens in one transaction.\n\n"
        "Example: digilots restore /srv/backup/digilots-2026-11-22",
        {{"source", OptionKind::positional, Need::required, "a folder that digilots backup wrote"},
         {"verify-only", OptionKind::flag, Need::optional, "only check the backup, change nothing"}},
        {},
        run_restore};
    return command;
}

}  // namespace digilots::app
