#include <zlib.h>

#include <algorithm>
#include <array>

#include "platform/files/media.h"
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

/// Unpacks what comes in pieces, only to see how much it becomes.
class Measure {
public:
    explicit Measure(std::uint64_t most) : most_(most) { is_open_ = ::inflateInit(&stream_) == Z_OK; }
    ~Measure() {
        if (is_open_) ::inflateEnd(&stream_);
    }
    Measure(const Measure&) = delete;
    Measure& operator=(const Measure&) = delete;

    /// false: it becomes more than it may, or is none. What comes after its end is never shown.
    bool take(std::string_view packed) {
        if (!is_open_) return false;
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
        while (code_ != Z_STREAM_END) {
            stream_.next_out = piece_.data();
            stream_.avail_out = static_cast<uInt>(piece_.size());
            code_ = ::inflate(&stream_, Z_NO_FLUSH);
            size_ += piece_.size() - stream_.avail_out;
            if (size_ > most_) return false;
            if (code_ == Z_BUF_ERROR || (code_ == Z_OK && stream_.avail_in == 0 && stream_.avail_out > 0)) return true;
            if (code_ != Z_OK && code_ != Z_STREAM_END) return false;
        }
        return true;
    }

private:
    z_stream stream_{};
    std::array<Bytef, 32768> piece_;
    const std::uint64_t most_;
    std::uint64_t size_ = 0;
    int code_ = Z_OK;
    bool is_open_ = false;
};

/// A picture, or one of the seven that an interlaced one consists of.
std::uint64_t bytes_of(std::uint64_t width, std::uint64_t height, std::uint64_t bits) {
    return width == 0 ? 0 : height * ((width * bits + 7) / 8 + 1);
}

/// What the data of a picture unpacks to by its header (the 13 bytes of IHDR); nothing where no such picture is.
std::optional<std::uint64_t> unpacked_by_header(std::string_view header, const Picture& picture) {
    const auto at = [&](std::size_t place) { return static_cast<unsigned char>(header[place]); };
    const unsigned depth = at(8), colour = at(9), interlaced = at(12);
    constexpr std::array channels{1U, 0U, 3U, 1U, 2U, 0U, 4U};
    const bool has_depth = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    if (!has_depth || colour >= channels.size() || channels[colour] == 0 || interlaced > 1) return std::nullopt;
    const auto width = static_cast<std::uint64_t>(picture.width), height = static_cast<std::uint64_t>(picture.height);
    const std::uint64_t bits = std::uint64_t{depth} * channels[colour];
    if (interlaced == 0) return bytes_of(width, height, bits);
    struct Pass {
        std::uint64_t x, y, every_x, every_y;
    };
    constexpr std::array passes{Pass{0, 0, 8, 8}, Pass{4, 0, 8, 8}, Pass{0, 4, 4, 8}, Pass{2, 0, 4, 4},
                                Pass{0, 2, 2, 4}, Pass{1, 0, 2, 2}, Pass{0, 1, 1, 2}};
    const auto number = [](std::uint64_t all, std::uint64_t first, std::uint64_t every) {
        return all > first ? (all - first + every - 1) / every : 0;
    };
    std::uint64_t bytes = 0;
    for (const auto& pass : passes)
        bytes += bytes_of(number(width, pass.x, pass.every_x), number(height, pass.y, pass.every_y), bits);
    return bytes;
}

/// A name, a zero, how it is packed, and the profile.
bool is_modest_profile(std::string_view content) {
    constexpr std::uint64_t most = 4 * 1024 * 1024;
    const auto zero = content.find('\0');
    if (zero == std::string_view::npos || zero + 2 > content.size()) return false;
    return Measure(most).take(content.substr(zero + 2));
}

}  // namespace

std::optional<Picture> clean_png(std::string_view bytes) {
    if (!bytes.starts_with(png_signature)) return std::nullopt;
    Picture picture{.bytes = std::string(png_signature)};
    bool has_data = false;
    std::optional<Measure> data;
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
            const auto unpacked = unpacked_by_header(chunk.substr(8, length), picture);
            if (!unpacked) return std::nullopt;
            // Larger ones are refused for their size.
            if (std::uint64_t{width} * height <= std::uint64_t{most_pixels}) data.emplace(*unpacked);
        }
        const bool is_kept = std::ranges::find(kept_chunks, name) != kept_chunks.end();
        if (!is_kept && is_critical(name)) return std::nullopt;
        const auto content = chunk.substr(8, length);
        if (name == "IDAT" && data && !data->take(content)) return std::nullopt;
        if (name == "iCCP" && !is_modest_profile(content)) return std::nullopt;
        has_data = has_data || name == "IDAT";
        if (is_kept) picture.bytes += chunk;
        if (name == "IEND") return has_data ? std::optional(std::move(picture)) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace digilots::files
