#pragma once
// Times of day as people write them.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::base {

/// "05", "17" of a number from 0 to 99.
std::string two_digits(int number);
/// "09:05" of hours and minutes that are none below zero; "24:00" of 24 and 0.
std::string clock_time(int hour, int minute);

/// Minutes since midnight, 1440 at most, of "13:05", "13.05", "1305", "905", "9:05" or "9" (the full hour), with white space
/// around it; nothing of anything else, "24:00" being the last.
std::optional<int> read_clock_time(std::string_view text);

}  // namespace digilots::base
