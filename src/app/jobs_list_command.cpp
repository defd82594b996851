#include <cstdio>

#include "app/command.h"
#include "app/installation.h"
#include "platform/base/time.h"
#include "platform/jobs/operating.h"

namespace digilots::app {

namespace {

constexpr int most_listed = 1000;

std::string when_of(const jobs::Listed& job) {
    if (job.ended) return "ended " + base::format_utc(*job.ended);
    return job.state == jobs::State::running ? "running" : "due " + base::format_utc(job.due);
}

std::string progress_of(const jobs::Listed& job) {
    if (job.state != jobs::State::running || (job.total == 0 && job.step.empty())) return "";
    return "\t" + std::to_string(job.done) + " of " + (job.total > 0 ? std::to_string(job.total) : "?") + " " + job.step;
}

int run_jobs_list(const Settings& settings, const Arguments& arguments) {
    const auto word = arguments.text("state");
    const auto state = jobs::state_of(word);
    if (!word.empty() && !state)
        throw CommandError("\"" + word + "\" is no state of a job. Say one of: waiting, running, failed, done.");
    auto database = open_existing_migrated_database(settings);
    const auto listed =
        database->read([&](db::Connection& connection) { return jobs::list(connection, state, most_listed); });
    for (const auto& job : listed) {
        if (!state && job.state == jobs::State::done) continue;
        std::printf("%s\t%s\t%s\t%s\tattempts %d\t%s%s%s%s\n", job.id.c_str(), std::string(jobs::word_of(job.state)).c_str(),
                    job.kind.c_str(), job.municipality_id.empty() ? "-" : job.municipality_id.c_str(), job.attempts,
                    when_of(job).c_str(), progress_of(job).c_str(), job.reason.empty() ? "" : "\t", job.reason.c_str());
    }
    if (listed.size() == most_listed)
        std::fprintf(stderr, "Only the first %d are shown. Say --state to see others.\n", most_listed);
    return 0;
}

}  // namespace

const Command& jobs_list_command() {
    static const Command command{
        "jobs list",
        "list work beside requests: what failed, runs and waits",
        "Prints a line a job: id, state, kind, municipality, attempts, when, and why the last attempt failed. Those that\n"
        "failed come first; they are not tried again unless you say so. Done ones are kept for a week and shown with\n"
        "--state done.\n\n"
        "Example: digilots jobs list --state failed",
        {{"state", OptionKind::text, Need::optional, "waiting, running, failed or done"}},
        {},
        run_jobs_list};
    return command;
}

}  // namespace digilots::app
