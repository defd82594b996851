#include <algorithm>
#include <chrono>
#include <csignal>
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

volatile std::sig_atomic_t is_stopped = 0;

/// What takes longer than a second says how far it is; Ctrl+C ends it after the month that is being counted.
bool rebuild_counts(const Settings& settings) {
    const base::SystemClock clock;
    const auto database = open_existing_database(settings);
    std::signal(SIGINT, [](int) { is_stopped = 1; });
    std::signal(SIGTERM, [](int) { is_stopped = 1; });
    inquiries::CountingAnew reached;
    auto last = std::chrono::steady_clock::now();
    Application application(*database, search_folder(settings), clock);
    const bool is_whole = application.inquiries.rebuild_counts([&](const inquiries::CountingAnew& now) {
        reached = now;
        const auto time = std::chrono::steady_clock::now();
        if (time - last >= std::chrono::seconds(1)) {
            std::fprintf(stderr, "  %zu of %zu months, now %s\n", now.done, now.all, now.month.c_str());
            last = time;
        }
        return is_stopped == 0;
    });
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (is_whole) std::printf("The counts of the log have been made anew.\n");
    else std::printf("Stopped: %zu of %zu months are counted anew, the others are as they were.\n", reached.done, reached.all);
    return is_whole;
}

int run_doctor(const Settings& settings, const Arguments& arguments) {
    if (arguments.has("rebuild-counts") && !rebuild_counts(settings)) return 1;
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
        {{"rebuild-counts", OptionKind::flag, Need::optional, 
          "first count the log anew; safe while the server runs, Ctrl+C stops it"}},
        {"listen", "rate_limits"},
        run_doctor};
    return command;
}

}  // namespace digilots::app
