#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Breadcrumbs, TheLastIsThisPage) {
    const std::string html = fixture(breadcrumbs_fixtures, 0);
    EXPECT_EQ(count(html, "aria-current=\"page\""), 1u);
    EXPECT_EQ(count(html, "href="), 2u);
}

}  // namespace
}  // namespace digilots::html::components
