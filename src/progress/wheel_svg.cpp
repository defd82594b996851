#include "progress/wheel_svg.h"

namespace digilots::progress {

namespace {

using html::components::coordinate;

std::string words_of(const Point& point) {
    return coordinate(point.x) + " " + coordinate(point.y);
}

std::string arc_to(double radius, const Point& end, bool is_large, bool clockwise) {
    return "A" + coordinate(radius) + " " + coordinate(radius) + " 0 " + (is_large ? "1" : "0") +
           (clockwise ? " 1 " : " 0 ") + words_of(end);
}

}  // namespace

const std::array<SignLook, marks>& all_looks() {
    // Shapes and signs are those of the badges (web/styles/marks.css); colours for white paper.
    static constexpr std::array<SignLook, marks> looks{
        {{"green", "#1b7f4b", "#1b7f4b", "#ffffff", "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z",
          "M-.46 .03L-.13 .37L.48 -.33", ""},
         {"yellow", "#f5c022", "#8a6400", "#2b2000",
          "M-.13 -1.1Q0 -1.22 .13 -1.1L1.1 -.13Q1.22 0 1.1 .13L.13 1.1Q0 1.22 -.13 1.1L-1.1 .13Q-1.22 0 -1.1 "
          "-.13Z",
          "M-.44 0H.44", ""},
         {"red", "#c4262e", "#c4262e", "#ffffff",
          "M-.14 -1.03Q0 -1.22 .14 -1.03L1.08 .62Q1.16 .84 .94 .86H-.94Q-1.16 .84 -1.08 .62Z",
          "M0 -.5V.18M0 .56V.58", ""},
         {"unknown", "#ffffff", "#6b7280", "#4b5058", "M-.94 0A.94 .94 0 1 1 .94 0A.94 .94 0 1 1 -.94 0Z",
          "M-.3 -.26A.3 .3 0 1 1 .12 0Q0 .08 0 .24M0 .54V.56", ".34 .25"}}};
    return looks;
}

const SignLook& look_of(Sign mark) {
    return all_looks()[static_cast<std::size_t>(mark)];
}

std::string path_of(const Sector& sector) {
    if (sector.to - sector.from > 359.9) {
        return path_of(Sector{sector.from, sector.middle(), sector.inner, sector.outer}) +
               path_of(Sector{sector.middle(), sector.to, sector.inner, sector.outer});
    }
    const bool is_large = sector.to - sector.from > 180;
    return "M" + words_of(point_at(sector.from, sector.outer)) +
           arc_to(sector.outer, point_at(sector.to, sector.outer), is_large, true) + "L" +
           words_of(point_at(sector.to, sector.inner)) +
           arc_to(sector.inner, point_at(sector.from, sector.inner), is_large, false) + "Z";
}

std::string path_of(const Lettering& along) {
    constexpr double reach = 40;
    const bool turned = is_turned(along);
    const double from = along.angle + (turned ? reach : -reach);
    const double to = along.angle + (turned ? -reach : reach);
    return "M" + words_of(point_at(from, along.radius)) +
           arc_to(along.radius, point_at(to, along.radius), false, !turned);
}

std::string place_of(const Lettering& lettering) {
    const std::string place = "translate(" + words_of(point_at(lettering.angle, lettering.radius)) + ")";
    if (lettering.way == Way::upright) return place;
    return place + " rotate(" +
           coordinate(is_turned(lettering) ? lettering.angle + 90 : lettering.angle - 90) + ")";
}

std::string place_of(const DrawnMark& mark) {
    return "translate(" + words_of(mark.at) + ") scale(" + coordinate(mark.radius) + ")";
}

std::string path_of(const std::vector<Sector>& sectors) {
    std::string path;
    for (const Sector& sector : sectors) path += path_of(sector);
    return path;
}

}  // namespace digilots::progress
