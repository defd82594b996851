// Two processes fetch, and two people enter figures, at the same moment.
#include <gtest/gtest.h>

#include <atomic>
#include <barrier>

#include "indicators/lease.h"
#include "indicators/sync.h"
#include "platform/testing/race.h"

namespace digilots::indicators {
namespace {

TEST(AtTheSameTime, OneProcessFetchesFromASource) {
    testing::SharedDatabase servers;
    const base::TestClock clock(testing::at("2026-11-23T10:30:00Z"));
    for (int round = 0; round < 10; ++round) {
        std::barrier everybody_has_tried(4);
        const int holders = testing::count_winners(4, [&](int runner) {
            std::unique_ptr<LeaseHold> lease;
            try {
                lease = std::make_unique<LeaseHold>(servers.of(runner), clock, "kolada");
            } catch (const SourceBusy&) {
            }
            everybody_has_tried.arrive_and_wait();
            return lease != nullptr;
        });
        EXPECT_EQ(holders, 1) << round;
    }
}

TEST(Lease, OneTakenWhileTheClockWasTenDaysAheadHoldsNobodyUpAfterwards) {
    const auto database = testing::fresh_database();
    base::TestClock clock(testing::at("2026-12-03T10:30:00Z"));
    LeaseHold wrong(*database, clock, "kolada");
    clock.set(testing::at("2026-11-23T10:30:00Z"));
    EXPECT_NO_THROW(LeaseHold(*database, clock, "kolada"));
}

}  // namespace
}  // namespace digilots::indicators
