#include "platform/base/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace digilots::base {

namespace {

int hex_value(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

double linear(int channel) {
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
    if (text.starts_with('#')) text.remove_prefix(1);
    if (text.size() != 3 && text.size() != 6) return std::nullopt;
    if (std::ranges::any_of(text, [](char letter) { return hex_value(letter) < 0; })) return std::nullopt;
    const auto channel = [text](std::size_t index) {
        if (text.size() == 3) return hex_value(text[index]) * 17;
        return hex_value(text[2 * index]) * 16 + hex_value(text[2 * index + 1]);
    };
    return Colour{channel(0), channel(1), channel(2)};
}

std::string format_colour(Colour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const int channel : std::array{colour.red, colour.green, colour.blue}) {
        text += digits[static_cast<std::size_t>(channel / 16)];
        text += digits[static_cast<std::size_t>(channel % 16)];
    }
    return text;
}

double contrast(Colour one, Colour other) {
    const double first = luminance(one) + 0.05;
    const double second = luminance(other) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

}  // namespace digilots::base
