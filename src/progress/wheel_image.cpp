#include "progress/wheel_image.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "platform/base/colour.h"
#include "platform/base/ensure.h"
#include "progress/wheel_svg.h"

namespace digilots::progress {

namespace {

constexpr const char* paper_ink = "#1e2126";
constexpr double turn = std::numbers::pi / 180;

struct Deleter {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};
template <class T>
using Owned = std::unique_ptr<T, Deleter>;

/// A pencil with the drawing's own units.
class Pencil {
public:
    explicit Pencil(cairo_t* context) : context_(context) {}

    void colour(std::string_view text, double opacity = 1) {
        const auto colour = base::parse_colour(text).value_or(base::Colour{});
        cairo_set_source_rgba(context_, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                              opacity);
    }

    void fill(const Sector& sector, std::string_view fill, double opacity, double edge) {
        cairo_new_path(context_);
        cairo_arc(context_, 0, 0, sector.outer, (sector.from - 90) * turn, (sector.to - 90) * turn);
        cairo_arc_negative(context_, 0, 0, sector.inner, (sector.to - 90) * turn, (sector.from - 90) * turn);
        cairo_close_path(context_);
        colour(fill, opacity);
        cairo_fill_preserve(context_);
        colour("#ffffff");
        cairo_set_line_width(context_, edge);
        edge > 0 ? cairo_stroke(context_) : cairo_new_path(context_);
    }

    void disc(const Point& at, double radius, std::string_view fill, double edge) {
        cairo_new_path(context_);
        cairo_arc(context_, at.x, at.y, radius, 0, 360 * turn);
        colour(fill);
        cairo_fill_preserve(context_);
        colour("#ffffff");
        cairo_set_line_width(context_, edge);
        cairo_stroke(context_);
    }

    void mark(const DrawnMark& mark) {
        const SignLook& look = look_of(mark.mark);
        cairo_save(context_);
        cairo_translate(context_, mark.at.x, mark.at.y);
        cairo_scale(context_, mark.radius, mark.radius);
        cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
        trace(look.shape);
        colour(look.fill);
        cairo_fill_preserve(context_);
        colour(look.outline);
        const double dashes[] = {0.34, 0.25};
        if (*look.dashes) cairo_set_dash(context_, dashes, 2, 0);
        cairo_set_line_width(context_, 0.13);
        cairo_stroke(context_);
        cairo_set_dash(context_, nullptr, 0, 0);
        trace(look.sign_path);
        colour(look.sign);
        cairo_set_line_width(context_, 0.25);
        cairo_stroke(context_);
        cairo_restore(context_);
    }

    void letters(const Lettering& lettering, std::string_view ink) {
        const auto layout = layout_of(lettering.text, lettering.size, lettering.bold);
        colour(ink);
        if (lettering.way == Way::along) {
            bend(layout.get(), lettering);
            return;
        }
        const Point at = point_at(lettering.angle, lettering.radius);
        cairo_save(context_);
        cairo_translate(context_, at.x, at.y);
        if (lettering.way == Way::radial)
            cairo_rotate(context_,
                         (is_turned(lettering) ? lettering.angle + 90 : lettering.angle - 90) * turn);
        int width = 0, height = 0;
        pango_layout_get_size(layout.get(), &width, &height);
        cairo_move_to(context_, -0.5 * width / PANGO_SCALE, -0.5 * height / PANGO_SCALE);
        pango_cairo_show_layout(context_, layout.get());
        cairo_restore(context_);
    }

    /// A paragraph; returns its height.
    double paragraph(std::string_view text, double x, double y, double width, double size, bool bold,
                     bool right_to_left) {
        const auto layout = layout_of(text, size, bold);
        pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
        pango_layout_set_alignment(layout.get(), right_to_left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        pango_layout_set_auto_dir(layout.get(), TRUE);
        if (right_to_left) pango_layout_set_alignment(layout.get(), PANGO_ALIGN_LEFT);
        colour(paper_ink);
        cairo_move_to(context_, x, y);
        pango_cairo_show_layout(context_, layout.get());
        int height = 0;
        pango_layout_get_size(layout.get(), nullptr, &height);
        return static_cast<double>(height) / PANGO_SCALE;
    }

private:
    Owned<PangoLayout> layout_of(std::string_view text, double size, bool bold) {
        Owned<PangoLayout> layout(pango_cairo_create_layout(context_));
        PangoFontDescription* font = pango_font_description_new();
        pango_font_description_set_family(font, "Noto Sans, DejaVu Sans, sans-serif");
        pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
        return layout;
    }

    /// Letters as outlines, each point carried from the line to the circle: right for every script.
    void bend(PangoLayout* layout, const Lettering& lettering) {
        int width = 0;
        pango_layout_get_size(layout, &width, nullptr);
        const double middle = 0.5 * width / PANGO_SCALE;
        const double baseline = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
        const bool turned = is_turned(lettering);
        cairo_new_path(context_);
        cairo_move_to(context_, 0, 0);
        pango_cairo_layout_path(context_, layout);
        const Owned<cairo_path_t> path(cairo_copy_path_flat(context_));
        cairo_new_path(context_);
        for (int at = 0; at < path->num_data; at += path->data[at].header.length) {
            const cairo_path_data_t* part = &path->data[at];
            if (part->header.type == CAIRO_PATH_CLOSE_PATH) {
                cairo_close_path(context_);
                continue;
            }
            const double along = part[1].point.x - middle, above = baseline - part[1].point.y;
            const double radius = lettering.radius + (turned ? -above : above);
            const double angle = lettering.angle + (turned ? -along : along) / lettering.radius / turn;
            const Point point = point_at(angle, radius);
            part->header.type == CAIRO_PATH_MOVE_TO ? cairo_move_to(context_, point.x, point.y)
                                                    : cairo_line_to(context_, point.x, point.y);
        }
        cairo_fill(context_);
    }

    void trace(const char* data);

    cairo_t* context_;
};

/// Path data as wheel_svg.cpp writes the marks: M, L, H, V, Q and half circles, absolute.
void Pencil::trace(const char* data) {
    cairo_new_path(context_);
    double x = 0, y = 0;
    char command = 'M';
    const auto number = [&data] {
        char* end = nullptr;
        while (*data == ' ') ++data;
        const double value = std::strtod(data, &end);
        data = end;
        return value;
    };
    while (*data != '\0') {
        if (std::isalpha(static_cast<unsigned char>(*data))) command = *data++;
        if (command == 'Z') {
            cairo_close_path(context_);
            continue;
        }
        if (command == 'H' || command == 'V') {
            (command == 'H' ? x : y) = number();
            cairo_line_to(context_, x, y);
        } else if (command == 'Q') {
            const double bend_x = number(), bend_y = number(), to_x = number(), to_y = number();
            cairo_curve_to(context_, x + (bend_x - x) * 2 / 3, y + (bend_y - y) * 2 / 3,
                           to_x + (bend_x - to_x) * 2 / 3, to_y + (bend_y - to_y) * 2 / 3, to_x, to_y);
            x = to_x, y = to_y;
        } else if (command == 'A') {
            const double radius = number();
            number(), number();
            const bool is_large = number() != 0;
            number();
            const double to_x = number(), to_y = number();
            const double half = std::hypot(to_x - x, to_y - y) / 2;
            const double off = std::sqrt(std::max(0.0, radius * radius - half * half)) * (is_large ? 1 : -1);
            const double middle_x = (x + to_x) / 2 + off * (to_y - y) / (2 * half);
            const double middle_y = (y + to_y) / 2 - off * (to_x - x) / (2 * half);
            cairo_arc(context_, middle_x, middle_y, radius, std::atan2(y - middle_y, x - middle_x),
                      std::atan2(to_y - middle_y, to_x - middle_x));
            x = to_x, y = to_y;
        } else {
            x = number(), y = number();
            command == 'M' ? cairo_move_to(context_, x, y) : cairo_line_to(context_, x, y);
            if (command == 'M') command = 'L';
        }
    }
}

void draw_wheel(Pencil& pencil, const WheelDrawing& drawing) {
    for (const auto& goal : drawing.goals) {
        const bool chosen = !goal.goal->targets.empty();
        if (!chosen) pencil.fill({goal.sector.from, goal.sector.to, 374, goal.band.inner}, "#f3f4f6", 1, 0);
        pencil.fill(goal.band, goal.goal->colour, 1, 2);
        pencil.letters(goal.number, chosen ? std::string_view(goal.goal->ink) : "#4b5058");
        for (const auto& line : goal.title) pencil.letters(line, paper_ink);
    }
    for (const auto& target : drawing.targets) {
        pencil.fill(target.cell, target.goal->colour, 0.13, 1.5);
        pencil.mark(target.mark);
        pencil.letters(target.number, paper_ink);
    }
    for (const auto& ring : drawing.rings) {
        pencil.fill(ring.track, "#eef0f2", 1, 0);
        for (const auto& segment : ring.segments) pencil.fill(segment, ring.ring->colour, 1, 1.5);
        pencil.disc(point_at(ring.number.angle, ring.number.radius), ring.number.size * 0.82,
                    ring.ring->colour, 2.5);
        pencil.letters(ring.number, ring.ring->ink);
    }
    for (const auto& word : drawing.words) pencil.letters(word, paper_ink);
    for (const auto& tally : drawing.tallies) {
        pencil.mark(tally.mark);
        pencil.letters(tally.count, paper_ink);
    }
}

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

/// Legend on one side, own goals on the other, the source below: in the units of A4 in points.
void write_poster(Pencil& pencil, const Poster& poster, double top) {
    const bool rtl = poster.right_to_left;
    const double left = rtl ? 352 : 42, right = rtl ? 42 : 250, mark_x = rtl ? 192 : 8;
    double y = top;
    for (const auto& sign : poster.legend) {
        pencil.mark({{left + mark_x, y + 8}, 6.5, sign.sign});
        y += std::max(18.0,
                      pencil.paragraph(sign.words, left + (rtl ? 0 : 22), y + 1, 178, 10, false, rtl) + 6);
    }
    if (poster.goals.empty()) return;
    double line = top + pencil.paragraph(poster.goals_heading, right, top, 300, 11, true, rtl) + 6;
    for (const auto& goal : poster.goals) {
        const double badge = rtl ? right + 292 : right + 8;
        pencil.disc({badge, line + 8}, 8, goal.colour, 0.5);
        pencil.letters({std::to_string(goal.number), std::atan2(badge, -(line + 8)) / turn,
                        std::hypot(badge, line + 8), 9, Way::upright, true},
                       goal.ink);
        line += std::max(
            20.0, pencil.paragraph(goal.title, right + (rtl ? 0 : 22), line + 1, 278, 10, false, rtl) + 7);
    }
}

}  // namespace

std::string wheel_png(const WheelDrawing& drawing, int pixels) {
    const Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels, pixels));
    {
        const Owned<cairo_t> context(cairo_create(surface.get()));
        cairo_set_source_rgb(context.get(), 1, 1, 1);
        cairo_paint(context.get());
        cairo_translate(context.get(), pixels / 2.0, pixels / 2.0);
        cairo_scale(context.get(), pixels / 1000.0, pixels / 1000.0);
        Pencil pencil(context.get());
        draw_wheel(pencil, drawing);
    }
    std::string png;
    ENSURE(cairo_surface_write_to_png_stream(surface.get(), append, &png) == CAIRO_STATUS_SUCCESS);
    return png;
}

std::string wheel_pdf(const WheelDrawing& drawing, const Poster& poster, Paper paper) {
    constexpr double width = 595.28, height = 841.89;
    const double size = paper == Paper::a3 ? std::numbers::sqrt2 : 1;
    std::string pdf;
    {
        const Owned<cairo_surface_t> surface(
            cairo_pdf_surface_create_for_stream(append, &pdf, width * size, height * size));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, poster.title.c_str());
        const Owned<cairo_t> context(cairo_create(surface.get()));
        cairo_scale(context.get(), size, size);
        Pencil pencil(context.get());
        const double head = pencil.paragraph(poster.title, 42, 32, 511, 24, true, poster.right_to_left);
        pencil.paragraph(poster.lead, 42, 36 + head, 511, 11, false, poster.right_to_left);
        cairo_save(context.get());
        cairo_translate(context.get(), width / 2, 366);
        cairo_scale(context.get(), 0.548, 0.548);
        draw_wheel(pencil, drawing);
        cairo_restore(context.get());
        write_poster(pencil, poster, 662);
        pencil.paragraph(poster.source, 42, 796, 511, 8, false, poster.right_to_left);
        cairo_surface_finish(surface.get());
        ENSURE(cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS);
    }
    return pdf;
}

}  // namespace digilots::progress
