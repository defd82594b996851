#include "app/own_jobs.h"

#include <algorithm>
#include <utility>

#include "app/figures.h"
#include "platform/base/log.h"
#include "platform/jobs/operating.h"

namespace digilots::app {

namespace {

using std::chrono::hours, std::chrono::minutes;

constexpr int first_counted_year = 2020;
// Sources and their networks are down for an afternoon now and then.
const jobs::Retry patient{.attempts = 5, .first = minutes(20), .longest = hours(6)};

/// Where figures come from on a schedule.
struct Fetched {
    const char* source;
    bool is_on;
    int hours;  // between two fetches
    std::unique_ptr<indicators::Source> (*open)(const Settings& settings);
    std::vector<std::string> (*wishes)(const Settings& settings, const indicators::Indicators& indicators);
};

/// What is fetched stays where the server ends in the middle, and the next attempt goes on from there.
void fetch(Application& application, const Settings& settings, const Fetched& from, jobs::Run& run) {
    const auto last = indicators::last_sync(application.database, from.source, application.clock.now());
    const bool is_fresh = last && application.clock.now() < *last + minutes(from.hours * 30);   // by the command
    if (!from.is_on || is_fresh) return;
    indicators::SyncWishes wishes;
    wishes.indicators = from.wishes(settings, application.indicators);
    wishes.stopping = [&] { return run.is_stopping(); };
    wishes.progress = [&](const indicators::Progress& progress) {
        if (!run.is_stopping())
            run.progress(static_cast<std::int64_t>(progress.done), static_cast<std::int64_t>(progress.total), progress.step);
    };
    try {
        const auto source = from.open(settings);
        const auto done = indicators::sync(application.database, application.clock, *source, wishes);
        base::log(base::LogLevel::info, "figures fetched",
                  {{"source", from.source}, {"added", std::to_string(done.values_added)},
                   {"revised", std::to_string(done.values_revised)}, {"withdrawn", std::to_string(done.values_withdrawn)}});
    } catch (const indicators::SourceBusy& busy) {
        throw jobs::TryAgain(busy.what(), minutes(10));
    }
}

jobs::Kind fetching(Application& application, const Settings& settings, i18n::Text title, const Fetched& from) {
    jobs::Kind kind{.name = std::string("fetch_") + from.source,
                    .title = title,
                    .work = [&application, &settings, from](jobs::Run& run) { fetch(application, settings, from, run); },
                    .retry = patient,
                    .length = jobs::Length::lasting};
    if (from.is_on) kind.schedule = jobs::Every{hours(from.hours)};
    return kind;
}

}  // namespace

jobs::Kinds all_jobs(Application& application, const Settings& settings) {
    auto kinds = all_of(application.slices, &Slice::jobs);
    kinds.push_back(fetching(application, settings, TEXT("Fetch figures from Kolada"),
                             {"kolada", settings.fetches_kolada(), settings.kolada_interval(), kolada_of, kolada_wishes}));
    kinds.push_back(fetching(application, settings, TEXT("Fetch figures from KOSTRA"),
                             {"kostra", settings.fetches_kostra(), settings.kostra_interval(), kostra_of, kostra_wishes}));
    kinds.push_back({.name = "count_own_figures",
                     .title = TEXT("Count the municipalities’ own figures"),
                     .work = [&application](jobs::Run&) {
                         application.indicators.take_measures(all_of(application.slices, &Slice::measures), first_counted_year);
                     },
                     .retry = patient,
                     .schedule = jobs::Every{hours(24)},
                     .length = jobs::Length::lasting});
    return kinds;
}

std::vector<Finding> examine_jobs(db::Database& database, const jobs::Kinds& kinds, base::Instant now) {
    const auto [totals, failed, waiting] = database.read([&](db::Connection& connection) {
        return std::tuple(jobs::totals(connection, now), jobs::list(connection, jobs::State::failed, 1),
                          jobs::waiting_by_kind(connection));
    });
    std::vector<Finding> findings;
    if (totals.failed > 0) {
        const auto& one = failed.front();
        findings.push_back({Health::wrong, "jobs",
                            std::to_string(totals.failed) + " could not be done, the latest " + one.kind + ": " + one.reason +
                                " Put the reason right, then: digilots jobs retry --all (or drop them: digilots jobs list)"});
    }
    for (const auto& [kind, number] : waiting) {
        if (std::ranges::find(kinds, kind, &jobs::Kind::name) != kinds.end()) continue;
        findings.push_back({Health::hint, "jobs",
                            std::to_string(number) + " of the kind " + kind + " wait, which this program does not know. A newer "
                            "one may; else drop them: digilots jobs list"});
    }
    if (totals.oldest_wait > hours(1)) {
        findings.push_back({Health::hint, "jobs",
                            "the oldest waits for " + std::to_string(totals.oldest_wait / minutes(1)) +
                                " minutes. They are done while digilots serve runs."});
    }
    if (findings.empty()) findings.push_back({Health::good, "jobs", std::to_string(totals.waiting) + " wait, none has failed"});
    return findings;
}

}  // namespace digilots::app
