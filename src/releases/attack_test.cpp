// Who has all released tables of a year, of municipalities that chose other thresholds and of networks that overlap, and a
// program for linear programming, learns no small cell. `bin/bench attack` tries more made-up years, and more cells of each.
#include <gtest/gtest.h>

#include "releases/attack_for_tests.h"

namespace digilots::releases {
namespace {

TEST(ReleasedYear, OfMunicipalitiesAndTheirNetworksGivesNoSmallCellAway) {
    const auto learned = attack_years(20261129, 42);
    EXPECT_GE(learned.tried, 100);
    EXPECT_EQ(learned.exactly, 0) << learned.what;
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

/// Ten months, and a whole year, in which few ask about some things in some months.
TEST(ReleasedYear, WithRareTopicsGivesNoneOfThemAwayAndTellsHowManyAsked) {
    const Towns towns{{{"2280", 5, 60}, {"2281", 5, 90}, {"2282", 3, 60}}};
    for (const int months : {10, months_of_a_year}) {
        std::mt19937 random(20261130);
        const auto year = made_up_year(towns, random, {months, true});
        const auto learned = suppression::attack(numbered(year), random, 40);
        EXPECT_GT(learned.tried, 0);
        EXPECT_EQ(learned.exactly, 0) << learned.what;
        EXPECT_EQ(learned.nearly, 0) << learned.what;
        for (const auto& town : towns) {
            for (int time = 0; time <= node_of_the_year; ++time) {
                const auto rows = year.rows.find({town.id, time_name(2026, time), "total"});
                if (last_month(time) > months || rows == year.rows.end()) continue;
                const auto& cell = rows->second.at(whole);
                if (time >= months_of_a_year) EXPECT_EQ(cell.state, suppression::State::published) << town.id << " " << time;
            }
        }
    }
}

}  // namespace
}  // namespace digilots::releases
