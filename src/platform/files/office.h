#pragma once
// Documents that are a zip: Word, Excel, PowerPoint, LibreOffice.
#include <string_view>

namespace digilots::files {

struct Office {
    /// other: a zip of something else. with_program: it holds macros. too_large: more than it may unpack to,
    /// or than it says.
    enum class Found { document, with_program, too_large, damaged, other };
    Found found = Found::other;
    std::string_view media_type = "";  // of a document
};

/// Unpacks all of it once, piece by piece, and keeps nothing.
Office look_into_office(std::string_view bytes);

}  // namespace digilots::files
