#include "platform/periods/period.h"

#include <gtest/gtest.h>

namespace digilots::periods {
namespace {

base::Date day(std::string_view text) { return base::parse_date(text).value(); }
Period days(std::string_view from, std::string_view to) { return {day(from), day(to)}; }

std::string text(const Period& period) { return base::format_date(period.from) + " " + base::format_date(period.to); }
std::string text(const std::optional<Period>& period) { return period ? text(*period) : "none"; }

TEST(Periods, HoldADayFromTheirFirstToTheirLast) {
    for (const auto& [kind, date, wanted] : {
             std::tuple(Kind::day, "2026-11-22", "2026-11-22 2026-11-22"),
             std::tuple(Kind::week, "2026-11-22", "2026-11-16 2026-11-22"),
             std::tuple(Kind::week, "2026-11-23", "2026-11-23 2026-11-29"),
             std::tuple(Kind::month, "2024-02-29", "2024-02-01 2024-02-29"),
             std::tuple(Kind::month, "2100-02-28", "2100-02-01 2100-02-28"),
             std::tuple(Kind::quarter, "2026-11-22", "2026-10-01 2026-12-31"),
             std::tuple(Kind::quarter, "2026-03-31", "2026-01-01 2026-03-31"),
             std::tuple(Kind::quarter, "2026-04-01", "2026-04-01 2026-06-30"),
             std::tuple(Kind::year, "2026-11-22", "2026-01-01 2026-12-31"),
         }) {
        EXPECT_EQ(text(holding(kind, day(date))), wanted) << word_of(kind) << " " << date;
    }
}

TEST(Periods, ASchoolYearAndItsTermsMeetOnTheFirstOfAugustAndOfJanuary) {
    for (const auto& [date, term, school_year] : {
             std::tuple("2026-07-31", "2026-01-01 2026-07-31", "2025-08-01 2026-07-31"),
             std::tuple("2026-08-01", "2026-08-01 2026-12-31", "2026-08-01 2027-07-31"),
             std::tuple("2026-12-31", "2026-08-01 2026-12-31", "2026-08-01 2027-07-31"),
             std::tuple("2027-01-01", "2027-01-01 2027-07-31", "2026-08-01 2027-07-31"),
             std::tuple("2024-02-29", "2024-01-01 2024-07-31", "2023-08-01 2024-07-31"),
         }) {
        EXPECT_EQ(text(holding(Kind::term, day(date))), term) << date;
        EXPECT_EQ(text(holding(Kind::school_year, day(date))), school_year) << date;
    }
}

TEST(Periods, AWeekBelongsToTheYearOfItsThursday) {
    EXPECT_EQ(text(read("2026-W53")), "2026-12-28 2027-01-03") << "2026 has 53 weeks";
    EXPECT_EQ(text(read("2020-W53")), "2020-12-28 2021-01-03");
    EXPECT_EQ(text(read("2025-W53")), "none") << "2025 has 52";
    EXPECT_EQ(text(read("2027-W01")), "2027-01-04 2027-01-10");
    EXPECT_EQ(text(read("2025-W01")), "2024-12-30 2025-01-05");
    EXPECT_EQ(key_of(holding(Kind::week, day("2027-01-03"))), "2026-W53");
    EXPECT_EQ(key_of(holding(Kind::week, day("2024-12-31"))), "2025-W01");
    EXPECT_EQ(key_of(next(*read("2026-W53"))), "2027-W01");
    EXPECT_EQ(key_of(previous(*read("2026-W01"))), "2025-W52");
}

TEST(Periods, AreReadAsTheyAreWritten) {
    for (const char* key : {"2026-11-22", "2024-02-29", "2026-W01", "2026-W47", "2026-W53", "2026-01", "2026-12", "2026-Q1",
                            "2026-Q4", "2026", "2026-spring", "2026-autumn", "2026-2027", "1999-2000",
                            "2026-11-03..2026-11-21"}) {
        const auto period = read(key);
        ASSERT_TRUE(period) << key;
        EXPECT_EQ(key_of(*period), key);
    }
    EXPECT_EQ(key_of(days("2026-11-01", "2026-11-30")), "2026-11") << "own dates that are a month are that month";
    EXPECT_EQ(key_of(*read("2026-11-03..2026-11-03")), "2026-11-03");
}

TEST(Periods, WhatIsNoneIsNotRead) {
    for (const char* key : {"", "2", "202", "20261", "2026-", "2026-1", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-q1",
                            "2026-W00", "2026-W54", "2026-W1", "2025-W53", "2026-02-29", "2026-11-31", "2026-2028", "2026-2026",
                            "2026-Spring", "2026-vår", "1899", "2200", "2026/27", "2026-11-03..", "..2026-11-03",
                            "2026-11-03..2026-11-02", "2026-11-03..2026-11-04..2026-11-05", "month", "dates", "-026", "+026-11",
                            "2026-11-22 ", " 2026", "2026-+1", "2199-2200"}) {
        EXPECT_EQ(text(read(key)), "none") << key;
    }
}

TEST(Periods, StepOverEveryBorderAndBackAgain) {
    for (const auto& [key, after] : {
             std::pair("2024-02-28", "2024-02-29"), std::pair("2026-02-28", "2026-03-01"), std::pair("2026-12", "2027-01"),
             std::pair("2026-Q4", "2027-Q1"), std::pair("2026", "2027"), std::pair("2026-spring", "2026-autumn"),
             std::pair("2026-autumn", "2027-spring"), std::pair("2026-2027", "2027-2028"), std::pair("2026-W52", "2026-W53"),
             std::pair("2026-11-03..2026-11-21", "2026-11-22..2026-12-10"),
         }) {
        EXPECT_EQ(key_of(next(*read(key))), after);
        EXPECT_EQ(key_of(previous(*read(after))), key);
    }
}

TEST(Periods, FollowOneAnotherWithoutAGapOrADayTwice) {
    for (const Kind kind : kinds()) {
        Period one = holding(kind, day("2019-12-30"));
        while (one.from < day("2029-01-01")) {
            const Period after = next(one);
            ASSERT_EQ(base::add_days(one.to, 1), after.from) << word_of(kind) << " " << key_of(one);
            ASSERT_EQ(previous(after), one);
            ASSERT_EQ(kind_of(one), kind) << key_of(one);
            ASSERT_EQ(read(key_of(one)), one);
            ASSERT_EQ(holding(kind, one.from), one);
            ASSERT_EQ(holding(kind, one.to), one);
            one = after;
        }
    }
}

TEST(Periods, AreOfferedFromTheNewest) {
    std::string keys;
    for (const auto& one : newest(Kind::term, day("2026-11-22"), 4)) keys += key_of(one) + " ";
    EXPECT_EQ(keys, "2026-autumn 2026-spring 2025-autumn 2025-spring ");
    EXPECT_TRUE(newest(Kind::week, day("2026-11-22"), 0).empty());
}

TEST(Periods, EndTodayWhereTheyAreNotOver) {
    EXPECT_EQ(text(until(*read("2026-11"), day("2026-11-22"))), "2026-11-01 2026-11-22");
    EXPECT_EQ(text(until(*read("2026-10"), day("2026-11-22"))), "2026-10-01 2026-10-31");
    EXPECT_EQ(text(until(*read("2026-12"), day("2026-11-22"))), "none");
}

TEST(Periods, HaveNamesInSwedishNorwegianAndEnglish) {
    struct Name {
        const char *key, *swedish, *norwegian, *english;
    };
    for (const auto& [key, swedish, norwegian, english] : {
             Name{"2026-11-22", "22 november 2026", "22. november 2026", "22 November 2026"},
             Name{"2026-W47", "vecka 47, 2026", "uke 47, 2026", "week 47, 2026"},
             Name{"2027-W01", "vecka 1, 2027", "uke 1, 2027", "week 1, 2027"},
             Name{"2026-05", "maj 2026", "mai 2026", "May 2026"},
             Name{"2026-Q4", "kvartal 4, 2026", "kvartal 4, 2026", "quarter 4, 2026"},
             Name{"2026", "2026", "2026", "2026"},
             Name{"2026-spring", "vårterminen 2026", "vårterminen 2026", "spring term 2026"},
             Name{"2026-autumn", "höstterminen 2026", "høstterminen 2026", "autumn term 2026"},
             Name{"2026-2027", "läsåret 2026/27", "skoleåret 2026/27", "school year 2026/27"},
             Name{"1999-2000", "läsåret 1999/00", "skoleåret 1999/00", "school year 1999/00"},
             Name{"2026-11-03..2026-11-21", "3 november 2026 – 21 november 2026", "3. november 2026 – 21. november 2026",
                  "3 November 2026 – 21 November 2026"},
         }) {
        EXPECT_EQ(name_of(*read(key), i18n::translator("sv")), swedish);
        EXPECT_EQ(name_of(*read(key), i18n::translator("nb")), norwegian);
        EXPECT_EQ(name_of(*read(key), i18n::translator("en")), english);
    }
}

}  // namespace
}  // namespace digilots::periods
