#pragma once
// The wheel as a picture file and as a poster on paper: the same drawing as on the page.
#include <string>
#include <vector>

#include "platform/print/document.h"
#include "progress/wheel_layout.h"

namespace digilots::progress {

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
    std::string language;
    std::vector<PosterSign> legend;
    std::vector<PosterGoal> goals;
    bool right_to_left = false;
};

/// Square, on white.
std::string wheel_png(const WheelDrawing& drawing, int pixels);
/// Drawing and poster must outlive the document. `alternative`: the picture in words.
print::Document wheel_poster(const WheelDrawing& drawing, const Poster& poster, std::string alternative,
                             print::Paper paper);

}  // namespace digilots::progress
