#pragma once
// Pictures and documents, small and whole, with what nobody meant to send in them.
#include <string>
#include <string_view>

#include "platform/files/files.h"
#include "platform/testing/spreadsheet.h"

namespace digilots::files {

inline std::string big_bytes(std::size_t number, int size) {
    std::string bytes;
    for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
    return bytes;
}
inline std::string little_bytes(std::size_t number, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
    return bytes;
}

inline std::string jpeg_segment(int marker, std::string_view content) {
    return "\xff" + big_bytes(static_cast<std::size_t>(marker), 1) + big_bytes(content.size() + 2, 2) +
           std::string(content);
}
/// As a camera writes it: little endian, which way is up, a place ("GPS 62.39N 17.31E").
inline std::string camera_exif(int orientation) {
    using namespace std::string_literals;
    std::string exif = "Exif\0\0II*\0"s + little_bytes(8, 4) + little_bytes(2, 2);
    exif += little_bytes(0x0112, 2) + little_bytes(3, 2) + little_bytes(1, 4) +
            little_bytes(static_cast<std::size_t>(orientation), 4);
    exif += little_bytes(0x8825, 2) + little_bytes(4, 2) + little_bytes(1, 4) + little_bytes(38, 4);
    return exif + little_bytes(0, 4) + "GPS 62.39N 17.31E, Annas telefon";
}
/// A JPEG of that size: no picture that anybody could see, but whole in its form.
inline std::string jpeg(int width, int height, int orientation = 1, std::string_view between = "") {
    using namespace std::string_literals;
    const auto size =
        big_bytes(static_cast<std::size_t>(height), 2) + big_bytes(static_cast<std::size_t>(width), 2);
    return "\xff\xd8" + jpeg_segment(0xe0, "JFIF\0\1\1\0\0\1\0\1\1\1abc"s) +
           jpeg_segment(0xe1, camera_exif(orientation)) +
           jpeg_segment(0xe1, "http://ns.adobe.com/xap/1.0/ Annas namn") +
           jpeg_segment(0xe2, "ICC_PROFILE\0\1\1profile"s) + jpeg_segment(0xed, "Photoshop 3.0 Anna") +
           jpeg_segment(0xfe, "a comment by Anna") + std::string(between) +
           jpeg_segment(0xdb, std::string(65, '\1')) + jpeg_segment(0xc0, "\x08" + size + "\1\1\x11\0"s) +
           jpeg_segment(0xc4, std::string(20, '\2')) + jpeg_segment(0xda, "\1\1\0\0\x3f\0"s) +
           "data\xff\0data\xff\xd0more"s + "\xff\xd9";
}

/// A chunk of a PNG, its checksum worked out bit by bit.
inline std::string png_chunk(const std::string& name, const std::string& content) {
    std::uint32_t sum = 0xffffffff;
    for (const char c : name + content) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xedb88320 : sum >> 1;
    }
    return big_bytes(content.size(), 4) + name + content + big_bytes(sum ^ 0xffffffff, 4);
}
inline std::string png(std::size_t width, std::size_t height, const std::string& between = "") {
    using namespace std::string_literals;
    return "\x89PNG\r\n\x1a\n"s +
           png_chunk("IHDR", big_bytes(width, 4) + big_bytes(height, 4) + "\x08\2\0\0\0"s) +
           png_chunk("tEXt", "Author\0Anna"s) + png_chunk("eXIf", camera_exif(1).substr(6)) + between +
           png_chunk("IDAT", "\x78\x9c\3\0\0\0\0\1"s) + png_chunk("IEND", "");
}

inline std::string webp_chunk(const std::string& name, const std::string& content) {
    return name + little_bytes(content.size(), 4) + content + std::string(content.size() % 2, '\0');
}
inline std::string riff(const std::string& chunks) {
    return "RIFF" + little_bytes(chunks.size() + 4, 4) + "WEBP" + chunks;
}
inline std::string webp(std::size_t width, std::size_t height, const std::string& between = "") {
    using namespace std::string_literals;
    const auto frame = "\x10\0\0\x9d\x01\x2a"s + little_bytes(width, 2) + little_bytes(height, 2) + "picture";
    return riff(webp_chunk("VP8X", "\x0c\0\0\0"s + little_bytes(width - 1, 3) + little_bytes(height - 1, 3)) +
                webp_chunk("ICCP", "profile") + between + webp_chunk("VP8 ", frame) +
                webp_chunk("EXIF", camera_exif(1)) + webp_chunk("XMP ", "Annas namn"));
}

inline std::string pdf(std::string_view content = "") {
    return "%PDF-1.7\n" + std::string(content) +
           "1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}
inline std::string docx(const std::vector<std::pair<std::string, std::string>>& more = {}) {
    std::vector<std::pair<std::string, std::string>> parts{{"[Content_Types].xml", "<Types/>"},
                                                           {"_rels/.rels", "<Relationships/>"},
                                                           {"word/document.xml", "<w:document/>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return testing::zip_of(parts);
}

}  // namespace digilots::files
