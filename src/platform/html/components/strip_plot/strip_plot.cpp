#include <algorithm>

#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::html::components {
namespace {

constexpr double strip_left = 26, strip_right = 734, strip_dot = 4.6;
constexpr double letter = 8.1;  // about the width of one, for labels that must not run out of the picture

double strip_x(const Axis& axis, double value) {
    return strip_left + (strip_right - strip_left) * axis.share(value);
}

// Each mark stands exactly at its value, on the lowest level where none is in its way.
void stack_dots(StripDrawing& drawing, const StripPlot& plot, const Axis& axis) {
    std::vector<const FigurePoint*> sorted;
    for (const FigurePoint& point : plot.points) sorted.push_back(&point);
    std::ranges::stable_sort(sorted, {}, &FigurePoint::value);
    std::vector<double> last_on_level;
    std::vector<std::size_t> levels;
    for (const FigurePoint* point : sorted) {
        const double x = strip_x(axis, point->value);
        std::size_t level = 0;
        while (level < last_on_level.size() && x - last_on_level[level] < 2 * strip_dot) ++level;
        if (level == last_on_level.size()) last_on_level.push_back(x);
        last_on_level[level] = x;
        levels.push_back(level);
        drawing.dots.push_back({x, 0, point});
    }
    const double highest = static_cast<double>(std::max<std::size_t>(last_on_level.size(), 1));
    const double step = std::min(2 * strip_dot, (drawing.base - drawing.top - 12) / highest);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        drawing.dots[i].y = drawing.base - 8 - step * static_cast<double>(levels[i]);
    }
}

PlacedText limit_text(const Limit& limit, const std::string& text, MarkColour colour, const Axis& axis, bool leftwards,
                      double y) {
    PlacedText placed{.x = strip_x(axis, limit.value), .y = y, .text = text, .anchor = "", .colour = colour};
    placed.from_x = placed.x;
    const double width = letter * static_cast<double>(text.size());
    if (leftwards && placed.x - width < 4) leftwards = false;
    if (!leftwards && placed.x + width > 756) leftwards = true;
    placed.anchor = leftwards ? "end" : "start";
    placed.x += leftwards ? -6 : 6;
    return placed;
}

void add_limits(StripDrawing& drawing, const StripPlot& plot, const Axis& axis, const Page& page) {
    const bool low_is_good = plot.better == Better::low;
    const double end = strip_right + strip_left / 2, start = strip_left / 2;
    const auto zone = [&](double value, MarkColour colour, bool downwards) {
        const double x = strip_x(axis, value) + (downwards ? strip_dot : -strip_dot);
        drawing.zones.push_back(downwards ? Zone{start, x - start, colour} : Zone{x, end - x, colour});
    };
    if (plot.green_limit) {
        drawing.limits.push_back(limit_text(*plot.green_limit,
                                            page.t("Limit for green: {value}", {{"value", plot.green_limit->shown}}),
                                            MarkColour::green, axis, low_is_good, 20));
        zone(plot.green_limit->value, MarkColour::green, low_is_good);
    }
    if (plot.red_limit) {
        drawing.limits.push_back(limit_text(*plot.red_limit,
                                            page.t("Limit for red: {value}", {{"value", plot.red_limit->shown}}),
                                            MarkColour::red, axis, !low_is_good, 42));
        zone(plot.red_limit->value, MarkColour::red, !low_is_good);
    }
}

// Names stand above everything, one row each, with a line down to their mark.
void add_labels(StripDrawing& drawing) {
    double y = 66;
    for (const PlacedPoint& dot : drawing.dots) {
        if (!dot.point->marked) continue;
        PlacedText label{.x = dot.x, .y = y, .from_x = dot.x, .from_y = dot.y,
                         .text = dot.point->label + ": " + dot.point->shown, .anchor = "middle",
                         .colour = dot.point->colour};
        const double half = letter * static_cast<double>(label.text.size()) / 2;
        label.x = std::clamp(label.x, std::min(half, 380.0) + 4, std::max(756 - half, 380.0));
        drawing.labels.push_back(std::move(label));
        y += 22;
    }
}

}  // namespace

StripDrawing lay_out_strip(const StripPlot& plot, const Page& page) {
    StripDrawing drawing{.width = 760, .height = 330, .top = 96, .base = 292, .radius = strip_dot,
                         .dots = {}, .zones = {}, .limits = {}, .labels = {}, .axis = {}};
    if (plot.points.empty()) return drawing;
    const auto [least, most] = std::ranges::minmax(plot.points, {}, &FigurePoint::value);
    const Axis axis = nice_axis(least.value, most.value, 6);
    for (double value = axis.low; value <= axis.high + axis.step / 2; value += axis.step) {
        drawing.axis.push_back({strip_x(axis, value), drawing.base, page.translator().number(value, axis.decimals)});
    }
    stack_dots(drawing, plot, axis);
    add_limits(drawing, plot, axis, page);
    add_labels(drawing);
    return drawing;
}

Table table_of(const StripPlot& plot, const Page& page) {
    Table table{.caption = plot.title, .columns = {{page.t("What")}, {page.t("Figure"), true}}, .rows = {}};
    std::vector<const FigurePoint*> sorted;
    for (const FigurePoint& point : plot.points) sorted.push_back(&point);
    if (sorted.empty()) return table;
    std::ranges::stable_sort(sorted, {}, &FigurePoint::value);
    const auto add = [&](const std::string& what, const std::string& shown) {
        table.rows.push_back({Cell{.text = what}, Cell{.text = shown}});
    };
    for (const FigurePoint& point : plot.points) {
        if (!point.marked) continue;
        table.rows.push_back({Cell{.text = point.label},
                              Cell{.text = point.shown, .mark = Mark{.colour = point.colour}}});
    }
    add(page.t("Lowest: {name}", {{"name", sorted.front()->label}}), sorted.front()->shown);
    if (plot.red_limit) add(page.t("Limit for red"), plot.red_limit->shown);
    add(page.t("In the middle: {name}", {{"name", sorted[sorted.size() / 2]->label}}), sorted[sorted.size() / 2]->shown);
    if (plot.green_limit) add(page.t("Limit for green"), plot.green_limit->shown);
    add(page.t("Highest: {name}", {{"name", sorted.back()->label}}), sorted.back()->shown);
    return table;
}

}  // namespace digilots::html::components
