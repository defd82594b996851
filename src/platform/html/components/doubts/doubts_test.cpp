#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Doubts, AreAskedAboutOnceAndSayThatNothingIsSaved) {
    const std::string html = fixture(doubts_fixtures, 0);
    EXPECT_TRUE(has(html, "Look at this before it is saved"));
    EXPECT_LT(html.find("Anna Berg"), html.find("Nothing is saved yet"));
    EXPECT_TRUE(has(html, "name=\"asked_about\" value=\"1f2e\""));
    EXPECT_FALSE(has(html, "href"));
    EXPECT_TRUE(has(fixture(doubts_fixtures, 1), "href=\"#note\""));
    EXPECT_FALSE(has(fixture(doubts_fixtures, 2), "<"));
}

}  // namespace
}  // namespace digilots::html::components
