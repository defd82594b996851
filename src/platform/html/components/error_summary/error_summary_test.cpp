#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(ErrorSummary, NamesEveryFieldAndLinksToIt) {
    const std::string html = fixture(error_summary_fixtures, 0);
    EXPECT_TRUE(has(html, "2 things need to be changed"));
    EXPECT_TRUE(has(html, "href=\"#field-email\">Write your e-mail address</a>"));
    EXPECT_TRUE(has(html, "role=\"alert\""));
}

TEST(ErrorSummary, NothingWithoutErrors) {
    EXPECT_EQ(fixture(error_summary_fixtures, 2), "");
}

}  // namespace
}  // namespace digilots::html::components
