#pragma once
// Whole numbers as addresses and forms carry them.
#include <optional>
#include <string_view>

namespace digilots::base {

/// Digits and nothing else, from `least` to `most`: "7", "007". Nothing for "", "-1", "+1", " 1", "1e3", "0x5", "1.0"
/// and for what is beyond the bounds.
std::optional<int> whole_number(std::string_view text, int least, int most);

/// The same without an upper bound: what is larger than `most` is `most`.
std::optional<int> whole_number_up_to(std::string_view text, int least, int most);

}  // namespace digilots::base
