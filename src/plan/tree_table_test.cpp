#include <gtest/gtest.h>

#include "plan/world_for_tests.h"
#include "platform/register/import.h"

namespace digilots::plan {
namespace {

using register_::PlannedRow;

constexpr const char* whole_tree =
    "Name\tKind of part\tCode\tStands below\n"
    "Help\tProject\tA\t\n"
    "Lessons\tArea of activities\tAO1\tA Help\n"
    "Lecture\tActivity of the plan\t1\tA-AO1\n";

struct TreeAsTable : ::testing::Test {
    TreeAsTable() { server.activate(town); }
    register_::Plan planned(const char* rows) { return register_::plan_import(server.kinds.nodes, rows, around); }

    base::TestClock clock{testing::at("2026-11-30T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    PlanServer server{*database, clock};
    register_::Surroundings around = server.around();
};

TEST_F(TreeAsTable, ATreeComesInAtOnceWithWhatStandsBelowARowAbove) {
    const auto plan = planned(whole_tree);
    ASSERT_EQ(plan.fault, "");
    for (const auto& row : plan.rows)
        for (const auto& cell : row.refused) ADD_FAILURE() << row.line << " " << cell.column << ": " << cell.message;
    EXPECT_EQ(plan.count(PlannedRow::Kind::added), 3U);
    ASSERT_TRUE(register_::carry_out(server.kinds.nodes, plan, around, "anna"));
    const auto tree = server.kinds.kept.of(town);
    ASSERT_EQ(tree->placed().size(), 3U);
    EXPECT_EQ(tree->name_of(*tree->placed().back().node), "A-AO1-1 Lecture");
}

TEST_F(TreeAsTable, WhatStandsBelowARowThatIsRefusedIsRefusedToo) {
    const auto plan = planned(
        "Name\tKind of part\tCode\tStands below\n"
        "Help\tFish\tA\t\n"
        "Lessons\tArea of activities\tAO1\tA Help\n");
    EXPECT_EQ(plan.count(PlannedRow::Kind::refused), 2U);
    EXPECT_FALSE(register_::carry_out(server.kinds.nodes, plan, around, "anna"));
    EXPECT_TRUE(server.kinds.kept.of(town)->placed().empty());
}

TEST_F(TreeAsTable, APartThatStandsAlreadyIsNamedByItsCode) {
    server.part("project", "A", "");
    const auto plan = planned("Name\tKind of part\tCode\tStands below\nLessons\tArea of activities\tAO1\tA\n");
    ASSERT_EQ(plan.count(PlannedRow::Kind::added), 1U);
    ASSERT_TRUE(register_::carry_out(server.kinds.nodes, plan, around, "anna"));
    EXPECT_EQ(server.kinds.kept.of(town)->placed().back().depth, 1);
}

}  // namespace
}  // namespace digilots::plan
