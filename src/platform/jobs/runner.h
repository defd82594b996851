#pragma once
// What runs jobs: a few threads of serve, or a test that lets due work happen step by step.
#include <chrono>
#include <functional>
#include <memory>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

namespace digilots::jobs {

struct RunnerOptions {
    int quick_threads = 2, lasting_threads = 1;
    /// How long stop() waits for what runs.
    std::chrono::milliseconds stop_within{10'000};
    /// A server whose lease has not been renewed for this long, watched by another, is dead. One whose process is gone from
    /// this machine is dead at once.
    std::chrono::milliseconds lease_lasts{60'000};
    /// Time that only goes forward, whatever happens to the clock: leases are watched by it. Default: the system's.
    std::function<std::chrono::milliseconds()> steady = nullptr;
};

class Runner {
public:
    /// Bug where a kind's name is not one, or is there twice. `database` and `clock` live longer.
    Runner(db::Database& database, const base::Clock& clock, Kinds kinds, RunnerOptions options = {});
    /// Stops, and waits for as long as it takes.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    /// In threads, until stop().
    void start();
    /// Tells what runs to stop and waits for it. False where something still runs after stop_within: then the process is to
    /// end without destroying the runner (its lease is taken over, nothing is lost).
    bool stop();

    /// In the caller's thread, without start(): plans what a schedule wants, takes over from dead servers, then runs what is
    /// due until nothing is. How many attempts were made.
    int run_due();

private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace digilots::jobs
