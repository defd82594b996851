#pragma once
// What the picture of a wheel shows, in words already translated: no figures, no rules, no database.
#include <string>
#include <vector>

namespace digilots::progress {

/// How a target stands, told by shape and sign as well as by colour.
enum class Sign { good, middle, poor, unknown };
inline constexpr std::size_t marks = 4;

struct PictureTarget {
    std::string target;  // "4.4"
    Sign mark = Sign::unknown;
    std::string name, url;           // name: everything that the mark says, in words
    std::vector<std::size_t> rings;  // own goals that it meets, by their place in Picture::rings
};

struct PictureGoal {
    int number = 0;
    std::string title, colour, ink;  // ink: text on the colour; "|" in the title: where a long word may break
    std::string name, url;
    std::vector<PictureTarget> targets;
};

/// One of the municipality's own goals.
struct PictureRing {
    int number = 0;
    std::string colour, ink, name, url;
};

struct Picture {
    std::string title, year, note;  // in the centre
    std::string name;               // what the picture is, in a sentence
    std::vector<PictureGoal> goals;
    std::vector<PictureRing> rings;  // outermost first
    bool right_to_left = false;
};

}  // namespace digilots::progress
