#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(OpenBadge, SaysItInWords) {
    EXPECT_TRUE(has(fixture(open_badge_fixtures, 0), "Open now</b> <span>closes at 16.00</span>"));
    EXPECT_TRUE(has(fixture(open_badge_fixtures, 1), "Closed now"));
    EXPECT_TRUE(has(fixture(open_badge_fixtures, 2), "Opening hours unknown"));
}

}  // namespace
}  // namespace digilots::html::components
