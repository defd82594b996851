#include "platform/base/clock_time.h"

#include <gtest/gtest.h>

namespace digilots::base {
namespace {

TEST(ClockTime, IsReadAsPeopleWriteIt) {
    for (const auto* text : {"13:05", "13.05", "1305", " 13:05 "})
        EXPECT_EQ(read_clock_time(text), 13 * 60 + 5) << text;
    for (const auto* text : {"9:05", "09:05", "9.05", "905", "0905"})
        EXPECT_EQ(read_clock_time(text), 9 * 60 + 5) << text;
    for (const auto* text : {"9", "09", "9:00", "900"}) EXPECT_EQ(read_clock_time(text), 9 * 60) << text;
    EXPECT_EQ(read_clock_time("0:00"), 0);
    EXPECT_EQ(read_clock_time("24:00"), 24 * 60);
}

TEST(ClockTime, OfAnythingElseIsNothing) {
    for (const auto* text : {"", " ", ":", "13:", ":05", "13:5", "13:60", "25", "24:01", "2401", "-1:00", "+9", "1:005",
                             "13:05:00", "130500", "kl 13", "13h05", "١٣:٠٥", "9 05", "1e1"})
        EXPECT_EQ(read_clock_time(text), std::nullopt) << text;
}

TEST(ClockTime, EveryMinuteOfTheDayComesBack) {
    for (int minute = 0; minute < 24 * 60; ++minute)
        EXPECT_EQ(read_clock_time(clock_time(minute / 60, minute % 60)), minute);
}

}  // namespace
}  // namespace digilots::base
