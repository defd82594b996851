#pragma once
// What a file is, told from its content: the name only has to fit. What is taken is cleaned of what nobody
// meant to send, such as the place where a picture was taken.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/i18n/translator.h"

namespace digilots::files {

constexpr std::size_t most_bytes = std::size_t{10} * 1024 * 1024;  // of a file
constexpr std::size_t most_text_bytes = std::size_t{1024} * 1024;  // of plain text
constexpr std::int64_t most_pixels = 60'000'000;  // of a picture: what opens it needs four bytes for each
constexpr int longest_side = 20'000;
constexpr std::size_t most_unpacked = std::size_t{100} * 1024 * 1024;  // of a document that is a zip

/// A kind that is taken.
struct MediaType {
    std::string_view name;     // "image/jpeg"
    std::string_view endings;  // of file names, the usual one first: "jpg jpeg"
    i18n::Text words;          // "a JPEG picture"
    std::string_view label;    // where files are listed: "JPEG"
    bool is_picture = false;

    std::string_view ending() const { return endings.substr(0, endings.find(' ')); }
};

/// nullptr where no such kind is taken.
const MediaType* media_type(std::string_view name);

/// Ready to be kept.
struct Media {
    const MediaType* type = nullptr;
    std::string bytes = "";
    int width = 0, height = 0;  // of a picture, as it is shown
};

/// Why a file is not taken, and what to do.
struct Refused {
    i18n::Text text;
    i18n::Text what = {};     // {what}: "a program"
    std::string ending = "";  // {ending} of its name
    std::int64_t number = 0;  // {n}

    std::string words(const i18n::Translator& translator) const;
};

/// `name` as the sender's computer called it. Reads anything; memory stays within a few times the bytes.
base::Result<Media, Refused> read_media(std::string_view name, std::string_view bytes);

}  // namespace digilots::files
