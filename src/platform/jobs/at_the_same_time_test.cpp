// Several servers, several who add, and servers that die in the middle.
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <set>

#include "platform/audit/audit.h"
#include "platform/base/mutex.h"
#include "platform/jobs/jobs_for_tests.h"
#include "platform/jobs/lease.h"

namespace digilots::jobs {
namespace {

using namespace std::chrono_literals;

/// Who runs what just now, and how often each was run.
class Book {
public:
    void enter(const std::string& what) {
        const base::Lock lock(mutex_);
        if (!inside_.insert(what).second) twice_at_once_ = true;
        ++runs_[what];
    }
    void leave(const std::string& what) {
        const base::Lock lock(mutex_);
        inside_.erase(what);
    }
    bool was_twice_at_once() {
        const base::Lock lock(mutex_);
        return twice_at_once_;
    }
    std::map<std::string, int> runs() {
        const base::Lock lock(mutex_);
        return runs_;
    }

private:
    base::Mutex mutex_;
    std::set<std::string> inside_ GUARDED_BY(mutex_);
    std::map<std::string, int> runs_ GUARDED_BY(mutex_);
    bool twice_at_once_ GUARDED_BY(mutex_) = false;
};

TEST(AtTheSameTime, EachJobIsRunByOneOfSeveralServers) {
    JobsWorld world;
    Book book;
    const auto kinds = [&] {
        return Kinds{kind_of("greet", [&](jobs::Run& run) {
            book.enter(run.id());
            book.leave(run.id());
        })};
    };
    for (int n = 0; n < 120; ++n) world.add({.kind = "greet"});
    std::vector<std::unique_ptr<Runner>> runners;
    for (int n = 0; n < 4; ++n) runners.push_back(world.runner_of(n, kinds()));
    std::atomic<int> made = 0;
    testing::race(4, [&](int runner) { made += runners[static_cast<std::size_t>(runner)]->run_due(); });
    for (auto& runner : runners) made += runner->run_due();
    EXPECT_EQ(made, 120);
    EXPECT_FALSE(book.was_twice_at_once());
    EXPECT_EQ(book.runs().size(), 120u);
    for (const auto& [id, runs] : book.runs()) EXPECT_EQ(runs, 1) << id;
}

TEST(AtTheSameTime, WorkOfOneKeyIsNeverRunTwiceAtOnceNorForgotten) {
    JobsWorld world;
    Book book;
    std::map<std::string, std::atomic<int>> changes, seen;   // of a key: how often changed, what its last run took in
    for (const auto* key : {"a", "b"}) changes[key] = seen[key] = 0;
    const auto kinds = [&] {
        return Kinds{kind_of("index", [&](jobs::Run& run) {
            book.enter(run.key());
            seen.at(run.key()) = changes.at(run.key()).load();
            std::this_thread::yield();
            book.leave(run.key());
        })};
    };
    std::vector<std::unique_ptr<Runner>> runners;
    for (int n = 0; n < 3; ++n) runners.push_back(world.runner_of(n, kinds()));
    for (int round = 0; round < 5; ++round) {
        testing::race(5, [&](int one) {
            if (one < 3) {
                runners[static_cast<std::size_t>(one)]->run_due();
                return;
            }
            for (int n = 0; n < 10; ++n) {
                const std::string key = n % 2 == 0 ? "a" : "b";
                ++changes.at(key);
                world.servers.of(one).write([&](db::Connection& connection) {
                    add(connection, {.kind = "index", .key = key}, world.clock.now());
                });
            }
        });
        for (auto& runner : runners) runner->run_due();
        for (const auto* key : {"a", "b"}) EXPECT_EQ(seen.at(key), changes.at(key)) << "a run follows the last change";
    }
    EXPECT_FALSE(book.was_twice_at_once());
    EXPECT_EQ(world.totals().waiting, 0);
    EXPECT_EQ(world.totals().failed, 0);
}

TEST(AtTheSameTime, OfServersThatPlanAScheduleOneAddsTheJob) {
    JobsWorld world;
    std::atomic<int> runs = 0;
    std::vector<std::unique_ptr<Runner>> runners;
    const auto hourly = kind_of("hourly", [&](jobs::Run&) { ++runs; }, {}, Every{1h});
    for (int n = 0; n < 4; ++n) runners.push_back(world.runner_of(n, {hourly}));
    for (int hour = 1; hour <= 10; ++hour) {
        testing::race(4, [&](int runner) { runners[static_cast<std::size_t>(runner)]->run_due(); });
        runners[0]->run_due();
        EXPECT_EQ(runs, hour);
        world.pass(1h);
    }
}

TEST(AtTheSameTime, OfServersThatTakeOverFromADeadOneOneDoes) {
    JobsWorld world;
    std::atomic<int> runs = 0;
    std::vector<std::unique_ptr<Runner>> runners;
    for (int n = 0; n < 4; ++n) runners.push_back(world.runner_of(n, {kind_of("greet", [&](jobs::Run&) { ++runs; })}));
    constexpr const char* die =
        "UPDATE jobs_job SET state = 'running', attempts = 1, holder = 'elsewhere 1 x' WHERE state = 'waiting'";
    for (int round = 1; round <= 8; ++round) {
        world.add({.kind = "greet"});
        world.database.write([&](db::Connection& connection) { connection.execute(db::Statement{"test", die, die}); });
        for (auto& runner : runners) runner->run_due();
        EXPECT_EQ(runs, round - 1) << "nobody knows yet that it is dead";
        world.pass(60s);
        testing::race(4, [&](int runner) { runners[static_cast<std::size_t>(runner)]->run_due(); });
        runners[0]->run_due();
        EXPECT_EQ(runs, round);
    }
}

TEST(AtTheSameTime, ALeaseHasOneHolder) {
    JobsWorld world;
    for (int round = 0; round < 10; ++round) {
        std::atomic<int> tried = 0;
        const int holders = testing::count_winners(4, [&](int runner) {
            std::unique_ptr<Lease> lease;
            try {
                lease = std::make_unique<Lease>(world.servers.of(runner), world.clock, "import");
            } catch (const Taken&) {
            }
            ++tried;
            while (tried < 4) std::this_thread::yield();
            return lease != nullptr;
        });
        EXPECT_EQ(holders, 1) << round;
    }
}

TEST(AtTheSameTime, ALeaseOfOneThatIsSilentOrFromAWrongClockIsTakenOver) {
    JobsWorld world;
    Lease first(*world.servers.first, world.clock, "import");
    const auto take = [&] { Lease(*world.servers.second, world.clock, "import"); };
    world.pass(4min);
    EXPECT_THROW(take(), Taken);
    first.renew();
    world.pass(4min);
    EXPECT_THROW(take(), Taken);
    world.pass(2min);
    Lease second(*world.servers.second, world.clock, "import");
    EXPECT_THROW(first.renew(), Taken);
    world.clock.advance(-24h);
    EXPECT_NO_THROW(first.renew()) << "the second's ends in a future that will not come soon";
}

constexpr int many = 60;

/// A server that does jobs until it is killed; each writes one entry of the trail, with its end in the same transaction.
[[noreturn]] void serve_until_killed(const db::Options& options, int tell) {
    const auto database = db::open(options);
    const base::SystemClock clock;
    Runner runner(*database, clock, {kind_of("greet", [&](jobs::Run& run) {
        if (::write(tell, "+", 1) != 1) _exit(1);
        database->write([&](db::Connection& connection) {
            run.hold(connection);
            audit::record(connection, {"2281", "job", "greeted", run.id(), ""}, clock.now());
            run.finish(connection);
        });
    })});
    runner.start();
    for (;;) ::pause();
}

TEST(AtTheSameTime, ServersThatAreKilledInTheMiddleLoseNothingAndDoNothingTwice) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    const base::SystemClock clock;
    {
        const auto database = db::open(place.options());
        database->write([&](db::Connection& connection) {
            for (int n = 0; n < many; ++n) add(connection, {.kind = "greet"}, clock.now());
        });
    }
    int begun = 0;
    for (int life = 0; life < 6 && begun < many; ++life) {
        int channel[2];
        ASSERT_EQ(::pipe(channel), 0);
        const pid_t server = ::fork();
        if (server == 0) serve_until_killed(place.options(), channel[1]);
        ::close(channel[1]);
        char one = 0;
        const int enough = std::min(life * 3 + 1, many - begun);   // as many as are left at least
        for (int n = 0; n < enough && ::read(channel[0], &one, 1) == 1; ++n) ++begun;
        ::kill(server, SIGKILL);
        ::waitpid(server, nullptr, 0);
        while (::read(channel[0], &one, 1) == 1) ++begun;
        ::close(channel[0]);
    }
    const auto database = db::open(place.options());
    Runner last(*database, clock, {kind_of("greet", [&](jobs::Run& run) {
        database->write([&](db::Connection& connection) {
            audit::record(connection, {"2281", "job", "greeted", run.id(), ""}, clock.now());
            run.finish(connection);
        });
    })});
    last.run_due();
    const auto trail = database->read([](db::Connection& connection) { return audit::entries(connection, "2281", 1000); });
    std::set<std::string> greeted;
    for (const auto& one : trail) EXPECT_TRUE(greeted.insert(one.entry.record).second) << "done twice";
    EXPECT_EQ(greeted.size(), static_cast<std::size_t>(many)) << "lost";
    const auto left = database->read([&](db::Connection& connection) { return totals(connection, clock.now()); });
    EXPECT_EQ(left.waiting + left.running + left.failed, 0);
}

}  // namespace
}  // namespace digilots::jobs
