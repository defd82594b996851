#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(DangerCard, ShowsNumbersThatCanBeRungBeforeTheAdvice) {
    const std::string html = fixture(danger_card_fixtures, 0);
    EXPECT_TRUE(has(html, "href=\"tel:112\""));
    EXPECT_LT(html.find("tel:112"), html.find("tel:1177"));
    EXPECT_LT(html.find("tel:1177"), html.find("Whoever answers"));
}

}  // namespace
}  // namespace digilots::html::components
