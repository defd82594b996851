#include <algorithm>
#include <limits>

#include "platform/html/figures.h"
#include "platform/html/page.h"

namespace digilots::html::components {
namespace {

constexpr double history_left = 70, history_right = 732, history_top = 16, history_bottom = 286;

struct HistoryScale {
    Axis axis;
    int first = 0, last = 0;
    double x(int year) const {
        return last == first ? (history_left + history_right) / 2
                             : history_left + (history_right - history_left) * (year - first) / (last - first);
    }
    double y(double value) const { return history_bottom - (history_bottom - history_top) * axis.share(value); }
};

HistoryScale scale_of(const History& history) {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
    const auto take = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const YearPoint& point : history.years) {
        if (point.value) take(*point.value);
        for (const auto* limit : {&point.green_limit, &point.red_limit, &point.other}) {
            if (*limit) take((*limit)->value);
        }
    }
    if (low > high) low = high = 0;
    return {nice_axis(low, high, 5), history.years.front().year, history.years.back().year};
}

// A year without a figure, and a year that is not there, break the line.
template <typename ValueOf>
std::string year_line(const History& history, const HistoryScale& scale, ValueOf value_of) {
    std::string path;
    int last = -1;
    for (const YearPoint& point : history.years) {
        const std::optional<double> value = value_of(point);
        if (!value) continue;
        path += (point.year == last + 1 ? "L" : "M") + coordinate(scale.x(point.year)) + " " + coordinate(scale.y(*value));
        last = point.year;
    }
    return path;
}

std::optional<double> value_of_limit(const std::optional<Limit>& limit) {
    return limit ? std::optional(limit->value) : std::nullopt;
}

// Between the limits: one closed shape a run of years that have both.
std::string middle_band(const History& history, const HistoryScale& scale) {
    std::string path, back;
    int last = -1;
    const auto close = [&] {
        if (!path.empty() && !back.empty()) path += back + "z";
        back.clear();
    };
    for (const YearPoint& point : history.years) {
        if (!point.green_limit || !point.red_limit) continue;
        if (point.year != last + 1) close();
        const std::string x = coordinate(scale.x(point.year));
        path += (back.empty() ? "M" : "L") + x + " " + coordinate(scale.y(point.green_limit->value));
        back = "L" + x + " " + coordinate(scale.y(point.red_limit->value)) + back;
        last = point.year;
    }
    close();
    return path;
}

void add_axes(HistoryDrawing& drawing, const HistoryScale& scale, const Page& page) {
    for (double value = scale.axis.low; value <= scale.axis.high + scale.axis.step / 2; value += scale.axis.step) {
        drawing.y_axis.push_back({history_left, scale.y(value), page.translator().number(value, scale.axis.decimals)});
    }
    const int every = (scale.last - scale.first) / 9 + 1;
    for (int year = scale.last; year >= scale.first; year -= every) {
        drawing.x_axis.push_back({scale.x(year), history_bottom + 28, std::to_string(year)});
    }
}

Cell limit_cell(const std::optional<Limit>& limit) {
    return {.text = limit ? limit->shown : "–"};
}

}  // namespace

HistoryDrawing lay_out_history(const History& history, const Page& page) {
    HistoryDrawing drawing{.width = 760, .height = 326, .line = "", .other_line = "", .band = "", .green_line = "",
                           .red_line = "", .marks = {}, .other_marks = {}, .x_axis = {}, .y_axis = {}};
    if (history.years.empty()) return drawing;
    const HistoryScale scale = scale_of(history);
    add_axes(drawing, scale, page);
    drawing.line = year_line(history, scale, [](const YearPoint& point) { return point.value; });
    drawing.other_line = year_line(history, scale, [](const YearPoint& point) { return value_of_limit(point.other); });
    drawing.green_line = year_line(history, scale, [](const YearPoint& point) { return value_of_limit(point.green_limit); });
    drawing.red_line = year_line(history, scale, [](const YearPoint& point) { return value_of_limit(point.red_limit); });
    drawing.band = middle_band(history, scale);
    for (const YearPoint& point : history.years) {
        const double x = scale.x(point.year);
        if (point.other) drawing.other_marks.push_back({x, scale.y(point.other->value), ""});
        if (!point.value) continue;
        const std::string label = std::to_string(point.year) + ": " + point.shown;
        drawing.marks.push_back({{x, scale.y(*point.value), label}, point.mark.colour});
    }
    return drawing;
}

Table table_of(const History& history, const Page& page) {
    Table table{.caption = history.title,
                .columns = {{page.t("Year")}, {history.subject, true}, {page.t("Colour")}, {page.t("Rank")},
                            {page.t("Limit for green"), true}, {page.t("Limit for red"), true}},
                .rows = {}};
    if (!history.other.empty()) table.columns.push_back({history.other, true});
    for (auto point = history.years.rbegin(); point != history.years.rend(); ++point) {
        std::vector<Cell> row{{.text = std::to_string(point->year)},
                              {.text = point->shown, .unknown = !point->value && point->shown.empty()},
                              {.text = "", .mark = point->mark},
                              {.text = point->rank.empty() ? "–" : point->rank},
                              limit_cell(point->green_limit),
                              limit_cell(point->red_limit)};
        if (!history.other.empty()) row.push_back(limit_cell(point->other));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace digilots::html::components
