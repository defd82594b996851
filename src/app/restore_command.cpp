#include <cstdio>

#include "app/backup.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_restore(const Settings& settings, const Arguments& arguments) {
    const auto folder = arguments.text("source");
    if (arguments.has("verify-only")) {
        verify_backup(settings, folder);
        std::printf("The backup %s is complete and unchanged.\n", folder.c_str());
        return 0;
    }
    const auto kept = restore(settings, folder, base::SystemClock());
    open_migrated_database(settings);
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
        "Verifies the backup first (checksums, engine, version, the database's own check), then swaps it in and\n"
        "brings it to this program's version. Stop the server before. An SQLite database that was there is kept\n"
        "beside the new one; on PostgreSQL the replacement happens in one transaction.\n\n"
        "Example: digilots restore /srv/backup/digilots-2026-11-22",
        {{"source", OptionKind::positional, Need::required, "a folder that digilots backup wrote"},
         {"verify-only", OptionKind::flag, Need::optional, "only check the backup, change nothing"}},
        {},
        run_restore};
    return command;
}

}  // namespace digilots::app
