#include "platform/calendar/notation.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "platform/calendar/holidays.h"
#include "platform/calendar/hours.h"

namespace digilots::calendar {
namespace {

/// "11-23 08:00-16:00" each; "?" unknown; the comment in brackets.
std::string spans(std::string_view text, std::string_view first, int days, HoursPlace place = {"SE", "Europe/Stockholm"}) {
    const auto notation = read_notation(text);
    if (!notation) return "not understood at " + std::to_string(notation.error().position);
    std::string result;
    const auto from = *base::parse_date(first);
    for (const auto& span : open_spans(*notation, place, from, days, Holidays::as_written)) {
        const auto clock = [&](base::Instant instant) {
            const auto civil = base::to_civil(instant, place.zone);
            char time[8];
            std::snprintf(time, sizeof time, "%02d:%02d", civil.hour, civil.minute);
            return base::format_date(civil.date).substr(5) + " " + time;
        };
        if (!result.empty()) result += ", ";
        result += clock(span.begin) + "-" + clock(span.end).substr(6) + (span.certain ? "" : "?");
        if (!span.comment.empty()) result += " (" + span.comment + ")";
    }
    return result;
}

struct Example {
    std::string_view notation, first;
    int days;
    std::string_view expected;
};

void check(std::initializer_list<Example> examples) {
    for (const auto& example : examples) {
        EXPECT_EQ(spans(example.notation, example.first, example.days), example.expected) << example.notation;
    }
}

// Monday 23 November 2026.
TEST(Notation, LaterRulesReplaceAddOrFallBack) {
    check({
        {"Mo-Fr 08:00-16:00; Mo 10:00-12:00", "2026-11-23", 2, "11-23 10:00-12:00, 11-24 08:00-16:00"},
        {"Mo-Fr 08:00-16:00, Mo 18:00-20:00", "2026-11-23", 1, "11-23 08:00-16:00, 11-23 18:00-20:00"},
        {"Mo-Fr 08:00-12:00; 13:00-17:00", "2026-11-23", 1, "11-23 08:00-12:00, 11-23 13:00-17:00"},
        {"08:00-12:00; 13:00-17:00", "2026-11-23", 1, "11-23 13:00-17:00"},
        {"Mo-Fr 08:00-16:00; Mo 12:00-13:00 off", "2026-11-23", 1, "11-23 08:00-12:00, 11-23 13:00-16:00"},
        {"Mo-Fr 08:00-16:00; Mo off", "2026-11-23", 2, "11-24 08:00-16:00"},
        {"Mo-Fr 08:00-16:00, Mo closed", "2026-11-23", 2, "11-24 08:00-16:00"},
        {"24/7; Mo off", "2026-11-23", 2, "11-24 00:00-00:00"},
        {"Mo 08:00-10:00 || \"ring\"", "2026-11-23", 1,
         "11-22 00:00-08:00? (ring), 11-23 08:00-10:00, 11-23 10:00-00:00? (ring)"},
        {"Mo 08:00-10:00; Tu off || Tu unknown", "2026-11-23", 2, "11-23 08:00-10:00, 11-24 00:00-00:00?"},
        {"off", "2026-11-23", 3, ""},
        {"Mo 08:00-12:00 \"a\", Mo 12:00-13:00 \"a\"", "2026-11-23", 1, "11-23 08:00-13:00? (a)"},
        {"Mo 08:00-12:00 open \"a\", Mo 12:00-13:00", "2026-11-23", 1, "11-23 08:00-12:00 (a), 11-23 12:00-13:00"},
    });
}

TEST(Notation, TimesGoOverMidnightAndHaveOpenEnds) {
    check({
        {"Mo 22:00-02:00", "2026-11-23", 2, "11-23 22:00-02:00"},
        {"Mo 18:00-26:00", "2026-11-24", 1, "11-23 18:00-02:00"},
        {"Mo 08:00-08:00; Tu off", "2026-11-23", 2, "11-23 08:00-08:00"},
        {"22:00-04:00; 02:00-03:00 off", "2026-11-23", 1, "11-22 22:00-02:00, 11-23 03:00-04:00, 11-23 22:00-00:00"},
        {"Mo 10:00+", "2026-11-23", 2, "11-23 10:00-00:00?"},
        {"Mo 10:00+, Mo 18:00-20:00", "2026-11-23", 2, "11-23 10:00-18:00?, 11-23 18:00-20:00"},
        {"Tu-Sa 09:00+ || Mo-Fr 10:00-12:00", "2026-11-24", 1, "11-24 09:00-00:00?"},
        {"Mo 08:00-20:00; Mo 18:00+ off", "2026-11-23", 1, "11-23 08:00-18:00"},
        {"Mo", "2026-11-23", 2, "11-23 00:00-00:00"},
        {"Mo (sunrise+01:00)-sunset", "2026-11-23", 1, "11-23 07:00-18:00"},
    });
}

TEST(Notation, DatesWeeksAndYearsNameTheirDays) {
    check({
        {"Dec 30-Jan 2 Fr-Sa 10:00-11:00", "2026-12-28", 10, "01-01 10:00-11:00, 01-02 10:00-11:00"},
        {"2026 Dec 31-2027 Jan 1 10:00-11:00", "2026-12-28", 400, "12-31 10:00-11:00, 01-01 10:00-11:00"},
        {"Nov-Feb Mo[1] 10:00-11:00", "2026-11-23", 80, "12-07 10:00-11:00, 01-04 10:00-11:00, 02-01 10:00-11:00"},
        {"Dec 24,31 10:00-11:00", "2026-12-20", 20, "12-24 10:00-11:00, 12-31 10:00-11:00"},
        {"2026 Dec 24 10:00-11:00", "2027-12-20", 10, ""},
        {"Mar 10:00-11:00", "2026-03-30", 4, "03-30 10:00-11:00, 03-31 10:00-11:00"},
        {"week 10-20/2 Mo 10:00-11:00", "2026-03-01", 30, "03-02 10:00-11:00, 03-16 10:00-11:00, 03-30 10:00-11:00"},
        {"week 53 Mo 10:00-11:00", "2026-12-01", 60, "12-28 10:00-11:00"},
        {"week 53-1 Mo 10:00-11:00", "2026-12-01", 60, "12-28 10:00-11:00, 01-04 10:00-11:00"},
        {"2027+ Jan 4 10:00-11:00", "2026-01-01", 400, "01-04 10:00-11:00"},
        {"2025-2027/2 Jan 4 10:00-11:00", "2026-01-01", 400, "01-04 10:00-11:00"},
        {"easter -2 days 10:00-11:00", "2026-03-01", 60, "04-03 10:00-11:00"},
        {"easter -2 days-easter +1 day 10:00-11:00", "2026-04-01", 10,
         "04-03 10:00-11:00, 04-04 10:00-11:00, 04-05 10:00-11:00, 04-06 10:00-11:00"},
        {"Dec 25 -Su -21 days 10:00-11:00", "2026-11-01", 60, "11-29 10:00-11:00"},
        {"Feb 29 10:00-11:00", "2026-01-01", 400, ""},
        {"Feb 29-Feb 29 10:00-11:00", "2026-01-01", 400, ""},
        {"2026 Feb 29-Feb 29 10:00-11:00", "2026-01-01", 400, ""},
        {"Feb 29-Feb 29 10:00-11:00", "2028-02-20", 30, "02-29 10:00-11:00"},
        {"Feb 29-Mar 1 10:00-11:00", "2026-02-20", 30, "03-01 10:00-11:00"},
        {"Feb 28-Feb 29 10:00-11:00", "2026-02-20", 30, "02-28 10:00-11:00"},
        {"Dec 30-Feb 29 10:00-11:00", "2026-02-27", 3, "02-27 10:00-11:00, 02-28 10:00-11:00"},
        {"Jan 1-31/10 10:00-11:00", "2027-01-01", 40,
         "01-01 10:00-11:00, 01-11 10:00-11:00, 01-21 10:00-11:00, 01-31 10:00-11:00"},
        {"Fr-Mo 10:00-11:00", "2026-11-22", 4, "11-22 10:00-11:00, 11-23 10:00-11:00"},
        {"Fr[-1] 10:00-11:00", "2026-11-01", 30, "11-27 10:00-11:00"},
        {"Mo[5] +1 day 10:00-11:00", "2026-11-23", 10, "12-01 10:00-11:00"},
        {"PH +1 day 10:00-11:00", "2026-12-24", 5, "12-26 10:00-11:00, 12-27 10:00-11:00"},
        {"PH Mo-Fr 10:00-11:00", "2026-12-24", 5, "12-25 10:00-11:00"},
        {"Su,PH 10:00-11:00", "2026-12-25", 3, "12-25 10:00-11:00, 12-26 10:00-11:00, 12-27 10:00-11:00"},
    });
}

TEST(Notation, TheNotationAloneClosesOnNoHoliday) {
    EXPECT_EQ(spans("Mo-Fr 08:00-16:00", "2026-12-24", 2), "12-24 08:00-16:00, 12-25 08:00-16:00");
}

TEST(Notation, OddSpacingAndLettersAreRead) {
    for (const auto* text : {"Mo-Fr 08:00-16:00", "mo-fr 8-16", "MO - FR  8:00 - 16:00 ;", "Mo–Fr 08.00–16.00",
                             "Mo-Fr08:00-16:00",
                             "Mo-Fr: 08:00-16:00", "Monday-Friday 08:00-16:00", ";; Mo-Fr 08:00-16:00 ;;", "08:00-16:00 Mo-Fr",
                             "Mo-Fr\xC2\xA0" "08:00-16:00,"}) {
        EXPECT_EQ(spans(text, "2026-11-24", 1), "11-24 08:00-16:00") << text;
    }
}

TEST(Notation, AForgottenCommaIsRead) {
    check({
        {"Mo We 08:00-12:00 13:00-16:00", "2026-11-24", 2, "11-25 08:00-12:00, 11-25 13:00-16:00"},
        {"PH Mo-Fr 10:00-11:00", "2026-12-24", 4, "12-25 10:00-11:00"},
    });
}

TEST(Notation, ClocksThatChangeKeepTheWallClock) {
    check({
        {"Su 01:00-04:00", "2026-03-29", 1, "03-29 01:00-04:00"},
        {"Su 02:15-02:45", "2026-03-29", 1, ""},
        {"Su 01:00-02:30", "2026-03-29", 1, "03-29 01:00-03:00"},
    });
    const auto autumn = open_spans(*read_notation("Su 02:00-03:00"), {"NO", "Europe/Oslo"}, *base::parse_date("2026-10-25"), 1,
                                   Holidays::as_written);
    ASSERT_EQ(autumn.size(), 1U);
    EXPECT_EQ(autumn[0].end - autumn[0].begin, std::chrono::hours(2)) << "both hours that are called two";
}

TEST(Notation, ThePlaceThatCannotBeReadIsNamed) {
    struct Wrong {
        const char* text;
        std::size_t position;
    };
    for (const auto& [text, position] : std::initializer_list<Wrong>{
             {"", 0}, {" ; ", 0}, {"kvällar ibland", 0}, {"Mo-Fr 08:00-16:60", 15}, {"Mo-Fr 24:00-26:00", 6},
             {"Mo 18:00-50:00", 9}, {"Mo-Fr 08:00", 11}, {"Mo-Fr 08:00-", 12}, {"Mo-Xx 08:00-16:00", 3},
             {"Mo[6] 10:00-11:00", 3}, {"Mo[1 10:00-11:00", 5},
             {"week 54 Mo", 5}, {"Apr 31 10:00-11:00", 4}, {"Mo 08:00-16:00 \"ring", 15}, {"Mo 08:00-16:00 foo", 15},
             {"10:00-16:00/90", 11}, {"(sunset+1:00-20:00", 12},
             {"Dec 24-2027 Jan 6 off", 18}, {"Mo-Fr 0800-1600", 6}}) {
        const auto read = read_notation(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().position, position) << text << ": " << read.error().problem;
    }
}

TEST(Notation, DaysAfterTimesWithoutASignBetweenAreRefused) {
    struct Wrong {
        const char *text, *before;
        std::size_t position;
    };
    for (const auto& [text, before, position] : std::initializer_list<Wrong>{
             {"Mo-Fr 08:00-16:00 Sa 10:00-14:00", "Sa", 18}, {"Mo-Fr 08:00-16:00 Sa-Su off", "Sa", 18},
             {"Mo-Fr 08:00-16:00 PH off", "PH", 18}, {"Mo 10:00-12:00 Tu 09:00-11:00", "Tu", 15},
             {"Mo 10:00-12:00 Dec 22 off", "Dec", 15}, {"Mo 10:00-12:00 2026 Dec 22 off", "2026", 15},
             {"Mo 10:00-12:00 week 10 off", "week", 15}, {"Mo 10:00-12:00 easter off", "easter", 15},
             {"Mo-Fr 08:00-16:00\nSa 10:00-14:00", "Sa", 18}, {"Mo-Fr 08:00-16:00\r\nlördag", "", 19},
             {"Mo off Tu 10:00-12:00", "Tu", 7}, {"Mo open Tu 10:00-12:00", "Tu", 8},
             {"Mo-Fr 08:00-12:00,13:00-16:00 Saturday 10-12", "Saturday", 30},
             {"Mo-Fr 08:00-16:00 \"ring\" Sa 10:00-12:00", "Sa", 25}, {"Mo \"ring\" Tu 10:00-12:00", "Tu", 10},
             {"Mo-Fr 08:00-16:00 off 12:00-13:00", "12", 22}, {"24/7 Mo off", "Mo", 5}, {"24/7 PH off", "PH", 5},
             {"10:00-12:00 Mo 14:00-16:00", "Mo", 12}, {"off Mo 10:00-12:00", "Mo", 4}}) {
        const auto read = read_notation(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().joined_to, before) << text << ": " << read.error().problem;
        EXPECT_EQ(read.error().position, position) << text;
    }
    EXPECT_EQ(read_notation("Mo 10:00-12:00 Tu").error().problem, "a ; is missing before Tu");
    check({
        {"Mo-Fr 08:00-12:00, We 14:00-16:00", "2026-11-24", 2, "11-24 08:00-12:00, 11-25 08:00-12:00, 11-25 14:00-16:00"},
        {"Dec Mo-We 08:00-12:00", "2026-12-01", 1, "12-01 08:00-12:00"},
        {"open Mo-Tu 08:00-12:00", "2026-11-24", 1, "11-24 08:00-12:00"},
        {"\"ring\": Tu 08:00-12:00 open", "2026-11-24", 1, "11-24 08:00-12:00 (ring)"},
        {"Nov \"ring\": Tu 08:00-12:00 open", "2026-11-24", 1, "11-24 08:00-12:00 (ring)"},
        {"08:00-12:00 Nov Mo-Tu \"ring\"", "2026-11-24", 1, "11-24 08:00-12:00? (ring)"},
    });
}

TEST(Notation, ADateWrittenAsElsewhereIsRefusedWithTheRightForm) {
    struct Wrong {
        const char *text, *meant;
        std::size_t position;
    };
    for (const auto& [text, meant, position] : std::initializer_list<Wrong>{
             {"2026-12-24 off", "2026 Dec 24", 0}, {"Mo-Fr 08:00-16:00; 2026-05-01 10-12", "2026 May 1", 19},
             {"2026-12-22 - 2026-12-28 10:00-14:00", "2026 Dec 22", 0}, {"2026 Dec 22-2026-12-28 off", "2026 Dec 28", 12},
             {"2026\u201312\u201324 off", "2026 Dec 24", 0}, {"2026-13-24 off", "", 4}}) {
        const auto read = read_notation(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().meant, meant) << text;
        EXPECT_EQ(read.error().position, position) << text;
        if (*meant) {
            EXPECT_EQ(read.error().problem, "a date is written " + std::string(meant));
        }
    }
    EXPECT_EQ(spans("2026-2027 Dec 24 10:00-11:00", "2026-12-24", 1), "12-24 10:00-11:00");
}

TEST(Notation, HolidaysOfYearsBeyondTheTableAreWorkedOutByTheSameRules) {
    const auto table = years_of_holiday_table();
    for (const char* country : {"SE", "NO"}) {
        for (auto date = base::Date{std::chrono::year{table.first} / 1 / 1}; int(date.year()) <= table.last;
             date = base::add_days(date, 1)) {
            const Holiday *known = holiday_on(country, date), *ruled = holiday_by_rule(country, date);
            ASSERT_EQ(known == nullptr, ruled == nullptr) << country << base::format_date(date);
            if (known == nullptr) continue;
            EXPECT_EQ(known->name, ruled->name) << base::format_date(date);
            EXPECT_EQ(known->kind, ruled->kind) << base::format_date(date);
            const bool is_closed_anyway = base::weekday_of(date) == 6;
            EXPECT_TRUE(is_closed_anyway || known->closed_from_minute == ruled->closed_from_minute) << base::format_date(date);
        }
    }
    check({{"PH off; Mo-Su 10:00-11:00; PH off", "2040-03-29", 5, "03-29 10:00-11:00, 03-31 10:00-11:00"}});
    ASSERT_NE(holiday_on("NO", *base::parse_date("2036-05-17")), nullptr);
    EXPECT_EQ(holiday_on("SE", *base::parse_date("2036-06-21"))->name, "midsommardagen");
    EXPECT_EQ(holiday_on("DK", *base::parse_date("2036-12-25")), nullptr);
}

TEST(Notation, SaysWhereItNamesSchoolHolidaysOrTheSun) {
    EXPECT_TRUE(read_notation("Mo-Fr 08:00-16:00; SH off")->names_school_holidays);
    EXPECT_FALSE(read_notation("Mo-Fr 08:00-16:00; PH off")->names_school_holidays);
    EXPECT_TRUE(read_notation("sunrise-12:00")->names_sun);
    check({
        {"Mo 10:00-11:00; SH 08:00-09:00", "2026-11-23", 1, "11-23 08:00-09:00?, 11-23 10:00-11:00?"},
        {"SH 10:00-12:00", "2026-11-23", 2, "11-23 10:00-12:00?, 11-24 10:00-12:00?"},
        {"Mo-Fr 08:00-16:00; SH off", "2026-11-23", 1, "11-23 08:00-16:00?"},
        {"Mo-Fr 08:00-16:00; PH,SH off", "2026-12-24", 2, "12-24 08:00-16:00?"},
        {"SH Sa 10:00-12:00", "2026-11-27", 3, "11-28 10:00-12:00?"},
    });
}

}  // namespace
}  // namespace digilots::calendar
