#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(TagList, LinksOnlyWhereThereIsAnAddress) {
    const std::string html = fixture(tag_list_fixtures, 0);
    EXPECT_EQ(count(html, "<a "), 1u);
    EXPECT_EQ(count(html, "<li>"), 3u);
}

}  // namespace
}  // namespace digilots::html::components
