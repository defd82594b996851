// Whether much is good is the municipality's to say: what it said last holds, whoever reads a colour meanwhile.
#include <gtest/gtest.h>

#include <atomic>

#include "indicators/meaning/pages_world.h"
#include "platform/testing/race.h"

namespace digilots::indicators {
namespace {

TEST(DirectionKept, ADirectionChangedWhileAColourIsReadHoldsFromThenOn) {
    PagesWorld world;
    std::atomic<bool> done = false;
    Question question;
    question.indicator = "N00945";
    testing::race(3, [&](int runner) {
        if (runner != 0) {
            do world.indicators.standing("2281", question);
            while (!done);
            return;
        }
        for (int round = 0; round < 40; ++round) {
            const auto wanted = round % 2 == 0 ? Direction::low : Direction::high;
            world.indicators.set_direction("2281", "N00945", wanted, "Beslut " + std::to_string(round), "account-1");
            EXPECT_EQ(world.indicators.direction("N00945", "2281"), wanted) << round;
            EXPECT_EQ(world.indicators.standing("2281", question).direction, wanted) << round;
        }
        done = true;
    });
    EXPECT_EQ(world.indicators.direction("N00945", "2281"), Direction::high);
}

TEST(DirectionKept, APageOfColoursShowsTheNewDirectionAtOnce) {
    PagesWorld world;
    const std::string page = "/sundsvall/progress/indicators/N00945";
    world.indicators.set_direction("2281", "N00945", Direction::high, "Mer är bättre.", "account-1");
    const auto before = world.client.get(page).html;
    EXPECT_EQ(world.client.get(page).html, before);
    world.indicators.set_direction("2281", "N00945", Direction::low, "Mindre är bättre.", "account-1");
    EXPECT_NE(world.client.get(page).html, before);
}

}  // namespace
}  // namespace digilots::indicators
