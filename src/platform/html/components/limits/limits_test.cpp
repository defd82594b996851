#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Limits, WhatIsNotHelpedWithStandsApartFromWhatIsGoodToKnow) {
    const std::string html = fixture(limits_fixtures, 0);
    EXPECT_EQ(count(html, "<p "), 2u);
    EXPECT_LT(html.find("No printing · Refers on"), html.find("Good to know:"));
    EXPECT_LT(html.find("Good to know:"), html.find("Help depends on how busy it is"));
    EXPECT_FALSE(has(fixture(limits_fixtures, 1), "<p "));
}

}  // namespace
}  // namespace digilots::html::components
