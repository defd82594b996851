#include <cstdio>

#include "app/backup.h"
#include "app/command.h"

namespace digilots::app {

namespace {

int run_backup(const Settings& settings, const Arguments& arguments) {
    const auto folder = arguments.text("destination");
    back_up(settings, folder, base::SystemClock());
    std::printf("Backed up to %s. Check it at any time: cd %s && sha256sum -c SHA256SUMS\n", folder.c_str(), folder.c_str());
    return 0;
}

}  // namespace

const Command& backup_command() {
    static const Command command{
        "backup",
        "write a consistent backup while servers go on working",
        "Writes a folder with the database, the settings file, a manifest and checksums. Everything acknowledged\n"
        "before the command began is in it. The folder appears only when it is complete. The search index is not in\n"
        "it: it is built anew from the database.\n\n"
        "Example: digilots backup /srv/backup/digilots-$(date +%F)",
        {{"destination", OptionKind::positional, Need::required, "a folder that is not there yet, or empty"}},
        {},
        run_backup};
    return command;
}

}  // namespace digilots::app
