#include "platform/calendar/other_hours.h"

#include <gtest/gtest.h>

namespace digilots::calendar {
namespace {

using namespace std::chrono_literals;

std::vector<OtherHours> others(const char* rule, base::Date today = 2026y / 11 / 27) {
    return other_hours(*read_shown(rule), "SE", today);
}

TEST(OtherHours, ADayInsideAPeriodIsToldBesideIt) {
    const auto found = others("Mo-Fr 09:00-11:00; 2026 Dec 21-2027 Jan 08 off; 2026 Dec 30 10:00-12:00");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_FALSE(found[0].weekdays) << "all its days";
    EXPECT_TRUE(found[0].times.ranges.empty());
    EXPECT_EQ(base::format_date(found[1].first), "2026-12-30");
    EXPECT_EQ(found[1].times.ranges.size(), 1U);
}

TEST(OtherHours, WhatComesEveryYearComesOnceAndInTheOrderOfTime) {
    const auto found = others("Mo-Fr 09:00-11:00; Jun 20 +Sa -1 day off; easter -3 days-easter +1 day off; Dec 24 off; "
                              "Feb 29 off");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(base::format_date(found[0].first), "2026-12-24");
    EXPECT_EQ(base::format_date(found[1].first), "2027-03-25");
    EXPECT_EQ(base::format_date(found[1].last), "2027-03-29");
    EXPECT_EQ(base::format_date(found[2].first), "2027-06-25");
    EXPECT_EQ(base::format_date(found[3].first), "2028-02-29");
    EXPECT_TRUE(is_near(found[1], 2026y / 11 / 27));
    EXPECT_FALSE(is_near(found[2], 2026y / 11 / 27)) << "more than half a year";
}

TEST(OtherHours, APeriodOverNewYearThatHasBegunIsTheRunningOne) {
    const auto found = others("Mo-Fr 09:00-11:00; Dec 20-Jan 06 off", 2027y / 1 / 3);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(base::format_date(found[0].first), "2026-12-20");
}

TEST(OrdinaryWeekOfANotation, SeasonsAndWeeksThatDifferAreNotToldAsIfTheyHeldAlways) {
    const auto week = [](const char* rule) { return ordinary_week(*read_shown(rule), "SE", 2026y / 11 / 27); };
    EXPECT_TRUE(week("week 1-53/2 We 10:00-12:00").is_running_week);
    EXPECT_TRUE(week("We[1] 10:00-12:00").is_running_week);
    const auto season = week("Sep-May Mo-Fr 08:00-16:00; Jun-Aug Mo-Fr 10:00-15:00");
    EXPECT_TRUE(season.days.empty()) << "no week holds always";
    ASSERT_TRUE(season.now);
    EXPECT_EQ(base::format_date(season.now->last), "2027-05-31");
    EXPECT_EQ(season.now->days.size(), 7U);
    EXPECT_FALSE(week("Mo-Fr 08:00-16:00; PH off").now);
}

}  // namespace
}  // namespace digilots::calendar
