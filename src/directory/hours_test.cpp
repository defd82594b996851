#include "directory/hours.h"

#include <gtest/gtest.h>

#include <set>

#include "directory/holidays.h"
#include "directory/span_cache.h"

namespace digilots::directory {
namespace {

constexpr HoursPlace sweden{"SE", "Europe/Stockholm"};
constexpr HoursPlace norway{"NO", "Europe/Oslo"};

base::Date day(std::string_view text) { return *base::parse_date(text); }

base::Instant local_time(std::string_view local) {
    const auto date = day(local.substr(0, 10));
    return base::from_civil(date, std::stoi(std::string(local.substr(11, 2))), std::stoi(std::string(local.substr(14, 2))),
                            sweden.zone);
}

OpenState state(std::string_view rule, std::string_view local, HoursPlace place = sweden) {
    return state_of(open_spans(rule, place, day(local.substr(0, 10)), 15), local_time(local), place.zone);
}

bool open(std::string_view rule, std::string_view local, HoursPlace place = sweden) {
    return state(rule, local, place).now == Openness::open;
}

TEST(Hours, OpensAndClosesWithTheWallClock) {
    const auto now = state("Mo-Fr 08:00-16:30", "2026-11-23 09:00");
    EXPECT_EQ(now.now, Openness::open);
    EXPECT_EQ(now.next_change, local_time("2026-11-23 16:30"));
    const auto evening = state("Mo-Fr 08:00-16:30", "2026-11-27 18:00");
    EXPECT_EQ(evening.now, Openness::closed);
    EXPECT_EQ(evening.next_change, local_time("2026-11-30 08:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2026-11-23 16:30"));
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30", "2026-11-23 08:00"));
}

TEST(Hours, ClosesOnPublicHolidaysAndEvesUnlessTheRuleSaysOtherwise) {
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2026-12-25 10:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2026-12-24 10:00")) << "offices are closed on Christmas Eve";
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30; 2026 Dec 24 10:00-12:00", "2026-12-24 11:00"));
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30; PH 10:00-14:00", "2026-12-25 11:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; PH off", "2026-12-25 11:00"));
    EXPECT_TRUE(open("24/7", "2026-12-25 11:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2026-05-14 11:00", norway)) << "Ascension Day 2026";
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30", "2027-01-06 11:00", norway)) << "no holiday in Norway";
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2027-01-06 11:00", sweden)) << "Epiphany";
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30", "2026-12-31 13:00", norway));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30", "2026-12-31 14:30", norway)) << "New Year's Eve from 14";
}

TEST(Hours, GoOnAfterMidnightAndOverTheClockChange) {
    EXPECT_TRUE(open("Fr 22:00-02:00", "2026-11-28 01:00"));
    EXPECT_FALSE(open("Fr 22:00-02:00", "2026-11-28 02:00"));
    // 25 October 2026: the night has one hour more, closing time is still eight in the morning.
    const auto autumn = open_spans("Sa 20:00-08:00", sweden, day("2026-10-24"), 2);
    ASSERT_EQ(autumn.size(), 1U);
    EXPECT_EQ(autumn[0].end - autumn[0].begin, std::chrono::hours(13));
    const auto spring = open_spans("Sa 20:00-08:00", sweden, day("2026-03-28"), 2);
    ASSERT_EQ(spring.size(), 1U);
    EXPECT_EQ(spring[0].end - spring[0].begin, std::chrono::hours(11));
    EXPECT_TRUE(open_spans("Su 02:15-02:45", sweden, day("2026-03-29"), 1).empty()) << "the hour that does not exist";
}

TEST(Hours, KnowsWeeksMonthsExceptionsAndComments) {
    EXPECT_TRUE(open("week 1-53/2 We 10:00-12:00", "2026-11-18 11:00"));
    EXPECT_FALSE(open("week 1-53/2 We 10:00-12:00", "2026-11-25 11:00"));
    EXPECT_TRUE(open("Mo-Fr 08:00-16:00; Jun-Aug Mo-Fr 09:00-15:00", "2026-07-01 14:30"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:00; Jun-Aug Mo-Fr 09:00-15:00", "2026-07-01 15:30"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; 2026 Nov 23 off", "2026-11-23 10:00"));
    EXPECT_EQ(state("Mo-Fr 08:00-16:00 \"efter bokning\"", "2026-11-23 10:00").now, Openness::unknown);
}

TEST(Hours, TellsTheEvening) {
    EXPECT_TRUE(state("Mo-Th 10:00-19:00", "2026-11-23 09:00").open_this_evening);
    EXPECT_FALSE(state("Mo-Fr 08:00-17:00", "2026-11-23 09:00").open_this_evening);
}

TEST(Hours, AlwaysOpenHasNoNextChange) {
    const auto now = state("24/7", "2026-11-23 09:00");
    EXPECT_EQ(now.now, Openness::open);
    EXPECT_FALSE(now.next_change);
}

TEST(Hours, ToldWhatIsWrongAndNeverThrown) {
    EXPECT_EQ(check_hours("").error(), HoursError::empty);
    EXPECT_EQ(check_hours("kvällar ibland").error(), HoursError::not_understood);
    EXPECT_EQ(check_hours(std::string(501, 'x')).error(), HoursError::too_long);
    EXPECT_EQ(check_hours("sunrise-sunset").error(), HoursError::not_supported);
    EXPECT_TRUE(open_spans("Mo-Fr 99:99-", sweden, day("2026-11-23"), 15).empty());
    EXPECT_TRUE(open_spans(std::string("\0\xff;;;", 5), sweden, day("2026-11-23"), 15).empty());
}

// The library brings its own holidays for "PH"; what it says must be what our table says.
TEST(Hours, LibraryAndOwnTableAgreeOnPublicHolidays) {
    for (const HoursPlace place : {sweden, norway}) {
        for (auto date = day("2015-01-01"); date < day("2036-01-01"); date = base::add_days(date, 15)) {
            std::set<std::string> library;
            for (const auto& span : open_spans("PH 10:00-11:00", place, date, 15)) {
                library.insert(base::format_date(base::to_civil(span.begin, place.zone).date));
            }
            for (int offset = 0; offset < 15; ++offset) {
                const auto checked = base::add_days(date, offset);
                const auto* holiday = holiday_on(place.country, checked);
                const bool own = holiday != nullptr && holiday->kind == Holiday::Kind::public_holiday;
                const bool sunday = base::weekday_of(checked) == 6;     // Palm Sunday is a Sunday anyway
                if (checked >= day("2015-01-01") && checked < day("2036-01-01") && !sunday) {
                    EXPECT_EQ(library.contains(base::format_date(checked)), own) << place.country << base::format_date(checked);
                }
            }
        }
    }
}

}  // namespace
}  // namespace digilots::directory
