#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Button, KindsAreTold) {
    EXPECT_TRUE(has(fixture(button_fixtures, 0), "data-variant=\"primary\" name=\"action\" value=\"save\""));
    EXPECT_TRUE(has(fixture(button_fixtures, 3), "data-color=\"danger\""));
    EXPECT_TRUE(has(fixture(button_fixtures, 4), "<a class=\"ds-button\" href=\"/sundsvall/search\""));
}

}  // namespace
}  // namespace digilots::html::components
