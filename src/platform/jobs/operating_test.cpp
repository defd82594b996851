#include "platform/jobs/operating.h"

#include <gtest/gtest.h>

#include "platform/jobs/jobs_for_tests.h"
#include "platform/testing/old_database.h"

namespace digilots::jobs {
namespace {

using namespace std::chrono_literals;

class Operating : public ::testing::Test {
protected:
    Answer retry(const std::string& id) {
        return world.database.write([&](db::Connection& connection) { return jobs::retry(connection, id, world.clock.now()); });
    }
    Answer drop(const std::string& id) {
        return world.database.write([&](db::Connection& connection) { return jobs::drop(connection, id); });
    }
    int run() { return world.runner({kind_of("greet", work)}).run_due(); }

    JobsWorld world;
    std::function<void(jobs::Run&)> work = [](jobs::Run&) { throw Hopeless("no"); };
};

TEST_F(Operating, WhatFailedIsTriedAgainOrDropped) {
    const auto first = world.add({.kind = "greet"}), second = world.add({.kind = "greet"});
    run();
    EXPECT_EQ(world.totals().failed, 2);
    EXPECT_EQ(retry(first), Answer::done);
    EXPECT_EQ(drop(second), Answer::done);
    work = [](jobs::Run& run) { EXPECT_EQ(run.attempt(), 1) << "with all its attempts"; };
    EXPECT_EQ(run(), 1);
    EXPECT_EQ(world.only().state, State::done);
    EXPECT_EQ(retry(first), Answer::unknown) << "it is done";
    EXPECT_EQ(drop(first), Answer::unknown);
    EXPECT_EQ(retry(second), Answer::unknown);
    EXPECT_EQ(drop("nothing"), Answer::unknown);
}

TEST_F(Operating, WhatWaitsForItsNextAttemptIsTriedNow) {
    work = [](jobs::Run&) { throw std::runtime_error("not yet"); };
    const auto id = world.add({.kind = "greet"});
    EXPECT_EQ(run(), 1);
    EXPECT_EQ(run(), 0);
    EXPECT_EQ(retry(id), Answer::done);
    EXPECT_EQ(run(), 1);
}

TEST_F(Operating, WhatFailedJoinsTheOneOfItsKeyThatWaits) {
    const auto failed = world.add({.kind = "greet", .key = "a"});
    run();
    const auto waiting = world.add({.kind = "greet", .not_before = world.clock.now() + 1h, .key = "a"});
    EXPECT_EQ(retry(failed), Answer::done);
    EXPECT_EQ(world.only().id, waiting);
    EXPECT_EQ(world.only().due, world.clock.now());
}

TEST_F(Operating, WhatRunsIsLeftAlone) {
    work = [&](jobs::Run& run) {
        EXPECT_EQ(retry(run.id()), Answer::running);
        EXPECT_EQ(drop(run.id()), Answer::running);
    };
    world.add({.kind = "greet"});
    EXPECT_EQ(run(), 1);
    EXPECT_EQ(world.only().state, State::done);
}

TEST_F(Operating, WhatFailedIsListedFirst) {
    world.add({.kind = "greet"});
    run();
    world.add({.kind = "other"});
    world.add({.kind = "greet", .not_before = world.clock.now() + 1h, .key = "later"});
    const auto all = world.list();
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].state, State::failed);
    EXPECT_EQ(all[1].key, "later");
    EXPECT_EQ(world.list(State::waiting).size(), 2u);
    world.pass(90s);
    EXPECT_EQ(world.totals().waiting, 2);
    EXPECT_EQ(world.totals().oldest_wait, 90s) << "of what is due";
}

TEST_F(Operating, WhatWaitsIsCountedByKind) {
    world.add({.kind = "other"});
    world.add({.kind = "greet"});
    world.add({.kind = "other"});
    const auto waiting = world.database.read([](db::Connection& connection) { return waiting_by_kind(connection); });
    EXPECT_EQ(waiting, (std::vector<std::pair<std::string, std::int64_t>>{{"greet", 1}, {"other", 2}}));
}

TEST_F(Operating, WhatHasHadItsTimeIsDeleted) {
    world.add({.kind = "greet"});
    run();
    work = [](jobs::Run&) {};
    world.add({.kind = "greet"});
    world.add({.kind = "other"});
    run();
    const auto delete_some = [&](State state) {
        return world.database.write(
            [&](db::Connection& connection) { return delete_ended(connection, state, world.clock.now() - 24h, 10); });
    };
    EXPECT_EQ(delete_some(State::done), 0);
    world.pass(24h * 2);
    EXPECT_EQ(world.database.read([&](db::Connection& connection) {
        return number_ended(connection, State::done, world.clock.now() - 24h);
    }), 1);
    EXPECT_EQ(delete_some(State::done), 1);
    EXPECT_EQ(delete_some(State::failed), 1);
    EXPECT_EQ(world.only().kind, "other") << "what waits is never deleted";
}

TEST(JobsOfBefore, APurgeThatNobodyKnowsAnyMoreIsGoneAndOthersWait) {
    testing::OldDatabase old("_jobs_purge");
    old.run("INSERT INTO jobs_schedule (kind, last_at) VALUES ('purge', '2026-11-26T03:10:00.000Z')");
    const auto add = [&](const std::string& id, const std::string& kind) {
        const std::string moment = "'2026-11-26T03:10:00.000Z'";
        const std::string row = "'" + id + "', '" + kind + "', '{}', '', 'key', 'waiting', " + moment + ", " + moment;
        old.run(("INSERT INTO jobs_job (id, kind, payload, municipality_id, job_key, state, added_at, due_at, ended_at, "
                 "attempts, holder, beat, progress_done, progress_total, step, reason) VALUES (" +
                 row + ", '', 0, '', 0, 0, 0, '', '')")
                    .c_str());
    };
    add("a", "purge");
    add("b", "mail_send");
    const auto kinds = old.brought_over().read([](db::Connection& connection) {
        std::vector<std::string> found;
        constexpr const char* all = "SELECT kind FROM jobs_job UNION ALL SELECT kind FROM jobs_schedule";
        for (const auto row : connection.query(db::Statement{"test", all, all})) found.push_back(row.text("kind"));
        return found;
    });
    EXPECT_EQ(kinds, std::vector<std::string>{"mail_send"});
}

TEST(State, HasAWord) {
    for (const auto state : {State::waiting, State::running, State::failed, State::done})
        EXPECT_EQ(state_of(word_of(state)), state);
    EXPECT_FALSE(state_of("lost"));
}

}  // namespace
}  // namespace digilots::jobs
