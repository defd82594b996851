// What each kind of number, point, link and formatted text reads, shows and gives to programs and tables.
#include <gtest/gtest.h>

#include "platform/register/import.h"
#include "platform/register/register_for_tests.h"

namespace digilots::register_ {
namespace {

class Types : public ::testing::Test, protected RegisterWorld {
protected:
    using Texts = std::vector<std::string>;

    /// What is kept of this; the problem where there is one.
    std::string reads(const char* input, const std::string& text, const char* column = "") {
        Draft draft{{"name", {"Alfa"}}, {"kind", {"school"}}};
        draft[input] = {text};
        Problems problems;
        const auto record = partners.read(around(), draft, {}, problems);
        if (!problems.empty()) return problems.front().input + ": " + problems.front().words(*around().words);
        const char* of = *column ? column : input;
        const auto whole = record.whole(of);
        return whole ? std::to_string(*whole) : record.text(of);
    }
    Shown shown(const char* field, const Record& record, const char* language = "sv") {
        auto here = around();
        here.words = &i18n::translator(language);
        const auto& declared = *partners.declaration().find(field);
        return declared.type->show(declared, record, here);
    }
};

TEST_F(Types, NumbersWithDecimalsAreReadAsPeopleWriteThemWithoutRounding) {
    for (const char* text : {"12,5", "12.5", "12,5 %", "12,50%", " 12,5\u00A0% "}) EXPECT_EQ(reads("share", text), "125") << text;
    EXPECT_EQ(reads("share", "0"), "0");
    EXPECT_EQ(reads("share", "100"), "1000");
    EXPECT_EQ(reads("share", ""), "");
    for (const char* wrong : {"100,1", "-1", "12,55", "hälften", "%", "12,5 % %"})
        EXPECT_EQ(reads("share", wrong), "share: Write a percentage from 0 to 100, such as 12,5.") << wrong;
    EXPECT_EQ(reads("grade", "−4,25"), "-425");
    EXPECT_EQ(reads("grade", "3"), "300");
    EXPECT_EQ(reads("grade", "0,125"), "grade: Write a number with at most 2 decimals, such as 3,5.");
    EXPECT_EQ(reads("grade", "5,01"), "grade: Write a number that is 5 or less.");
    EXPECT_EQ(reads("grade", "-6"), "grade: Write a number that is -5 or more.");
}

TEST_F(Types, NumbersAreShownAndGivenOutAsNumbers) {
    const auto record = add(full_partner());
    EXPECT_EQ(shown("share", record).lines, Texts{"12,5\u00A0%"});
    EXPECT_EQ(shown("grade", record, "en").lines, Texts{"-0.25"});
    EXPECT_EQ(typed(partners.draft_of(record, around()), "grade"), "-0,25");
    EXPECT_TRUE(shown("share", add({{"name", {"Tom"}}})).lines.empty()) << "unknown is not zero";
    const auto table = table_of_register(partners, {}, around());
    EXPECT_NE(table.find(";12.5;-0.25;"), std::string::npos) << table;
}

TEST_F(Types, APointIsReadHoweverItIsWrittenOrIsThatOfTheAddress) {
    for (const char* text : {"62.39, 17.31", "62.39,17.31", "62,39 17,31", "62,39; 17,31", "62,39, 17,31", "62.39° N, 17.31° E",
                             "62.390000  17.310000"}) {
        EXPECT_EQ(reads("spot", text, "spot_latitude"), "62390000") << text;
        EXPECT_EQ(reads("spot", text, "spot_longitude"), "17310000") << text;
    }
    for (const char* wrong : {"62.39", "91, 17", "62, 181", "norr om ån", "62.39, 17.31, 5", ","})
        EXPECT_EQ(reads("spot", wrong), "spot: Write latitude and longitude, such as 62.39, 17.31.") << wrong;
    EXPECT_EQ(reads("about", "Storgatan 1", "spot_latitude"), "62500000") << "from the address";
    EXPECT_EQ(reads("about", "Någon annanstans", "spot_latitude"), "");
    const auto record = add({{"name", {"Alfa"}}, {"about", {"Storgatan 1"}}, {"spot", {"-0.5, -17.000001"}}});
    EXPECT_EQ(point_of(record, "spot"), (Point{-0.5, -17.000001})) << "what is typed goes before the address";
    EXPECT_EQ(shown("spot", record).lines, Texts{"-0.5, -17.000001"});
    EXPECT_FALSE(point_of(add({{"name", {"Beta"}}}), "spot"));
}

TEST_F(Types, SeveralLinksAreReadLineByLine) {
    EXPECT_EQ(reads("links", "Boka https://a.example/x\n\n  https://b.example  "), "\nhttps://a.example/x Boka\nhttps://b.example\n");
    for (const char* wrong : {"Boka", "Boka javascript:alert(1)", "Boka https://x@evil.example/", "Boka http://ensamt/",
                              "https://a.example/ Boka", "Boka https://a.example/\"onclick"})
        EXPECT_EQ(reads("links", wrong),
                  "links: Write one link a line: what it leads to, then its whole address, beginning with https://")
            << wrong;
    EXPECT_EQ(reads("links", "https://a.example\nhttps://b.example\nhttps://c.example\nhttps://d.example"),
              "links: Write at most 3 links.");
    const auto links = shown("links", add(full_partner()));
    EXPECT_EQ(links.lines, (Texts{"Boka tid", "https://folkis.example/"}));
    EXPECT_EQ(links.urls, (Texts{"https://folkis.example/boka", "https://folkis.example/"}));
}

TEST_F(Types, AFormattedTextIsKeptAsTypedShownAsHtmlAndSearchedWithoutMarks) {
    const auto record = add(full_partner());
    EXPECT_EQ(record.text("story"), "# Om oss\n\nVi *hjälper* [alla](https://folkis.example/hjalp).");
    const auto story = shown("story", record);
    EXPECT_EQ(story.lines, (Texts{"Om oss", "Vi hjälper alla."}));
    EXPECT_EQ(story.formatted.html(), "<h2>Om oss</h2>\n<p>Vi <em>hjälper</em> <a class=\"ds-link\" "
                                      "href=\"https://folkis.example/hjalp\">alla</a>.</p>\n");
    EXPECT_EQ(partners.list(around(), {.search = "hjälper alla"}, 5, 0).found, 1);
    EXPECT_EQ(partners.list(around(), {.search = "hjalp)"}, 5, 0).found, 1) << "as a part of a word";
}

TEST_F(Types, ARecordsPageShowsLinksAndFormattedTextAndNothingThatRuns) {
    auto draft = full_partner();
    draft["story"] = {"<script>alert(1)</script>\n\n[x](javascript:alert(1))"};
    const auto record = add(draft);
    testing::PageServer pages(register_routes(partners), clock);
    pages.person = testing::person_with(http::Role::guide);
    auto person = pages.client();
    const auto page = person.get(std::string(partner_list) + "/" + record.id);
    EXPECT_TRUE(page.says("href=\"https://folkis.example/boka\""));
    EXPECT_TRUE(page.says("&lt;script&gt;alert(1)&lt;/script&gt;")) << page.html;
    EXPECT_EQ(page.html.find("href=\"javascript"), std::string::npos);
    EXPECT_TRUE(page.says("62.39, 17.31"));
}

TEST_F(Types, ProgramsReadNumbersPointsAndLinks) {
    const auto record = add(full_partner());
    base::JsonWriter json;
    json.begin_object();
    for (const auto& field : partners.declaration().fields) field.type->json(field, record, json);
    const auto read = base::parse_json(std::move(json.end_object()).take()).value();
    EXPECT_EQ(read["share"].as_number(), 12.5);
    EXPECT_EQ(read["grade"].as_number(), -0.25);
    EXPECT_EQ(read["spot"]["latitude"].as_number(), 62.39);
    EXPECT_EQ(read["spot"]["longitude"].as_number(), 17.31);
    EXPECT_EQ(read["links"].items().front()["title"].text(), "Boka tid");
    EXPECT_EQ(read["links"].items().front()["url"].text(), "https://folkis.example/boka");
    EXPECT_TRUE(read["story"].text().starts_with("# Om oss"));
}

}  // namespace
}  // namespace digilots::register_
