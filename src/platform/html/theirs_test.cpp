#include <gtest/gtest.h>

#include "platform/html/form_again.h"
#include "platform/html/form_filler.h"
#include "platform/html/theirs.h"

namespace digilots::html {
namespace {

constexpr std::string_view now = R"(<body ><main id="m"><form method="post" action="/other"><input name="a" value="x"></form>
<form method="post" action="/save" novalidate><input type="hidden" name="seen" value="new">
<div class="field"><label for="a">Name <span class="field-optional">(optional)</span></label>
<input id="a" name="a" type="text" value="Theirs &amp; &lt;more&gt;"></div>
<div class="field"><label for="same">Same</label><textarea id="same" name="same">
one
two</textarea></div>
<fieldset class="field field-group"><legend>Topics</legend>
<input type="checkbox" id="c1" name="c" value="1" checked><label for="c1">First</label>
<input type="checkbox" id="c2" name="c" value="2" checked><label for="c2">Second</label></fieldset>
<div class="field"><input type="checkbox" id="h" name="h" value="1"><label for="h">Hide it</label></div>
<div class="field"><label for="s">Kind</label><select id="s" name="s"><option value="">None</option>
<option value="k" selected>Known</option></select></div>
</form></main>)";

http::TypedForm typed_form_of(std::vector<std::pair<std::string, std::string>> fields) {
    http::TypedForm typed;
    typed.action = "/save";
    typed.fields.pairs = std::move(fields);
    return typed;
}

http::Response page_again(const http::TypedForm& typed) {
    http::Request request;
    request.language = "en";
    return form_again(http::html(std::string(now)), request, typed, http::Again::changed);
}

std::size_t differing(const std::string& html) {
    std::size_t count = 0;
    constexpr std::string_view block = "class=\"field theirs\"";
    for (auto at = html.find(block); at != std::string::npos; at = html.find(block, at + 1)) ++count;
    return count;
}

TEST(Theirs, StandBesideEachFieldThatDiffersAndNothingTypedIsLost) {
    const auto page = page_again(typed_form_of({{"a", "Mine"}, {"same", "one\r\ntwo"}, {"c", "2"}, {"h", "1"}, {"s", ""}}));
    EXPECT_EQ(differing(page.body), 4u) << page.body;
    for (const char* part :
         {"Name: somebody else has saved something else", "typed\">Theirs &amp; &lt;more&gt;</blockquote>",
          "name=\"theirs.a\" value=\"Theirs &amp; &lt;more&gt;\"", "value=\"Mine\"", "Topics: somebody",
          "typed\">First</blockquote>",
          "name=\"theirs.c\" value=\"1\"", "name=\"theirs.c\" value=\"2\"", "Hide it: somebody", "typed\">No</blockquote>",
          "Kind: somebody", "typed\">Known</blockquote>", "4 fields differ", "name=\"seen\" value=\"new\"", "data-refused"})
        EXPECT_NE(page.body.find(part), std::string::npos) << part << "\n" << page.body;
    EXPECT_EQ(page.body.find("value=\"mine\" checked"), std::string::npos) << "what nobody chose is not chosen";
    EXPECT_LT(page.body.find("Name: somebody"), page.body.find("<label for=\"a\">")) << "before its field";
    EXPECT_EQ(page.body.find("Same: somebody"), std::string::npos);
}

TEST(Theirs, AreSaidToBeTheSameWhereTheyAre) {
    const auto page = page_again(typed_form_of(
        {{"a", "Theirs & <more>"}, {"same", "one\ntwo"}, {"c", "1"}, {"c", "2"}, {"s", "k"}}));
    EXPECT_EQ(differing(page.body), 0u);
    EXPECT_NE(page.body.find("What you wrote is what is saved now."), std::string::npos) << page.body;
}

TEST(Theirs, AreTakenFieldByFieldAsThePersonChose) {
    http::Fields form{{{"keep.a", "theirs"}, {"a", "Mine"}, {"theirs.a", "Theirs"}, {"keep.c", "theirs"}, {"c", "2"},
                       {"keep.h", "mine"}, {"h", "1"}, {"differs", "a"}, {"differs", "h"}, {"theirs.t", "left over"},
                       {"theirs.c", "1"}, {"theirs.c", "3"}}};
    const auto choices = http::take_theirs(form);
    EXPECT_EQ(choices.mine, (std::vector<std::string>{"h"}));
    EXPECT_TRUE(choices.missing.empty());
    EXPECT_EQ(form.get("a"), "Theirs");
    EXPECT_EQ(form.all("c"), (std::vector<std::string_view>{"1", "3"}));
    EXPECT_EQ(form.get("h"), "1");
    EXPECT_EQ(form.pairs.size(), 4u);
}

TEST(Theirs, AreMissedWhereNothingWasChosen) {
    http::Fields form{{{"differs", "a"}, {"a", "Mine"}, {"theirs.a", "Theirs"}, {"differs", "h"}, {"h", "1"}, {"keep.h", "mine"},
                       {"differs", "c"}, {"keep.c", "something"}}};
    const auto choices = http::take_theirs(form);
    EXPECT_EQ(choices.missing, (std::vector<std::string>{"a", "c"}));
    EXPECT_EQ(choices.mine, (std::vector<std::string>{"h"}));
    EXPECT_EQ(form.pairs, (std::vector<std::pair<std::string, std::string>>{{"a", "Mine"}, {"h", "1"}}));
}

TEST(Theirs, NothingIsTakenAwayFromAFormThatHasNoChoices) {
    http::Fields form{{{"a", "1"}, {"a", "2"}, {"b", ""}}};
    http::take_theirs(form);
    EXPECT_EQ(form.pairs.size(), 3u);
}

TEST(FormAgain, WhatCouldNotBeSavedStandsAsTextWhereItsFormCannotBeShown) {
    http::Request request;
    request.language = "en";
    const auto typed = typed_form_of({{"title", "Losvik"}, {"phone", "060-123456"}, {"note", "two <words>"}, {"days", "1"},
                                      {"days", "2"}, {"seen", "mark"}, {"form_key", "0192"}, {"empty", ""}});
    const auto page = form_again(http::html("<body ><main id=\"m\">503</main>"), request, typed, http::Again::failed);
    for (const char* part : {"<strong>title</strong>", "typed\">Losvik</blockquote>", "typed\">060-123456</blockquote>",
                             "typed\">two &lt;words&gt;</blockquote>", "typed\">1</blockquote>", "typed\">2</blockquote>", "503"})
        EXPECT_NE(page.body.find(part), std::string::npos) << part << "\n" << page.body;
    for (const char* part : {"mark", "0192", "empty"}) EXPECT_EQ(page.body.find(part), std::string::npos) << part;
}

}  // namespace
}  // namespace digilots::html
