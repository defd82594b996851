#include "platform/base/degrees.h"

#include <charconv>
#include <cmath>

namespace digilots::base {

std::optional<double> degrees_within(std::string_view text, double limit) {
    double degrees = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), degrees, std::chars_format::fixed);
    const bool is_whole = error == std::errc{} && end == text.data() + text.size() && std::isfinite(degrees);
    return is_whole && std::abs(degrees) <= limit ? std::optional(degrees) : std::nullopt;
}

}  // namespace digilots::base
