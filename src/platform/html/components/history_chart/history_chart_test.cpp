#include <gtest/gtest.h>

#include "platform/html/component_test.h"
#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

TEST(HistoryChart, AYearWithoutFigureBreaksTheLineAndSaysWhy) {
    const std::string html = fixture(history_chart_fixtures, 0);
    const std::string line = html.substr(html.find("class=\"subject-line\""), 400);
    EXPECT_EQ(count(line.substr(0, line.find("/>")), "M"), 2u);
    EXPECT_EQ(count(html, "dot-year"), 9u);
    EXPECT_TRUE(has(html, "<b>Grey</b> <span>not reported</span>"));
}

TEST(HistoryChart, TheTableBeginsWithTheLatestYear) {
    const std::string html = fixture(history_chart_fixtures, 0);
    EXPECT_LT(html.find("<th scope=\"row\">2021</th>"), html.find("<th scope=\"row\">2012</th>"));
    EXPECT_TRUE(has(html, "20 of 290"));
    EXPECT_TRUE(has(html, "<th scope=\"col\" class=\"numeric\">Sundsvall</th>"));
}

TEST(HistoryChart, AYearThatIsNotThereIsNoLine) {
    const History history{.id = "h", .title = "H", .years = {{.year = 2010, .value = 1.0}, {.year = 2014, .value = 2.0}}};
    EXPECT_EQ(count(lay_out_history(history, english_page()).line, "L"), 0u);
}

}  // namespace
}  // namespace digilots::html::components
