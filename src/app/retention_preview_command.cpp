#include <cstdio>

#include "app/application.h"
#include "app/chosen_rules.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_retention_preview(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    const Application application(*database, search_folder(settings), clock);
    for (const auto& [owner, rule] : chosen_rules(application, arguments)) {
        const auto standing = application.retention.standing(owner, *rule);
        std::printf("%s\t%s\t%s\t%lld now\t%lld of %lld within %d days\n",
                    owner.empty() ? "-" : owner.c_str(), rule->key.c_str(),
                    period_in_words(*rule, application.retention.chosen(owner, *rule).number).c_str(),
                    static_cast<long long>(standing.due), static_cast<long long>(standing.soon),
                    static_cast<long long>(standing.held), retention::soon_days);
    }
    return 0;
}

}  // namespace

const Command& retention_preview_command() {
    static const Command command{"retention preview",
                                 "show how many of what a run would delete, and deletes nothing",
                                 "Prints municipality, rule, period, how many would be deleted now, and how "
                                 "many of all within 30 days, with tabs\n"
                                 "between them.\n\n"
                                 "Example: digilots retention preview --municipality 2281",
                                 {{"municipality", OptionKind::text, Need::optional,
                                   "of one municipality only: code, key or name in addresses"}},
                                 {},
                                 run_retention_preview};
    return command;
}

}  // namespace digilots::app
