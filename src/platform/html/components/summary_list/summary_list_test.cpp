#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(SummaryList, UnknownIsShownAsUnknown) {
    const std::string html = fixture(summary_list_fixtures, 0);
    EXPECT_TRUE(has(html, "<dt>Step-free</dt>"));
    EXPECT_TRUE(has(html, "<dd class=\"unknown\">Unknown</dd>"));
    EXPECT_TRUE(has(html, "href=\"/k\">Kulturmagasinet</a>"));
}

}  // namespace
}  // namespace digilots::html::components
