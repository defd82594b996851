#include "platform/print/picture_file.h"

#include <algorithm>

#include "platform/files/picture.h"

namespace digilots::print {

namespace {

using namespace std::string_view_literals;

constexpr double points_of_pixel = 0.75;
constexpr int exif_segment = 0xe1, scan_segment = 0xda, last_marker = 0xd9;

bool begins_frame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

}  // namespace

std::optional<JpegHead> head_of_jpeg(std::string_view bytes) {
    constexpr std::size_t before_content = 4, frame_head = 6;
    JpegHead head;
    for (std::size_t at = 2; at + before_content <= bytes.size();) {
        if (bytes[at] != '\xff') return std::nullopt;
        const int marker = static_cast<unsigned char>(bytes[at + 1]);
        const std::size_t length = files::big_number(bytes, at + 2, 2);
        if (marker == scan_segment || marker == last_marker || length < 2 || at + 2 + length > bytes.size())
            return std::nullopt;
        const auto content = bytes.substr(at + before_content, length - 2);
        if (marker == exif_segment && content.starts_with("Exif\0\0"sv))
            head.orientation = files::orientation_of(content.substr(6));
        if (begins_frame(marker)) {
            if (content.size() < frame_head) return std::nullopt;
            head.is_usual = marker <= 0xc2 && content[0] == 8;
            head.height = static_cast<int>(files::big_number(content, 1, 2));
            head.width = static_cast<int>(files::big_number(content, 3, 2));
            head.components = static_cast<unsigned char>(content[5]);
            return head;
        }
        at += 2 + length;
    }
    return std::nullopt;
}

bool can_be_printed(const PictureFile& file) {
    if (!file.bytes || file.width <= 0 || file.height <= 0) return false;
    if (file.media_type == "image/png")
        return std::int64_t{file.width} * file.height <= most_pixels_unpacked;
    if (file.media_type != "image/jpeg") return false;
    const auto head = head_of_jpeg(*file.bytes);
    return head && head->is_usual && (head->components == 1 || head->components == 3) && head->width > 0 &&
           head->height > 0;
}

Extent printed_extent(const PictureFile& file, double most_width, double most_height) {
    if (file.width <= 0 || file.height <= 0) return {};
    const double width = file.width * points_of_pixel, height = file.height * points_of_pixel;
    const double share = std::min({1.0, most_width / width, most_height / height});
    return {width * share, height * share};
}

}  // namespace digilots::print
