#include <gtest/gtest.h>

#include "platform/html/component_test.h"
#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

TEST(GenderBars, ShowsBothOnOneScaleWithTheGap) {
    const std::string html = fixture(gender_bars_fixtures, 0);
    EXPECT_TRUE(has(html, "<th scope=\"row\">Women</th>"));
    EXPECT_TRUE(has(html, "width=\"71.3\""));
    EXPECT_TRUE(has(html, "width=\"58.9\""));
    EXPECT_TRUE(has(html, "The gap is 12.4 percentage points."));
}

TEST(GenderBars, UnknownIsNoBarOfLengthZero) {
    const std::string html = fixture(gender_bars_fixtures, 1);
    EXPECT_TRUE(has(html, "unknown\">unknown</td>"));
    EXPECT_EQ(count(html, "bar-unknown"), 1u);
    EXPECT_TRUE(has(html, "bar-women\" width=\"100\""));
}

}  // namespace
}  // namespace digilots::html::components
