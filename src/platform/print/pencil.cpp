#include "platform/print/pencil.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <numbers>

#include "platform/base/colour.h"
#include "platform/print/fonts.h"

namespace digilots::print {

namespace {

constexpr double turn = std::numbers::pi / 180;

struct FreePath {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

/// Reads path data number by number.
class PathReader {
public:
    explicit PathReader(const char* data) : data_(data) {}

    bool at_end() const { return *data_ == '\0'; }
    /// Stays the same until another letter stands there.
    char command() {
        if (std::isalpha(static_cast<unsigned char>(*data_))) command_ = *data_++;
        return command_;
    }
    void follow_with(char command) { command_ = command; }
    double number() {
        char* end = nullptr;
        const double value = std::strtod(data_, &end);
        data_ = end;
        while (*data_ == ' ') ++data_;
        return value;
    }

private:
    const char* data_;
    char command_ = 'M';
};

struct PathPoint {
    double x = 0, y = 0;
};

/// A circular arc to another point; its middle lies on the side that the flag names.
PathPoint arc_to(cairo_t* paper, PathPoint from, PathReader& reader) {
    const double radius = reader.number();
    reader.number();
    reader.number();
    const bool is_large = reader.number() != 0;
    reader.number();
    const double x = reader.number();
    const PathPoint to{x, reader.number()};
    const double half = std::hypot(to.x - from.x, to.y - from.y) / 2;
    const double off = std::sqrt(std::max(0.0, radius * radius - half * half)) * (is_large ? 1 : -1);
    const PathPoint middle{(from.x + to.x) / 2 + off * (to.y - from.y) / (2 * half),
                           (from.y + to.y) / 2 - off * (to.x - from.x) / (2 * half)};
    cairo_arc(paper, middle.x, middle.y, radius, std::atan2(from.y - middle.y, from.x - middle.x),
              std::atan2(to.y - middle.y, to.x - middle.x));
    return to;
}

/// One bend, which the library knows as two.
PathPoint curve_to(cairo_t* paper, PathPoint from, PathReader& reader) {
    const double bend_x = reader.number(), bend_y = reader.number();
    const double x = reader.number();
    const PathPoint to{x, reader.number()};
    cairo_curve_to(paper, from.x + (bend_x - from.x) * 2 / 3, from.y + (bend_y - from.y) * 2 / 3,
                   to.x + (bend_x - to.x) * 2 / 3, to.y + (bend_y - to.y) * 2 / 3, to.x, to.y);
    return to;
}

void trace(cairo_t* paper, const char* data) {
    cairo_new_path(paper);
    PathReader reader(data);
    PathPoint at;
    while (!reader.at_end()) {
        const char command = reader.command();
        if (command == 'Z') {
            cairo_close_path(paper);
        } else if (command == 'Q') {
            at = curve_to(paper, at, reader);
        } else if (command == 'A') {
            at = arc_to(paper, at, reader);
        } else if (command == 'H' || command == 'V') {
            (command == 'H' ? at.x : at.y) = reader.number();
            cairo_line_to(paper, at.x, at.y);
        } else {
            at.x = reader.number();
            at.y = reader.number();
            command == 'M' ? cairo_move_to(paper, at.x, at.y) : cairo_line_to(paper, at.x, at.y);
            if (command == 'M') reader.follow_with('L');
        }
    }
}

void enter(cairo_t* paper, Pencil::Place place) {
    cairo_save(paper);
    cairo_translate(paper, place.x, place.y);
    cairo_scale(paper, place.scale, place.scale);
    cairo_set_line_cap(paper, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(paper, CAIRO_LINE_JOIN_ROUND);
}

}  // namespace

void Pencil::colour(std::string_view text, double opacity) {
    const auto colour = base::parse_colour(text).value_or(base::Colour{});
    cairo_set_source_rgba(paper_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0, opacity);
}

void Pencil::set(const Stroke& stroke) {
    colour(stroke.colour);
    cairo_set_dash(paper_, stroke.dashes.data(), static_cast<int>(stroke.dashes.size()), 0);
    cairo_set_line_width(paper_, stroke.width);
}

void Pencil::fill_and_stroke(std::string_view fill, double opacity, const Stroke& edge) {
    colour(fill, opacity);
    cairo_fill_preserve(paper_);
    if (edge.width > 0) {
        set(edge);
        cairo_stroke_preserve(paper_);
    }
    cairo_new_path(paper_);
}

void Pencil::sector(double from, double to, double inner, double outer, std::string_view fill, double opacity,
                    const Stroke& edge) {
    cairo_new_path(paper_);
    cairo_arc(paper_, 0, 0, outer, (from - 90) * turn, (to - 90) * turn);
    cairo_arc_negative(paper_, 0, 0, inner, (to - 90) * turn, (from - 90) * turn);
    cairo_close_path(paper_);
    fill_and_stroke(fill, opacity, edge);
}

void Pencil::disc(double x, double y, double radius, std::string_view fill, const Stroke& edge) {
    cairo_new_path(paper_);
    cairo_arc(paper_, x, y, radius, 0, 360 * turn);
    fill_and_stroke(fill, 1, edge);
}

void Pencil::rectangle(double x, double y, double width, double height, std::string_view fill) {
    cairo_new_path(paper_);
    cairo_rectangle(paper_, x, y, width, height);
    fill_and_stroke(fill, 1, {});
}

void Pencil::line(double from_x, double from_y, double to_x, double to_y, const Stroke& stroke) {
    cairo_new_path(paper_);
    cairo_move_to(paper_, from_x, from_y);
    cairo_line_to(paper_, to_x, to_y);
    set(stroke);
    cairo_stroke(paper_);
}

void Pencil::fill_path(const char* data, Place place, std::string_view fill) {
    enter(paper_, place);
    trace(paper_, data);
    fill_and_stroke(fill, 1, {});
    cairo_restore(paper_);
}

void Pencil::stroke_path(const char* data, Place place, const Stroke& stroke) {
    enter(paper_, place);
    trace(paper_, data);
    set(stroke);
    cairo_stroke(paper_);
    cairo_restore(paper_);
}

void Pencil::letters(std::string_view text, double x, double y, double degrees, const Type& type,
                     std::string_view ink) {
    const auto layout = fonts_.layout(text, type);
    colour(ink);
    cairo_save(paper_);
    cairo_translate(paper_, x, y);
    cairo_rotate(paper_, degrees * turn);
    int width = 0, height = 0;
    pango_layout_get_size(layout.get(), &width, &height);
    cairo_move_to(paper_, -0.5 * width / PANGO_SCALE, -0.5 * height / PANGO_SCALE);
    pango_cairo_show_layout(paper_, layout.get());
    cairo_restore(paper_);
}

/// Letters as outlines, each point carried from the line to the circle: right for every script.
void Pencil::letters_along(std::string_view text, double angle, double radius, Feet feet, const Type& type,
                           std::string_view ink) {
    const auto layout = fonts_.layout(text, type);
    colour(ink);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    const double middle = 0.5 * width / PANGO_SCALE;
    const double baseline = static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE;
    const double side = feet == Feet::inwards ? 1 : -1;
    cairo_new_path(paper_);
    cairo_move_to(paper_, 0, 0);
    pango_cairo_layout_path(paper_, layout.get());
    const std::unique_ptr<cairo_path_t, FreePath> path(cairo_copy_path_flat(paper_));
    cairo_new_path(paper_);
    for (int at = 0; at < path->num_data; at += path->data[at].header.length) {
        const cairo_path_data_t* part = &path->data[at];
        if (part->header.type == CAIRO_PATH_CLOSE_PATH) {
            cairo_close_path(paper_);
            continue;
        }
        const double along = part[1].point.x - middle, above = baseline - part[1].point.y;
        const double away = radius + side * above;
        const double towards = (angle + side * along / radius / turn - 90) * turn;
        const double x = away * std::cos(towards), y = away * std::sin(towards);
        part->header.type == CAIRO_PATH_MOVE_TO ? cairo_move_to(paper_, x, y) : cairo_line_to(paper_, x, y);
    }
    cairo_fill(paper_);
}

}  // namespace digilots::print
