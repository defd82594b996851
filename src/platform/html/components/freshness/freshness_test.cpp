#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Freshness, TellsItsAgeInWords) {
    const char* expected[] = {"Not checked yet",     "Checked today",
                              "Checked yesterday",   "Checked 12 days ago",
                              "Checked 1 July 2026", "Not checked since 1 December 2025"};
    for (std::size_t i = 0; i < 6; ++i) EXPECT_TRUE(has(fixture(freshness_fixtures, i), expected[i])) << i;
    EXPECT_TRUE(has(fixture(freshness_fixtures, 5), "freshness-old"));
}

}  // namespace
}  // namespace digilots::html::components
