#include <algorithm>
#include <cmath>

#include "platform/html/figures.h"

namespace digilots::html::components {
namespace {

constexpr double map_height = 760, map_margin = 16;
constexpr double per_degree_width = 0.4540;  // cos(63°): where one degree of longitude keeps its length

struct Spot {
    double x, y, home_x, home_y;
    const FigurePoint* point;
};

// Marks that would cover each other move apart, each as little as it can, and drift home where there is room.
// `spots` stand from north to south: those whose homes are far apart never meet.
void spread_apart(std::vector<Spot>& spots, double distance) {
    constexpr int rounds = 80, drifting = 50;
    constexpr double far = 90;
    for (int round = 0; round < rounds; ++round) {
        for (Spot& spot : spots) {
            if (round >= drifting) break;
            spot.x += (spot.home_x - spot.x) * 0.05;
            spot.y += (spot.home_y - spot.y) * 0.05;
        }
        for (std::size_t i = 0; i < spots.size(); ++i) {
            for (std::size_t j = i + 1; j < spots.size() && spots[j].home_y - spots[i].home_y < far; ++j) {
                const double x = spots[j].x - spots[i].x, y = spots[j].y - spots[i].y;
                if (std::abs(x) >= distance || std::abs(y) >= distance) continue;
                const double apart = std::sqrt(x * x + y * y);
                if (apart >= distance) continue;
                const double push = (distance - apart) / 2 / std::max(apart, 0.01);
                spots[i].x -= x * push;
                spots[i].y -= y * push;
                spots[j].x += x * push;
                spots[j].y += y * push;
            }
        }
    }
}

// The country's own proportions, filling the height.
std::vector<Spot> project(const NationMap& map, double& width) {
    double south = 90, north = -90, west = 180, east = -180;
    for (const FigurePoint& point : map.points) {
        south = std::min(south, point.latitude);
        north = std::max(north, point.latitude);
        west = std::min(west, point.longitude);
        east = std::max(east, point.longitude);
    }
    const double scale = (map_height - 2 * map_margin) / std::max(north - south, 1.0);
    width = 2 * map_margin + std::max((east - west) * scale * per_degree_width, 200.0);
    std::vector<Spot> spots;
    for (const FigurePoint& point : map.points) {
        const double x = map_margin + (point.longitude - west) * scale * per_degree_width;
        const double y = map_margin + (north - point.latitude) * scale;
        // No two begin at the very same point: there would be no way to push them apart.
        const double turn = 2.4 * static_cast<double>(spots.size());
        spots.push_back({x + std::cos(turn), y + std::sin(turn), x, y, &point});
    }
    std::ranges::stable_sort(spots, {}, &Spot::home_y);
    return spots;
}

}  // namespace

NationDrawing lay_out_nation(const NationMap& map) {
    NationDrawing drawing{.width = 0, .height = map_height, .radius = 6, .dots = {}, .labels = {}};
    if (map.points.empty()) return drawing;
    std::vector<Spot> spots = project(map, drawing.width);
    spread_apart(spots, 2 * drawing.radius + 1.2);
    double left = 0, right = drawing.width, bottom = map_height;
    for (const Spot& spot : spots) {
        left = std::min(left, spot.x - map_margin);
        right = std::max(right, spot.x + map_margin);
        bottom = std::max(bottom, spot.y + map_margin);
    }
    drawing.width = right - left;
    drawing.height = bottom;
    for (const Spot& spot : spots) {
        const double x = spot.x - left, y = std::max(spot.y, map_margin);
        drawing.dots.push_back({x, y, spot.point});
        if (!spot.point->marked) continue;
        const bool leftwards = x > drawing.width / 2;
        drawing.labels.push_back({.x = x + (leftwards ? -15 : 15), .y = y + 6, .from_x = x, .from_y = y,
                                  .text = spot.point->label, .anchor = leftwards ? "end" : "start",
                                  .colour = spot.point->colour});
    }
    return drawing;
}

}  // namespace digilots::html::components
