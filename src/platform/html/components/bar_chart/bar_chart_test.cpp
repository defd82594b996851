#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(BarChart, EveryBarHasItsFigureInTheTable) {
    const std::string html = fixture(bar_chart_fixtures, 0);
    EXPECT_TRUE(has(html, "<th scope=\"row\">BankID and e-ID</th>"));
    EXPECT_TRUE(has(html, "href=\"/a\">124</a>"));
    EXPECT_TRUE(has(html, "width=\"100\""));
    EXPECT_TRUE(has(html, "Download the figures (CSV)"));
}

TEST(BarChart, UnknownIsNotZero) {
    const std::string html = fixture(bar_chart_fixtures, 0);
    EXPECT_EQ(count(html, "class=\"bar-unknown\""), 2u);
    EXPECT_TRUE(has(html, "unknown\">unknown</td>"));
    EXPECT_TRUE(has(html, "too few to show"));
}

}  // namespace
}  // namespace digilots::html::components
