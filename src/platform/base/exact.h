#pragma once
// Amounts and shares as whole numbers of their last decimal: "212,50" with two decimals is 21250. Nothing here is rounded
// on the way in, and nothing passes through floating point.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace digilots::base {

/// A whole text that is a number: a decimal comma or point, maybe spaces (also no-break and narrow ones) between groups of
/// three, a minus in any of its signs. Nothing for anything else: more decimals than these, an exponent, what a 64-bit
/// number does not hold. A tail that a spreadsheet's own arithmetic leaves ("0.30000000000000004") is no decimal.
std::optional<std::int64_t> read_exact(std::string_view text, int decimals);

/// "1165661.00", "-0.50": all decimals, with a point; what programs read.
std::string exact_text(std::int64_t value, int decimals);

/// value / divisor, half away from zero. The divisor is greater than zero.
std::int64_t divided_half_up(std::int64_t value, std::int64_t divisor);

/// a × b / divisor, rounded once in the same way; nothing where it does not fit into 64 bits. The divisor is greater than
/// zero.
std::optional<std::int64_t> product_half_up(std::int64_t a, std::int64_t b, std::int64_t divisor);

}  // namespace digilots::base
