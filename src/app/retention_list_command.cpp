#include <cstdio>

#include "app/application.h"
#include "app/chosen_rules.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_retention_list(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    const Application application(*database, search_folder(settings), clock);
    for (const auto& [owner, rule] : chosen_rules(application, arguments)) {
        const auto chosen = application.retention.chosen(owner, *rule);
        std::printf("%s\t%s\t%s\t%s\n", owner.empty() ? "-" : owner.c_str(), rule->key.c_str(),
                    period_in_words(*rule, chosen.number).c_str(),
                    chosen.version == 0         ? "as shipped"
                    : chosen.decided_by.empty() ? "chosen"
                                                : chosen.decided_by.c_str());
    }
    return 0;
}

}  // namespace

const Command& retention_list_command() {
    static const Command command{
        "retention list",
        "list how long each kind of record is kept",
        "Prints municipality (- for what is the same for the whole installation), rule, period, and the "
        "decision behind it,\n"
        "with tabs between them. An administrator chooses under Settings, \"How long things are kept\".\n\n"
        "Example: digilots retention list --municipality 2281",
        {{"municipality", OptionKind::text, Need::optional,
          "of one municipality only: code, key or name in addresses"}},
        {},
        run_retention_list};
    return command;
}

}  // namespace digilots::app
