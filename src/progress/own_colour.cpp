#include "progress/own_colour.h"

#include <algorithm>

#include "platform/base/colour.h"

namespace digilots::progress {

namespace {

constexpr base::Colour black{0, 0, 0};
constexpr base::Colour dark_page{20, 22, 26};
constexpr double least_for_shapes = 3;

}  // namespace

bool ColourCheck::is_good() const {
    return is_colour && text >= base::least_contrast && light >= least_for_shapes;
}

ColourCheck check_colour(std::string_view text) {
    const auto colour = base::parse_colour(text);
    if (!colour) return {};
    return {true, std::max(base::contrast(*colour, base::white), base::contrast(*colour, black)),
            base::contrast(*colour, base::white), base::contrast(*colour, dark_page)};
}

std::string ink_on(std::string_view text) {
    const auto colour = base::parse_colour(text);
    if (!colour) return "#000000";
    return base::contrast(*colour, base::white) >= base::contrast(*colour, black) ? "#ffffff" : "#000000";
}

}  // namespace digilots::progress
