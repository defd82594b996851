#pragma once
// Text as checks read it: one byte a character, whatever alphabet its digits and dashes come from.
#include <string>
#include <string_view>

namespace digilots::base {

/// Digits of every script become 0-9, dashes '-', spaces ' ', full-width signs their ASCII; invisible characters are left
/// out; any other letter becomes 'x'. Any bytes are allowed in; linear.
std::string plain(std::string_view text);
/// Something that nobody sees: zero-width and direction marks, soft hyphens, control characters except line breaks and tabs.
bool holds_invisible(std::string_view text);

}  // namespace digilots::base
