#include <algorithm>
#include <array>

#include "platform/files/picture.h"

namespace digilots::files {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t riff_head = 12, chunk_head = 8;
constexpr unsigned has_exif = 0x08, has_xmp = 0x04, moves = 0x02;
constexpr std::array kept_parts{"VP8X"sv, "VP8 "sv, "VP8L"sv, "ALPH"sv, "ICCP"sv};

struct Extent {
    int width = 0, height = 0;
};

/// Of a picture as the part that holds it says; nothing where that is none.
Extent extent_of(std::string_view name, std::string_view content) {
    if (name == "VP8 " && content.size() >= 10 && content.substr(3, 3) == "\x9d\x01\x2a"sv)
        return {static_cast<int>(little_number(content, 6, 2) & 0x3fff),
                static_cast<int>(little_number(content, 8, 2) & 0x3fff)};
    if (name == "VP8L" && content.size() >= 5 && content[0] == '\x2f') {
        const auto bits = little_number(content, 1, 4);
        return {static_cast<int>(bits & 0x3fff) + 1, static_cast<int>(bits >> 14 & 0x3fff) + 1};
    }
    if (name == "VP8X" && content.size() == 10)
        return {static_cast<int>(little_number(content, 4, 3)) + 1,
                static_cast<int>(little_number(content, 7, 3)) + 1};
    return {};
}

std::string four_bytes(std::size_t number) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xff);
    return bytes;
}

}  // namespace

std::optional<Picture> clean_webp(std::string_view bytes) {
    if (bytes.size() < riff_head || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WEBP")
        return std::nullopt;
    const std::size_t size = little_number(bytes, 4, 4);
    if (size < 4 || size > bytes.size() - 8) return std::nullopt;
    bytes = bytes.substr(0, size + 8);  // what hangs on behind is none of it
    Picture picture;
    std::string parts;
    bool has_data = false;
    for (std::size_t at = riff_head; at + chunk_head <= bytes.size();) {
        const std::size_t length = little_number(bytes, at + 4, 4);
        if (length > bytes.size() - at - chunk_head) return std::nullopt;
        const auto name = bytes.substr(at, 4);
        std::string content(bytes.substr(at + chunk_head, length));
        at += chunk_head + length + length % 2;
        if (name == "ANIM" || name == "ANMF") return std::nullopt;
        if (std::ranges::find(kept_parts, name) == kept_parts.end()) continue;
        const auto extent = extent_of(name, content);
        const bool is_data = name == "VP8 " || name == "VP8L";
        if ((is_data || name == "VP8X") && extent.width == 0) return std::nullopt;
        if (is_data && has_data) return std::nullopt;
        if (picture.width == 0) picture.width = extent.width, picture.height = extent.height;
        has_data = has_data || is_data;
        if (name == "VP8X")
            content[0] =
                static_cast<char>(static_cast<unsigned char>(content[0]) & ~(has_exif | has_xmp | moves));
        parts.append(name).append(four_bytes(length)).append(content).append(length % 2, '\0');
    }
    if (!has_data || picture.height == 0) return std::nullopt;
    picture.bytes = "RIFF" + four_bytes(parts.size() + 4) + "WEBP" + parts;
    return picture;
}

}  // namespace digilots::files
