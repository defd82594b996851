// Two processes fetch, and two people enter figures, at the same moment.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <barrier>

#include "indicators/figures/begin_run.h"
#include "indicators/figures/played_kolada_for_tests.h"
#include "indicators/figures/sync.h"
#include "platform/audit/audit.h"
#include "platform/base/uuid.h"
#include "platform/testing/race.h"

namespace digilots::indicators {
namespace {

TEST(AtTheSameTime, OneProcessFetchesFromASource) {
    testing::SharedDatabase servers;
    const base::TestClock clock(testing::at("2026-11-23T10:30:00Z"));
    for (int round = 0; round < 10; ++round) {
        std::barrier everybody_has_tried(4);
        const int holders = testing::count_winners(4, [&](int runner) {
            std::unique_ptr<SourceLease> lease;
            try {
                lease = std::make_unique<SourceLease>(servers.of(runner), clock, "kolada");
            } catch (const SourceBusy&) {
            }
            everybody_has_tried.arrive_and_wait();
            return lease != nullptr;
        });
        EXPECT_EQ(holders, 1) << round;
    }
}

std::size_t made(db::Database& database) {
    const auto trail = database.read([](db::Connection& connection) { return audit::entries(connection, "2281", 100); });
    return static_cast<std::size_t>(
        std::ranges::count_if(trail, [](const auto& one) { return one.entry.action == "local indicator made"; }));
}

TEST(AtTheSameTime, AFormForAnOwnIndicatorThatIsSentSeveralTimesMakesOne) {
    FigureWorld world;
    for (std::size_t round = 1; round <= 6; ++round) {
        const LocalIndicator wanted{"local:" + base::new_uuid(world.clock.now()), "Besök", "number", ""};
        testing::race(4, [&](int) { world.indicators.add_local("2281", wanted, "a"); });
        EXPECT_EQ(world.indicators.local("2281").size(), round);
        EXPECT_EQ(made(*world.database), round) << "the trail tells of one";
    }
}

TEST(AtTheSameTime, OfTwoWhoDecideADirectionOrEnterFiguresBothHaveSeenOneIsTold) {
    FigureWorld world;
    const auto id = world.indicators.add_local("2281", {"", "Besök", "number", ""}, "a");
    for (int round = 0; round < 10; ++round) {
        auto seen = base::Seen::mark(world.indicators.mark("2281", id));
        EXPECT_EQ(1, testing::count_winners(2, [&](int runner) {
            const auto direction = runner == 0 ? Direction::high : Direction::low;
            return world.indicators.set_direction("2281", id, direction, "Beslut " + std::to_string(round), "a", seen);
        })) << round;
        seen = base::Seen::mark(world.indicators.mark("2281", id));
        EXPECT_EQ(1, testing::count_winners(2, [&](int runner) {
            return world.indicators.save_values("2281", id, {{2021, Gender::total, 100.0 + round * 2 + runner, {}}}, "a", seen);
        })) << round;
    }
}

TEST(Lease, OneTakenWhileTheClockWasTenDaysAheadHoldsNobodyUpAfterwards) {
    const auto database = testing::fresh_database();
    base::TestClock clock(testing::at("2026-12-03T10:30:00Z"));
    SourceLease wrong(*database, clock, "kolada");
    clock.set(testing::at("2026-11-23T10:30:00Z"));
    EXPECT_NO_THROW(SourceLease(*database, clock, "kolada"));
}

}  // namespace
}  // namespace digilots::indicators
