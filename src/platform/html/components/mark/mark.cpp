#include <cmath>

#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::html::components {
namespace {

std::string polygon(double x, double y, double radius, double turned, int corners) {
    std::string path;
    for (int i = 0; i < corners; ++i) {
        const double angle = turned + 2 * 3.14159265358979323846 * i / corners;
        path += (i == 0 ? "M" : "L") + coordinate(x + radius * std::cos(angle)) + " " +
                coordinate(y + radius * std::sin(angle));
    }
    return path + "z";
}

std::string disc(double x, double y, double radius) {
    const std::string r = coordinate(radius), across = coordinate(2 * radius);
    return "M" + coordinate(x - radius) + " " + coordinate(y) + "a" + r + " " + r + " 0 1 0 " + across + " 0a" + r +
           " " + r + " 0 1 0-" + across + " 0z";
}

}  // namespace

std::string colour_word(MarkColour colour, const Page& page) {
    switch (colour) {
        case MarkColour::green: return page.t("Green");
        case MarkColour::yellow: return page.t("Yellow");
        case MarkColour::red: return page.t("Red");
        case MarkColour::unknown: break;
    }
    return page.t("Grey");
}

std::string_view colour_name(MarkColour colour) {
    switch (colour) {
        case MarkColour::green: return "green";
        case MarkColour::yellow: return "yellow";
        case MarkColour::red: return "red";
        case MarkColour::unknown: break;
    }
    return "unknown";
}

// The radii differ so that all four look equally large.
std::string mark_path(MarkColour colour, double x, double y, double radius) {
    constexpr double quarter = 3.14159265358979323846 / 2;
    switch (colour) {
        case MarkColour::green: return disc(x, y, radius);
        case MarkColour::yellow: return polygon(x, y, radius * 1.14, quarter, 4);
        case MarkColour::red: return polygon(x, y + radius * 0.16, radius * 1.2, -quarter, 3);
        case MarkColour::unknown: break;
    }
    return disc(x, y, radius * 0.86);
}

std::string_view mark_sign(MarkColour colour) {
    switch (colour) {
        case MarkColour::green: return "M6 10.4l2.7 2.8L14 7.4";
        case MarkColour::yellow: return "M6.4 10h7.2";
        case MarkColour::red: return "M10 7.2v4.6M10 14.7v.1";
        case MarkColour::unknown: break;
    }
    return "M8 8.3a2.1 2.1 0 1 1 3 1.8c-.7.4-1 .8-1 1.4M10 13.8v.1";
}

}  // namespace digilots::html::components
