// Photographs and other pictures on paper: read aloud in words, within their column, and never too much for the server.
#include "platform/print/picture_file.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "platform/files/files_for_tests.h"
#include "platform/print/pdf.h"
#include "platform/print/pencil.h"
#include "platform/print/png.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::print {
namespace {

PictureFile picture_file(const char* type, std::string bytes, int width, int height) {
    return {.media_type = type,
            .width = width,
            .height = height,
            .bytes = std::make_shared<const std::string>(std::move(bytes))};
}

PictureFile photo(int width, int height, int orientation = 1) {
    return picture_file("image/jpeg", files::jpeg(width, height, orientation), width, height);
}

PictureFile drawn_map(int pixels) {
    const Drawing circle{[](Pencil& pencil) { pencil.disc(0, 0, 1, "#005b99", {}); }, 1.2};
    return picture_file("image/png", png(circle, pixels), pixels, pixels);
}

TEST(PrintedPictureFiles, AreFiguresWithTheirWords) {
    Document document{"Underlag", "sv"};
    document.blocks = {{Heading{1, {"Underlag"}}},
                       {Picture{"En skylt ovanför en dörr", photo(4000, 3000)}},
                       {Paragraph{{"Skylten sitter för högt"}, Emphasis::small}},
                       {Picture{"En karta", drawn_map(2000)}}};
    const auto file = pdf(document);
    const auto read = digilots::testing::read_pdf(file);
    EXPECT_EQ(read.tree, "Document(H1 Figure P Figure)");
    EXPECT_EQ(read.alternatives, (std::vector<std::string>{"En skylt ovanför en dörr", "En karta"}));
    EXPECT_EQ(read.neither_read_nor_only_drawn, 0);
    EXPECT_NE(file.find("/DCTDecode"), std::string::npos) << "a photograph goes in as it was taken";
    EXPECT_EQ(file, pdf(document)) << "the same each time";
}

TEST(PrintedPictureFiles, AreAsWideAsTheirColumnAtMost) {
    const auto wide = printed_extent(photo(4000, 3000), 480, 500);
    EXPECT_NEAR(wide.width, 480, 0.01);
    EXPECT_NEAR(wide.height, 360, 0.01);
    const auto high = printed_extent(photo(1000, 5000), 480, 500);
    EXPECT_NEAR(high.width, 100, 0.01);
    EXPECT_NEAR(high.height, 500, 0.01);
    EXPECT_NEAR(printed_extent(photo(100, 50), 480, 500).width, 75, 0.01) << "no pixels as large as stamps";
    EXPECT_EQ(printed_extent({}, 480, 500).width, 0);
}

TEST(PrintedPictureFiles, WhatWouldTakeTooMuchOrShowNothingIsNotPrinted) {
    EXPECT_TRUE(can_be_printed(photo(8000, 7000))) << "it is not unpacked";
    EXPECT_TRUE(can_be_printed(drawn_map(64)));
    EXPECT_FALSE(can_be_printed(picture_file("image/png", files::png(4000, 4000), 4000, 4000)));
    EXPECT_FALSE(can_be_printed(picture_file("image/webp", files::webp(64, 48), 64, 48)));
    EXPECT_FALSE(can_be_printed(picture_file("image/jpeg", "\xff\xd8\xff", 64, 48)));
    EXPECT_FALSE(can_be_printed({.media_type = "image/jpeg", .width = 64, .height = 48})) << "nothing of it is there";
    auto inks = files::jpeg(64, 48);
    inks[inks.find("\xff\xc0") + 9] = '\4';
    EXPECT_FALSE(can_be_printed(picture_file("image/jpeg", inks, 64, 48))) << "four inks of a print shop";
    const auto empty = pdf({.title = "Tomt", .language = "sv", .blocks = {{Picture{"En bild", photo(0, 0)}}}});
    EXPECT_EQ(digilots::testing::read_pdf(empty).pages, 1);
}

TEST(PrintedPictureFiles, StandUprightHoweverTheyLieInTheFile) {
    const auto head = head_of_jpeg(*photo(64, 48, 6).bytes);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->orientation, 6);
    EXPECT_EQ(head->width, 64);
    EXPECT_EQ(head->height, 48);
    for (int orientation = 1; orientation <= 8; ++orientation) {
        Document document{"Underlag", "sv"};
        document.blocks = {{Picture{"En skylt", photo(64, 48, orientation)}}};
        const auto read = digilots::testing::read_pdf(pdf(document));
        EXPECT_EQ(read.tree, "Document(Figure)") << orientation;
    }
}

}  // namespace
}  // namespace digilots::print
