#include <gtest/gtest.h>

#include "platform/html/component_test.h"

namespace digilots::html::components {
namespace {

TEST(Field, LabelHintAndErrorBelongToTheInput) {
    const std::string html = fixture(field_fixtures, 0);
    EXPECT_TRUE(has(html, "<label class=\"ds-label\" for=\"field-email\">E-mail</label>"));
    EXPECT_TRUE(has(html, "aria-describedby=\"field-email-hint field-email-error\""));
    EXPECT_TRUE(has(html, "aria-invalid=\"true\""));
    EXPECT_TRUE(has(html, "autocomplete=\"username\""));
}

TEST(Field, TextAreaKeepsWhatWasWritten) {
    EXPECT_TRUE(has(fixture(field_fixtures, 2), ">\n&lt;b&gt;\nline</textarea>"));
}

TEST(Field, GroupsHaveALegendAndEachChoiceALabel) {
    const std::string html = fixture(field_fixtures, 4);
    EXPECT_EQ(count(html, "<legend"), 1u);
    EXPECT_EQ(count(html, "type=\"radio\""), 3u);
    EXPECT_EQ(count(html, "checked"), 1u);
    EXPECT_TRUE(has(html, "<label for=\"field-channel-phone\">Phone</label>"));
}

TEST(Field, ChoicesOfOneGroupStandBelowItsName) {
    const std::string chosen = fixture(field_fixtures, 7);
    EXPECT_EQ(count(chosen, "<optgroup"), 2u);
    EXPECT_TRUE(has(chosen, "<optgroup label=\"Devices\">"));
    EXPECT_LT(chosen.rfind("</optgroup>"), chosen.find("Something else")) << "of no group";
    const std::string boxes = fixture(field_fixtures, 8);
    EXPECT_EQ(count(boxes, "<legend"), 3u);
    EXPECT_EQ(count(boxes, "type=\"checkbox\""), 3u);
}

TEST(Field, TakesItsErrorFromTheForm) {
    FormErrors errors;
    errors.add("email", "Write it");
    EXPECT_EQ(Field({.name = "email", .label = "E-mail"}).with(errors).error, "Write it");
    EXPECT_EQ(Field({.name = "other", .label = "Other"}).with(errors).error, "");
}

}  // namespace
}  // namespace digilots::html::components
