#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

int run_retention_run(const Settings& settings, const Arguments&) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    for (const auto& [rule, number] : application.retention.run())
        std::printf("%s\t%lld\n", rule.c_str(), static_cast<long long>(number));
    return 0;
}

}  // namespace

const Command& retention_run_command() {
    static const Command command{
        "retention run",
        "delete now what has had its time",
        "Does what digilots serve does each night at 03:10, and may run beside it. What is deleted cannot be "
        "brought back:\n"
        "look first with digilots retention preview. Prints each rule and how many went.",
        {},
        {},
        run_retention_run};
    return command;
}

}  // namespace digilots::app
