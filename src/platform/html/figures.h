#pragma once
// Charts about one figure of many: its spread, its map, its years, women and men. Drawn on the server; each has its
// table. What a person reads comes in translated, numbers as the language writes them.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/html/axis.h"
#include "platform/html/components.h"

namespace digilots::html::components {

/// One of many: a municipality with its figure.
struct FigurePoint {
    std::string label;
    std::string shown;                   // "87,4 %"; where there is none, why
    MarkColour colour = MarkColour::unknown;
    double value = 0;
    double latitude = 0, longitude = 0;  // for the map
    bool marked = false;                 // pointed out by name: one or two
};

enum class Better { neither, high, low };

struct Limit {
    double value = 0;
    std::string shown;
};

/// strip_plot: every municipality a mark at its value, limits as lines.
struct StripPlot {
    std::string id, title;
    std::string description = "";
    std::vector<FigurePoint> points = {};
    std::optional<Limit> green_limit = {}, red_limit = {};
    Better better = Better::neither;
    std::string table_url = "";          // where all of them stand as a table
    std::string csv_url = "";
};

struct PlacedPoint {
    double x = 0, y = 0;
    const FigurePoint* point = nullptr;
};
struct PlacedText {
    double x = 0, y = 0, from_x = 0, from_y = 0;   // from: what it belongs to
    std::string text, anchor;                      // "start", "middle", "end"
    MarkColour colour = MarkColour::unknown;
};
struct Zone {
    double x = 0, width = 0;
    MarkColour colour = MarkColour::unknown;
};
struct StripDrawing {
    double width = 0, height = 0, top = 0, base = 0, radius = 0;
    std::vector<PlacedPoint> dots;
    std::vector<Zone> zones;
    std::vector<PlacedText> limits, labels;
    std::vector<LineMark> axis;
};
StripDrawing lay_out_strip(const StripPlot& plot, const Page& page);
/// Lowest, middle, highest, both limits and those marked.
Table table_of(const StripPlot& plot, const Page& page);

/// A few of many by name: the first, the last.
struct FewOfMany {
    std::string title;
    std::vector<std::pair<std::string, std::string>> entries = {};   // name, figure
};

/// nation_map: every municipality a mark near its centre point, moved as little as needed to be seen.
struct NationMap {
    std::string id, title;
    std::string description = "";
    std::vector<FigurePoint> points = {};
    std::vector<Mark> legend = {};       // with how many as detail
    std::string table_url = "", csv_url = "";
    std::vector<FewOfMany> lists = {};   // beside the map
};
struct NationDrawing {
    double width = 0, height = 0, radius = 0;
    std::vector<PlacedPoint> dots;
    std::vector<PlacedText> labels;
};
NationDrawing lay_out_nation(const NationMap& map);

/// One year of a history_chart or a little chart of small_multiples.
struct YearPoint {
    int year = 0;
    std::optional<double> value = {};
    std::string shown = "";              // where there is no value, why
    Mark mark = {};
    std::string rank = "";               // "12 of 290"
    std::optional<Limit> green_limit = {}, red_limit = {};
    std::optional<Limit> other = {};     // of what it is compared with
};

/// history_chart: one line over all years, each year with its colour and shape; between the limits a band.
struct History {
    std::string id, title;
    std::string description = "";
    std::string subject = "";            // whose line it is: "Överkalix"
    std::string other = "";              // what it is compared with; "" nothing
    std::vector<YearPoint> years = {};   // ascending
    std::string csv_url = "";
};
struct HistoryDrawing {
    double width = 0, height = 0;
    std::string line, other_line, band, green_line, red_line;   // path data
    std::vector<std::pair<LineMark, MarkColour>> marks;
    std::vector<LineMark> other_marks, x_axis, y_axis;
};
HistoryDrawing lay_out_history(const History& history, const Page& page);
Table table_of(const History& history, const Page& page);

/// small_multiples: many little charts on the same years, for comparing shapes; one table for all.
struct SmallChart {
    std::string title;
    std::string url = "";
    std::vector<YearPoint> years = {};   // ascending
};
struct SmallMultiples {
    std::string id, title;
    std::string description = "";
    std::vector<SmallChart> charts = {};
    std::string csv_url = "";
};
struct SmallDrawing {
    double width = 0, height = 0;
    std::string line, area;
    std::vector<std::pair<LineMark, MarkColour>> marks;
    int first_year = 0, last_year = 0;   // of all charts
    const YearPoint* latest = nullptr;   // with a value
};
SmallDrawing lay_out_small(const SmallChart& chart, const SmallMultiples& all);
Table table_of(const SmallMultiples& all, const Page& page);

/// gender_bars: women and men side by side, with the gap in words.
struct GenderBars {
    std::string id, title;
    std::optional<Limit> women = {}, men = {}, total = {};
    std::string gap = "";                // "The gap is 4,2 percentage points"
    double whole = 0;                    // length of the scale: 100 for shares; 0 = the larger value
    std::string csv_url = "";
};
struct GenderBar {
    std::string label, shown;
    std::string_view kind;               // "women", "men", "total"
    std::optional<double> width;         // of 100
};
std::vector<GenderBar> lay_out_genders(const GenderBars& bars, const Page& page);

}  // namespace digilots::html::components
