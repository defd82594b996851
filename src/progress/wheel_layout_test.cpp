#include "progress/wheel_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "progress/wheel_for_tests.h"

namespace digilots::progress {

namespace {

/// 17 goals with `targets` among them, as unevenly as they come.
std::vector<int> spread(int targets) {
    std::vector<int> goals(17, 0);
    for (int target = 0; target < targets; ++target)
        ++goals[static_cast<std::size_t>(target * target + target / 3) % 17];
    return goals;
}

double distance(const DrawnMark& one, const DrawnMark& other) {
    return std::hypot(one.at.x - other.at.x, one.at.y - other.at.y);
}

void expect_whole_circle(const WheelDrawing& drawing) {
    double at = 0;
    for (const auto& goal : drawing.goals) {
        EXPECT_NEAR(goal.sector.from, at, 1e-9);
        EXPECT_GT(goal.sector.to, goal.sector.from);
        at = goal.sector.to;
    }
    EXPECT_DOUBLE_EQ(at, 360);
}

void expect_nothing_overlaps(const WheelDrawing& drawing) {
    for (std::size_t one = 0; one < drawing.targets.size(); ++one) {
        const auto& target = drawing.targets[one];
        EXPECT_LE(std::hypot(target.mark.at.x, target.mark.at.y) + target.mark.radius, target.cell.outer);
        for (std::size_t other = one + 1; other < drawing.targets.size(); ++other) {
            EXPECT_LE(target.cell.to, drawing.targets[other].cell.from + 1e-9);
            EXPECT_GE(distance(target.mark, drawing.targets[other].mark), 2 * target.mark.radius);
        }
    }
}

}  // namespace

TEST(WheelLayout, GoalsFillTheCircleAndNothingOverlaps) {
    for (int targets = 1; targets <= 169; targets += targets < 41 ? 1 : 16) {
        SCOPED_TRACE(targets);
        const Picture picture = picture_with(spread(targets));
        const WheelDrawing drawing = lay_out_wheel(picture);
        ASSERT_EQ(drawing.targets.size(), static_cast<std::size_t>(targets));
        expect_whole_circle(drawing);
        expect_nothing_overlaps(drawing);
    }
}

TEST(WheelLayout, AllTargetsOfTheCatalogueHaveAPlace) {
    const Picture picture = picture_with({7, 8, 13, 10, 9, 8, 5, 12, 8, 10, 10, 11, 5, 10, 12, 12, 19});
    const WheelDrawing drawing = lay_out_wheel(picture);
    EXPECT_EQ(drawing.targets.size(), 169U);
    expect_nothing_overlaps(drawing);
}

TEST(WheelLayout, OneGoalCanHoldEverything) {
    std::vector<int> goals(17, 0);
    goals[3] = 10;
    const Picture picture = picture_with(goals);
    const WheelDrawing drawing = lay_out_wheel(picture);
    expect_whole_circle(drawing);
    expect_nothing_overlaps(drawing);
    EXPECT_GT(drawing.goals[3].sector.to - drawing.goals[3].sector.from, 100);
}

TEST(WheelLayout, AWheelWithoutTargetsHasEqualGoals) {
    const Picture picture = picture_with(std::vector<int>(17, 0), 0);
    const WheelDrawing drawing = lay_out_wheel(picture);
    expect_whole_circle(drawing);
    EXPECT_NEAR(drawing.goals[0].sector.to, 360.0 / 17, 1e-9);
    EXPECT_TRUE(drawing.targets.empty());
}

TEST(WheelLayout, RingsLieInsideEachOtherAroundTheMiddle) {
    for (std::size_t rings = 1; rings <= 8; ++rings) {
        SCOPED_TRACE(rings);
        const Picture picture = picture_with(spread(30), rings);
        const WheelDrawing drawing = lay_out_wheel(picture);
        double outside = drawing.targets.front().cell.inner;
        for (const auto& ring : drawing.rings) {
            EXPECT_LT(ring.track.outer, outside);
            EXPECT_LT(ring.track.inner, ring.track.outer);
            outside = ring.track.inner;
        }
        EXPECT_LT(drawing.centre, outside);
        EXPECT_GE(drawing.centre, 120);
    }
}

TEST(WheelLayout, ARingIsColouredExactlyAtTheTargetsItMeets) {
    const Picture picture = picture_with(spread(23), 2);
    const WheelDrawing drawing = lay_out_wheel(picture);
    for (std::size_t ring = 0; ring < drawing.rings.size(); ++ring) {
        double met = 0, coloured = 0;
        for (const auto& target : drawing.targets) {
            if (!std::ranges::count(target.target->rings, ring)) continue;
            met += target.cell.to - target.cell.from;
        }
        for (const auto& segment : drawing.rings[ring].segments) coloured += segment.to - segment.from;
        EXPECT_NEAR(met, coloured, 1e-6);
    }
}

TEST(WheelLayout, LetteringStandsUprightAllAround) {
    EXPECT_FALSE(is_turned({"x", 0, 100, 10, Way::along}));
    EXPECT_TRUE(is_turned({"x", 180, 100, 10, Way::along}));
    EXPECT_FALSE(is_turned({"x", 350, 100, 10, Way::along}));
    EXPECT_FALSE(is_turned({"x", 90, 100, 10, Way::radial}));
    EXPECT_TRUE(is_turned({"x", 270, 100, 10, Way::radial}));
}

TEST(WheelLayout, LongTitlesStayInsideThePicture) {
    const Picture picture = picture_with(spread(40));
    const WheelDrawing drawing = lay_out_wheel(picture);
    for (const auto& goal : drawing.goals) {
        EXPECT_LE(goal.title.size(), 3U);
        for (const auto& line : goal.title)
            EXPECT_LE(line.radius + line.size * 0.8, WheelDrawing::extent) << line.text;
    }
}

TEST(WheelLayout, TheMiddleCountsEveryMark) {
    const Picture picture = picture_with(spread(22));
    const WheelDrawing drawing = lay_out_wheel(picture);
    int all = 0;
    for (const auto& tally : drawing.tallies) all += std::stoi(tally.count.text);
    EXPECT_EQ(all, 22);
}

TEST(WheelLayout, AStampShowsTheBetterFurtherOut) {
    const Picture picture = picture_with(spread(20));
    const StampDrawing stamp = lay_out_stamp(picture);
    EXPECT_EQ(std::accumulate(stamp.counts.begin(), stamp.counts.end(), 0), 20);
    const auto radius = [&](Sign mark) {
        return std::hypot(stamp.points[static_cast<std::size_t>(mark)][0].x,
                          stamp.points[static_cast<std::size_t>(mark)][0].y);
    };
    EXPECT_GT(radius(Sign::good), radius(Sign::middle));
    EXPECT_GT(radius(Sign::middle), radius(Sign::poor));
    EXPECT_GT(radius(Sign::poor), radius(Sign::unknown));
}

}  // namespace digilots::progress
