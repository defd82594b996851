#include <cstdio>

#include "app/chosen_jobs.h"
#include "app/installation.h"
#include "platform/jobs/operating.h"

namespace digilots::app {

namespace {

int run_jobs_drop(const Settings& settings, const Arguments& arguments) {
    auto database = open_existing_migrated_database(settings);
    const auto number = each_chosen_job(*database, arguments, [](db::Connection& connection, const std::string& id) {
        return jobs::drop(connection, id);
    });
    std::printf("%d dropped. What they were to do is not done.\n", number);
    return 0;
}

}  // namespace

const Command& jobs_drop_command() {
    static const Command command{
        "jobs drop",
        "give up jobs that failed or wait",
        "What they were to do is not done. Scheduled work comes again at its next time.\n\n"
        "Example: digilots jobs drop 0192f0c1-…   (ids: digilots jobs list)",
        {{"id", OptionKind::positional_list, Need::optional, "the jobs' ids"},
         {"all", OptionKind::flag, Need::optional, "all that failed"}},
        {},
        run_jobs_drop};
    return command;
}

}  // namespace digilots::app
