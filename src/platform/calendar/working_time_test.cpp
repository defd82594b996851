#include "platform/calendar/working_time.h"

#include <gtest/gtest.h>

namespace digilots::calendar {
namespace {

base::Instant at_utc(const char* utc) { return base::parse_utc(utc).value(); }
std::string shown(base::Instant moment) { return base::format_utc(moment).substr(0, 16); }
const WorkingWeek swedish_week;
const WorkingWeek norwegian_week{.country = "NO", .zone = "Europe/Oslo"};

TEST(WorkingTime, RunsOnWeekdaysThatAreNoHolidays) {
    const auto day = [](const char* date) { return base::parse_date(date).value(); };
    EXPECT_EQ(working_hours_on(swedish_week, day("2026-11-27")), (TimeRange{480, 960})) << "Friday";
    EXPECT_FALSE(working_hours_on(swedish_week, day("2026-11-28"))) << "Saturday";
    EXPECT_FALSE(working_hours_on(swedish_week, day("2026-12-25"))) << "Christmas Day";
    EXPECT_FALSE(working_hours_on(norwegian_week, day("2027-05-17"))) << "the seventeenth of May";
    EXPECT_TRUE(working_hours_on(swedish_week, day("2027-05-17")));
    EXPECT_EQ(working_day_from(swedish_week, day("2026-11-28")), day("2026-11-30"));
}

TEST(WorkingTime, WithinSoManyWorkingDaysIsTheEndOfThatDay) {
    EXPECT_EQ(shown(after_working_days(swedish_week, at_utc("2026-11-27T13:00:00Z"), 1)), "2026-11-30T15:00")
        << "Friday to Monday";
    EXPECT_EQ(shown(after_working_days(swedish_week, at_utc("2026-11-28T13:00:00Z"), 1)), "2026-11-30T15:00")
        << "Saturday to Monday";
    EXPECT_EQ(shown(after_working_days(swedish_week, at_utc("2026-11-27T13:00:00Z"), 0)), "2026-11-27T15:00") << "today";
    EXPECT_EQ(shown(after_working_days(swedish_week, at_utc("2026-11-28T13:00:00Z"), 0)), "2026-11-30T15:00")
        << "today is a day off";
    EXPECT_EQ(shown(after_working_days(norwegian_week, at_utc("2027-05-14T08:00:00Z"), 1)), "2027-05-18T14:00")
        << "past the seventeenth";
}

TEST(WorkingTime, HoursStopAtNightAndGoOnInTheMorning) {
    EXPECT_EQ(shown(after_working_minutes(swedish_week, at_utc("2026-11-23T08:00:00Z"), 120)), "2026-11-23T10:00");
    EXPECT_EQ(shown(after_working_minutes(swedish_week, at_utc("2026-11-23T14:00:00Z"), 120)), "2026-11-24T08:00")
        << "an hour today";
    EXPECT_EQ(shown(after_working_minutes(swedish_week, at_utc("2026-11-27T20:00:00Z"), 60)), "2026-11-30T08:00")
        << "asked at night";
    EXPECT_EQ(shown(after_working_minutes(swedish_week, at_utc("2026-11-23T04:00:00Z"), 0)), "2026-11-23T07:00")
        << "before it opens";
}

TEST(WorkingTime, WhatPassedIsTheReverse) {
    const auto from = at_utc("2026-11-27T14:30:00Z");
    for (const int minutes : {0, 20, 30, 31, 500, 5000})
        EXPECT_EQ(working_minutes_between(swedish_week, from, after_working_minutes(swedish_week, from, minutes)), minutes);
    EXPECT_EQ(working_minutes_between(swedish_week, at_utc("2026-11-28T00:00:00Z"), at_utc("2026-11-29T23:00:00Z")), 0);
    EXPECT_EQ(working_minutes_between(swedish_week, at_utc("2026-11-30T10:00:00Z"), at_utc("2026-11-30T09:00:00Z")), 0);
}

TEST(WorkingTime, AnHourThatTheClockSkipsIsNoWork) {
    WorkingWeek night{.opens = 60, .closes = 300, .days = {true, true, true, true, true, true, true}};
    EXPECT_GE(after_working_minutes(night, at_utc("2027-03-28T00:30:00Z"), 60), at_utc("2027-03-28T00:30:00Z"));
}

}  // namespace
}  // namespace digilots::calendar
