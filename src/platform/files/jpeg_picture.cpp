#include <utility>

#include "platform/files/picture.h"

namespace digilots::files {

namespace {

using namespace std::string_view_literals;

constexpr int start = 0xd8, end = 0xd9, start_of_scan = 0xda, app0 = 0xe0, app1 = 0xe1, app2 = 0xe2,
              app14 = 0xee;

bool is_restart(int marker) {
    return marker >= 0xd0 && marker <= 0xd7;
}
bool is_frame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

std::string segment(int marker, std::string_view content) {
    const auto length = content.size() + 2;
    std::string text = "\xff";
    text += static_cast<char>(marker);
    text += static_cast<char>(length >> 8);
    text += static_cast<char>(length & 0xff);
    return text.append(content);
}

/// JFIF without the little picture that may stand in it: its version and how many points an inch has.
std::string plain_jfif(std::string_view content) {
    return std::string(content.substr(0, 12)) + std::string(2, '\0');
}

/// Exif that says which way is up, and nothing else.
std::string only_orientation(int orientation) {
    std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
    exif += static_cast<char>(orientation);
    return exif.append(6, '\0');
}

class Jpeg {
public:
    explicit Jpeg(std::string_view bytes) : bytes_(bytes) {}

    std::optional<Picture> clean() {
        if (bytes_.size() < 4 || !bytes_.starts_with("\xff\xd8")) return std::nullopt;
        at_ = 2;
        for (;;) {
            const int marker = take_marker();
            if (marker == end) break;
            if (marker < 0xc0 || is_restart(marker) || marker == start || !take_segment(marker))
                return std::nullopt;
        }
        if (picture_.width <= 0 || picture_.height <= 0 || !has_scan_) return std::nullopt;
        if (orientation_ >= 5) std::swap(picture_.width, picture_.height);
        picture_.bytes = "\xff\xd8" + jfif_;
        if (orientation_ > 1) picture_.bytes += segment(app1, only_orientation(orientation_));
        picture_.bytes += rest_ + "\xff\xd9";
        return std::move(picture_);
    }

private:
    /// -1 where none comes.
    int take_marker() {
        if (at_ + 2 > bytes_.size() || bytes_[at_] != '\xff') return -1;
        while (at_ < bytes_.size() && bytes_[at_] == '\xff') ++at_;
        return at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : -1;
    }

    bool take_segment(int marker) {
        if (at_ + 2 > bytes_.size()) return false;
        const std::size_t length = big_number(bytes_, at_, 2);
        if (length < 2 || at_ + length > bytes_.size()) return false;
        const auto content = bytes_.substr(at_ + 2, length - 2);
        at_ += length;
        if (marker >= app0 && marker <= 0xef) {
            take_application(marker, content);
            return true;
        }
        if (marker >= 0xf0) return true;  // comments and extensions of nobody
        if (is_frame(marker) && !take_frame(content)) return false;
        rest_ += segment(marker, content);
        if (marker == start_of_scan) take_scan();
        return true;
    }

    void take_application(int marker, std::string_view content) {
        const bool is_jfif = marker == app0 && content.starts_with("JFIF\0"sv) && content.size() >= 14;
        if (is_jfif && jfif_.empty()) jfif_ = segment(app0, plain_jfif(content));
        if (marker == app1 && content.starts_with("Exif\0\0"sv) && orientation_ == 1)
            orientation_ = orientation_of(content.substr(6));
        const bool is_colour = (marker == app2 && content.starts_with("ICC_PROFILE\0"sv)) ||
                               (marker == app14 && content.starts_with("Adobe") && content.size() == 12);
        if (is_colour) rest_ += segment(marker, content);
    }

    bool take_frame(std::string_view content) {
        if (picture_.width != 0 || content.size() < 6) return false;
        picture_.height = static_cast<int>(big_number(content, 1, 2));
        picture_.width = static_cast<int>(big_number(content, 3, 2));
        return true;
    }

    /// What stands between the markers.
    void take_scan() {
        has_scan_ = true;
        const std::size_t from = at_;
        while (at_ < bytes_.size()) {
            at_ = bytes_.find('\xff', at_);
            if (at_ == std::string_view::npos || at_ + 1 >= bytes_.size()) {
                at_ = bytes_.size();
                break;
            }
            const int next = static_cast<unsigned char>(bytes_[at_ + 1]);
            if (next != 0 && !is_restart(next)) break;
            at_ += 2;
        }
        rest_ += bytes_.substr(from, at_ - from);
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    Picture picture_;
    std::string jfif_, rest_;
    int orientation_ = 1;
    bool has_scan_ = false;
};

}  // namespace

int orientation_of(std::string_view exif) {
    constexpr std::size_t head = 8, entry_size = 12, most_entries = 200;
    if (exif.size() < head) return 1;
    const bool is_big = exif.starts_with("MM\0*"sv);
    if (!is_big && !exif.starts_with("II*\0"sv)) return 1;
    const auto number = [&](std::size_t at, int size) {
        return is_big ? big_number(exif, at, size) : little_number(exif, at, size);
    };
    const std::size_t directory = number(4, 4);
    if (directory > exif.size() - 2) return 1;
    const std::size_t entries = number(directory, 2);
    for (std::size_t i = 0; i < entries && i < most_entries; ++i) {
        const auto at = directory + 2 + i * entry_size;
        if (at + entry_size > exif.size()) return 1;
        constexpr std::uint32_t orientation = 0x0112, short_number = 3;
        if (number(at, 2) != orientation || number(at + 2, 2) != short_number) continue;
        const auto value = number(at + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

std::optional<Picture> clean_jpeg(std::string_view bytes) {
    return Jpeg(bytes).clean();
}

}  // namespace digilots::files
