#pragma once
// The bytes of a text file as UTF-8, whichever program saved it.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace digilots::tables {

/// UTF-8 and UTF-16 by their byte-order marks; without one UTF-8 where it is that, else Windows-1252, in which Excel saves
/// "CSV". The mark is left out. Nothing where it is no text: it holds zero bytes, or half a character in UTF-16.
std::optional<std::string> as_utf8(std::string_view bytes);

/// The first line, from 1, that is no UTF-8, where others with letters beyond ASCII are: whichever of both the file is read as,
/// words of it become signs. 0 where all of it is of one kind.
std::int64_t line_of_other_letters(std::string_view bytes);

}  // namespace digilots::tables
