#pragma once
// One database as two servers have it open, a clock that stands, time that goes forward when told, and kinds of jobs made of
// functions.
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/jobs/operating.h"
#include "platform/jobs/runner.h"
#include "platform/testing/race.h"

namespace digilots::jobs {

inline Kind kind_of(std::string name, std::function<void(Run&)> work, Retry retry = {}, Schedule schedule = {}) {
    return {.name = std::move(name), .title = {"A job"}, .work = std::move(work), .retry = retry,
            .schedule = std::move(schedule)};
}

inline void do_nothing(Run&) {}

struct JobsWorld {
    testing::SharedDatabase servers;
    db::Database& database = *servers.first;
    base::TestClock clock{testing::at("2026-11-26T10:00:00Z")};
    std::atomic<std::int64_t> steady_time = 0;

    void pass(std::chrono::milliseconds time) {
        clock.advance(time);
        steady_time += time.count();
    }
    RunnerOptions options() {
        RunnerOptions options;
        options.steady = [this] { return std::chrono::milliseconds(steady_time.load()); };
        return options;
    }
    Runner runner(Kinds kinds) { return Runner(database, clock, std::move(kinds), options()); }
    std::unique_ptr<Runner> runner_of(int server, Kinds kinds) {
        return std::make_unique<Runner>(servers.of(server), clock, std::move(kinds), options());
    }

    std::string add(const Job& job) {
        return database.write([&](db::Connection& connection) { return jobs::add(connection, job, clock.now()); });
    }
    std::vector<Listed> list(std::optional<State> state = std::nullopt) {
        return database.read([&](db::Connection& connection) { return jobs::list(connection, state, 1000); });
    }
    Listed only() {
        const auto all = list();
        if (all.size() == 1) return all.front();
        Listed none;
        none.id = std::to_string(all.size()) + " jobs";
        return none;
    }
    Totals totals() {
        return database.read([&](db::Connection& connection) { return jobs::totals(connection, clock.now()); });
    }
};

}  // namespace digilots::jobs
