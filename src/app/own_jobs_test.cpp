#include "app/own_jobs.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "indicators/figures/played_kolada_for_tests.h"
#include "platform/base/lists.h"
#include "platform/jobs/operating.h"
#include "platform/jobs/runner.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

using namespace std::chrono_literals;

struct OwnJobs {
    std::unique_ptr<db::Database> database = testing::fresh_database();
    base::TestClock clock{testing::at("2026-11-26T10:00:00Z")};
    Application application{*database, "", clock};
    Settings settings;

    int run_due() { return jobs::Runner(*database, clock, all_jobs(application, settings)).run_due(); }
    std::vector<jobs::Listed> list(jobs::State state) {
        return database->read([&](db::Connection& connection) { return jobs::list(connection, state, 100); });
    }
    /// Each kind once, without what comes every few minutes.
    std::vector<std::string> done() {
        std::vector<std::string> kinds;
        for (const auto& job : list(jobs::State::done))
            if (job.kind != "questions_tell_late") base::add_once(kinds, job.kind);
        std::ranges::sort(kinds);
        return kinds;
    }
    std::string finding() { return examine_jobs(*database, all_jobs(application, settings), clock.now()).at(0).text; }
};

using Names = std::vector<std::string>;

TEST(OwnJobs, WhatHasHadItsTimeIsDeletedEachNightAndOwnFiguresAreCountedAtOnce) {
    OwnJobs world;
    world.run_due();
    EXPECT_EQ(world.done(), (Names{"activities_remind", "count_own_figures"}));
    world.clock.set(testing::at("2026-11-27T02:09:59Z"));
    world.run_due();
    EXPECT_EQ(world.done(), (Names{"activities_remind", "booking_keep_staffed", "count_own_figures"}));
    world.clock.set(testing::at("2026-11-27T02:10:00Z"));
    world.run_due();
    EXPECT_EQ(world.done(), (Names{"activities_remind", "booking_keep_staffed", "count_own_figures", "retention_run"}));
}

TEST(OwnJobs, FiguresAreFetchedOnTheirHoursAndTheOperatorIsToldWhenTheyCannotBe) {
    indicators::PlayedKolada kolada;
    OwnJobs world;
    world.settings.kolada_address = kolada.address();
    world.settings.kolada_hours = 12;
    world.run_due();
    EXPECT_EQ(world.done(), (Names{"activities_remind", "count_own_figures", "fetch_kolada"}));
    ASSERT_EQ(world.application.indicators.runs(5).size(), 1u);
    EXPECT_EQ(world.application.indicators.runs(5)[0].outcome, "done");
    world.clock.advance(11h);
    world.run_due();
    EXPECT_EQ(world.application.indicators.runs(5).size(), 1u);
    kolada.misbehave = [](const std::string&) { return testing::Reply{404, ""}; };
    for (int hour = 0; hour < 12; ++hour, world.clock.advance(1h)) world.run_due();
    const auto failed = world.list(jobs::State::failed);
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0].kind, "fetch_kolada");
    EXPECT_EQ(failed[0].attempts, 5);
    EXPECT_TRUE(world.finding().contains("fetch_kolada")) << world.finding();
    EXPECT_TRUE(world.finding().contains("digilots jobs retry")) << world.finding();
}

TEST(OwnJobs, DoctorNamesWhatNobodyDoesAndWhatWaitsTooLong) {
    OwnJobs world;
    EXPECT_EQ(world.finding(), "0 wait, none has failed");
    world.database->write([&](db::Connection& connection) { jobs::add(connection, {.kind = "newer"}, world.clock.now()); });
    EXPECT_TRUE(world.finding().contains("1 of the kind newer")) << world.finding();
    world.clock.advance(2h);
    const auto all = examine_jobs(*world.database, all_jobs(world.application, world.settings), world.clock.now());
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(all[1].text.contains("120 minutes")) << all[1].text;
}

}  // namespace
}  // namespace digilots::app
