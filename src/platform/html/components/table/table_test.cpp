#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Table, FirstCellIsTheRowsHeader) {
    const std::string html = fixture(table_fixtures, 0);
    EXPECT_TRUE(has(html, "<caption>Inquiries by place</caption>"));
    EXPECT_TRUE(has(html, "<th scope=\"row\">Kulturmagasinet</th>"));
    EXPECT_TRUE(has(html, "href=\"/rows\">124</a>"));
}

TEST(Table, OfWordsStandsBelowItsHeadingsWhereThereIsNoRoomAndOfNumbersDoesNot) {
    Table words{.caption = "Rules",
                .columns = {{"Topic"}, {"What is done"}, {"Handed over to"}},
                .rows = {{{"Bank"}, {"Here"}, {""}}}};
    const std::string html(table(words, english_page()).html());
    EXPECT_TRUE(has(html, "<table class=\"stacked\">"));
    EXPECT_TRUE(has(html, "<td data-heading=\"What is done\">Here</td>"));
    EXPECT_FALSE(has(fixture(table_fixtures, 0), "stacked"));
    words.columns[1].numeric = true;
    EXPECT_FALSE(has(std::string(table(words, english_page()).html()), "stacked"));
    words.columns.push_back({"How often"});
    words.rows.front().emplace_back("Each week");
    EXPECT_TRUE(has(std::string(table(words, english_page()).html()), "stacked")) << "a row of words with a number in it";
}

TEST(Table, TooFewAndUnknownAreWords) {
    const std::string html = fixture(table_fixtures, 0);
    EXPECT_TRUE(has(html, "numeric suppressed\">too few to show"));
    EXPECT_TRUE(has(html, "numeric unknown\">unknown"));
    EXPECT_TRUE(has(fixture(table_fixtures, 1), "No inquiries in this period."));
}

}  // namespace
}  // namespace digilots::html::components
