#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Confirmation, PostsWithFormToken) {
    const std::string html = fixture(confirmation_fixtures, 0);
    EXPECT_TRUE(has(html, "method=\"post\" action=\"/delete\""));
    EXPECT_TRUE(has(html, "name=\"csrf_token\""));
    EXPECT_TRUE(has(html, "value=\"a&quot;b\""));
    EXPECT_TRUE(has(html, "href=\"/back\""));
}

}  // namespace
}  // namespace digilots::html::components
