// What of a picture is kept, and what is not.
#include "platform/files/picture.h"

#include <gtest/gtest.h>

#include "platform/files/files_for_tests.h"
#include "platform/print/pencil.h"
#include "platform/print/png.h"

namespace digilots::files {
namespace {

using namespace std::string_literals;

void expect_clean(const std::optional<Picture>& picture, int width, int height) {
    ASSERT_TRUE(picture.has_value());
    EXPECT_EQ(picture->width, width);
    EXPECT_EQ(picture->height, height);
    for (const char* hidden : {"GPS", "62.39", "Anna", "Photoshop", "comment"})
        EXPECT_EQ(picture->bytes.find(hidden), std::string::npos) << hidden;
}

TEST(CleanJpeg, LosesWhereAndByWhomItWasTakenAndKeepsThePictureAndItsColours) {
    const auto picture = clean_jpeg(jpeg(640, 480));
    expect_clean(picture, 640, 480);
    for (const char* kept : {"ICC_PROFILE", "JFIF", "data\xff\xd0more"})
        EXPECT_NE(picture->bytes.find(kept), std::string::npos) << kept;
    EXPECT_EQ(picture->bytes.find("Exif"), std::string::npos) << "it stands as it is";
    EXPECT_EQ(picture->bytes.find("abc"), std::string::npos) << "nor the little picture in it";
}

TEST(CleanJpeg, KeepsWhichWayIsUp) {
    for (int orientation = 2; orientation <= 8; ++orientation) {
        const auto picture = clean_jpeg(jpeg(640, 480, orientation));
        expect_clean(picture, orientation >= 5 ? 480 : 640, orientation >= 5 ? 640 : 480);
        const auto exif = picture->bytes.find("Exif\0\0"s);
        ASSERT_NE(exif, std::string::npos);
        EXPECT_EQ(orientation_of(std::string_view(picture->bytes).substr(exif + 6)), orientation);
    }
    EXPECT_EQ(orientation_of("II*\0\xff\xff\xff\xff\0\0"s), 1);
    EXPECT_EQ(orientation_of("MM\0*\0\0\0\x08\xff\xff"s), 1);
}

TEST(CleanPictures, AreCleanOnceForAll) {
    for (const auto& [clean, bytes] :
         {std::pair{&clean_jpeg, jpeg(10, 20, 6)}, {&clean_png, png(10, 20)}, {&clean_webp, webp(10, 20)}}) {
        const auto once = clean(bytes);
        ASSERT_TRUE(once);
        const auto twice = clean(once->bytes);
        ASSERT_TRUE(twice);
        EXPECT_EQ(twice->bytes, once->bytes);
        EXPECT_EQ(twice->width, once->width);
    }
}

TEST(CleanPictures, WhatHangsOnBehindIsGone) {
    for (const auto& [clean, bytes] :
         {std::pair{&clean_jpeg, jpeg(10, 20)}, {&clean_png, png(10, 20)}, {&clean_webp, webp(10, 20)}}) {
        const auto picture = clean(bytes + "PK\3\4 a program");
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->bytes.find("program"), std::string::npos);
    }
}

TEST(CleanPictures, WhatIsCutOffAnywhereIsNone) {
    for (const auto& [clean, bytes] :
         {std::pair{&clean_jpeg, jpeg(10, 20, 6)}, {&clean_png, png(10, 20)}, {&clean_webp, webp(10, 20)}}) {
        for (std::size_t size = 0; size < bytes.size(); ++size)
            EXPECT_FALSE(clean(bytes.substr(0, size))) << size;
    }
}

TEST(CleanPng, LosesTextsAndExifAndRefusesWhatWasChanged) {
    const auto picture = clean_png(png(300, 200));
    expect_clean(picture, 300, 200);
    EXPECT_EQ(picture->bytes.find("tEXt"), std::string::npos);
    EXPECT_EQ(picture->bytes.find("eXIf"), std::string::npos);
    auto changed = png(300, 200);
    changed[changed.find("IDAT") + 5] ^= 1;
    EXPECT_FALSE(clean_png(changed));
    EXPECT_FALSE(clean_png(png(0, 200)));
    EXPECT_FALSE(clean_png(png(300, 0x80000000)));
    EXPECT_FALSE(clean_png(png(300, 200, png_chunk("IHDR", std::string(13, '\1')))));
    EXPECT_FALSE(clean_png(png(300, 200, png_chunk("XXXX", "must be understood"))));
}

TEST(CleanPng, TakesWhatThisProgramDraws) {
    const auto drawn =
        print::png({[](print::Pencil& pencil) { pencil.disc(0, 0, 0.5, "#123456", {}); }, 1}, 64);
    const auto picture = clean_png(drawn);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 64);
}

TEST(CleanWebp, LosesExifAndSaysSoInItsHead) {
    const auto picture = clean_webp(webp(300, 200));
    expect_clean(picture, 300, 200);
    EXPECT_EQ(picture->bytes[20] & 0x0c, 0) << "no Exif, no XMP";
    EXPECT_NE(picture->bytes.find("ICCP"), std::string::npos);
    const auto lossless = riff(webp_chunk("VP8L", "\x2f" + little_bytes(299 | 199 << 14, 4) + "picture"));
    const auto other = clean_webp(lossless);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->width, 300);
    EXPECT_EQ(other->height, 200);
    EXPECT_FALSE(clean_webp(webp(300, 200, webp_chunk("ANIM", "moves "))));
    EXPECT_FALSE(clean_webp(riff(webp_chunk("ICCP", "profile"))));
}

}  // namespace
}  // namespace digilots::files
