#pragma once
// What the components of the product take in. Each is a folder under components/: template, fixtures, test.
// In a template: {% call components::open_badge({.state = components::OpenState::open, .next_change = view.closes}, page) %}
// Everything a person reads comes in already translated.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/html/writer.h"

namespace digilots::html {
class Page;
class FormErrors;
}  // namespace digilots::html

namespace digilots::html::components {

// ---- Forms ----

struct Option {
    std::string value, label;
    bool selected = false;
    std::string hint = "";
    std::string group = "";              // neighbours of one group stand below its name: select_field, checkbox_group
};

/// Neighbours of one group; "" of none.
struct OptionGroup {
    std::string label;
    std::span<const Option> options;
};

/// One question of a form: text_field, text_area, select_field, radio_group, checkbox_group, checkbox.
struct Field {
    std::string name, label;
    std::string value = "";
    std::string error = "";              // FormErrors::message(name)
    std::string hint = "";
    std::string type = "text";           // email, password, tel, url, number, date, time, search …
    std::string autocomplete = "";       // "username", "current-password", "off" …
    std::string input_mode = "";         // "numeric" …
    bool optional = false;               // the label says "(optional)"; everything else must be filled in
    bool checked = false;                // checkbox
    int rows = 4;                        // text_area
    std::vector<Option> options = {};    // select_field, radio_group, checkbox_group
    std::string suffix = "";             // unit behind the field: "min"
    std::string id = "";                 // else the name
    std::string element_id() const { return id.empty() ? name : id; }
    std::string description_ids() const;  // what aria-describedby lists; "" where there is nothing
    std::vector<OptionGroup> groups() const;  // the options, parted where the group changes
    /// The same field with its error from the form.
    Field with(const FormErrors& errors) const;
};

enum class ButtonKind { primary, secondary, tertiary, danger };

struct Button {
    std::string label;
    ButtonKind kind = ButtonKind::primary;
    std::string name = "", value = "";
    std::string url = "";                // a link that looks like a button
    std::string key = "";                // the key that presses it, shown: "S"
    bool large = false;
};

/// A search field with its button. GET to `url`.
struct SearchField {
    std::string url, label, value = "";
    std::string name = "q";
    std::string hint = "";
    bool large = false;                  // the one thing on the page
    std::string live = "";               // address that answers with the result list as a fragment while typing
    std::string live_target = "";        // id of the element that takes it
    std::string key = "";                // the key that puts the cursor there: "/"
};

/// One filter: a group of choices; many = checkboxes, else one of a list.
struct Filter {
    std::string name, label;
    std::vector<Option> options = {};
    bool many = false;
};

/// Filters in the address (GET); works without JavaScript.
struct FilterForm {
    std::string url;
    std::vector<Filter> filters = {};
    int active = 0;                      // how many are set
    std::vector<std::pair<std::string, std::string>> kept = {};   // further query values to keep, hidden
};

/// A question before something that cannot be undone. POST to `url`.
struct Confirmation {
    std::string url, text, confirm, cancel_url;
    bool dangerous = true;
    std::vector<std::pair<std::string, std::string>> hidden = {};
};

// ---- What is shown ----

enum class OpenState { open, closed, unknown };

struct OpenBadge {
    OpenState state = OpenState::unknown;
    std::string next_change = "";        // in words: "closes at 16.00", "opens tomorrow at 10.00"
};

/// "Checked 12 days ago", "Not checked since …"; old after the months in which such things are checked again.
struct Freshness {
    std::optional<base::Date> verified_on;
    base::Date today;
    int months = 6;
    int days() const;                    // since then
    bool is_old() const;
};

/// In a list: what somebody does not help with, and what is good to know before one comes. Nothing where both are empty.
struct Limits {
    std::vector<std::string> refusals, good_to_know;
};

enum class NoticeKind { information, success, warning, danger };

struct Notice {
    std::string text;
    NoticeKind kind = NoticeKind::information;
    std::string title = "";
    bool announce = false;               // role="status": after an action
    std::vector<std::string> lines = {};        // before the text, a paragraph each
};

/// What may be wrong in a form and may be right, asked about once: what it is, and the mark by which it is not asked again.
/// Nothing where there is neither.
struct Doubts {
    std::vector<std::string> sentences;
    std::string asked_about = "";
    std::string title = "";                             // "": a usual one
    std::string change_url = "", change_label = "";     // to the field that it is about
};

/// Whom to ring when somebody is in danger: before anything else on the page.
struct DangerNumber {
    std::string number, name, about;     // "112", "SOS Alarm", "If life is in danger"
};
struct DangerCard {
    std::string title, advice;
    std::vector<DangerNumber> numbers;
};

struct Tag {
    std::string label;
    std::string url = "";
    std::string colour = "neutral";      // neutral, accent, success, warning, danger, info
};

struct Phone {
    std::string number;
    std::string label = "";              // "Contact centre"
    bool is_example = false;             // from the series reserved for fiction: said beside it
    bool large = false;
    std::string zone = "";               // of the municipality whose number it is; "" that of the page
    std::string dialled(const Page& page) const;   // what tel: takes; "" where it is no number
};

struct SummaryItem {
    std::string term;
    std::vector<std::string> values = {};  // none: "Unknown"
    std::string url = "";                // of the only value
};

/// How something stands. Never shown by its colour alone: each has a shape, a sign and a word.
enum class MarkColour { green, yellow, red, unknown };

struct Mark {
    MarkColour colour = MarkColour::unknown;
    std::string word = "";               // "": the colour's own word: "Green"
    std::string detail = "";             // what it means here: "among the best quarter", or why it is unknown
};

/// "Green", "Yellow", "Red", "Unknown"
std::string colour_word(MarkColour colour, const Page& page);
/// "green" …: for classes and data.
std::string_view colour_name(MarkColour colour);
/// SVG path data of the colour's shape around a point: disc, square on its tip, triangle, ring.
std::string mark_path(MarkColour colour, double x, double y, double radius);
/// … and of the sign inside it, in a box of 20 × 20: tick, dash, exclamation mark, question mark.
std::string_view mark_sign(MarkColour colour);

struct Column {
    std::string title;
    bool numeric = false;
    std::string url = "";                // sorts by this column
    std::string sorted = "";             // "ascending", "descending" where the rows stand in its order
};

struct Cell {
    std::string text;
    std::string url = "";                // opens the number
    bool suppressed = false;             // too few to show: said in words, never zero
    bool unknown = false;                // grey, never zero
    std::optional<Mark> mark = {};       // stands before the text
};

struct Table {
    std::string caption;
    std::vector<Column> columns = {};
    std::vector<std::vector<Cell>> rows = {};  // the first cell of a row is its header
    std::string empty = "";              // shown where there are no rows
    std::vector<Cell> total = {};
    int highlighted = -1;                // the row that the page is about
    std::string_view cell_class(const Cell& cell, std::size_t column) const;
};

struct PageLink {
    std::string url = "";
    int number = 0;
    bool current = false;
    bool gap = false;                    // "…"
};

struct Pagination {
    std::vector<PageLink> pages;         // nothing is shown for one page
    std::string previous = "", next = "";
};

/// Of ?page=: the first where it is none, the last where it is beyond.
int page_number(std::string_view text, std::int64_t items, int per_page);
/// `url` holds the whole address with its query; `parameter` is set in it ("page").
Pagination paginate(std::int64_t items, int current, int per_page, std::string_view url, std::string_view parameter = "page");

// ---- Charts: drawn on the server, always with their table ----

struct ChartPoint {
    std::string label;
    std::optional<double> value = {};    // nothing: unknown or suppressed, drawn as a gap
    std::string shown = "";              // "1 234" as the language writes it; "under 5"
    std::string url = "";
};

struct ChartSeries {
    std::string title;
    std::vector<ChartPoint> points;
};

struct Chart {
    std::string id, title;               // id: unique on the page
    std::string description = "";        // one sentence that says what it shows
    std::string dimension;               // head of the first column: "Month"
    std::vector<ChartSeries> series;     // bar_chart shows the first; line_chart up to four
    std::string csv_url = "";
    double reaches = 0;                  // how far the axis goes at least: 100 of shares, so that two drawings compare
    std::string value_title(std::size_t which) const;   // of a series; the chart's title where it has none
};

/// Where things stand in the drawings; made by the functions below for the templates.
struct BarRow { std::string label, shown, url; bool unknown = false; double width = 0; };   // width of 100
std::vector<BarRow> lay_out_bars(const Chart& chart);
struct LineMark { double x = 0, y = 0; std::string label; };
struct LinePath { std::string path, title; int style = 0; std::vector<LineMark> marks; };
struct LineDrawing { double width = 0, height = 0; std::vector<LinePath> lines; std::vector<LineMark> x_axis, y_axis; };
LineDrawing lay_out_lines(const Chart& chart, const Page& page);
Table table_of(const Chart& chart, const Page& page);

/// A map of points alone, with scale bar and north; the list beside it says the same.
struct MapPoint { std::string label; double latitude = 0, longitude = 0; bool approximate = false; std::string url = ""; };
struct PointMap {
    std::string label;                   // what the map shows, for those who do not see it
    std::vector<MapPoint> points = {};
    std::string tiles = "";              // "https://tiles.example.org/{z}/{x}/{y}.png": map.js draws a map to move in
    std::string attribution = "";        // whose tiles they are
};
struct DrawnPoint {
    double x = 0, y = 0, label_x = 0;
    std::string label;                   // "" where it would stand on another
    bool approximate = false;
    MapPoint point = {};
};
struct PointDrawing { double width = 0, height = 0, scale_width = 0; std::string scale_label; std::vector<DrawnPoint> points; };
PointDrawing lay_out_points(const PointMap& map, const Page& page);

/// A coordinate for SVG: at most one decimal, "." as separator.
std::string coordinate(double value);
/// Latitude or longitude with five decimals: about a metre.
std::string degrees(double value);

}  // namespace digilots::html::components
