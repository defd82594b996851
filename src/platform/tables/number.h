#pragma once
// Numbers as people here and their spreadsheets write them.
#include <optional>
#include <string_view>

namespace digilots::tables {

/// A whole text that is a finite number: a point or a decimal comma, maybe an exponent, spaces (also no-break and narrow
/// ones) between groups of three, a minus in any of its signs. "1 234,5", "−0,1", "-3e2". Nothing for anything else.
std::optional<double> read_number(std::string_view text);

}  // namespace digilots::tables
