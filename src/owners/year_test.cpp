// What an owner may see of a year: small cells are hidden, and cannot be worked out.
#include "owners/year.h"

#include <gtest/gtest.h>

#include <random>

#include "platform/suppression/attacker_for_tests.h"

namespace digilots::owners {
namespace {

using suppression::State;

Month month_of(std::int64_t e_id, std::int64_t language, std::int64_t nothing = 0) {
    Month month;
    if (e_id > 0) month.add("no_e_id", "", e_id);
    if (language > 0) month.add("language", "bank", language);
    if (nothing > 0) month.add("", "", nothing);
    return month;
}

Cell at(const Rows& rows, const char* period, const char* table, const std::string& term = whole) {
    const auto row = rows.find({period, table});
    if (row == rows.end()) return {State::later};
    const auto cell = row->second.find(term);
    return cell == row->second.end() ? Cell{} : cell->second;
}

TEST(OwnersYear, TellsMonthsAndWithAWholeQuarterWhatStoodInTheWay) {
    Year year{.year = 2026, .month = 2};
    year.counted = {{1, month_of(20, 10)}, {2, month_of(30, 12)}};
    const auto first = decide(year);
    EXPECT_EQ(at(first, "2026-01", "total"), (Cell{State::published, 30}));
    EXPECT_EQ(at(first, "2026-01", "barrier").state, State::later) << "not by month";
    EXPECT_EQ(at(first, "2026-Q1", "total").state, State::later) << "it is not over";
    year.rows = first;
    year.month = 3;
    year.counted[3] = month_of(10, 8);
    const auto second = decide(year);
    EXPECT_FALSE(second.contains({"2026-01", "total"})) << "told before";
    EXPECT_EQ(at(second, "2026-Q1", "total"), (Cell{State::published, 90}));
    EXPECT_EQ(at(second, "2026-Q1", "barrier", "no_e_id"), (Cell{State::published, 60}));
    EXPECT_EQ(at(second, "2026-Q1", "instead", "bank"), (Cell{State::published, 30}));
}

TEST(OwnersYear, HidesWhatIsSmallAndWhatWouldGiveItAway) {
    Year year{.year = 2026, .month = 3};
    year.counted = {{1, month_of(20, 2, 11)}, {2, month_of(3, 0)}, {3, month_of(10, 1, 9)}};
    const auto rows = decide(year);
    EXPECT_NE(at(rows, "2026-02", "total").state, State::published) << "three";
    EXPECT_NE(at(rows, "2026-Q1", "barrier", "language").state, State::published) << "three";
    int hidden = 0;
    for (const auto* month : {"2026-01", "2026-02", "2026-03", "2026-Q1"})
        hidden += at(rows, month, "total").state != State::published;
    EXPECT_GE(hidden, 2) << "a single hidden one is the rest of the quarter";
}

TEST(OwnersYear, WhatOthersHideIsHiddenAndOfWhatDiffersNothingMoreIsTold) {
    Year year{.year = 2026, .month = 3};
    year.counted = {{1, month_of(20, 20)}, {2, month_of(30, 30)}, {3, month_of(10, 40)}};
    year.elsewhere[{"2026-02", "total"}][whole] = {State::hidden};
    year.differs = {2};
    const auto rows = decide(year);
    EXPECT_EQ(at(rows, "2026-02", "total").state, State::hidden);
    EXPECT_EQ(at(rows, "2026-Q1", "barrier", "no_e_id").state, State::later);
    EXPECT_EQ(cells_of(text_of(rows.at({"2026-01", "total"}))), rows.at({"2026-01", "total"}));
}

TEST(OwnersYear, WhatIsLeftOfAllQuestionsIsNoSmallNumberThatCanBeSubtracted) {
    Year year{.year = 2026, .month = 3};
    year.tells_rest = true;
    year.counted = {{1, month_of(40, 20)}, {2, month_of(30, 30)}, {3, month_of(10, 40)}};
    year.all = {{1, 63}, {2, 160}, {3, 150}};
    for (const auto& [name, count] : std::map<std::string, std::int64_t>{
             {"2026-01", 63}, {"2026-02", 160}, {"2026-03", 150}, {"2026-Q1", 373}})
        year.released[name] = {State::published, count};
    const auto rows = decide(year);
    EXPECT_NE(at(rows, "2026-01", "total").state, State::published) << "60 of 63: three asked for something else";
    year.released["2026-02"] = {State::hidden};
    EXPECT_EQ(at(decide(year), "2026-02", "total").state, State::withheld) << "all of the month are not told";
}

/// A year of an e-service, told month by month beside all questions that are released.
Year told_year(std::mt19937& random, int trial) {
    Year year{.year = 2026};
    year.tells_rest = true;
    for (int month = 1; month <= months_of_a_year; ++month) {
        Month counted;
        for (const char* barrier : {"no_e_id", "language", ""})
            if (const auto number = std::poisson_distribution<std::int64_t>(trial * 3 + 1)(random); number > 0)
                counted.add(barrier, month % 2 == 0 ? "bank" : "", number);
        year.counted[month] = counted;
        year.all[month] = counted.all() + std::poisson_distribution<std::int64_t>(trial * 2 + 1)(random);
        year.month = month;
        const bool is_small = year.all[month] > 0 && year.all[month] < year.least_shown;
        year.released[time_name(2026, month - 1)] = {is_small ? State::hidden : State::published};
        if (is_small) year.differs.insert(month);           // nothing of its quarter and year either
        for (int node = months_of_a_year; node < times_of_a_year; ++node) {
            const int first = node == times_of_a_year - 1 ? 1 : last_month(node) - 2;
            const bool is_sure = year.differs.lower_bound(first) == year.differs.upper_bound(last_month(node));
            if (last_month(node) == month)
                year.released[time_name(2026, node)] = {is_sure ? State::published : State::withheld};
        }
        for (auto& [key, cells] : decide(year)) year.rows[key] = cells;
    }
    return year;
}

TEST(OwnersYear, NobodyLearnsASmallCellWithAllQuestionsBesideIt) {
    std::mt19937 random(11);
    suppression::Learned learned;
    for (int trial = 0; trial < 4; ++trial) learned.add(suppression::attack(numbered(told_year(random, trial)), random, 8));
    EXPECT_GT(learned.tried, 0);
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

TEST(OwnersYear, NobodyLearnsASmallCellOfMadeUpYears) {
    std::mt19937 random(7);
    suppression::Learned learned;
    for (int trial = 0; trial < 4; ++trial) {
        Year year{.year = 2026};
        for (int month = 1; month <= months_of_a_year; ++month) {
            Month counted;
            for (const char* barrier : {"no_e_id", "language", "no_skill", ""}) {
                const auto number = std::poisson_distribution<std::int64_t>(trial * 4 + 1)(random);
                if (number > 0) counted.add(barrier, month % 2 == 0 ? "bank" : "", number);
            }
            year.counted[month] = counted;
            year.month = month;
            for (auto& [key, cells] : decide(year)) year.rows[key] = cells;     // month by month, as they are told
        }
        learned.add(suppression::attack(numbered(year), random, 6));
    }
    EXPECT_GT(learned.tried, 0);
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

}  // namespace
}  // namespace digilots::owners
