#include <gtest/gtest.h>

#include "platform/html/component_test.h"
#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

TEST(StripPlot, EveryMunicipalityHasItsMarkAndItsTableHasTheLimits) {
    const std::string html = fixture(strip_plot_fixtures, 0);
    EXPECT_EQ(count(html, "<title>"), 289u);
    EXPECT_EQ(count(html, "dot-marked"), 2u);
    EXPECT_TRUE(has(html, "Limit for green: "));
    EXPECT_TRUE(has(html, "<th scope=\"row\">Limit for red</th>"));
    EXPECT_TRUE(has(html, "Further to the right is better"));
    EXPECT_TRUE(has(html, "<th scope=\"row\">Överkalix</th>"));
}

TEST(StripPlot, MarksStandAtTheirValuesAndDoNotHideEachOther) {
    StripPlot plot{.id = "s", .title = "S"};
    for (const double value : {0.0, 5.0, 5.0, 5.0, 10.0}) plot.points.push_back({.label = "a", .shown = "", .value = value});
    const StripDrawing drawing = lay_out_strip(plot, english_page());
    ASSERT_EQ(drawing.dots.size(), 5u);
    EXPECT_DOUBLE_EQ(drawing.dots[1].x, drawing.dots[3].x);
    EXPECT_GT(drawing.dots[1].y, drawing.dots[2].y);
    EXPECT_GT(drawing.dots[2].y, drawing.dots[3].y);
    EXPECT_NEAR(drawing.dots[1].x, (drawing.dots[0].x + drawing.dots[4].x) / 2, 0.01);
}

TEST(StripPlot, ManyEqualValuesStayInsideThePicture) {
    StripPlot plot{.id = "s", .title = "S"};
    plot.points.assign(290, {.label = "a", .shown = "", .value = 1.0});
    const StripDrawing drawing = lay_out_strip(plot, english_page());
    for (const PlacedPoint& dot : drawing.dots) {
        EXPECT_GT(dot.y, drawing.top);
        EXPECT_LT(dot.y, drawing.base);
    }
}

}  // namespace
}  // namespace digilots::html::components
