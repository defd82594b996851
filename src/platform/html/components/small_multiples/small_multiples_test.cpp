#include <gtest/gtest.h>

#include "platform/html/component_test.h"
#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

TEST(SmallMultiples, AllChartsShareTheirYears) {
    const SmallMultiples all{.id = "s", .title = "S",
                             .charts = {{.title = "long", .years = {{.year = 2000, .value = 1.0}, {.year = 2010, .value = 2.0}}},
                                        {.title = "short", .years = {{.year = 2010, .value = 5.0}}}}};
    const SmallDrawing longer = lay_out_small(all.charts[0], all), shorter = lay_out_small(all.charts[1], all);
    EXPECT_EQ(shorter.first_year, 2000);
    EXPECT_DOUBLE_EQ(longer.marks.back().first.x, shorter.marks.back().first.x);
}

TEST(SmallMultiples, EveryYearStandsInTheTable) {
    const std::string html = fixture(small_multiples_fixtures, 0);
    EXPECT_TRUE(has(html, "<th scope=\"row\">2008</th>"));
    EXPECT_TRUE(has(html, "not reported"));
    EXPECT_TRUE(has(html, "No figures"));
}

}  // namespace
}  // namespace digilots::html::components
