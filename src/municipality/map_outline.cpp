#include "municipality/map_outline.h"

#include <cmath>
#include <numbers>

#include "platform/html/components.h"

namespace digilots::municipality {

namespace {

constexpr double scale = 32;  // units a degree of latitude
constexpr double north = 71.6, south = 55.0, west = 4.3, east = 31.6;
constexpr double middle = 63.0;  // where one degree of longitude keeps its length

double x_of(double longitude) {
    return (longitude - west) * scale * std::cos(middle * std::numbers::pi / 180);
}

double y_of(double latitude) {
    return (north - latitude) * scale;
}

}  // namespace

Outline draw_outline(const std::vector<Municipality>& all, const std::vector<Municipality>& active) {
    Outline outline;
    outline.width = x_of(east);
    outline.height = y_of(south);
    for (const auto& one : all) {
        outline.dots += "M" + html::components::coordinate(x_of(one.longitude)) + " " +
                        html::components::coordinate(y_of(one.latitude)) + "h0";
    }
    for (const auto& one : active)
        if (one.is_on_map) outline.active.push_back({one.name, x_of(one.longitude), y_of(one.latitude)});
    return outline;
}

}  // namespace digilots::municipality
