#include "platform/html/markdown.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "platform/testing/html_check.h"
#include "platform/testing/odd_texts.h"

namespace digilots::html {
namespace {

std::string shown(std::string_view text) { return markdown(text, 3).html(); }

TEST(Markdown, ParagraphsListsHeadingsAndEmphasisAreShown) {
    EXPECT_EQ(shown("Ett *två* **tre**\nfyra\n\nNästa"),
              "<p>Ett <em>två</em> <strong>tre</strong>\nfyra</p>\n<p>Nästa</p>\n");
    EXPECT_EQ(shown("# Om oss\n\n## Vi\n\n###### Sist"), "<h3>Om oss</h3>\n<h4>Vi</h4>\n<h6>Sist</h6>\n");
    EXPECT_EQ(shown("- ett\n- två\n\n1. först\n2. sedan"),
              "<ul><li>ett</li>\n<li>två</li>\n</ul>\n<ol><li>först</li>\n<li>sedan</li>\n</ol>\n");
}

TEST(Markdown, LinksLeadToTheWebAndToMailAlone) {
    EXPECT_EQ(shown("[Boka](https://kommun.example/boka?a=1&b=2)"),
              "<p><a class=\"ds-link\" href=\"https://kommun.example/boka?a=1&amp;b=2\">Boka</a></p>\n");
    EXPECT_EQ(shown("<hej@kommun.example>"),
              "<p><a class=\"ds-link\" href=\"mailto:hej@kommun.example\">hej@kommun.example</a></p>\n");
    for (const char* wrong : {"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,x)",
                              "[x](//evil.example)", "[x](/staff/settings)",
                              "[x](https://kommun.example@evil.example/)", "[x](java\nscript:x)",
                              "[x](&#106;avascript:alert(1))", "[x](vbscript:x)",
                              "[x](mailto:a\x7F@b.se)", "[x][1]\n\n[1]: javascript:alert(1)"})
        EXPECT_EQ(shown(wrong).find("<a "), std::string::npos) << wrong;
}

TEST(Markdown, WhatIsNoneOfThatIsText) {
    EXPECT_EQ(shown("<b>fet</b> & <script>alert(1)</script>"),
              "<p>&lt;b&gt;fet&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>\n");
    EXPECT_EQ(shown("![bild](https://x.example/spion.png)"), "<p>bild</p>\n");
    EXPECT_EQ(shown("`kod`"), "<p>kod</p>\n");
    EXPECT_EQ(shown("&#x202E; &lt;"), "<p>&amp;#x202E; &amp;lt;</p>\n");
    EXPECT_EQ(shown("[a \" onclick=x](https://x.example/\"onclick=x)").find("\"onclick"), std::string::npos);
    EXPECT_EQ(shown(""), "");
}

TEST(Markdown, NestingIsCutAndEverythingIsClosed) {
    std::string list, emphasis;
    for (int i = 0; i < 500; ++i) list += "- ";
    for (int i = 0; i < 500; ++i) emphasis += "*a **b ";
    for (const auto& text : {list + "x", emphasis + "c** d*", std::string(2000, '['), std::string(2000, '>') + "x"}) {
        const auto html = shown(text);
        EXPECT_LT(html.size(), 20 * text.size());
        std::size_t depth = 0, deepest = 0;
        for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
            if (html.compare(at, 4, "<br>") == 0) continue;
            html[at + 1] == '/' ? --depth : ++depth;
            deepest = std::max(deepest, depth);
        }
        EXPECT_EQ(depth, 0u);
        EXPECT_LT(deepest, 20u);
    }
}

TEST(Markdown, WhatTheLibraryLeavesOpenIsClosedWithItsBlock) {
    const auto html = shown(std::string_view("x*y [z](nowhere* \"t\")\0\n\nNext", 28));
    std::size_t opened = 0, closed = 0;
    for (auto at = html.find("<em>"); at != std::string::npos; at = html.find("<em>", at + 1)) ++opened;
    for (auto at = html.find("</em>"); at != std::string::npos; at = html.find("</em>", at + 1)) ++closed;
    EXPECT_EQ(opened, closed) << html;
}

TEST(Markdown, OddTextsStayText) {
    constexpr const char* known[] = {"<p>", "<br>", "<ul>", "<ol>", "<li>", "<em>", "<strong>", "<a class=\"ds-link\" href=\"",
                                     "<h2>", "<h3>", "<h4>", "<h5>", "<h6>", "</"};
    for (std::uint32_t turn = 0; turn < 300; ++turn) {
        const auto text = testing::odd_text(turn);
        const auto html = shown(text);
        for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
            const auto begins = [&](const char* tag) { return html.compare(at, std::strlen(tag), tag) == 0; };
            EXPECT_TRUE(std::ranges::any_of(known, begins)) << turn << " " << html.substr(at, 40);
        }
        EXPECT_EQ(text.contains("bibliotek"), html.contains("bibliotek")) << turn;
    }
}

TEST(Markdown, NothingBehindTheTextCounts) {
    using namespace std::string_literals;
    const auto text = "# Om oss\n\0\0\0\0\nVi *hj\u00e4lper* **alla** med [BankID]kommun.example/boka \"x\")[BankID](http"s;
    const auto alone = shown(text);
    for (const char* behind : {"))))))\n", "://x.example)\n", "\"\"\")", "](((", "\n\n# More"}) {
        const auto more = text + behind;
        EXPECT_EQ(shown(std::string_view(more).substr(0, text.size())), alone) << behind;
    }
}

TEST(Markdown, WithoutMarksIsALineForEachPart) {
    EXPECT_EQ(without_markdown("# Om oss\n\nVi *hjälper*\ndig.\n\n- [Boka](https://x.example)\n- Ring"),
              "Om oss\nVi hjälper dig.\nBoka\nRing");
    EXPECT_EQ(without_markdown("Ta med:\ntelefon\nladdare\n\nVälkommen", Breaks::kept),
              "Ta med:\ntelefon\nladdare\nVälkommen");
}

}  // namespace
}  // namespace digilots::html
