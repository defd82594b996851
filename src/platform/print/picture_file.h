#pragma once
// What is known of a picture's file before it is drawn: whether paper can show it, and how large it stands there.
#include <cstdint>
#include <optional>
#include <string_view>

#include "platform/print/document.h"

namespace digilots::print {

/// Of a picture that has to be unpacked to be drawn (PNG): four bytes each. A photograph (JPEG) goes into the file as it is.
constexpr std::int64_t most_pixels_unpacked = 10'000'000;

/// With its bytes: a photograph as cameras make it, or a PNG that is not too large. No WebP: nothing here unpacks it.
bool can_be_printed(const PictureFile& file);

struct Extent {
    double width = 0, height = 0;
};
/// In points: within that room, its sides as they are to each other, never so large that its pixels are seen.
Extent printed_extent(const PictureFile& file, double most_width, double most_height);

/// What the head of a JPEG says.
struct JpegHead {
    int width = 0, height = 0;  // as it lies in the file
    int components = 0;         // 1 grey, 3 colours
    int orientation = 1;        // which way is up, as Exif counts
    bool is_usual = false;      // baseline or progressive, eight bits: what every reader of PDF shows
};
std::optional<JpegHead> head_of_jpeg(std::string_view bytes);

}  // namespace digilots::print
