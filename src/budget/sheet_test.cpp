// What is reckoned, to the öre.
#include "budget/sheet.h"

#include <gtest/gtest.h>

#include "budget/timra_for_tests.h"
#include "platform/base/lists.h"

namespace digilots::budget {
namespace {

std::vector<std::string> codes_at(const Budget& budget, Level level) {
    std::vector<std::string> codes;
    for (const auto& check : checks_of(budget, i18n::translator("en")))
        if (check.level == level) codes.push_back(check.code);
    return codes;
}

TEST(Sheet, AWageIsReckonedExactlyAndRoundedOnce) {
    const auto budget = timra();
    const auto& wages = budget.lines.front();
    EXPECT_EQ(wages.calculations[0].computed(Rounding::krona), 116566100);
    EXPECT_EQ(wages.calculations[0].computed(Rounding::ore), 116566080) << "212 × 1.392 × 3 950 = 1 165 660.80";
    EXPECT_EQ(wages.calculations[1].computed(Rounding::krona), 50035400);
    EXPECT_EQ(wages.computed(Rounding::krona), 166601500);
    EXPECT_EQ(arithmetic_of(wages.calculations[0], Rounding::krona, i18n::translator("sv")),
              "212\u00A0kr × (1 + 39,2\u00A0%) × 3\u00A0950\u00A0h = 1\u00A0165\u00A0661\u00A0kr");
}

TEST(Sheet, HalfAnOreIsRoundedUp) {
    const Calculation one{.kind = "share", .percent = 1250, .base = 2020};
    EXPECT_EQ(one.computed(Rounding::ore), 253) << "12.5 % of 20.20 is 2.525";
    EXPECT_EQ(Calculation{.kind = "wage"}.computed(Rounding::ore), std::nullopt);
    const Calculation unknown{.kind = "wage", .hourly_wage = 21200};
    EXPECT_EQ(unknown.computed(Rounding::ore), std::nullopt) << "unknown is not zero";
}

TEST(Sheet, TimrasBudgetHasItsSumsAndThreeWarnings) {
    const auto budget = timra();
    EXPECT_EQ(budget.costs()[0], 123000000);
    EXPECT_EQ(budget.costs()[1], 133000000);
    EXPECT_EQ(budget.total(), 256000000);
    EXPECT_TRUE(budget.is_balanced());
    EXPECT_EQ(codes_at(budget, Level::warning),
              (std::vector<std::string>{"computed_differs", "overhead_cap", "cash_lines"}));
    EXPECT_TRUE(codes_at(budget, Level::error).empty());
    std::string said;
    for (const auto& check : checks_of(budget, i18n::translator("en")))
        if (check.level == Level::warning) said += check.text + "\n";
    for (const char* part : {"1,666,015", "1,660,000", "6,015", "15.06", "15.01", "985,000", "550,000", "435,000"})
        EXPECT_TRUE(said.contains(part)) << part << " in " << said;
}

TEST(Sheet, LinesStandUnderTheHeadingsOfWhoeverGivesTheMoney) {
    Budget budget{.title = "Centre", .currency = "SEK", .first_year = 2026, .last_year = 2027};
    budget.lines = {{.kind = "wages", .title = "Guides", .rounding_note = "Rounded down.", .funder_heading = "Staff"},
                    {.kind = "travel", .title = "Buses"},
                    {.kind = "overhead", .title = "Management", .funder_heading = "Staff"}};
    budget.lines[0].amounts = {10'000, std::nullopt};
    budget.lines[0].spent = 2'500;
    budget.lines[2].amounts = {5'050, 100};
    const auto headings = headings_of(budget, i18n::translator("en"));
    ASSERT_EQ(headings.size(), 2U);
    EXPECT_EQ(headings[0].title, "Staff");
    EXPECT_EQ(headings[0].lines, "Guides, Management");
    EXPECT_EQ(headings[0].explanation, "Rounded down.");
    EXPECT_EQ(sum_of(headings[0].amounts), 15'150);
    EXPECT_EQ(headings[0].spent, 2'500);
    EXPECT_EQ(headings[1].title, "Travel");
    EXPECT_EQ(sum_of(headings[1].amounts), std::nullopt) << "what is not known is not zero";
}

TEST(Sheet, WhatTheArithmeticSaysHasItsLevelInTheReadersWords) {
    const auto& swedish = i18n::translator("sv");
    for (const auto level : {Level::ok, Level::note, Level::warning, Level::error})
        EXPECT_NE(swedish.t(level_in_words(level)), word_of(level));
    EXPECT_EQ(i18n::translator("en").t(level_in_words(Level::warning)), "Look at this");
}

TEST(Sheet, ToleranceTakesTheWarningAwayAndSaysSo) {
    auto budget = timra();
    budget.overhead_tolerance = 10;  // 0.1 percentage points
    EXPECT_FALSE(base::holds(codes_at(budget, Level::warning), std::string("overhead_cap")));
    EXPECT_TRUE(base::holds(codes_at(budget, Level::note), std::string("overhead_cap")));
    budget.overhead_tolerance = 6;  // 15.0602 % is more than 15.06
    EXPECT_TRUE(base::holds(codes_at(budget, Level::warning), std::string("overhead_cap")));
}

TEST(Sheet, WhatDoesNotEqualTheCostsIsAnErrorThatNamesTheYear) {
    auto budget = timra();
    budget.sources.front().amounts[1] = 49000000;
    EXPECT_FALSE(budget.is_balanced());
    const auto checks = checks_of(budget, i18n::translator("en"));
    ASSERT_EQ(checks.front().code, "financing");
    EXPECT_EQ(checks.front().level, Level::error);
    EXPECT_TRUE(checks.front().text.contains("2020") && checks.front().text.contains("10,000")) << checks.front().text;
    EXPECT_FALSE(checks.front().text.contains("2019"));
}

TEST(Sheet, ALineThatSaysNoAmountMakesTheCostsUnknownAndIsNoZero) {
    auto budget = timra();
    ASSERT_TRUE(budget.is_balanced());
    budget.lines.push_back({.id = "unknown", .title = "Trips"});
    EXPECT_FALSE(budget.is_balanced());
    const auto checks = checks_of(budget, i18n::translator("en"));
    EXPECT_EQ(checks.front().code, "unknown_lines");
    EXPECT_FALSE(base::find_in(checks, std::string("financing"), &Check::code));
    EXPECT_STREQ(state_in_words(budget).id, "Not all costs are known");
    budget.lines.back().amounts[0] = 0;
    EXPECT_TRUE(budget.is_balanced()) << "0 is an amount";
}

TEST(Sheet, FramesWarnBeforeTheyAreFullAndTheForecastCountsTheDaysLeft) {
    auto budget = timra();
    auto& travel = budget.lines[5];
    budget.frames.push_back({.id = "f", .title = "Trips", .maximum = 1000000, .lines = {travel.id}});
    travel.spent = 799900;
    EXPECT_FALSE(base::holds(codes_at(budget, Level::warning), std::string("frame")));
    travel.spent = 800000;
    EXPECT_TRUE(base::holds(codes_at(budget, Level::warning), std::string("frame")));
    travel.spent = 1000001;
    EXPECT_TRUE(base::holds(codes_at(budget, Level::error), std::string("frame")));
    budget.frames[0].lines.clear();
    EXPECT_TRUE(base::holds(codes_at(budget, Level::note), std::string("frame_without_lines"))) << "it would never warn";
    EXPECT_EQ(forecast_of(budget, travel, *base::parse_date("2018-05-01")), 1000001 + 3000000)
        << "before it begins: all of it";
    EXPECT_EQ(forecast_of(budget, travel, *base::parse_date("2021-01-01")), 1000001) << "afterwards: what was paid";
    EXPECT_EQ(forecast_of(budget, travel, *base::parse_date("2019-12-31")), 1000001 + 1500000)
        << "the second year's amount";
    EXPECT_EQ(forecast_of(budget, travel, *base::parse_date("2020-12-31")), 1000001) << "what is paid today is paid";
    auto& services = budget.lines[2];
    services.spent = 0;
    EXPECT_EQ(forecast_of(budget, services, *base::parse_date("2019-07-02")), 3989000 + 12000000)
        << "182 of 365 days of the first year, to the krona, and the second year's own amount";
}

}  // namespace
}  // namespace digilots::budget
