// A thousand small jobs, each added in a transaction of its own, run by one server's threads until the last is done; and by
// two servers on the same database.
//   jobs_bench [JOBS] [LOCATION]      LOCATION: "postgresql://…" of an empty database; without it a SQLite file
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <unistd.h>

#include "platform/base/log.h"
#include "platform/db/embedded_migrations.h"
#include "platform/jobs/runner.h"

namespace {

using namespace digilots;

constexpr double limit_seconds = 5;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Seconds from the first start until as many as wanted have been done by that many servers.
double run_with(const db::Options& options, int servers, int wanted) {
    const base::SystemClock clock;
    const auto adder = db::open(options);
    for (int n = 0; n < wanted; ++n)
        adder->write([&](db::Connection& connection) { jobs::add(connection, {.kind = "small"}, clock.now()); });
    std::atomic<int> done = 0;
    std::vector<std::unique_ptr<db::Database>> databases;
    std::vector<std::unique_ptr<jobs::Runner>> runners;
    const auto start = std::chrono::steady_clock::now();
    for (int n = 0; n < servers; ++n) {
        databases.push_back(db::open(options));
        runners.push_back(std::make_unique<jobs::Runner>(
            *databases.back(), clock,
            jobs::Kinds{{.name = "small", .title = {"Small"}, .work = [&](jobs::Run&) {
                             ++done;
                             done.notify_all();
                         }}}));
        runners.back()->start();
    }
    for (int seen = done; seen < wanted; seen = done) done.wait(seen);
    const double took = seconds_since(start);
    runners.clear();
    return took;
}

}  // namespace

int main(int count, char** words) {
    const int wanted = count > 1 ? std::atoi(words[1]) : 1000;
    const auto folder = std::filesystem::temp_directory_path() / ("jobs_bench." + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    base::set_log_level(base::LogLevel::error);
    db::Options options{.data_directory = folder.string(), .wait_limit = std::chrono::minutes(1)};
    if (count > 2) options.location = words[2];
    db::open(options)->migrate(db::embedded_migrations());
    double worst = 0;
    for (const int servers : {1, 2}) {
        const double took = run_with(options, servers, wanted);
        worst = std::max(worst, took);
        std::printf("%d small jobs by %d server%s: %.2f s\n", wanted, servers, servers == 1 ? "" : "s", took);
    }
    std::filesystem::remove_all(folder);
    std::printf("%d small jobs took %.2f s at worst (at most %.0f)\n", wanted, worst, limit_seconds);
    return worst <= limit_seconds ? 0 : 1;
}
