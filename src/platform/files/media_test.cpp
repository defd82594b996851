// What is taken as what, and what is refused with which words.
#include "platform/files/media.h"

#include <gtest/gtest.h>

#include <zlib.h>

#include <fstream>

#include "platform/files/files_for_tests.h"
#include "platform/print/pdf.h"

namespace digilots::files {
namespace {

using namespace std::string_literals;

std::string refusal_of(std::string_view name, std::string_view bytes) {
    const auto media = read_media(name, bytes);
    return media ? "taken as " + std::string(media->type->name) : media.error().words(i18n::translator("en"));
}

std::string first_bytes_of(const char* file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(4096, '\0');
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

TEST(ReadMedia, TakesWhatItIsByItsContent) {
    const auto odt =
        testing::zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}});
    const auto xlsx = testing::xlsx_of({.rows = "<row/>"});
    for (const auto& [name, bytes, type] :
         {std::tuple{"bild.JPG", jpeg(640, 480), "image/jpeg"},
          {"bild.jpeg", jpeg(640, 480), "image/jpeg"},
          {"bild.png", png(64, 64), "image/png"},
          {"bild.webp", webp(64, 64), "image/webp"},
          {"image", jpeg(1, 1), "image/jpeg"},
          {"blankett.pdf", pdf(), "application/pdf"},
          {"brev.odt", odt, "application/vnd.oasis.opendocument.text"},
          {"brev.docx", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
          {"lista.xlsx", xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
          {"läs mig.txt", "Så här gör du.\r\n"s, "text/plain"}}) {
        const auto media = read_media(name, bytes);
        ASSERT_TRUE(media) << name << ": " << media.error().words(i18n::translator("en"));
        EXPECT_EQ(media->type->name, type) << name;
        EXPECT_EQ(media->width > 0, media->type->is_picture) << name;
    }
    EXPECT_EQ(read_media("printed.pdf",
                         print::pdf({.title = "A", .language = "en", .blocks = {{print::Paragraph{{"A"}}}}}))
                  ->type->name,
              "application/pdf");
    EXPECT_EQ(read_media("gammal.txt", "sm\xf6rg\xe5s")->bytes, "smörgås")
        << "as an old Windows program saves it";
}

TEST(ReadMedia, RefusesWhatIsNotWhatItSays) {
    const auto program = first_bytes_of("/proc/self/exe");
    ASSERT_TRUE(
        program.starts_with("\x7f"
                            "ELF"));
    const std::string svg =
        "<?xml version=\"1.0\"?>\n<svg "
        "xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>\n";
    const std::string windows = "MZ" + std::string(58, '\0') + little_bytes(64, 4) + "PE\0\0"s +
                                little_bytes(0x14c, 2) + std::string(300, '\0');
    for (const auto& [name, bytes, words] :
         {std::tuple{"semester.jpg", program, "This is a program, and is not taken."},
          {"faktura.pdf", windows, "This is a program"},
          {"logga.svg", svg, "Save it as PNG"},
          {"logga.png", svg, "Save it as PNG"},
          {"logga.txt", svg, "Save it as PNG"},
          {"sida.txt", "<!DOCTYPE html><html><body>hej</body></html>"s, "This is a web page"},
          {"skript.txt", "#!/bin/sh\nrm -rf /\n"s, "This is a program"},
          {"bild.png", jpeg(10, 10), "The name ends in “png”, but the file is a JPEG picture."},
          {"bild.jpg", pdf(), "The name ends in “jpg”, but the file is a PDF document."},
          {"bild.jpg", "\xff\xd8\xff\xe0 is how it begins"s, "The file is damaged or cut off."},
          {"blankett.pdf", "%PDF-1.7\nloaded halfway"s, "The file is damaged or cut off."},
          {"telefon.heic", big_bytes(24, 4) + "ftypheic\0\0\0\0mif1heic"s, "Save it as JPEG or PNG"},
          {"film.mp4", big_bytes(24, 4) + "ftypisom\0\0\2\0isomiso2"s, "This is a film"},
          {"gammal.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(600, '\0'), "of an older kind"},
          {"allt.zip", testing::zip_of({{"a.txt", "a"}}), "This is a packed folder"},
          {"makro.docx", docx({{"word/vbaProject.bin", "Sub A"}}), "holds a program (macros)"},
          {"tom.pdf", ""s, "The file is empty."}}) {
        EXPECT_NE(refusal_of(name, bytes).find(words), std::string::npos)
            << name << ": " << refusal_of(name, bytes);
    }
}

TEST(ReadMedia, RefusesWhatIsTooLargeOrBecomesSo) {
    EXPECT_NE(refusal_of("stor.txt", std::string(most_bytes + 1, 'a')).find("larger than 10 MB"),
              std::string::npos);
    EXPECT_NE(refusal_of("stor.txt", std::string(most_text_bytes + 1, 'a')).find("larger than 1 MB"),
              std::string::npos);
    EXPECT_NE(refusal_of("bred.png", png(10'000, 10'000)).find("more than 60 million pixels"),
              std::string::npos);
    EXPECT_NE(refusal_of("lang.png", png(20'001, 1)).find("more than 60 million pixels"), std::string::npos);
    EXPECT_TRUE(read_media("lagom.png", png(7'000, 8'000)));

    // What its directory says is looked at before anything is unpacked, and then held against what comes.
    constexpr std::size_t size = 1'000'000;
    const auto saying = [&](std::size_t said) {
        auto bomb = docx({{"word/media/bild.bin", std::string(size, '\0')}});
        const auto truth = little_bytes(size, 4);
        for (auto at = bomb.find(truth); at != std::string::npos; at = bomb.find(truth, at + 1))
            bomb.replace(at, 4, little_bytes(said, 4));
        return bomb;
    };
    EXPECT_TRUE(read_media("brev.docx", saying(size)));
    EXPECT_NE(refusal_of("bomb.docx", saying(most_unpacked + 1)).find("unpacks to more than 100 MB"),
              std::string::npos);
    EXPECT_NE(refusal_of("bomb.docx", saying(10)).find("damaged"), std::string::npos);
    EXPECT_NE(refusal_of("bomb.docx", saying(size + 1)).find("damaged"), std::string::npos);
}

TEST(ReadMedia, RefusesPicturesThatUnpackToMoreThanTheirSize) {
    const auto zipped = [](std::size_t size) {
        const std::string zeros(size, '\0');
        auto room = ::compressBound(size);
        std::string bytes(room, '\0');
        ::compress(reinterpret_cast<Bytef*>(bytes.data()), &room, reinterpret_cast<const Bytef*>(zeros.data()), size);
        bytes.resize(room);
        return bytes;
    };
    const auto picture = [](const std::string& form, const std::string& data, const std::string& more = "") {
        std::string parts;
        for (std::size_t at = 0; at < data.size(); at += 1000) parts += png_chunk("IDAT", data.substr(at, 1000));
        return "\x89PNG\r\n\x1a\n"s + png_chunk("IHDR", big_bytes(100, 4) + big_bytes(100, 4) + form) +
               more + parts + png_chunk("IEND", "");
    };
    const auto plain = "\x08\2\0\0\0"s, deep = "\x10\6\0\0\0"s, black = "\1\0\0\0\0"s, interlaced = "\x08\2\0\0\1"s;
    // Seven passes of 13x13, 12x13, 25x12, 25x25, 50x25, 50x50 and 100x50 pixels of three bytes, each row with one before it.
    constexpr std::size_t in_passes = 13 * 40 + 13 * 37 + 12 * 76 + 25 * 76 + 25 * 151 + 50 * 151 + 50 * 301;
    for (const auto& [form, size] : {std::pair{plain, std::size_t{100 * 301}}, {deep, 100 * 801},
                                    {black, 100 * 14},
                                    {interlaced, in_passes}}) {
        EXPECT_TRUE(read_media("bild.png", picture(form, zipped(size)))) << size;
        EXPECT_NE(refusal_of("bild.png", picture(form, zipped(size + 1))).find("damaged"), std::string::npos) << size;
    }
    EXPECT_NE(refusal_of("bomb.png", picture(plain, zipped(20'000'000))).find("damaged"), std::string::npos);
    EXPECT_NE(refusal_of("bild.png", picture(plain, "no zlib at all"s)).find("damaged"), std::string::npos);
    EXPECT_NE(refusal_of("bild.png", picture("\x07\2\0\0\0"s, zipped(1))).find("damaged"), std::string::npos);
    const auto profile = [&](std::size_t size) { return png_chunk("iCCP", "Display\0\0"s + zipped(size)); };
    EXPECT_TRUE(read_media("bild.png", picture(plain, zipped(100), profile(4000))));
    EXPECT_NE(refusal_of("bild.png", picture(plain, zipped(100), profile(8'000'000))).find("damaged"), std::string::npos);
}

TEST(ReadMedia, RefusesDocumentsWithPartsThatClimb) {
    for (const auto* name : {"../../etc/passwd", "word/../../a.xml", "/etc/passwd", "word\\media\\a.png", "..",
                             "C:/a.exe", "word/.."})
        EXPECT_NE(refusal_of("brev.docx", docx({{name, "a"}})).find("damaged"), std::string::npos) << name;
    EXPECT_NE(refusal_of("brev.docx", docx({{"word/a\0.xml"s, "a"}})).find("damaged"), std::string::npos);
    const auto odt = testing::zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}, {"../a", "a"}});
    EXPECT_NE(refusal_of("brev.odt", odt).find("damaged"), std::string::npos);
    EXPECT_TRUE(read_media("brev.docx", docx({{"word/media/a..b.png", "a"}, {"word/...", "a"}})));
}

}  // namespace
}  // namespace digilots::files
