#pragma once
// The drawing as SVG needs it: path data, and the colours of the marks. templates/wheel_svg.html puts it
// together.
#include <array>
#include <string>

#include "platform/html/components.h"
#include "progress/wheel_layout.h"

namespace digilots::progress {

/// The look of a mark on white paper; the page's styles replace it in the dark.
struct SignLook {
    const char* name;  // "good": also the class in the styles
    const char* fill;
    const char* outline;
    const char* sign;
    const char* shape;  // path data in a circle of radius 1
    const char* sign_path;
    const char* dashes;  // of the outline, "" for a whole line
};
const std::array<SignLook, marks>& all_looks();
const SignLook& look_of(Sign mark);

std::string path_of(const Sector& sector);
/// The circle that a line of lettering runs on, in its reading direction.
std::string path_of(const Lettering& along);
/// Where upright and radial lettering stands: "translate(12 -40) rotate(30)".
std::string place_of(const Lettering& lettering);
std::string place_of(const DrawnMark& mark);
/// All of them as one path.
std::string path_of(const std::vector<Sector>& sectors);

}  // namespace digilots::progress
