#include "platform/jobs/jobs.h"

#include <gtest/gtest.h>

#include "platform/db/statement.h"
#include "platform/jobs/jobs_for_tests.h"

namespace digilots::jobs {
namespace {

TEST(Jobs, AreThereExactlyWhenTheirTransactionIs) {
    JobsWorld world;
    std::vector<std::string> seen;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run& run) {
        seen.push_back(run.payload() + run.municipality_id());
    })});
    const auto fail = [&] {
        world.database.write([&](db::Connection& connection) {
            add(connection, {.kind = "greet"}, world.clock.now());
            throw std::runtime_error("no");
        });
    };
    EXPECT_THROW(fail(), std::runtime_error);
    EXPECT_EQ(runner.run_due(), 0);
    world.add({.kind = "greet", .payload = R"({"to":"Åsa"})", .municipality_id = "2281"});
    EXPECT_EQ(runner.run_due(), 1);
    EXPECT_EQ(seen, std::vector<std::string>{R"({"to":"Åsa"}2281)"});
    EXPECT_EQ(runner.run_due(), 0) << "done";
    EXPECT_EQ(world.only().state, State::done);
}

TEST(Jobs, ThatAreNoneAreRefusedWithWhatToDo) {
    JobsWorld world;
    const auto reason = [&](const Job& job) -> std::string {
        try {
            world.add(job);
        } catch (const NotAdded& refused) {
            return refused.what();
        }
        return "added";
    };
    EXPECT_TRUE(reason({.kind = "Greet!"}).contains("names no kind"));
    EXPECT_TRUE(reason({.kind = ""}).contains("names no kind"));
    EXPECT_TRUE(reason({.kind = "greet", .payload = ""}).contains("no JSON object"));
    EXPECT_TRUE(reason({.kind = "greet", .payload = "[1]"}).contains("no JSON object"));
    EXPECT_TRUE(reason({.kind = "greet", .key = std::string(longest_key + 1, 'k')}).contains("at most 200"));
    const auto fill = [](std::size_t bytes) { return R"({"a":")" + std::string(bytes - 8, 'x') + R"("})"; };
    EXPECT_TRUE(reason({.kind = "greet", .payload = fill(longest_payload + 1)}).contains("Store the rest"));
    EXPECT_TRUE(world.list().empty());
    EXPECT_EQ(reason({.kind = "greet", .payload = fill(longest_payload), .key = std::string(longest_key, 'k')}), "added");
}

constexpr const char* fill_queue =
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 50000) "
    "INSERT INTO jobs_job (id, kind, payload, municipality_id, job_key, state, added_at, due_at, ended_at, attempts, holder, "
    "beat, progress_done, progress_total, step, reason) "
    "SELECT CAST(n AS TEXT), 'greet', '{}', '', '', 'waiting', '', '', '', 0, '', 0, 0, 0, '', '' FROM numbers";

TEST(Jobs, AreRefusedWhereTooManyWait) {
    JobsWorld world;
    world.database.write([](db::Connection& connection) { connection.execute(db::Statement{"test", fill_queue, fill_queue}); });
    EXPECT_THROW(world.add({.kind = "greet"}), NotAdded);
    EXPECT_NO_THROW(world.add({.kind = "other"})) << "one kind's queue is not another's";
}

TEST(Jobs, OfOneKeyWaitOnceAtTheEarlierTime) {
    JobsWorld world;
    int runs = 0;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run&) { ++runs; }), kind_of("leave", [&](jobs::Run&) { ++runs; })});
    const auto later = world.clock.now() + std::chrono::hours(2);
    const auto first = world.add({.kind = "greet", .not_before = later, .key = "a"});
    EXPECT_EQ(world.add({.kind = "greet", .not_before = later + std::chrono::hours(1), .key = "a"}), first);
    EXPECT_EQ(world.only().due, later);
    EXPECT_EQ(runner.run_due(), 0) << "not before its time";
    EXPECT_EQ(world.add({.kind = "greet", .key = "a"}), first);
    EXPECT_NE(world.add({.kind = "leave", .key = "a"}), first);
    EXPECT_NE(world.add({.kind = "greet", .key = "b"}), first);
    EXPECT_EQ(runner.run_due(), 3);
    EXPECT_EQ(runs, 3);
    EXPECT_NE(world.add({.kind = "greet", .key = "a"}), first) << "done, so this is another";
}

TEST(Jobs, AddedWhileOneOfTheirKeyRunsComeBehindIt) {
    JobsWorld world;
    int runs = 0;
    auto other = world.runner_of(1, {kind_of("greet", [&](jobs::Run&) { runs += 100; })});
    auto runner = world.runner({kind_of("greet", [&](jobs::Run&) {
        if (++runs > 1) return;
        world.add({.kind = "greet", .key = "a"});
        EXPECT_EQ(other->run_due(), 0) << "not while the first runs";
    })});
    world.add({.kind = "greet", .key = "a"});
    EXPECT_EQ(runner.run_due(), 2);
    EXPECT_EQ(runs, 2);
}

TEST(Jobs, WaitTillTheirTimeHasCome) {
    JobsWorld world;
    std::vector<std::string> order;
    auto runner = world.runner({kind_of("greet", [&](jobs::Run& run) { order.push_back(run.key()); })});
    world.add({.kind = "greet", .not_before = world.clock.now() + std::chrono::minutes(10), .key = "ten"});
    world.add({.kind = "greet", .not_before = world.clock.now() + std::chrono::minutes(5), .key = "five"});
    world.add({.kind = "greet", .not_before = world.clock.now() - std::chrono::minutes(5), .key = "past"});
    EXPECT_EQ(runner.run_due(), 1);
    world.pass(std::chrono::minutes(10));
    EXPECT_EQ(runner.run_due(), 2);
    EXPECT_EQ(order, (std::vector<std::string>{"past", "five", "ten"}));
}

TEST(Jobs, OfAnUnknownKindStayUntilSomebodyKnowsThem) {
    JobsWorld world;
    world.add({.kind = "newer"});
    int runs = 0;
    EXPECT_EQ(world.runner({kind_of("greet", [&](jobs::Run&) { ++runs; })}).run_due(), 0);
    EXPECT_EQ(world.runner({kind_of("newer", [&](jobs::Run&) { ++runs; })}).run_due(), 1);
}

}  // namespace
}  // namespace digilots::jobs
