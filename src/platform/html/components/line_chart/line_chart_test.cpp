#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(LineChart, UnknownMonthsBreakTheLine) {
    const std::string html = fixture(line_chart_fixtures, 0);
    const std::string path = html.substr(html.find("class=\"line line-0\""), 400);
    EXPECT_EQ(count(path.substr(0, path.find("/>")), "M"), 2u);
    EXPECT_EQ(count(html, "mark mark-0"), 11u);
}

TEST(LineChart, HasItsTable) {
    const std::string html = fixture(line_chart_fixtures, 0);
    EXPECT_TRUE(has(html, "<th scope=\"row\">7</th><td class=\"numeric unknown\">unknown"));
    EXPECT_TRUE(has(html, "<th scope=\"col\" class=\"numeric\">Visits</th>"));
}

}  // namespace
}  // namespace digilots::html::components
