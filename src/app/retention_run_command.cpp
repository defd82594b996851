#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "platform/base/time.h"

namespace digilots::app {

namespace {

int run_retention_run(const Settings& settings, const Arguments& arguments) {
    const base::SystemClock clock;
    auto database = open_existing_migrated_database(settings);
    Application application(*database, search_folder(settings), clock);
    if (const auto since = application.retention.still_since(); since && !arguments.has("after-standstill"))
        throw CommandError("Nothing was deleted: the last time was " + base::format_utc(*since) +
                           ", and by this computer's clock it is " + base::format_utc(clock.now()) +
                           ". Look whether the clock is right. If the service stood still so long, look with digilots "
                           "retention preview, then: digilots retention run --after-standstill");
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
        {{"after-standstill", OptionKind::flag, Need::optional,
          "though nothing was deleted for more than 40 days: you have seen that the clock is right"}},
        {},
        run_retention_run};
    return command;
}

}  // namespace digilots::app
