#include "platform/calendar/hours.h"

#include <gtest/gtest.h>

#include <set>

#include "platform/calendar/holidays.h"
#include "platform/calendar/span_cache.h"

namespace digilots::calendar {
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
    EXPECT_FALSE(state("Mo-Th 10:00-19:00", "2026-11-23 21:35").open_this_evening) << "it has passed";
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

std::string listed(std::string_view rule, std::string_view first, int days, std::string_view country = "SE") {
    std::string text;
    for (const auto& times : day_times(rule, country, day(first), days)) {
        text += base::format_date(times.date).substr(8) + ":";
        for (const auto& range : times.ranges) {
            text += " " + std::to_string(range.from / 60) + "-" + std::to_string(range.to / 60) + (range.certain ? "" : "?") +
                    (range.open_end ? "+" : "");
        }
        text += "; ";
    }
    return text;
}

TEST(Hours, TimesOfADayThatOverlapOrMeetAreShownAsOne) {
    EXPECT_EQ(listed("Mo 08:00-16:00,10:00-14:00", "2026-11-23", 1), "23: 8-16; ");
    EXPECT_EQ(listed("Mo 08:00-12:00, Mo 10:00-14:00", "2026-11-23", 1), "23: 8-14; ");
    EXPECT_EQ(listed("Mo 08:00-12:00,13:00-16:00", "2026-11-23", 1), "23: 8-12 13-16; ");
    EXPECT_EQ(listed("Mo 08:00-16:00, Mo 12:00-13:00 unknown", "2026-11-23", 1), "23: 8-12 12-13? 13-16; ");
}

TEST(Hours, AnExceptionForOneDayReplacesIt) {
    const auto rule = "Mo-Fr 08:00-16:30; 2026 Nov 27 08:00-12:00; 2026 Nov 30 10:00-14:00";
    EXPECT_EQ(listed(rule, "2026-11-26", 5), "26: 8-16; 27: 8-12; 28:; 29:; 30: 10-14; ");
    EXPECT_FALSE(open("Th 10:00-18:00; 2026 Nov 26 10:00-12:00", "2026-11-26 15:34"));
    EXPECT_TRUE(open("Th 10:00-18:00; 2026 Nov 26 10:00-12:00", "2026-12-03 15:34"));
}

TEST(Hours, AnExceptionOfAnotherYearOpensNoEve) {
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; 2025 Dec 24 10:00-12:00", "2026-12-24 11:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; 2025 Dec 31 10:00-12:00", "2026-12-31 11:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; 2025 Dec 25 10:00-12:00", "2026-12-25 11:00"));
    EXPECT_FALSE(open("Mo-Fr 08:00-16:30; 2025 Jun 19 10:00-12:00", "2026-06-19 11:00")) << "Midsummer's Eve 2026";
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30; 2026 Jun 19 10:00-12:00", "2026-06-19 11:00"));
    EXPECT_TRUE(open("Mo-Fr 08:00-16:30; Dec 24 10:00-12:00", "2026-12-24 11:00")) << "every year";
}

TEST(Hours, APeriodHoldsOnHolidaysAndEvesAmongItsDays) {
    const auto rule = "Mo-Fr 08:00-16:30; 2026 Dec 22-2026 Dec 28 Mo-Fr 10:00-14:00";
    EXPECT_EQ(listed(rule, "2026-12-22", 8), "22: 10-14; 23: 10-14; 24: 10-14; 25: 10-14; 26:; 27:; 28: 10-14; 29: 8-16; ");
    EXPECT_EQ(listed("Mo-Fr 08:00-16:30; Jun-Aug Mo-Fr 10:00-14:00", "2026-06-18", 2), "18: 10-14; 19:; ")
        << "whoever names months did not think of Midsummer's Eve";
}

TEST(Hours, RoundTheClockIsClosedWhereTheRuleSaysSo) {
    EXPECT_FALSE(open("24/7; PH off", "2026-12-25 11:00"));
    EXPECT_TRUE(open("24/7; PH off", "2026-12-24 11:00"));
    EXPECT_FALSE(open("24/7; Dec 24-26 off", "2026-12-24 11:00"));
    EXPECT_EQ(listed("24/7; PH off", "2026-12-24", 4), "24: 0-24; 25:; 26:; 27: 0-24; ") << "every day is listed";
}

TEST(Hours, ANightBelongsToTheDayOnWhichItBegins) {
    // Friday 1 May 2026 is a holiday; Saturday 20 June is Midsummer Day, the Friday before it only an eve.
    const Notation night = *read_notation("Fr 18:00-03:00; PH off");
    EXPECT_TRUE(open_spans(night, sweden, day("2026-05-01"), 3, Holidays::as_written).empty());
    const auto before_holiday = open_spans(night, sweden, day("2026-06-19"), 3, Holidays::as_written);
    ASSERT_EQ(before_holiday.size(), 1U);
    EXPECT_EQ(before_holiday[0].end, local_time("2026-06-20 03:00"));
    EXPECT_EQ(listed("Fr 18:00-03:00; Sa 20:00-04:00", "2026-11-27", 2), "27: 18-27; 28: 20-28; ");
}

TEST(Hours, AnOpenEndIsUnknownAndNotClosed) {
    EXPECT_EQ(listed("Mo-Fr 10:00+", "2026-11-23", 2), "23: 10-24?+; 24: 10-24?+; ");
    EXPECT_EQ(state("Mo-Fr 10:00+", "2026-11-23 11:00").now, Openness::unknown);
    EXPECT_EQ(state("Mo-Fr 10:00+", "2026-11-23 09:00").now, Openness::closed);
    EXPECT_EQ(listed("Mo 10:00+,18:00-20:00", "2026-11-23", 1), "23: 10-18?+ 18-20; ") << "until the next one begins";
    EXPECT_EQ(listed("Mo 10:00-14:00+", "2026-11-23", 1), "23: 10-14 14-24?+; ");
}

TEST(Hours, AnotherCommentIsNoChange) {
    const auto now = state("Mo 08:00-12:00 open \"A\", Mo 12:00-16:00 open \"B\"", "2026-11-23 09:00");
    EXPECT_EQ(now.next_change, local_time("2026-11-23 16:00"));
}

TEST(Hours, PublicHolidaysOfTheNotationAreThoseOfTheTable) {
    for (const HoursPlace place : {sweden, norway}) {
        std::set<std::string> open_days;
        for (const auto& span : open_spans("PH 10:00-11:00", place, day("2015-01-01"), 365 * 21 + 5)) {
            open_days.insert(base::format_date(base::to_civil(span.begin, place.zone).date));
        }
        EXPECT_EQ(open_days.size(), place.country == "SE" ? 273U : 250U);
        for (const auto& date : open_days) {
            EXPECT_EQ(holiday_on(place.country, day(date))->kind, Holiday::Kind::public_holiday) << date;
        }
    }
}

}  // namespace
}  // namespace digilots::calendar
