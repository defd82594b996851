#include "platform/print/picture_drawn.h"

#include <cairo.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <string>

#include "platform/print/picture_file.h"

namespace digilots::print {

namespace {

using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
using KeptBytes = std::shared_ptr<const std::string>;

constexpr int most_pixels_a_side = 1600;  // over the width of a page: 230 an inch

Surface owned(cairo_surface_t* surface) {
    return {surface, cairo_surface_destroy};
}

void release_bytes(void* kept) {
    delete static_cast<KeptBytes*>(kept);
}

/// Only its bytes, to be put into a PDF as they are: a surface with pixels would take four bytes for each.
Surface photograph(const PictureFile& file, const JpegHead& head) {
    const cairo_rectangle_t extent{0, 0, static_cast<double>(head.width), static_cast<double>(head.height)};
    auto surface = owned(cairo_recording_surface_create(CAIRO_CONTENT_COLOR, &extent));
    auto* kept = new KeptBytes(file.bytes);
    const auto* bytes = reinterpret_cast<const unsigned char*>(file.bytes->data());
    const auto status = cairo_surface_set_mime_data(surface.get(), CAIRO_MIME_TYPE_JPEG, bytes,
                                                    static_cast<unsigned long>(file.bytes->size()), release_bytes, kept);
    if (status != CAIRO_STATUS_SUCCESS) release_bytes(kept);
    return surface;
}

struct ReadSoFar {
    const std::string& bytes;
    std::size_t at = 0;
};

cairo_status_t read_some(void* from, unsigned char* into, unsigned int size) {
    auto& read = *static_cast<ReadSoFar*>(from);
    if (size > read.bytes.size() - read.at) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(into, read.bytes.data() + read.at, size);
    read.at += size;
    return CAIRO_STATUS_SUCCESS;
}

Surface made_smaller(Surface whole) {
    const int width = cairo_image_surface_get_width(whole.get()), height = cairo_image_surface_get_height(whole.get());
    const double share = static_cast<double>(most_pixels_a_side) / std::max({width, height, 1});
    if (share >= 1) return whole;
    const auto side = [&](int pixels) { return std::max(1, static_cast<int>(std::lround(pixels * share))); };
    auto smaller = owned(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side(width), side(height)));
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> brush(cairo_create(smaller.get()), cairo_destroy);
    cairo_scale(brush.get(), static_cast<double>(side(width)) / width, static_cast<double>(side(height)) / height);
    cairo_set_source_surface(brush.get(), whole.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(brush.get()), CAIRO_FILTER_GOOD);
    cairo_paint(brush.get());
    return smaller;
}

/// From how it lies in the file, `width` by `height`, to how it is shown.
cairo_matrix_t turned(int orientation, double width, double height) {
    switch (orientation) {
        case 2:
            return {-1, 0, 0, 1, width, 0};
        case 3:
            return {-1, 0, 0, -1, width, height};
        case 4:
            return {1, 0, 0, -1, 0, height};
        case 5:
            return {0, 1, 1, 0, 0, 0};
        case 6:
            return {0, 1, -1, 0, height, 0};
        case 7:
            return {0, -1, -1, 0, height, width};
        case 8:
            return {0, -1, 1, 0, 0, width};
        default:
            return {1, 0, 0, 1, 0, 0};
    }
}

}  // namespace

void draw_file(_cairo* paper, const PictureFile& file, const Room& room) {
    if (!can_be_printed(file)) return;
    const auto head = file.media_type == "image/jpeg" ? head_of_jpeg(*file.bytes) : std::nullopt;
    ReadSoFar read{*file.bytes};
    const auto surface = head ? photograph(file, *head)
                              : made_smaller(owned(cairo_image_surface_create_from_png_stream(read_some, &read)));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
    const double width = head ? head->width : cairo_image_surface_get_width(surface.get());
    const double height = head ? head->height : cairo_image_surface_get_height(surface.get());
    const int orientation = head ? head->orientation : 1;
    const bool lies = orientation >= 5;
    cairo_save(paper);
    cairo_translate(paper, room.x, room.y);
    cairo_scale(paper, room.width / (lies ? height : width), room.height / (lies ? width : height));
    const auto matrix = turned(orientation, width, height);
    cairo_transform(paper, &matrix);
    cairo_set_source_surface(paper, surface.get(), 0, 0);
    // Not cairo_paint: over a whole page it forgets the marks of what was drawn before.
    cairo_rectangle(paper, 0, 0, width, height);
    cairo_fill(paper);
    cairo_restore(paper);
}

}  // namespace digilots::print
