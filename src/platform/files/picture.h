#pragma once
// Pictures taken apart and put together again without what is not the picture: where and by whom it was
// taken, comments, what hangs on behind. The picture itself is not drawn anew. nullopt: cut off, damaged, or
// no such picture.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace digilots::files {

struct Picture {
    std::string bytes = "";
    int width = 0, height = 0;  // as it is shown, turned where it says so
};

/// Keeps the colours' profile, and which way is up.
std::optional<Picture> clean_jpeg(std::string_view bytes);
/// A moving one stays as its first picture.
std::optional<Picture> clean_png(std::string_view bytes);
/// A moving one is none.
std::optional<Picture> clean_webp(std::string_view bytes);

// ---- For them ----

/// `size` bytes from `at` on, which are there, the first the most significant.
inline std::uint32_t big_number(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int i = 0; i < size; ++i)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}
inline std::uint32_t little_number(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t number = 0;
    for (int i = size; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return number;
}
/// Which way is up, as Exif counts: 1 as it is, 2 to 8 turned or mirrored; 1 where `exif` (from "II" or "MM"
/// on) says nothing.
int orientation_of(std::string_view exif);

}  // namespace digilots::files
