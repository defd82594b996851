#include "platform/testing/html_check.h"

#include <gtest/gtest.h>

namespace digilots::testing {
namespace {

std::string page(const std::string& content, const std::string& title = "Places – Sundsvall") {
    return "<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>" + title +
           "</title></head><body><main><h1>Places</h1>" + content + "</main></body></html>";
}

void expect_problem(const std::string& html, std::string_view part) {
    const auto problems = html_problems(html);
    ASSERT_EQ(problems.size(), 1u) << html;
    EXPECT_NE(problems[0].find(part), std::string::npos) << problems[0];
}

TEST(HtmlCheck, AGoodPageHasNoProblems) {
    EXPECT_TRUE(
        html_problems(
            page("<p>Öppet &amp; gratis<br></p><label for=\"q\">Sök</label><input id=\"q\" name=\"q\">"))
            .empty());
}

TEST(HtmlCheck, TagsAreBalanced) {
    const auto problems = html_problems(page("<p><b>bold</p></b>"));
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0], "</p> closes <b>");
}

TEST(HtmlCheck, TheTitleStartsWithTheHeading) { expect_problem(page("", "Sundsvall"), "title"); }
TEST(HtmlCheck, OneHeadingOfTheFirstLevel) { expect_problem(page("<h1>Places</h1>"), "2 h1"); }
TEST(HtmlCheck, NoLevelIsSkipped) { expect_problem(page("<h3>Deep</h3>"), "skips"); }
TEST(HtmlCheck, NoIdTwice) { expect_problem(page("<p id=\"a\"></p><p id=\"a\"></p>"), "twice"); }
TEST(HtmlCheck, ReferencesPointSomewhere) { expect_problem(page("<p aria-describedby=\"gone\"></p>"), "gone"); }
TEST(HtmlCheck, EveryFieldHasALabel) { expect_problem(page("<input name=\"q\">"), "label"); }
TEST(HtmlCheck, EveryImageHasAText) { expect_problem(page("<img src=\"/x.png\">"), "alt"); }
TEST(HtmlCheck, EveryLinkHasAText) { expect_problem(page("<a href=\"/x\"></a>"), "no text"); }
TEST(HtmlCheck, NoInlineScript) { expect_problem(page("<script>alert(1)</script>"), "script"); }
TEST(HtmlCheck, NoInlineHandler) { expect_problem(page("<p onclick=\"x()\">a</p>"), "onclick"); }
TEST(HtmlCheck, NoInlineStyle) { expect_problem(page("<p style=\"color: red\">a</p>"), "style"); }
TEST(HtmlCheck, EveryElementIsClosed) {
    EXPECT_FALSE(html_problems("<!doctype html><html lang=\"sv\"><head><title>A</title></head><body><main><h1>A</h1>").empty());
}

TEST(HtmlCheck, ElementsCarryTheirTextAndAttributes) {
    const auto elements = html_elements("<ul><li class=\"open\">Öppet  <b>nu</b></li></ul>");
    ASSERT_EQ(elements.size(), 3u);
    EXPECT_EQ(elements[1].text, "Öppet nu");
    EXPECT_EQ(elements[1].attribute("class"), "open");
}

}  // namespace
}  // namespace digilots::testing
