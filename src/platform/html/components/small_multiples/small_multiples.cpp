#include <algorithm>
#include <limits>

#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::html::components {
namespace {

constexpr double small_left = 8, small_right = 232, small_top = 10, small_bottom = 74;

}  // namespace

SmallDrawing lay_out_small(const SmallChart& chart, const SmallMultiples& all) {
    SmallDrawing drawing{.width = 240, .height = 84, .line = "", .area = "", .marks = {}};
    drawing.first_year = std::numeric_limits<int>::max();
    for (const SmallChart& one : all.charts) {
        for (const YearPoint& point : one.years) {
            drawing.first_year = std::min(drawing.first_year, point.year);
            drawing.last_year = std::max(drawing.last_year, point.year);
        }
    }
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    for (const YearPoint& point : chart.years) {
        if (!point.value) continue;
        low = std::min(low, *point.value);
        high = std::max(high, *point.value);
        drawing.latest = &point;
    }
    if (drawing.latest == nullptr) return drawing;
    const int span = std::max(drawing.last_year - drawing.first_year, 1);
    const auto x_of = [&](int year) { return small_left + (small_right - small_left) * (year - drawing.first_year) / span; };
    const auto y_of = [&](double value) {
        return high > low ? small_bottom - (small_bottom - small_top) * (value - low) / (high - low)
                          : (small_top + small_bottom) / 2;
    };
    int last = -1;
    std::string run;
    double run_end = 0;
    const auto close = [&] {
        if (!run.empty()) drawing.area += run + "L" + coordinate(run_end) + " 82z";
        run.clear();
    };
    for (const YearPoint& point : chart.years) {
        if (!point.value) continue;
        const std::string at = coordinate(x_of(point.year)) + " " + coordinate(y_of(*point.value));
        const bool goes_on = point.year == last + 1;
        if (!goes_on) close();
        drawing.line += (goes_on ? "L" : "M") + at;
        run += (goes_on ? "L" : "M" + coordinate(x_of(point.year)) + " 82L") + at;
        run_end = x_of(point.year);
        last = point.year;
        drawing.marks.push_back({{x_of(point.year), y_of(*point.value), std::to_string(point.year) + ": " + point.shown},
                                 point.mark.colour});
    }
    close();
    return drawing;
}

Table table_of(const SmallMultiples& all, const Page& page) {
    Table table{.caption = all.title, .columns = {{page.t("Year")}}, .rows = {}};
    int first = std::numeric_limits<int>::max(), last = 0;
    for (const SmallChart& chart : all.charts) {
        table.columns.push_back({chart.title, true});
        for (const YearPoint& point : chart.years) {
            first = std::min(first, point.year);
            last = std::max(last, point.year);
        }
    }
    for (int year = last; year >= first; --year) {
        std::vector<Cell> row{{.text = std::to_string(year)}};
        for (const SmallChart& chart : all.charts) {
            const auto point = std::ranges::find(chart.years, year, &YearPoint::year);
            if (point == chart.years.end()) {
                row.push_back({.text = "–"});
            } else {
                row.push_back({.text = point->shown, .unknown = point->shown.empty(), .mark = point->mark});
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace digilots::html::components
