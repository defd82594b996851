#pragma once
// The wheel as a picture file and as a poster on paper: the same drawing as on the page.
#include <string>
#include <vector>

#include "progress/wheel_layout.h"

namespace digilots::progress {

enum class Paper { a4, a3 };

struct PosterGoal {
    int number = 0;
    std::string title, colour, ink;
};

struct PosterSign {
    Sign sign = Sign::unknown;
    std::string words;
};

/// What stands around the wheel on paper.
struct Poster {
    std::string title, lead, goals_heading, source;
    std::vector<PosterSign> legend;
    std::vector<PosterGoal> goals;
    bool right_to_left = false;
};

/// Square, on white.
std::string wheel_png(const WheelDrawing& drawing, int pixels);
std::string wheel_pdf(const WheelDrawing& drawing, const Poster& poster, Paper paper);

}  // namespace digilots::progress
