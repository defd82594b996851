#include "retention/retention.h"

#include <gtest/gtest.h>

#include <random>

#include "retention/retention_for_tests.h"

namespace digilots::retention {
namespace {

using std::chrono::days;

struct Deleting : ::testing::Test, Installation {
    Deleting() : Installation(testing::fresh_database()) {}
};

TEST_F(Deleting, TakesExactlyWhatThePreviewCountedAtThatInstant) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> minutes(0, 4 * 366 * 24 * 60), number(3, 40);
    for (int line = 0; line < 300; ++line) add_line(clock.now() - std::chrono::minutes(minutes(random)));
    std::int64_t all = 0;
    for (int round = 0; round < 12; ++round) {
        const int months = number(random);
        retention.change(here, rule(), {months, ""}, "admin", base::Seen::anything(), choose(months).number);
        const auto before = retention.standing(here, rule());
        const auto kept = lines();
        EXPECT_EQ(before.held, kept);
        EXPECT_EQ(retention.run().at("test.line"), before.due) << months;
        EXPECT_EQ(lines(), kept - before.due);
        EXPECT_EQ(retention.standing(here, rule()).due, 0);
        all += before.due;
        clock.advance(days(30));
        EXPECT_EQ(retention.standing(here, rule()).due, before.soon - before.due) << "what was to go within 30 days";
    }
    EXPECT_EQ(counted(), all);
    EXPECT_GT(all, 100);
}

TEST_F(Deleting, IsByEachMunicipalitysOwnRule) {
    add_lines(800);
    add_lines(800, elsewhere);
    choose(12, choose(12).number);
    EXPECT_EQ(retention.period_of(here, "test.line"), (Period{12, Period::Unit::months}));
    EXPECT_EQ(retention.period_of(elsewhere, "test.line"), (Period{24, Period::Unit::months}));
    EXPECT_FALSE(retention.last_run());
    retention.run();
    EXPECT_EQ(lines(), 366 + 1) << "12 months and today, and the line about the choice";
    EXPECT_EQ(lines(elsewhere), 731);
    EXPECT_EQ(retention.last_run(), clock.now());
    EXPECT_EQ(retention.deleted(here, rule(), 1).front().day, "2026-11-23");
}

TEST_F(Deleting, OfNothingWhereAMunicipalityKeepsIt) {
    add_lines(900);
    EXPECT_EQ(choose(std::nullopt, std::nullopt, "Board 2026, 41").outcome, Outcome::saved);
    EXPECT_EQ(retention.period_of(here, "test.line"), std::nullopt);
    EXPECT_EQ(retention.standing(here, rule()).soon, 0);
    const auto kept = lines();
    EXPECT_EQ(retention.run().at("test.line"), 0);
    EXPECT_EQ(lines(), kept);
    EXPECT_EQ(choose(24).outcome, Outcome::asks) << "from now on something would go again";
}

TEST_F(Deleting, ManyGoInSeveralTransactionsAndAKillBetweenThemLosesNoCount) {
    RetentionRules rules{rule_of_lines()};
    auto left = std::make_shared<int>(2);
    rules.front().remove = [left, remove = rules.front().remove](db::Connection& connection, const Due& due, int most) {
        EXPECT_EQ(most, Retention::batch);
        const auto some = remove(connection, due, 100);
        if ((*left)-- == 0) throw std::runtime_error("killed");
        return some;
    };
    retention.know(rules, nullptr);
    add_lines(1200);
    const auto due = retention.standing(here, rule()).due;
    EXPECT_ANY_THROW(retention.run());
    EXPECT_EQ(counted(), 200);
    EXPECT_EQ(retention.standing(here, rule()).due, due - 200) << "what was not counted is not deleted";
    EXPECT_FALSE(retention.last_run());
    *left = 1000;
    retention.run();
    EXPECT_EQ(counted(), due);
}

TEST_F(Deleting, OneKindThatFailsStopsNoOther) {
    auto broken = rule_of_lines("test.broken");
    broken.due = [](db::Connection&, const Due&) -> std::int64_t { throw std::runtime_error("broken"); };
    retention.know({broken, rule_of_lines()}, nullptr);
    add_lines(900);
    EXPECT_ANY_THROW(retention.run());
    EXPECT_EQ(lines(), 731);
}

// A server whose clock is months ahead must not delete what then does not come back.
TEST_F(Deleting, WaitsForSomebodyWhereTheClockIsFarAheadOfTheLastTime) {
    add_lines(700);
    EXPECT_FALSE(retention.still_since());
    retention.run_unless_still();
    const auto last = clock.now();
    clock.advance(days(39));
    retention.run_unless_still();
    EXPECT_EQ(retention.last_run(), clock.now()) << "a server that was off over a summer";
    clock.advance(days(365));
    add_line(clock.now());
    const auto before = lines();
    EXPECT_GT(retention.standing(here, rule()).due, 0);
    EXPECT_EQ(retention.still_since(), last + days(39));
    for (int night = 0; night < 5; ++night, clock.advance(days(1))) {
        add_line(clock.now());
        EXPECT_TRUE(retention.run_unless_still().empty()) << "who works by the wrong clock meanwhile confirms nothing";
    }
    EXPECT_EQ(lines(), before + 5);
    clock.set(last + days(39));
    EXPECT_FALSE(retention.still_since()) << "the clock is right again";
    retention.run_unless_still();
    EXPECT_EQ(lines(), before + 5);
    clock.advance(days(365));
    retention.run();
    EXPECT_LT(lines(), before) << "somebody has looked";
    clock.advance(days(1));
    EXPECT_FALSE(retention.still_since());
}

TEST_F(Deleting, WhereNothingWasEverDeletedWaitsByWhenAnybodyWasThere) {
    EXPECT_FALSE(retention.still_since()) << "nothing was there";
    add_lines(900);
    EXPECT_FALSE(retention.still_since());
    clock.advance(days(365));
    add_line(clock.now());
    EXPECT_TRUE(retention.still_since());
    EXPECT_TRUE(retention.run_unless_still().empty());
    EXPECT_EQ(lines(), 901);
}

TEST_F(Deleting, AKindThatFailsForMonthsHoldsNoOtherBack) {
    auto broken = rule_of_lines("test.broken");
    broken.due = [](db::Connection&, const Due&) -> std::int64_t { throw std::runtime_error("broken"); };
    retention.know({broken, rule_of_lines()}, nullptr);
    for (int month = 0; month < 4; ++month, clock.advance(days(30))) EXPECT_ANY_THROW(retention.run_unless_still());
    EXPECT_FALSE(retention.still_since());
}

struct Choosing : Deleting {};

TEST_F(Choosing, AShorterPeriodAsksWithTheNumberAndOnlyThatNumberSaves) {
    add_lines(700);
    const auto asked = choose(12);
    EXPECT_EQ(asked.outcome, Outcome::asks);
    EXPECT_EQ(asked.number, 700 - 366);
    EXPECT_EQ(retention.chosen(here, rule()).version, 0);
    add_line(clock.now() - days(500));
    EXPECT_EQ(choose(12, asked.number).outcome, Outcome::asks) << "one more meanwhile";
    EXPECT_EQ(choose(12, asked.number + 1).outcome, Outcome::saved);
    EXPECT_EQ(choose(18).outcome, Outcome::saved) << "a longer one deletes nothing more";
    EXPECT_EQ(choose(17).outcome, Outcome::asks);
    ASSERT_EQ(retention.history(here, rule()).size(), 2U);
    EXPECT_EQ(retention.history(here, rule()).front().number, 18);
    EXPECT_EQ(retention.history(here, rule()).back().changed_by, "admin");
    EXPECT_TRUE(retention.history(elsewhere, rule()).empty());
}

TEST_F(Choosing, WhatDeletesNothingIsNotAskedAbout) {
    add_lines(30);
    EXPECT_EQ(choose(12).outcome, Outcome::saved);
    EXPECT_EQ(choose(12).outcome, Outcome::saved) << "the same again";
    EXPECT_EQ(retention.history(here, rule()).size(), 1U) << "and nothing is written";
}

TEST_F(Choosing, OfTwoWhoHaveSeenTheSameOneIsTold) {
    const auto seen = base::Seen::mark(mark_of(retention.chosen(here, rule())));
    EXPECT_EQ(retention.change(here, rule(), {12, ""}, "admin", seen, {}).outcome, Outcome::saved);
    EXPECT_EQ(retention.change(here, rule(), {18, ""}, "other", seen, {}).outcome, Outcome::changed_meanwhile);
    EXPECT_EQ(retention.change(here, rule(), {12, ""}, "other", seen, {}).outcome, Outcome::saved) << "both want the same";
}

TEST_F(Choosing, IsHeldToTheLawAndTheBounds) {
    const auto fault = [&](std::optional<int> number, const char* country) {
        const auto found = fault_of(rule(), country, {number, ""}, i18n::translator("en"));
        return found ? found->second : "";
    };
    EXPECT_EQ(fault(6, "SE"), "");
    EXPECT_EQ(fault(5, "SE"), "That is too short: at least 6 months. The law of lines says six.");
    EXPECT_EQ(fault(5, "NO"), "") << "that law is another country's";
    EXPECT_EQ(fault(2, "NO"), "Choose from 3 months to 10 years.");
    EXPECT_EQ(fault(121, "SE"), "Choose from 3 months to 10 years.");
    EXPECT_EQ(fault(std::nullopt, "SE"), "");
    EXPECT_TRUE(fault_of(rule(), "SE", {12, std::string(201, 'x')}, i18n::translator("en")));
}

TEST_F(Choosing, StandsInTheTrail) {
    choose(12, {}, "Board 2026, 41");
    const auto entry = database->read(
        [&](db::Connection& connection) { return audit::latest(connection, here, "retention:test.line"); });
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->entry.action, "retention rule changed");
    EXPECT_EQ(entry->entry.detail, "number decided_by");
    EXPECT_EQ(entry->entry.actor, "admin");
}

}  // namespace
}  // namespace digilots::retention
