#include <cstdio>

#include "app/chosen_jobs.h"
#include "app/installation.h"
#include "platform/jobs/operating.h"

namespace digilots::app {

namespace {

int run_jobs_retry(const Settings& settings, const Arguments& arguments) {
    auto database = open_existing_migrated_database(settings);
    const base::SystemClock clock;
    const auto number = each_chosen_job(*database, arguments, [&](db::Connection& connection, const std::string& id) {
        return jobs::retry(connection, id, clock.now());
    });
    std::printf("%d due now, with all attempts again.\n", number);
    return 0;
}

}  // namespace

const Command& jobs_retry_command() {
    static const Command command{
        "jobs retry",
        "try jobs again that failed or wait",
        "They are done within a second while digilots serve runs.\n\n"
        "Examples: digilots jobs retry 0192f0c1-…   (ids: digilots jobs list)\n"
        "          digilots jobs retry --all",
        {{"id", OptionKind::positional_list, Need::optional, "the jobs' ids"},
         {"all", OptionKind::flag, Need::optional, "all that failed"}},
        {},
        run_jobs_retry};
    return command;
}

}  // namespace digilots::app
