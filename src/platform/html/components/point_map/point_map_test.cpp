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

TEST(PointMap, SaysWhereEachPointIsOnlyWhereThereAreTiles) {
    const PointMap map{.label = "One place", .points = {{"Kulturmagasinet", 62.39131, 17.3063, false, "/sundsvall/places/x"}},
                       .tiles = "https://tiles.example.org/{z}/{x}/{y}.png", .attribution = "© Somebody & others"};
    const std::string html = point_map(map, english_page()).html();
    for (const char* text : {"data-tiles=\"https://tiles.example.org/{z}/{x}/{y}.png\"", "© Somebody &amp; others",
                             "data-latitude=\"62.39131\"", "data-longitude=\"17.30630\"", "data-url=\"/sundsvall/places/x\""}) {
        EXPECT_TRUE(has(html, text)) << text << html;
    }
    EXPECT_FALSE(has(fixture(point_map_fixtures, 0), "data-"));
}

TEST(PointMap, ScaleBarSaysKilometres) {
    EXPECT_TRUE(has(fixture(point_map_fixtures, 0), " km</text>"));
    EXPECT_EQ(point_map({.label = "none", .points = {}}, english_page()).html(), "");
}

}  // namespace
}  // namespace digilots::html::components
