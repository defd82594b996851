#include "platform/jobs/schedule.h"

#include <gtest/gtest.h>

#include "platform/jobs/jobs_for_tests.h"

namespace digilots::jobs {
namespace {

using namespace std::chrono_literals;
using testing::at;

TEST(Schedule, EverySoOftenTheFirstAtOnce) {
    const Schedule hourly = Every{1h};
    const auto now = at("2026-11-26T10:00:00Z");
    EXPECT_EQ(planned(hourly, std::nullopt, now), Planned::due);
    EXPECT_EQ(planned(hourly, now, now), Planned::nothing);
    EXPECT_EQ(planned(hourly, now, now + 59min), Planned::nothing);
    EXPECT_EQ(planned(hourly, now, now + 60min), Planned::due);
    EXPECT_EQ(planned(hourly, now + 4min, now), Planned::nothing) << "another server's clock";
    EXPECT_EQ(planned(hourly, now + 24h * 365, now), Planned::due) << "a clock was a year ahead";
}

TEST(Schedule, DailyAtATimeOnTheWall) {
    const Schedule morning = Daily{.hour = 7, .minute = 0, .zone = "Europe/Oslo"};
    EXPECT_EQ(planned(morning, std::nullopt, at("2026-11-26T10:00:00Z")), Planned::remembered) << "not at once";
    const auto last = at("2026-11-26T06:00:00Z");
    EXPECT_EQ(planned(morning, last, at("2026-11-26T23:59:00Z")), Planned::nothing);
    EXPECT_EQ(planned(morning, last, at("2026-11-27T05:59:59Z")), Planned::nothing);
    EXPECT_EQ(planned(morning, last, at("2026-11-27T06:00:00Z")), Planned::due);
    EXPECT_EQ(planned(morning, last, at("2026-12-24T03:00:00Z")), Planned::due) << "a month of them, once";
    EXPECT_EQ(planned(morning, at("2026-12-24T03:00:00Z"), at("2026-12-24T05:00:00Z")), Planned::nothing);
    EXPECT_EQ(planned(morning, at("2027-12-24T03:00:00Z"), last), Planned::remembered) << "a clock was a year ahead";
}

TEST(Schedule, DailyWhereTheHourIsMissingOrThereTwice) {
    const Schedule night = Daily{.hour = 2, .minute = 30};
    const auto spring = at("2026-03-28T12:00:00Z");   // the clock goes from 2 to 3 at 01:00 UTC on the 29th
    EXPECT_EQ(planned(night, spring, at("2026-03-29T00:59:59Z")), Planned::nothing);
    EXPECT_EQ(planned(night, spring, at("2026-03-29T01:30:00Z")), Planned::due);
    EXPECT_EQ(planned(night, at("2026-03-29T01:30:00Z"), at("2026-03-30T00:29:00Z")), Planned::nothing);
    const auto autumn = at("2026-10-24T12:00:00Z");   // 02:30 comes at 00:30 and at 01:30 UTC on the 25th
    EXPECT_EQ(planned(night, autumn, at("2026-10-25T00:30:00Z")), Planned::due);
    EXPECT_EQ(planned(night, at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z")), Planned::nothing) << "once in that night";
}

TEST(Schedule, PausesDoubleUpToTheLongest) {
    const Retry retry{.attempts = 100, .first = 30s, .longest = 1h};
    EXPECT_EQ(pause_after(retry, 1), 30s);
    EXPECT_EQ(pause_after(retry, 2), 60s);
    EXPECT_EQ(pause_after(retry, 7), 1920s);
    EXPECT_EQ(pause_after(retry, 8), 3600s);
    EXPECT_EQ(pause_after(retry, 2'000'000'000), 3600s);
    EXPECT_EQ(pause_after({.first = 48h, .longest = 100h}, 1), 24h) << "a day at most";
    EXPECT_EQ(pause_after({.first = 0s}, 9), 0s);
}

TEST(Schedule, ServersPlanTogether) {
    JobsWorld world;
    int runs = 0;
    const auto kinds = [&] { return Kinds{kind_of("hourly", [&](jobs::Run&) { ++runs; }, {}, Every{1h})}; };
    auto one = world.runner_of(0, kinds()), other = world.runner_of(1, kinds());
    for (int hour = 1; hour <= 5; ++hour) {
        EXPECT_EQ(one->run_due() + other->run_due(), 1);
        EXPECT_EQ(runs, hour);
        world.pass(1h);
    }
    world.pass(24h * 30);
    EXPECT_EQ(one->run_due() + other->run_due(), 1) << "a month without a server is made up for once";
}

TEST(Schedule, OneThatFailsIsTriedAgainAndComesAgain) {
    JobsWorld world;
    int runs = 0;
    auto runner = world.runner({kind_of("daily", [&](jobs::Run&) { ++runs; throw std::runtime_error("no"); },
                                        {.attempts = 3, .first = 1h}, Every{24h})});
    for (int hour = 0; hour < 24 * 3; ++hour, world.pass(1h)) runner.run_due();
    EXPECT_EQ(runs, 9);
    EXPECT_EQ(world.list(State::failed).size(), 1u) << "the operator sees one, not one a day";
    EXPECT_EQ(world.totals().waiting, 0);
}

TEST(Schedule, WithoutOneNothingIsPlanned) {
    JobsWorld world;
    EXPECT_EQ(world.runner({kind_of("greet", do_nothing)}).run_due(), 0);
    EXPECT_TRUE(world.list().empty());
}

}  // namespace
}  // namespace digilots::jobs
