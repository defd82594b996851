#include <algorithm>
#include <cstdio>

#include "app/command.h"
#include "app/examination.h"

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

int run(const Settings& settings, const Arguments&) {
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
        "the search index. Ends with 1 where something is wrong, with 0 where there are only hints.\n\n"
        "Example: digilots doctor --data /var/lib/digilots",
        {},
        {"listen", "rate_limits"},
        run};
    return command;
}

}  // namespace digilots::app
