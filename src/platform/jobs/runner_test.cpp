#include "platform/jobs/runner.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

#include "platform/audit/audit.h"
#include "platform/db/error.h"
#include "platform/jobs/jobs_for_tests.h"

namespace digilots::jobs {
namespace {

using namespace std::chrono_literals;

TEST(Runner, TriesAgainLaterAndLaterAndThenTellsTheOperator) {
    JobsWorld world;
    std::vector<base::Instant> attempts;
    auto runner = world.runner({kind_of("fail", [&](jobs::Run& run) {
                                    attempts.push_back(world.clock.now());
                                    EXPECT_EQ(run.attempt(), static_cast<int>(attempts.size()));
                                    EXPECT_EQ(run.is_last_attempt(), run.attempt() == 5);
                                    throw std::runtime_error("the post office is closed");
                                }, {.attempts = 5, .first = 60s, .longest = 200s}),
                                kind_of("work", do_nothing)});
    world.add({.kind = "fail"});
    const auto start = world.clock.now();
    for (int minute = 0; minute < 30; ++minute) {
        world.add({.kind = "work"});
        EXPECT_GE(runner.run_due(), 1) << "what fails keeps nobody waiting";
        world.pass(60s);
    }
    EXPECT_EQ(attempts, (std::vector{start, start + 60s, start + 180s, start + 420s, start + 660s})) << "200 s, at the next look";
    const auto failed = world.list(State::failed);
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].reason, "the post office is closed");
    EXPECT_EQ(failed[0].attempts, 5);
    EXPECT_EQ(world.totals().failed, 1);
    EXPECT_EQ(world.totals().waiting, 0);
}

TEST(Runner, TakesWhateverIsThrown) {
    JobsWorld world;
    auto runner = world.runner({kind_of("odd", [](jobs::Run&) { throw 42; }),
                                kind_of("hopeless", [](jobs::Run&) { throw Hopeless("no such mail"); }),
                                kind_of("bytes", [](jobs::Run&) { throw std::runtime_error("a\xff\0b"); }),
                                kind_of("stop", [](jobs::Run&) { throw Stopped("of its own"); }),
                                kind_of("later", [](jobs::Run&) { throw TryAgain("greylisted", 17min); })});
    for (const auto* kind : {"odd", "hopeless", "bytes", "stop", "later"}) world.add({.kind = kind});
    EXPECT_EQ(runner.run_due(), 5);
    for (const auto& job : world.list()) {
        EXPECT_EQ(job.state, job.kind == "hopeless" ? State::failed : State::waiting) << job.kind;
        EXPECT_FALSE(job.reason.empty()) << job.kind;
        EXPECT_EQ(job.attempts, 1) << job.kind;
        if (job.kind == "later") {
            EXPECT_EQ(job.due, world.clock.now() + 17min);
        }
    }
}

TEST(Runner, ForgetsThePayloadOfWhatIsDone) {
    JobsWorld world;
    world.add({.kind = "greet", .payload = R"({"to":"Åsa"})"});
    EXPECT_EQ(world.runner({kind_of("greet", do_nothing)}).run_due(), 1);
    constexpr const char* find = "SELECT payload FROM jobs_job";
    const auto left = world.database.read([](db::Connection& connection) {
        return connection.query(db::Statement{"test", find, find})[0].text("payload");
    });
    EXPECT_EQ(left, "");
}

TEST(Runner, AKeyThatWorksAtLastLeavesTheOperatorsList) {
    JobsWorld world;
    bool works = false;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run&) { if (!works) throw Hopeless("no"); })});
    for (int day = 0; day < 3; ++day) {
        world.add({.kind = "greet", .key = "a"});
        runner.run_due();
    }
    EXPECT_EQ(world.list(State::failed).size(), 1u) << "one of a key";
    works = true;
    world.add({.kind = "greet", .key = "a"});
    runner.run_due();
    EXPECT_TRUE(world.list(State::failed).empty());
}

TEST(Runner, OneThatFailsJoinsTheOneOfItsKeyThatWaitsBehindIt) {
    JobsWorld world;
    std::vector<int> attempts;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run& run) {
        attempts.push_back(run.attempt());
        world.add({.kind = "greet", .key = "a"});
        throw std::runtime_error("no");
    }, {.attempts = 3, .first = 60s})});
    world.add({.kind = "greet", .key = "a"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(world.only().state, State::waiting);
    EXPECT_EQ(world.only().due, world.clock.now() + 60s) << "added anew all the time it still pauses";
    for (int minute = 0; minute < 4; ++minute, world.pass(60s)) runner.run_due();
    EXPECT_EQ(attempts, (std::vector{1, 2, 3, 1})) << "after the last attempt the next one begins anew";
    EXPECT_EQ(world.list(State::failed).size(), 1u);
}

TEST(Runner, WhatIsFinishedInItsOwnTransactionIsDoneExactlyWhenThatIsKept) {
    JobsWorld world;
    int runs = 0;
    const auto work = [&](jobs::Run& run) {
        world.database.write([&](db::Connection& connection) {
            run.finish(connection);
            audit::record(connection, {"2281", "job", "greeted", "mail:1", ""}, world.clock.now());
            if (++runs == 1) throw std::runtime_error("not kept");
        });
        throw std::runtime_error("too late to matter");
    };
    auto runner = world.runner({kind_of("greet", work)});
    world.add({.kind = "greet"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(world.only().state, State::waiting);
    world.pass(1h);
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(world.only().state, State::done);
    world.pass(24h);
    EXPECT_EQ(runner.run_due(), 0);
    const auto kept = world.database.read([](db::Connection& connection) { return audit::entries(connection, "2281", 10); });
    EXPECT_EQ(kept.size(), 1u);
}

TEST(Runner, ShowsHowFarAJobIsOnceASecondAtMost) {
    JobsWorld world;
    auto runner = world.runner({kind_of("count", [&](jobs::Run& run) {
        run.progress(1, 3, "a");
        run.progress(2, 3, "b");
        EXPECT_EQ(world.only().done, 1) << "the second came at once";
        world.pass(1s);
        run.progress(3, 3, std::string(500, 'c'));
        EXPECT_EQ(world.only().done, 3);
        EXPECT_EQ(world.only().step, std::string(200, 'c'));
        EXPECT_EQ(world.only().state, State::running);
    })});
    world.add({.kind = "count"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(world.only().state, State::done);
}

TEST(Runner, WhoLosesTheLeaseNoticesAndMarksNothing) {
    JobsWorld world;
    int others = 0;
    auto other = world.runner_of(1, {kind_of("greet", [&](jobs::Run& run) {
        ++others;
        EXPECT_EQ(run.attempt(), 2);
    })});
    bool noticed = false;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run& run) {
        EXPECT_EQ(other->run_due(), 0) << "it watches";
        world.pass(59s);
        EXPECT_EQ(other->run_due(), 0);
        world.pass(1s);
        EXPECT_EQ(other->run_due(), 1) << "not renewed for a minute: dead";
        const auto write = [&] {
            world.servers.first->write([&](db::Connection& connection) {
                run.hold(connection);
                audit::record(connection, {"2281", "job", "greeted", "mail:1", ""}, world.clock.now());
            });
        };
        EXPECT_THROW(write(), Stopped);
        noticed = run.is_stopping();
        EXPECT_THROW(run.progress(1, 1), Stopped);
        throw std::runtime_error("whatever");
    })});
    world.add({.kind = "greet"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_TRUE(noticed);
    EXPECT_EQ(others, 1);
    EXPECT_EQ(world.only().state, State::done) << "as the other server left it";
    EXPECT_EQ(world.only().reason, "");
}

TEST(Runner, WhoRenewsIsLeftAloneWhateverTheClockSays) {
    JobsWorld world;
    auto other = world.runner_of(1, {kind_of("greet", [](jobs::Run&) { FAIL() << "twice at once"; })});
    auto runner = world.runner({kind_of("greet", [&](jobs::Run& run) {
        for (const auto jump : {30h, -60h, 10000h, -20000h, 0h}) {
            EXPECT_EQ(other->run_due(), 0);
            world.clock.advance(jump);
            world.pass(45s);
            run.progress(1, 2);
        }
    })});
    world.add({.kind = "greet"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(world.only().state, State::done);
}

TEST(Runner, OneThatKillsItsServerEachTimeEndsInTheList) {
    JobsWorld world;
    constexpr const char* die = "UPDATE jobs_job SET holder = 'elsewhere 1 x'";   // nobody here tells of its end
    int deaths = 0;
    auto runner = world.runner({kind_of("crash", [&](jobs::Run&) {
        ++deaths;
        world.database.write([&](db::Connection& connection) { connection.execute(db::Statement{"test", die, die}); });
    }, {.attempts = 3})});
    world.add({.kind = "crash"});
    for (int minute = 0; minute < 20; ++minute, world.pass(60s)) runner.run_due();
    EXPECT_EQ(deaths, 3);
    EXPECT_EQ(world.only().state, State::failed);
    EXPECT_TRUE(world.only().reason.contains("ended in the middle"));
}

TEST(Runner, ATimeThatOnlyAWrongClockCanHaveSetIsPutRight) {
    JobsWorld world;
    int runs = 0;
    bool fails = true;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run&) { ++runs; if (fails) throw std::runtime_error("no"); })});
    const auto right = world.clock.now();
    const auto planned = right + 24h * 400;
    world.clock.set(right + 24h * 365);
    world.add({.kind = "greet", .key = "as soon as possible"});
    world.add({.kind = "greet", .key = "again"});
    world.add({.kind = "greet", .not_before = planned, .key = "planned"});
    EXPECT_EQ(runner.run_due(), 2);
    fails = false;
    world.add({.kind = "greet", .key = "new"});
    world.clock.set(right);
    EXPECT_EQ(runner.run_due(), 3) << "a year later is not when they were meant";
    EXPECT_EQ(world.list(State::waiting).size(), 1u);
    EXPECT_EQ(world.list(State::waiting)[0].due, planned) << "what somebody wants in a year waits a year";
}

TEST(Runner, StopsWhatRunsAndPutsItBackUncounted) {
    JobsWorld world;
    world.add({.kind = "long"});
    std::latch begun(1);
    Runner runner(world.database, world.clock, {kind_of("long", [&](jobs::Run& run) {
        begun.count_down();
        while (!run.is_stopping()) std::this_thread::yield();
        run.go_on();
    })}, world.options());
    runner.start();
    begun.wait();
    EXPECT_EQ(world.only().state, State::running);
    EXPECT_TRUE(runner.stop());
    EXPECT_EQ(world.only().state, State::waiting);
    EXPECT_EQ(world.only().attempts, 0) << "stopping is no failure";
    EXPECT_EQ(world.only().due, world.clock.now());
}

TEST(Runner, WaitsNoLongerThanItMayForWhatDoesNotStop) {
    JobsWorld world;
    world.add({.kind = "deaf"});
    std::latch begun(1), may_end(1);
    auto options = world.options();
    options.stop_within = 20ms;
    Runner runner(world.database, world.clock, {kind_of("deaf", [&](jobs::Run&) {
        begun.count_down();
        may_end.wait();
    })}, options);
    runner.start();
    begun.wait();
    EXPECT_FALSE(runner.stop());
    may_end.count_down();
}

TEST(Runner, WhatTakesLongDoesNotStandInTheWay) {
    JobsWorld world;
    std::latch quick_done(20), long_begun(1);
    std::atomic<bool> is_first = true;
    Kind lasting = kind_of("long", [&](jobs::Run&) {
        if (is_first.exchange(false)) long_begun.count_down();
        quick_done.wait();
    });
    lasting.length = Length::lasting;
    const Kind quick = kind_of("quick", [&](jobs::Run&) { quick_done.count_down(); });
    Runner runner(world.database, world.clock, {lasting, quick}, world.options());
    for (int n = 0; n < 5; ++n) world.add({.kind = "long"});
    runner.start();
    long_begun.wait();
    for (int n = 0; n < 20; ++n) world.add({.kind = "quick"});
    quick_done.wait();
    EXPECT_TRUE(runner.stop());
}

}  // namespace
}  // namespace digilots::jobs
