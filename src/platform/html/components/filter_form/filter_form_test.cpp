#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(FilterForm, GetsAndKeepsOtherValues) {
    const std::string html = fixture(filter_form_fixtures, 0);
    EXPECT_TRUE(has(html, "method=\"get\" action=\"/sundsvall/places\""));
    EXPECT_TRUE(has(html, "name=\"q\" value=\"a &amp; b\""));
    EXPECT_TRUE(has(html, "<details class=\"filters wide-open\">")) << "folded where there is little room";
    EXPECT_TRUE(has(html, "<span class=\"filter-chosen\">Open now</span>")) << "what it chooses is said all the same";
    EXPECT_FALSE(has(html, "<span class=\"filter-chosen\">At any time</span>"));
    EXPECT_TRUE(has(html, "value=\"now\" selected>"));
}

}  // namespace
}  // namespace digilots::html::components
