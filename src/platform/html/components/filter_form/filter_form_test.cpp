#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(FilterForm, GetsAndKeepsOtherValues) {
    const std::string html = fixture(filter_form_fixtures, 0);
    EXPECT_TRUE(has(html, "method=\"get\" action=\"/sundsvall/places\""));
    EXPECT_TRUE(has(html, "name=\"q\" value=\"a &amp; b\""));
    EXPECT_TRUE(has(html, "<details class=\"filters\" open>"));
    EXPECT_TRUE(has(html, "value=\"now\" selected>"));
}

}  // namespace
}  // namespace digilots::html::components
