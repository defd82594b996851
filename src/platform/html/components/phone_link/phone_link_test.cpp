#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(PhoneLink, CanBeDialled) {
    const std::string html = fixture(phone_link_fixtures, 0);
    EXPECT_TRUE(has(html, "href=\"tel:+469803192005\""));
    EXPECT_TRUE(has(html, "(example number)"));
    EXPECT_TRUE(has(fixture(phone_link_fixtures, 1), "href=\"tel:+469803192012\""));
}

}  // namespace
}  // namespace digilots::html::components
