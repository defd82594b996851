#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(PointMap, PointsStandInsideAndApproximateOnesAreMarked) {
    const PointDrawing drawing = lay_out_points(
        {.label = "",
         .points = {{"West", 62, 17, false}, {"East", 62, 18, true}, {"North", 62.5, 17.5, false}}},
        english_page());
    for (const DrawnPoint& point : drawing.points) {
        EXPECT_GT(point.x, 0);
        EXPECT_LT(point.x, drawing.width);
        EXPECT_GT(point.y, 0);
        EXPECT_LT(point.y, drawing.height);
    }
    EXPECT_LT(drawing.points[0].x, drawing.points[1].x);
    EXPECT_LT(drawing.points[2].y, drawing.points[0].y);
    EXPECT_EQ(count(fixture(point_map_fixtures, 0), "class=\"approximate\""), 2u);
}

TEST(PointMap, ScaleBarSaysKilometres) {
    EXPECT_TRUE(has(fixture(point_map_fixtures, 0), " km</text>"));
    EXPECT_EQ(point_map({.label = "none", .points = {}}, english_page()).html(), "");
}

}  // namespace
}  // namespace digilots::html::components
