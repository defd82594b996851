#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Pagination, ShowsFirstLastAndNeighbours) {
    const std::string html = fixture(pagination_fixtures, 0);
    EXPECT_EQ(count(html, "…"), 2u);
    EXPECT_TRUE(has(html, "href=\"/x?q=a%20b&amp;page=8\" rel=\"next\""));
    EXPECT_TRUE(has(html, "href=\"/x?q=a%20b&amp;page=7\" aria-current=\"page\""));
    EXPECT_FALSE(has(html, "page=3&"));
}

TEST(Pagination, FirstPageHasNoNumberInItsAddress) {
    EXPECT_TRUE(has(pagination(paginate(55, 1, 20, "/x"), english_page()).html(), "href=\"/x\" aria-current=\"page\""));
    EXPECT_EQ(fixture(pagination_fixtures, 1), "");
}

TEST(Pagination, BeyondTheEndIsTheLast) {
    EXPECT_EQ(paginate(10, 99, 5, "/x").pages.back().current, true);
    EXPECT_EQ(paginate(0, -3, 5, "/x").pages.size(), 1u);
}

}  // namespace
}  // namespace digilots::html::components
