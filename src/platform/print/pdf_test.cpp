// A printed document as a screen reader finds it.
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "platform/print/pdf.h"
#include "platform/print/pieces.h"
#include "platform/print/qr.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::print {

namespace {

Document leaflet() {
    Document document{"Kulturmagasinet", "sv"};
    document.footer = "Utskrivet 27 november 2026";
    document.blocks = {
        {Heading{1, {"Kulturmagasinet"}}},
        {Paragraph{{"Biblioteket i fläktsystemets hus"}, Emphasis::lead}},
        {Columns{{{{Heading{2, {"Ring"}}}, {Paragraph{{"060-19 10 00"}, Emphasis::number}}},
                  {{Picture{"Kod som leder till sidan", qr_code("https://example.org/sundsvall"), 90}}}},
                 {0.6, 0.4}}},
        {Heading{2, {"Öppettider"}}},
        {Table{
            "Öppettider", {{"Dag"}, {"Tider"}}, {{{"måndag"}, {"08.00–17.00"}}, {{"tisdag"}, {"stängt"}}}}},
        {List{{{{"e-legitimation"}}, {{"skriva ut"}}}}},
    };
    return document;
}

TEST(PrintedPdf, IsReadAloudAsWhatItIs) {
    const auto read = digilots::testing::read_pdf(pdf(leaflet()));
    EXPECT_EQ(
        read.tree,
        "Document(H1 P H2 P Figure H2 Table(TR(TH TH) TR(TH TD) TR(TH TD)) L(LI(Lbl LBody) LI(Lbl LBody)))");
    EXPECT_EQ(read.title, "Kulturmagasinet");
    EXPECT_EQ(read.language, "sv");
    EXPECT_TRUE(read.shows_title);
    EXPECT_EQ(read.alternatives, std::vector<std::string>{"Kod som leder till sidan"});
    EXPECT_EQ(read.summaries, std::vector<std::string>{"Öppettider"})
        << "in words, and its cells are still read";
    EXPECT_EQ(read.scopes, (std::vector<std::string>{"Column", "Column", "Row", "Row"}));
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    EXPECT_TRUE(read.fonts_missing.empty());
    EXPECT_EQ(read.pages, 1);
}

std::string many_words(int count) {
    std::string words;
    for (int at = 0; at < count; ++at) words += "ordet" + std::to_string(at) + " ";
    return words;
}

Document only(Block block) {
    Document document{"Ett", "sv"};
    document.blocks.push_back(std::move(block));
    return document;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(PrintedPdf, AParagraphOnSeveralPagesIsOne) {
    const auto read = digilots::testing::read_pdf(pdf(only({Paragraph{{many_words(1500)}}})));
    EXPECT_EQ(read.tree, "Document(P)");
    EXPECT_GT(read.pages, 2);
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    for (int at = 0; at < 1500; ++at)
        ASSERT_NE(read.text.find("ordet" + std::to_string(at) + " "), std::string::npos) << at;
}

TEST(PrintedPdf, ATableSaysItsHeadersOnEachPageAndIsReadOnce) {
    Table table{"Tider", {{"Dag"}, {"Tider"}}, {}};
    for (int row = 0; row < 90; ++row) table.rows.push_back({{"rad" + std::to_string(row)}, {"08.00"}});
    table.rows[40][1].words = many_words(900);
    const auto read = digilots::testing::read_pdf(pdf(only({table})));
    EXPECT_GT(read.pages, 3);
    EXPECT_EQ(count_of(read.tree, "TR("), 91U);
    EXPECT_EQ(count_of(read.tree, "TD"), 90U);
    EXPECT_EQ(count_of(read.tree, "TH"), 92U);
    EXPECT_EQ(read.tree.find('-'), std::string::npos) << "something holds nothing";
    EXPECT_EQ(count_of(read.text, "Dag"), static_cast<std::size_t>(read.pages));
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    for (int row = 0; row < 90; ++row)
        EXPECT_NE(read.text.find("rad" + std::to_string(row)), std::string::npos) << row;
}

TEST(PrintedPdf, PapersAndLetters) {
    auto document = leaflet();
    for (const auto& [paper, width, height] :
         {std::tuple{Paper::a3, 841.89, 1190.55}, std::tuple{Paper::a4, 595.28, 841.89},
          std::tuple{Paper::a5, 419.53, 595.28}, std::tuple{Paper::a6, 297.64, 419.53}}) {
        document.paper = paper;
        document.size = Size::usual;
        const auto usual = digilots::testing::read_pdf(pdf(document));
        EXPECT_NEAR(usual.width, width, 0.1);
        EXPECT_NEAR(usual.height, height, 0.1);
        document.size = Size::large;
        const auto large = digilots::testing::read_pdf(pdf(document));
        EXPECT_EQ(large.tree, usual.tree);
        EXPECT_GE(large.pages, usual.pages);
        EXPECT_GE(measure_of(document).body, 18);
    }
}

TEST(PrintedPdf, FromTheRightWithWordsOfAnotherLanguage) {
    Document document{"نشرة", "ar", true};
    document.blocks = {{Heading{1, {"Kulturmagasinet", "sv"}}},
                       {Paragraph{{"ساعات العمل"}}},
                       {Table{"ساعات", {{"اليوم"}, {"الساعات"}}, {{{"الاثنين"}, {"08.00–17.00"}}}}},
                       {Paragraph{{"060-19 10 00"}, Emphasis::number}}};
    const auto read = digilots::testing::read_pdf(pdf(document));
    EXPECT_EQ(read.language, "ar");
    EXPECT_EQ(read.languages, std::vector<std::string>{"sv"});
    EXPECT_EQ(read.tree, "Document(H1 P Table(TR(TH TH) TR(TH TD)) P)");
    EXPECT_NE(read.text.find("060-19 10 00"), std::string::npos) << read.text;
    EXPECT_NE(read.text.find("08.00–17.00"), std::string::npos) << read.text;
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
}

TEST(PrintedPdf, WhatNoFontHasIsLeftOutOrAQuestionMarkAndNeverABox) {
    // A picture that no font has, a letter of a script without one, one kept for private use, half a sign.
    const auto read = digilots::testing::read_pdf(
        pdf(only({Paragraph{{"före\U0001F984efter \U00012000 \ue123 \xf0\x9f slut"}}})));
    EXPECT_NE(read.text.find("före"), std::string::npos);
    EXPECT_NE(read.text.find("slut"), std::string::npos);
    EXPECT_EQ(read.text.find("\U0001F984"), std::string::npos);
    EXPECT_TRUE(read.fonts_missing.empty());
}

TEST(PrintedPdf, NothingAtAllIsAPage) {
    const auto read = digilots::testing::read_pdf(pdf(Document{"Tomt", "sv"}));
    EXPECT_EQ(read.pages, 1);
    EXPECT_EQ(read.title, "Tomt");
    EXPECT_EQ(digilots::testing::read_pdf(pdf(only({Paragraph{{""}}}))).pages, 1);
}

TEST(PrintedPdf, TheSameDocumentGivesTheSameBytes) {
    EXPECT_EQ(pdf(leaflet()), pdf(leaflet()));
}

TEST(PrintedPdf, AWordWiderThanThePaperIsParted) {
    const std::string word(400, 'm');
    const auto read = digilots::testing::read_pdf(pdf(only({Heading{1, {word}}})));
    EXPECT_EQ(read.pages, 1);
    EXPECT_GE(count_of(read.text, "m"), 400U);
}

}  // namespace

}  // namespace digilots::print
