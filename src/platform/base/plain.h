#pragma once
// Text as checks read it: one byte a character, whatever alphabet its digits and dashes come from.
#include <string>
#include <string_view>

namespace digilots::base {

/// Digits of every script become 0-9, dashes '-', spaces ' ', full-width signs their ASCII; invisible characters and
/// accents are left out; any other letter becomes 'x'. Any bytes are allowed in; linear.
std::string plain(std::string_view text);
/// Something that nobody sees: zero-width and direction marks, soft hyphens, control characters except line breaks and tabs.
bool holds_invisible(std::string_view text);
/// Something that turns the text behind it around: direction overrides, embeddings and isolates (U+202A–E, U+2066–9). Direction
/// marks (U+200E, U+200F, U+061C) say of themselves alone where they belong, and do not.
bool turns_direction(std::string_view text);
/// As it may be stored: without what turns other text around (direction overrides, embeddings and isolates) and without
/// controls and tags that nobody sees, except tabs and line ends. Joiners and direction marks, which words of some
/// languages need, stay. Invalid bytes stay.
std::string without_hidden_controls(std::string_view text);

}  // namespace digilots::base
