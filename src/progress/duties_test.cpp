#include "progress/duties.h"

#include <gtest/gtest.h>

#include "progress/progress_world.h"

namespace digilots::progress {
namespace {

TEST(DutiesOfProgress, AnEvaluationThatIsBegunIsToBeClosedByItsDay) {
    ProgressWorld world(Figures::none);
    const auto kind = yearly_evaluation(world.progress);
    EXPECT_TRUE(kind.now(overkalix).empty()) << "who has chosen nothing evaluates nothing";
    ASSERT_TRUE(world.progress.save_evaluation(overkalix, {2025, "Task", "2026-12-31", "", "", {}}, "a"));
    const auto duties = kind.now(overkalix);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().id, "2025");
    EXPECT_EQ(duties.front().due, "2026-12-31");
    EXPECT_EQ(duties.front().path, "/staff/progress/evaluations/2025");
}

TEST(DutiesOfProgress, TheNewestYearWithFiguresIsEvaluatedWhereTargetsAreChosen) {
    ProgressWorld world;
    const auto kind = yearly_evaluation(world.progress);
    EXPECT_TRUE(kind.now(overkalix).empty());
    world.load_demo();
    const auto duties = kind.now(overkalix);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().id, std::to_string(world.progress.years(overkalix).back()));
    const int year = world.progress.years(overkalix).back();
    ASSERT_TRUE(world.progress.save_evaluation(overkalix, {year, "Task", "2026-12-31", "So", "Do it", {}}, "a"));
    ASSERT_TRUE(world.progress.close_evaluation(overkalix, year, "a"));
    EXPECT_TRUE(kind.now(overkalix).empty());
}

}  // namespace
}  // namespace digilots::progress
