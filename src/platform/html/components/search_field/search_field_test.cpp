#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(SearchField, IsALabelledSearchForm) {
    const std::string html = fixture(search_field_fixtures, 0);
    EXPECT_TRUE(has(html, "role=\"search\" method=\"get\" action=\"/sundsvall/search\""));
    EXPECT_TRUE(has(html, "for=\"search-q\""));
    EXPECT_TRUE(has(html, "value=\"&quot;bank id&quot;\""));
    EXPECT_TRUE(has(fixture(search_field_fixtures, 1), "data-live=\"/sundsvall/search\""));
}

}  // namespace
}  // namespace digilots::html::components
