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

TEST(Table, TooFewAndUnknownAreWords) {
    const std::string html = fixture(table_fixtures, 0);
    EXPECT_TRUE(has(html, "numeric suppressed\">too few to show"));
    EXPECT_TRUE(has(html, "numeric unknown\">unknown"));
    EXPECT_TRUE(has(fixture(table_fixtures, 1), "No inquiries in this period."));
}

}  // namespace
}  // namespace digilots::html::components
