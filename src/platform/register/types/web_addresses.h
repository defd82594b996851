#pragma once
// Addresses on the web that a person may follow: of one field, and of several.
#include <string_view>

namespace digilots::register_ {

inline constexpr std::size_t longest_web_address = 1000;

/// A scheme that a link may have, a host with a dot, nobody named before it, and nothing that nobody sees.
bool is_followed(std::string_view address);

}  // namespace digilots::register_
