// Who has all released tables of a year, of municipalities that chose other thresholds and of networks that overlap, and a
// program for linear programming, learns no small cell. `bin/bench attack` tries more made-up years, and more cells of each.
#include <gtest/gtest.h>

#include "releases/attack_for_tests.h"

namespace digilots::releases {
namespace {

TEST(ReleasedYear, OfMunicipalitiesAndTheirNetworksGivesNoSmallCellAway) {
    const auto learned = attack_years(20261129, 8, table_keys(), 1);
    EXPECT_GE(learned.tried, 8);
    EXPECT_EQ(learned.exactly, 0) << learned.what;
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

TEST(ReleasedYear, WhoseTablesAreDecidedEachByItselfGivesNoSmallCellAway) {
    const auto learned = attack_years(20261130, 4, tables_now());
    EXPECT_GE(learned.tried, 15);
    EXPECT_EQ(learned.exactly, 0) << learned.what;
    EXPECT_EQ(learned.nearly, 0) << learned.what;
}

}  // namespace
}  // namespace digilots::releases
