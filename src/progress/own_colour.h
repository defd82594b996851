#pragma once
// The colours that own goals may have: text on them and the ring itself must be seen, on light and dark
// pages.
#include <string>
#include <string_view>

namespace digilots::progress {

struct ColourCheck {
    bool is_colour = false;
    double text = 0;   // contrast of the better of white and black text on it
    double light = 0;  // against a white page
    double dark = 0;   // against a dark page
    /// Text at least 4.5:1, the ring at least 3:1 on white; on dark pages rings have a light edge.
    bool is_good() const;
};
ColourCheck check_colour(std::string_view colour);

/// White or black, whichever is easier to read on the colour.
std::string ink_on(std::string_view colour);

}  // namespace digilots::progress
