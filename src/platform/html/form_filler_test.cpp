#include <gtest/gtest.h>

#include "platform/html/form_filler.h"

namespace digilots::html {
namespace {

http::TypedForm typed_into(std::string action, std::vector<std::pair<std::string, std::string>> fields) {
    http::TypedForm typed;
    typed.action = std::move(action);
    typed.fields.pairs = std::move(fields);
    return typed;
}

constexpr std::string_view page = R"(<form method="post" action="/other"><input name="a" value=""></form>
<form method="post" action="/save?x=1&amp;y=2" novalidate>
<input type="hidden" name="csrf_token" value="new"><input type="hidden" name="version" value="7">
<input class="i" id="a" name="a" type="text" value="old &quot;a&quot;" autocomplete="off">
<input name="a" type="text">
<input type="password" name="p" value="">
<input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2 &lt;">
<input type="radio" name="r" value="x" checked id="checked"><input type="radio" name="r" value="y">
<details class="open"><summary>More</summary>
<select name="s"><option value="" selected>None</option>
<option value="k" >K</option></select></details>
<textarea name="t" rows="2">
old</textarea>
<button type="submit" name="b" value="1">Save</button></form><p>after</p>)";

TEST(FormFiller, FillsEveryKindOfFieldAndLeavesTheRest) {
    const auto filled = fill_form(page, typed_into("/save?x=1&y=2", {{"version", "5"},
                                                                     {"a", "one \"<"},
                                                                     {"a", "two"},
                                                                     {"c", "2 <"},
                                                                     {"r", "y"},
                                                                     {"s", "k"},
                                                                     {"t", "line\n</textarea>'"}}));
    ASSERT_TRUE(filled && filled->has_fields);
    for (const char* part : {R"(<input name="a" value=""></form>)", R"(name="csrf_token" value="new")",
                             R"(name="version" value="5")", R"(value="one &quot;&lt;" autocomplete)",
                             R"(<input name="a" type="text" value="two">)", R"(name="p" value="")",
                             R"(value="2 &lt;" checked>)", R"(value="x"  id="checked">)",
                             R"(value="y" checked>)", R"(<option value="k"  selected>)", R"(<option value="" >None)",
                             R"(<details class="open" open>)", "line\n&lt;/textarea&gt;", "<p>after</p>"})
        EXPECT_NE(filled->html.find(part), std::string::npos) << part << "\n" << filled->html;
    EXPECT_EQ(filled->html.find("old"), std::string::npos);
}

TEST(FormFiller, UnchecksWhatWasUnchecked) {
    const auto filled = fill_form(page, typed_into("/save?x=1&y=2", {{"t", ""}}));
    ASSERT_TRUE(filled);
    EXPECT_EQ(filled->html.find(" checked>"), std::string::npos);
}

TEST(FormFiller, KnowsAFormThatIsGoneAndOneThatIsAButton) {
    EXPECT_FALSE(fill_form(page, typed_into("/gone", {})));
    EXPECT_FALSE(fill_form("<form method=\"post\" action=\"/cut\"><input name=\"a\">", typed_into("/cut", {})));
    constexpr std::string_view alone =
        R"(<form method="post" action="/b"><input type="hidden" name="id" value="1"><button>Go</button></form>)";
    const auto button = fill_form(alone, typed_into("/b", {{"id", "2"}}));
    ASSERT_TRUE(button);
    EXPECT_FALSE(button->has_fields);
    EXPECT_NE(button->html.find("value=\"1\""), std::string::npos);
}

}  // namespace
}  // namespace digilots::html
