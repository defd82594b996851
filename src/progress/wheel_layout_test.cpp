#include "progress/wheel_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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
        EXPECT_LE(goal.title.size(), 4U);
        for (const auto& line : goal.title)
            EXPECT_LE(line.radius + (is_turned(line) ? 0 : line.size * 0.8), WheelDrawing::extent) << line.text;
    }
}

// On a page of the usual width a unit is a little less than a pixel.
TEST(WheelLayout, TitlesAreLargeEnoughToRead) {
    for (const int targets : {1, 18, 43, 169}) {
        const Picture picture = picture_with(spread(targets));
        const WheelDrawing drawing = lay_out_wheel(picture);
        for (const auto& goal : drawing.goals) {
            for (const auto& line : goal.title) EXPECT_GE(line.size, 12) << line.text << ", " << targets;
        }
    }
}

TEST(WheelLayout, ALongWordBreaksOnlyWhereItMay) {
    Picture picture = picture_with(std::vector<int>(17, 0), 0);
    picture.goals[12].title = "Bekämpa klimat|föränd|ringarna";
    picture.goals[0].title = "Ingen fat|tig|dom";
    std::vector<int> goals(17, 0);
    goals[3] = 10;
    picture.goals[3].targets = picture_with(goals).goals[3].targets;
    const WheelDrawing drawing = lay_out_wheel(picture);
    std::string lines;
    for (const auto& line : drawing.goals[12].title) lines += line.text + "/";
    EXPECT_TRUE(lines == "Bekämpa/klimat-/förändringarna/" || lines == "Bekämpa/klimatföränd-/ringarna/") << lines;
    for (const auto& line : drawing.goals[0].title) EXPECT_EQ(line.text.find('-'), std::string::npos);
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
    std::size_t all = 0;
    for (const auto& wedges : stamp.wedges) all += wedges.size();
    EXPECT_EQ(all, 20U);
    const auto reach = [&](Sign mark) { return stamp.wedges[static_cast<std::size_t>(mark)].at(0).outer; };
    EXPECT_GT(reach(Sign::good), reach(Sign::middle));
    EXPECT_GT(reach(Sign::middle), reach(Sign::poor));
    EXPECT_GT(reach(Sign::poor), reach(Sign::unknown));
    EXPECT_LE(reach(Sign::good), StampDrawing::extent);
}

}  // namespace digilots::progress
