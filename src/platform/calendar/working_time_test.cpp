#include "platform/calendar/working_time.h"

#include <gtest/gtest.h>

namespace digilots::calendar {
namespace {

base::Instant at(const char* utc) { return base::parse_utc(utc).value(); }
std::string text(base::Instant moment) { return base::format_utc(moment).substr(0, 16); }
const WorkingWeek sweden;
const WorkingWeek norway{.country = "NO", .zone = "Europe/Oslo"};

TEST(WorkingTime, RunsOnWeekdaysThatAreNoHolidays) {
    const auto day = [](const char* date) { return base::parse_date(date).value(); };
    EXPECT_EQ(working_hours_on(sweden, day("2026-11-27")), (TimeRange{480, 960})) << "Friday";
    EXPECT_FALSE(working_hours_on(sweden, day("2026-11-28"))) << "Saturday";
    EXPECT_FALSE(working_hours_on(sweden, day("2026-12-25"))) << "Christmas Day";
    EXPECT_FALSE(working_hours_on(norway, day("2027-05-17"))) << "the seventeenth of May";
    EXPECT_TRUE(working_hours_on(sweden, day("2027-05-17")));
    EXPECT_EQ(working_day_from(sweden, day("2026-11-28")), day("2026-11-30"));
}

TEST(WorkingTime, WithinSoManyWorkingDaysIsTheEndOfThatDay) {
    EXPECT_EQ(text(after_working_days(sweden, at("2026-11-27T13:00:00Z"), 1)), "2026-11-30T15:00") << "Friday to Monday";
    EXPECT_EQ(text(after_working_days(sweden, at("2026-11-28T13:00:00Z"), 1)), "2026-11-30T15:00") << "Saturday to Monday";
    EXPECT_EQ(text(after_working_days(sweden, at("2026-11-27T13:00:00Z"), 0)), "2026-11-27T15:00") << "today";
    EXPECT_EQ(text(after_working_days(sweden, at("2026-11-28T13:00:00Z"), 0)), "2026-11-30T15:00") << "today is a day off";
    EXPECT_EQ(text(after_working_days(norway, at("2027-05-14T08:00:00Z"), 1)), "2027-05-18T14:00") << "past the seventeenth";
}

TEST(WorkingTime, HoursStopAtNightAndGoOnInTheMorning) {
    EXPECT_EQ(text(after_working_minutes(sweden, at("2026-11-23T08:00:00Z"), 120)), "2026-11-23T10:00");
    EXPECT_EQ(text(after_working_minutes(sweden, at("2026-11-23T14:00:00Z"), 120)), "2026-11-24T08:00") << "an hour today";
    EXPECT_EQ(text(after_working_minutes(sweden, at("2026-11-27T20:00:00Z"), 60)), "2026-11-30T08:00") << "asked at night";
    EXPECT_EQ(text(after_working_minutes(sweden, at("2026-11-23T04:00:00Z"), 0)), "2026-11-23T07:00") << "before it opens";
}

TEST(WorkingTime, WhatPassedIsTheReverse) {
    const auto from = at("2026-11-27T14:30:00Z");
    for (const int minutes : {0, 20, 30, 31, 500, 5000})
        EXPECT_EQ(working_minutes_between(sweden, from, after_working_minutes(sweden, from, minutes)), minutes);
    EXPECT_EQ(working_minutes_between(sweden, at("2026-11-28T00:00:00Z"), at("2026-11-29T23:00:00Z")), 0);
    EXPECT_EQ(working_minutes_between(sweden, at("2026-11-30T10:00:00Z"), at("2026-11-30T09:00:00Z")), 0);
}

TEST(WorkingTime, AnHourThatTheClockSkipsIsNoWork) {
    WorkingWeek night{.opens = 60, .closes = 300, .days = {true, true, true, true, true, true, true}};
    EXPECT_GE(after_working_minutes(night, at("2027-03-28T00:30:00Z"), 60), at("2027-03-28T00:30:00Z"));
}

}  // namespace
}  // namespace digilots::calendar
