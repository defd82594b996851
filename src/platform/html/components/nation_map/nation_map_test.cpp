#include <gtest/gtest.h>

#include <cmath>

#include "platform/html/component_test.h"
#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

TEST(NationMap, EveryMunicipalityIsSeenAndNorthIsUp) {
    NationMap map{.id = "m", .title = "M", .points = {{.label = "N", .shown = "", .latitude = 69, .longitude = 20},
                                                      {.label = "S", .shown = "", .latitude = 55, .longitude = 13}}};
    for (int i = 0; i < 25; ++i) map.points.push_back({.label = "near", .shown = "", .latitude = 59.3, .longitude = 18});
    const NationDrawing drawing = lay_out_nation(map);
    EXPECT_EQ(drawing.dots.front().point->label, "N");
    EXPECT_LT(drawing.dots.front().y, drawing.dots.back().y);
    EXPECT_GT(drawing.dots.front().x, drawing.dots.back().x);
    for (std::size_t i = 0; i < drawing.dots.size(); ++i) {
        const PlacedPoint& dot = drawing.dots[i];
        EXPECT_TRUE(dot.x > 0 && dot.x < drawing.width && dot.y > 0 && dot.y < drawing.height);
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_GT(std::hypot(dot.x - drawing.dots[j].x, dot.y - drawing.dots[j].y), drawing.radius);
        }
    }
}

TEST(NationMap, MarksDifferInShapeAndTheLegendSaysThem) {
    const std::string html = fixture(nation_map_fixtures, 0);
    EXPECT_EQ(count(html, "<title>"), 25u);
    EXPECT_TRUE(has(html, "<b>Grey</b> <span>3 municipalities</span>"));
    EXPECT_TRUE(has(html, ">Överkalix</text>"));
    EXPECT_TRUE(has(html, "role=\"img\" aria-labelledby=\"nation\""));
}

}  // namespace
}  // namespace digilots::html::components
