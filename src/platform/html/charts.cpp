#include <algorithm>
#include <cmath>
#include <cstdio>

#include "platform/base/text.h"
#include "platform/html/axis.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::html::components {
namespace {

double largest(const Chart& chart) {
    double most = chart.reaches;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) most = std::max(most, point.value.value_or(0));
    }
    return most;
}

// Unknown values break the line: a gap is not a zero.
LinePath draw_line(const ChartSeries& series, int style, const std::vector<LineMark>& at) {
    LinePath line{.path = "", .title = series.title, .style = style, .marks = {}};
    bool drawing = false;
    for (std::size_t i = 0; i < series.points.size(); ++i) {
        if (series.points[i].value) {
            line.path += (drawing ? "L" : "M") + coordinate(at[i].x) + " " + coordinate(at[i].y);
            line.marks.push_back(at[i]);
        }
        drawing = series.points[i].value.has_value();
    }
    return line;
}

constexpr double pi = 3.14159265358979323846;
constexpr double kilometres_per_degree = 111.32;

// Labels only where none is in the way: left or right of the point, else none (the list names them all).
void place_labels(PointDrawing& drawing, const std::vector<MapPoint>& points) {
    struct Box {
        double left, right, top, bottom;
    };
    std::vector<Box> taken;
    for (const DrawnPoint& point : drawing.points)
        taken.push_back({point.x - 9, point.x + 9, point.y - 9, point.y + 9});
    for (std::size_t i = 0; i < drawing.points.size(); ++i) {
        DrawnPoint& point = drawing.points[i];
        const double width = 8.2 * static_cast<double>(points[i].label.size());
        for (const bool right : {true, false}) {
            const double start = right ? point.x + 14 : point.x - 14 - width;
            const Box box{start, start + width, point.y - 10, point.y + 10};
            const auto overlaps = [&](const Box& other) {
                return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                       other.top < box.bottom;
            };
            if (box.left < 4 || box.right > drawing.width - 4 ||
                std::any_of(taken.begin(), taken.end(), overlaps))
                continue;
            taken.push_back(box);
            point.label = points[i].label;
            point.label_x = right ? point.x + 14 : point.x - 14;
            break;
        }
    }
}

}  // namespace

std::string degrees(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.5f", value);
    return text;
}

std::string coordinate(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    std::string result(text);
    if (result.ends_with(".0")) result.resize(result.size() - 2);
    return result == "-0" ? "0" : result;
}

std::string Chart::value_title(std::size_t which) const {
    return which < series.size() && !series[which].title.empty() ? series[which].title : title;
}

std::vector<BarRow> lay_out_bars(const Chart& chart) {
    std::vector<BarRow> rows;
    if (chart.series.empty()) return rows;
    const double most = std::max(largest(chart), 1e-9);
    for (const ChartPoint& point : chart.series[0].points) {
        const double share = std::max(0.0, point.value.value_or(0)) / most;
        rows.push_back(
            {point.label, point.shown, point.url, !point.value, share > 0 ? std::max(0.7, share * 100) : 0});
    }
    return rows;
}

LineDrawing lay_out_lines(const Chart& chart, const Page& page) {
    constexpr double width = 760, height = 320, left = 64, right = 28, top = 14, bottom = 36;
    constexpr double width_of_letter = 7.2;     // of axis labels, the broad ones
    LineDrawing drawing{.width = width, .height = height, .lines = {}, .x_axis = {}, .y_axis = {}};
    if (chart.series.empty() || chart.series[0].points.empty()) return drawing;
    const double step = nice_step(std::max(largest(chart), 1.0) / 4);
    const double most = step * std::ceil(std::max(largest(chart), 1.0) / step);
    const auto y_of = [&](double value) { return top + (height - top - bottom) * (1 - value / most); };
    for (double value = 0; value <= most + step / 2; value += step) {
        drawing.y_axis.push_back({left, y_of(value), page.translator().number(value, step < 1 ? 1 : 0)});
    }
    const std::vector<ChartPoint>& first = chart.series[0].points;
    const double gap = first.size() > 1 ? (width - left - right) / static_cast<double>(first.size() - 1) : 0;
    const std::size_t every = (first.size() + 7) / 8;
    for (std::size_t i = 0; i < first.size(); i += every) {
        // The last one stands inside the drawing.
        const double half = width_of_letter / 2 * static_cast<double>(base::length(first[i].label));
        const double x = std::max(half, std::min(left + gap * static_cast<double>(i), width - half));
        drawing.x_axis.push_back({x, height - 10, first[i].label});
    }
    for (std::size_t s = 0; s < chart.series.size() && s < 4; ++s) {
        std::vector<LineMark> at;
        for (std::size_t i = 0; i < chart.series[s].points.size(); ++i) {
            at.push_back(
                {left + gap * static_cast<double>(i), y_of(chart.series[s].points[i].value.value_or(0)), ""});
        }
        drawing.lines.push_back(draw_line(chart.series[s], static_cast<int>(s), at));
    }
    return drawing;
}

Table table_of(const Chart& chart, const Page& page) {
    Table table{.caption = chart.title, .columns = {{chart.dimension}}, .rows = {}};
    for (std::size_t s = 0; s < chart.series.size(); ++s)
        table.columns.push_back({chart.value_title(s), true});
    if (chart.series.empty()) return table;
    for (std::size_t i = 0; i < chart.series[0].points.size(); ++i) {
        std::vector<Cell> row{{.text = chart.series[0].points[i].label}};
        for (const ChartSeries& series : chart.series) {
            if (i >= series.points.size()) {
                row.push_back({.text = "", .unknown = true});
                continue;
            }
            const ChartPoint& point = series.points[i];
            const std::string shown =
                !point.shown.empty() || !point.value ? point.shown : page.translator().number(*point.value);
            row.push_back({.text = shown, .url = point.url, .unknown = shown.empty()});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Equirectangular around the middle: right enough within one municipality.
PointDrawing lay_out_points(const PointMap& map, const Page& page) {
    PointDrawing drawing{.width = 720, .height = 480, .scale_label = "", .points = {}};
    if (map.points.empty()) return drawing;
    double south = 90, north = -90, west = 180, east = -180;
    for (const MapPoint& point : map.points) {
        south = std::min(south, point.latitude);
        north = std::max(north, point.latitude);
        west = std::min(west, point.longitude);
        east = std::max(east, point.longitude);
    }
    const double narrowing = std::cos((south + north) / 2 * pi / 180);
    const double kilometres_wide = std::max(2.0, (east - west) * kilometres_per_degree * narrowing);
    const double kilometres_high = std::max(1.0, (north - south) * kilometres_per_degree);
    const double scale =
        std::min((drawing.width - 140) / kilometres_wide, (drawing.height - 120) / kilometres_high);
    for (const MapPoint& point : map.points) {
        const double x = (point.longitude - (west + east) / 2) * kilometres_per_degree * narrowing * scale;
        const double y = (point.latitude - (south + north) / 2) * kilometres_per_degree * scale;
        drawing.points.push_back({.x = drawing.width / 2 + x,
                                  .y = drawing.height / 2 - 14 - y,
                                  .label = "",
                                  .approximate = point.approximate,
                                  .point = point});
    }
    place_labels(drawing, map.points);
    double length = nice_step(100 / scale);
    if (length * scale > 220) length /= 2;
    drawing.scale_width = length * scale;
    drawing.scale_label = length >= 1 ? page.translator().number(length) + " km"
                                      : page.translator().number(length * 1000) + " m";
    return drawing;
}

}  // namespace digilots::html::components
