#pragma once
// Latitude and longitude as addresses and forms carry them.
#include <optional>
#include <string_view>

namespace digilots::base {

/// Degrees with a point and without exponent, from -limit to limit; nothing for anything else.
std::optional<double> degrees_within(std::string_view text, double limit);

}  // namespace digilots::base
