#include "platform/base/time.h"

#include <gtest/gtest.h>

#include "platform/base/ensure.h"

namespace digilots::base {
namespace {

using namespace std::chrono_literals;

TEST(Time, WritesAndReadsUtc) {
    const auto moment = parse_utc("2026-11-22T01:10:35.123Z");
    ASSERT_TRUE(moment);
    EXPECT_EQ(format_utc(*moment), "2026-11-22T01:10:35.123Z");
    EXPECT_EQ(format_utc(*parse_utc("2026-11-22T02:10:35+01:00")), "2026-11-22T01:10:35.000Z");
    EXPECT_EQ(format_utc(*parse_utc("2026-11-22T01:10Z")), "2026-11-22T01:10:00.000Z");
    EXPECT_EQ(format_utc(*parse_utc("2026-11-22T01:10:35.123456789Z")), "2026-11-22T01:10:35.123Z");
    EXPECT_EQ(format_utc(*parse_utc("1969-12-31T23:59:59.999Z")), "1969-12-31T23:59:59.999Z");
}

TEST(Time, RefusesWhatIsNoTime) {
    for (const char* text :
         {"", "2026-11-22", "2026-11-22T01:10:35", "2026-02-29T00:00:00Z", "2026-11-22T24:00:00Z",
          "2026-11-22T01:60:00Z", "2026-11-22T01:10:35.Z", "2026-11-22T01:10:35Zx", "i dag"}) {
        EXPECT_FALSE(parse_utc(text)) << text;
    }
}

TEST(Time, KnowsDatesAndWeeks) {
    EXPECT_EQ(format_date(*parse_date("2028-02-29")), "2028-02-29");
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_FALSE(parse_date("2026-2-9"));
    EXPECT_FALSE(parse_date("2026-02-09 "));
    EXPECT_EQ(format_date(add_days(*parse_date("2026-12-31"), 1)), "2027-01-01");
    EXPECT_EQ(weekday_of(*parse_date("2026-11-23")), 0);
    EXPECT_EQ(weekday_of(*parse_date("2026-11-22")), 6);
    EXPECT_EQ(iso_week(*parse_date("2026-11-22")), "2026-W47");
    EXPECT_EQ(iso_week(*parse_date("2027-01-01")), "2026-W53");
    EXPECT_EQ(iso_week(*parse_date("2024-12-30")), "2025-W01");
}

TEST(Time, ShowsTheZonesWallClock) {
    const CivilTime winter = to_civil(*parse_utc("2026-11-22T23:30:00Z"), "Europe/Stockholm");
    EXPECT_EQ(format_date(winter.date), "2026-11-23");
    EXPECT_EQ(winter.hour, 0);
    EXPECT_EQ(winter.minute, 30);
    EXPECT_EQ(winter.weekday, 0);
    EXPECT_EQ(to_civil(*parse_utc("2026-07-01T10:00:00Z"), "Europe/Oslo").hour, 12);
}

TEST(Time, TurnsWallClockIntoUtc) {
    const auto utc = [](const char* date, int hour, int minute) {
        return format_utc(from_civil(*parse_date(date), hour, minute, "Europe/Stockholm"));
    };
    EXPECT_EQ(utc("2026-11-23", 10, 30), "2026-11-23T09:30:00.000Z");
    EXPECT_EQ(utc("2026-10-25", 2, 30), "2026-10-25T00:30:00.000Z");  // doubled hour: the first
    EXPECT_EQ(utc("2026-03-29", 2, 30), "2026-03-29T01:00:00.000Z");  // missing hour: after the gap
}

TEST(Time, NamesUnknownZones) {
    EXPECT_TRUE(is_known_zone("Europe/Oslo"));
    EXPECT_FALSE(is_known_zone("Europe/Sundsvall"));
    EXPECT_FALSE(is_known_zone("../../etc/passwd"));
    EXPECT_THROW(to_civil(Instant{}, "Europe/Sundsvall"), Bug);
}

TEST(TestClock, StandsStillUntilMoved) {
    TestClock clock(*parse_utc("2026-11-23T10:30:00Z"));
    clock.advance(90min);
    EXPECT_EQ(format_utc(clock.now()), "2026-11-23T12:00:00.000Z");
}

}  // namespace
}  // namespace digilots::base
