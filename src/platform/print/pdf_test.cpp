// A printed document as a screen reader finds it.
#include <gtest/gtest.h>
#include <pango/pango.h>

#include <algorithm>
#include <ctime>
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

TEST(PrintedPdf, AnArabicSentenceRunsFromTheRightWhateverItBeginsWith) {
    Fonts fonts;
    const auto direction = [&](const char* words) {
        const auto layout = fonts.layout(words, Type{12, false}, "ar");
        return pango_layout_line_get_resolved_direction(pango_layout_get_line_readonly(layout.get(), 0));
    };
    EXPECT_EQ(direction("Digital drop-in: الاثنين 13:00"), PANGO_DIRECTION_RTL);
    EXPECT_EQ(direction("الاثنين 13:00"), PANGO_DIRECTION_RTL);
    EXPECT_EQ(direction("08-465 004 20"), PANGO_DIRECTION_LTR);
    EXPECT_EQ(direction("Lotsby bibliotek"), PANGO_DIRECTION_LTR);
}

TEST(PrintedPdf, NoLineEndsBetweenTwoTimes) {
    for (int before = 1; before < 60; ++before) {
        const std::string first(static_cast<std::size_t>(before), 'x');
        Document narrow = only({Paragraph{{first + " 08.00–17.00 24–26 maj"}}});
        narrow.paper = Paper::a5;
        const auto read = digilots::testing::read_pdf(pdf(narrow));
        EXPECT_EQ(read.text.find("–\n"), std::string::npos) << before << read.text;
    }
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

/// Every line with its left and right edge, as far as it is drawn at all.
template <class Look>
void each_line(const Document& document, Look&& look) {
    Fonts fonts;
    const Measure measure = measure_of(document);
    const auto composed = compose(document, measure, fonts);
    for (const auto& piece : composed.pieces)
        for (const auto& part : piece.parts)
            if (const auto* line = std::get_if<Part::Line>(&part.is)) {
                const auto& drawn = line->text->lines()[line->line];
                look(part.x + drawn.x, part.x + drawn.x + drawn.width, measure.text_width());
            }
}

TEST(PrintedPdf, DotsAndWordsStandInsideOfTheMarginsInBothDirections) {
    for (const bool from_right : {false, true}) {
        Document document{"نشرة", from_right ? "ar" : "sv", from_right};
        document.blocks = {{List{{{{"الهوية الإلكترونية"}}, {{"skriva ut", "sv"}}}}},
                           {Table{"ساعات", {{"اليوم"}, {"الساعات"}, {""}}, {{{"الاثنين"}, {"08.00–17.00"}, {"–"}}}}}};
        double leftmost = 1000, rightmost = 0;
        each_line(document, [&](double left, double right, double width) {
            EXPECT_GE(left, -0.5) << from_right;
            EXPECT_LE(right, width + 0.5) << from_right;
            leftmost = std::min(leftmost, left);
            rightmost = std::max(rightmost, right);
        });
        EXPECT_NEAR(from_right ? rightmost : leftmost, from_right ? measure_of(document).text_width() : 0, 1)
            << "the dots stand at the edge";
    }
}

TEST(PrintedPdf, ColumnsAreSharedSoThatNoWordIsParted) {
    const std::vector<std::string> words{"Verksamhetsutvecklingssamordnare", "Medborgarservice", "060-19 10 00",
                                         "måndag–fredag", "Kulturmagasinet"};
    Table table{"Telefonlista", {{"Funktion"}, {"Telefon"}, {"Tider"}, {"Om ingen svarar"}}, {}};
    for (int row = 0; row < 5; ++row)
        table.rows.push_back({{words[0] + " och " + words[1]},
                              {words[2], "", true},
                              {"måndag–fredag 08.00–16.30, stängt alla helgdagar och dagar före helgdag"},
                              {words[4]}});
    for (const auto paper : {Paper::a4, Paper::a5}) {
        for (const auto size : {Size::usual, Size::large}) {
            auto document = only({table});
            document.paper = paper;
            document.size = size;
            const auto read = digilots::testing::read_pdf(pdf(document));
            for (const auto& word : words) EXPECT_NE(read.text.find(word), std::string::npos) << word << read.text;
            EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
            EXPECT_EQ(read.tree.find('-'), std::string::npos) << read.tree;
        }
    }
}

TEST(PrintedPdf, NoLastPageForALineOrTwo) {
    Document document{"Ett", "sv"};
    int longer = 0;
    for (int count = 1; count < 60; ++count) {
        document.blocks.push_back({Paragraph{{"Rad " + std::to_string(count)}}});
        Fonts fonts;
        const Measure measure = measure_of(document);
        const auto plain = break_pages(compose(document, measure, fonts).pieces, measure.text_height());
        if (!ends_nearly_empty(plain, measure.text_height())) continue;
        const auto even = break_evenly(compose(document, measure, fonts).pieces, measure.text_height());
        EXPECT_FALSE(ends_nearly_empty(even, measure.text_height())) << count;
        EXPECT_EQ(even.size(), plain.size());
        ++longer;
    }
    EXPECT_GT(longer, 3) << "some of them would have ended so";
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

/// As a programme of a year is: each row a day of its own, at few places and prices.
TEST(PrintedPdf, ALongTableIsWholeAndTakesItsTimeForWhatDiffersAlone) {
    constexpr int rows = 400;
    Document programme{"Aktiviteter", "sv"};
    Table table{"Aktiviteter", {{"När"}, {"Vad"}, {"Var"}, {"Pris"}}, {}};
    for (int row = 0; row < rows; ++row)
        table.rows.push_back({{"tisdag " + std::to_string(row) + " december 2026, 10.00–12.00"},
                              {"Digitalt kafé\nDu behöver inte anmäla dig: kom bara"},
                              {"Kulturmagasinet, Packhusgatan 4, Sundsvall"},
                              {"Gratis"}});
    programme.blocks = {{Heading{1, {"Aktiviteter"}}}, {std::move(table)}};
    const auto begun = std::clock();
    const auto file = pdf(programme);
    const double seconds = static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 4) << "of the processor";
    const auto read = digilots::testing::read_pdf(file);
    for (const char* said : {"tisdag 0 december", "tisdag 399 december"})
        EXPECT_NE(read.text.find(said), std::string::npos) << said;
    std::size_t found = 0;
    for (auto at = read.tree.find("TR("); at != std::string::npos; at = read.tree.find("TR(", at + 1)) ++found;
    EXPECT_EQ(found, rows + 1U) << "each row is one, also where a page ends";
}

}  // namespace

}  // namespace digilots::print
