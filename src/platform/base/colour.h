#pragma once
// Colours by the rules of WCAG 2.2, 1.4.3.
#include <optional>
#include <string>
#include <string_view>

namespace digilots::base {

struct Colour {
    int red = 0, green = 0, blue = 0;
};

inline constexpr Colour white{255, 255, 255};
inline constexpr double least_contrast = 4.5;

/// "#005b99", also without "#" and in the short form "#05b".
std::optional<Colour> parse_colour(std::string_view text);
std::string format_colour(Colour colour);
/// 1 to 21.
double contrast(Colour one, Colour other);

}  // namespace digilots::base
