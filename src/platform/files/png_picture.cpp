#include <zlib.h>

#include <algorithm>
#include <array>

#include "platform/files/picture.h"

namespace digilots::files {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view png_signature = "\x89PNG\r\n\x1a\n"sv;
constexpr std::size_t around_content = 12;  // length, name, checksum
/// What the picture looks like. Texts, Exif, times and further pictures are none of it.
constexpr std::array kept_chunks{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "gAMA"sv,
                                 "cHRM"sv, "sRGB"sv, "iCCP"sv, "sBIT"sv, "pHYs"sv, "bKGD"sv};

bool is_critical(std::string_view name) {
    return name[0] >= 'A' && name[0] <= 'Z';
}

bool is_whole(std::string_view name_and_content, std::uint32_t expected) {
    return ::crc32(0, reinterpret_cast<const Bytef*>(name_and_content.data()),
                   static_cast<uInt>(name_and_content.size())) == expected;
}

}  // namespace

std::optional<Picture> clean_png(std::string_view bytes) {
    if (!bytes.starts_with(png_signature)) return std::nullopt;
    Picture picture{.bytes = std::string(png_signature)};
    bool has_data = false;
    for (std::size_t at = png_signature.size(); at + around_content <= bytes.size();) {
        const std::size_t length = big_number(bytes, at, 4);
        if (length > bytes.size() - at - around_content) return std::nullopt;
        const auto chunk = bytes.substr(at, length + around_content), name = chunk.substr(4, 4);
        if (!is_whole(chunk.substr(4, length + 4), big_number(chunk, length + 8, 4))) return std::nullopt;
        at += chunk.size();
        const bool is_header = name == "IHDR";
        if (is_header != (picture.width == 0) || (is_header && length != 13)) return std::nullopt;
        if (is_header) {
            const auto width = big_number(chunk, 8, 4), height = big_number(chunk, 12, 4);
            if (width == 0 || height == 0 || width > 0x7fffffff || height > 0x7fffffff) return std::nullopt;
            picture.width = static_cast<int>(width);
            picture.height = static_cast<int>(height);
        }
        const bool is_kept = std::ranges::find(kept_chunks, name) != kept_chunks.end();
        if (!is_kept && is_critical(name)) return std::nullopt;
        has_data = has_data || name == "IDAT";
        if (is_kept) picture.bytes += chunk;
        if (name == "IEND") return has_data ? std::optional(std::move(picture)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace digilots::files
