#pragma once
// Where everything in the picture stands: angles, radii and lettering, for the SVG and for paper alike.
// Angles are degrees clockwise from the top; the middle is (0, 0) and nothing lies outside of `extent`.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "progress/wheel_picture.h"

namespace digilots::progress {

struct Sector {
    double from = 0, to = 0, inner = 0, outer = 0;
    double middle() const { return (from + to) / 2; }
};

struct Point {
    double x = 0, y = 0;
};

/// upright: centred on its point. radial: along the spoke, never upside down. along: on the circle, never
/// upside down.
enum class Way { upright, radial, along };

struct Lettering {
    std::string text;
    double angle = 0, radius = 0, size = 0;
    Way way = Way::upright;
    bool bold = false;
};

struct DrawnMark {
    Point at;
    double radius = 0;
    Sign mark = Sign::unknown;
};

struct DrawnGoal {
    const PictureGoal* goal = nullptr;
    Sector sector;  // the whole share of the circle
    Sector band;    // what carries the colour: slim where nothing was chosen
    Lettering number;
    std::vector<Lettering> title;  // lines, the outermost first
};

struct DrawnTarget {
    const PictureTarget* target = nullptr;
    const PictureGoal* goal = nullptr;
    Sector cell;
    DrawnMark mark;
    Lettering number;
};

struct DrawnRing {
    const PictureRing* ring = nullptr;
    Sector track;
    std::vector<Sector> segments;  // where it meets targets; neighbours are one
    Lettering number;              // on the track, at the top
};

struct DrawnTally {
    DrawnMark mark;
    Lettering count;
};

struct WheelDrawing {
    static constexpr double extent = 500;
    const Picture* picture = nullptr;
    std::vector<DrawnRing> rings;
    std::vector<DrawnGoal> goals;
    std::vector<DrawnTarget> targets;
    double centre = 0;                // radius of the middle
    bool is_roomy = false;            // marks can grow on a small screen
    std::vector<Lettering> words;     // in the middle: municipality, year, note
    std::vector<DrawnTally> tallies;  // in the middle: how many stand how
};

/// The drawing refers to the picture, which must outlive it.
WheelDrawing lay_out_wheel(const Picture& picture);

Point point_at(double angle, double radius);
/// True where text on a circle or a spoke must run the other way to stand upright.
bool is_turned(const Lettering& lettering);

/// A year's wheel in a stamp: a wedge for each target, by mark; the better, the further out.
struct StampDrawing {
    static constexpr double extent = 50;
    std::array<std::vector<Sector>, marks> wedges;
};
StampDrawing lay_out_stamp(const Picture& picture);

}  // namespace digilots::progress
