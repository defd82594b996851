#include <algorithm>
#include <cstdio>

#include "app/application.h"
#include "app/command.h"
#include "app/examination.h"
#include "app/installation.h"

namespace digilots::app {

namespace {

const char* mark_of(Health health) {
    switch (health) {
        case Health::good: return "ok   ";
        case Health::hint: return "hint ";
        case Health::wrong: return "WRONG";
    }
    return "";
}

void rebuild_counts(const Settings& settings) {
    const base::SystemClock clock;
    const auto database = open_existing_database(settings);
    Application(*database, search_folder(settings), clock).inquiries.rebuild_counts();
    std::printf("The counts of the log have been made anew.\n");
}

int run_doctor(const Settings& settings, const Arguments& arguments) {
    if (arguments.has("rebuild-counts")) rebuild_counts(settings);
    const auto findings = examine(settings, base::SystemClock());
    for (const auto& finding : findings) {
        std::printf("%s  %-16s %s\n", mark_of(finding.health), finding.matter.c_str(), finding.text.c_str());
    }
    const auto wrong = std::ranges::count(findings, Health::wrong, &Finding::health);
    if (wrong) {
        std::printf("%td to put right.\n", wrong);
    } else {
        std::printf("Nothing is wrong.\n");
    }
    return wrong ? 1 : 0;
}

}  // namespace

const Command& doctor_command() {
    static const Command command{
        "doctor",
        "examine the installation and say what to do",
        "Looks at settings, disk, time zone data, database version, migrations, integrity, phones, fallback desks and\n"
        "the search index, and whether the counts fit the log. Ends with 1 where something is wrong, with 0 where there\n"
        "are only hints.\n\n"
        "Example: digilots doctor --data /var/lib/digilots",
        {{"rebuild-counts", OptionKind::flag, Need::optional, "first count the log anew; safe while the server runs"}},
        {"listen", "rate_limits"},
        run_doctor};
    return command;
}

}  // namespace digilots::app
