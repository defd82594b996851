// A clock that was ten days ahead and has come back.
#include <gtest/gtest.h>

#include "accounts/signature.h"
#include "accounts/staff_for_tests.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

TEST(ClockThatWasAhead, ASessionOfThenGoesOnAndEndsInTime) {
    StaffWorld world;
    world.add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    const auto now = world.clock.now();
    world.clock.set(now + 240h);
    auto guide = world.signed_in("guide@sundsvall.example");
    world.clock.set(now);
    for (int hour = 0; hour < 12; ++hour) {
        EXPECT_EQ(guide.get_once("/sundsvall/staff/").status, 200) << hour;
        world.clock.advance(1h);
    }
    EXPECT_NE(guide.get_once("/sundsvall/staff/").status, 200);
}

TEST(ClockThatWasAhead, AnIdleSessionSeenThenEndsAfterTwoHours) {
    StaffWorld world;
    world.add(sundsvall, "guide@sundsvall.example", http::Role::guide);
    const auto now = world.clock.now();
    world.clock.set(now + 240h);
    auto guide = world.signed_in("guide@sundsvall.example");
    world.clock.set(now);
    EXPECT_EQ(guide.get_once("/sundsvall/staff/").status, 200);
    world.clock.advance(2h);
    EXPECT_NE(guide.get_once("/sundsvall/staff/").status, 200);
}

TEST(ClockThatWasAhead, ATicketOfThenIsOver) {
    const auto now = testing::at("2026-11-23T10:30:00Z");
    EXPECT_EQ(read_ticket("key", make_ticket("key", "anna", now), now + 4min), "anna");
    EXPECT_EQ(read_ticket("key", make_ticket("key", "anna", now + 240h), now), "");
    EXPECT_EQ(read_ticket("key", make_ticket("key", "anna", now), now), "anna");
}

}  // namespace
}  // namespace digilots::accounts
