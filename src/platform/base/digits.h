#pragma once
// 0 to 9, and no other script's.
#include <algorithm>
#include <string_view>

namespace digilots::base {

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
/// False for "".
constexpr bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

}  // namespace digilots::base
