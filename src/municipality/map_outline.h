#pragma once
// Both countries drawn as points, one a municipality: enough to see where one is, in a few kilobytes.
#include <string>
#include <vector>

#include "municipality/municipality.h"

namespace digilots::municipality {

struct OutlinePoint {
    std::string name;
    double x = 0, y = 0;
};

struct Outline {
    double width = 0, height = 0;
    std::string dots;                  // path data: a point for every municipality
    std::vector<OutlinePoint> active;  // those with a service here
};

Outline draw_outline(const std::vector<Municipality>& all, const std::vector<Municipality>& active);

}  // namespace digilots::municipality
