#include "platform/base/whole_number.h"

#include "platform/base/digits.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace digilots::base {
namespace {

/// The largest number there is where the digits say more.
std::optional<int> read_digits(std::string_view text) {
    if (!is_digits(text)) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? number : std::numeric_limits<int>::max();
}

}  // namespace

std::optional<int> whole_number(std::string_view text, int least, int most) {
    const auto number = read_digits(text);
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

std::optional<int> whole_number_up_to(std::string_view text, int least, int most) {
    const auto number = read_digits(text);
    return number && *number >= least ? std::optional(std::min(*number, most)) : std::nullopt;
}

}  // namespace digilots::base
