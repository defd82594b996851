#include "platform/print/typeset.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "platform/base/colour.h"

namespace digilots::print {

namespace {

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

}  // namespace

Typeset::Typeset(const Text& text, const Type& type, double width, const Document& document, Fonts& fonts)
    : layout_(fonts.layout(text.words, type, text.language.empty() ? document.language : text.language)) {
    PangoLayout* layout = layout_.get();
    int natural = 0;
    pango_layout_get_size(layout, &natural, nullptr);
    natural_width_ = points(natural);
    // Letters run as their own language does, numbers from the left; the library turns left and right where
    // they run from the right.
    const bool runs_from_right = pango_layout_line_get_resolved_direction(
                                     pango_layout_get_line_readonly(layout, 0)) == PANGO_DIRECTION_RTL;
    pango_layout_set_alignment(
        layout, document.right_to_left == runs_from_right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    pango_layout_set_width(layout, static_cast<int>(std::ceil(width * PANGO_SCALE)));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        lines_.push_back({points(extents.x), points(extents.y), points(pango_layout_iter_get_baseline(at)),
                          points(extents.height), points(extents.width)});
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

double Typeset::least_width(const Text& text, const Type& type, const Document& document, Fonts& fonts) {
    const auto layout = fonts.layout(text.words, type, text.language.empty() ? document.language : text.language);
    if (!text.whole) {
        pango_layout_set_width(layout.get(), 0);
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    }
    // The layout's own size counts no more than the width that was asked for.
    double most = 0;
    PangoLayoutIter* at = pango_layout_get_iter(layout.get());
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        most = std::max(most, points(extents.width));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
    return most;
}

void Typeset::draw(std::size_t line, double x, double y, std::string_view ink, _cairo* paper) const {
    const auto colour = base::parse_colour(ink).value_or(base::Colour{});
    cairo_set_source_rgb(paper, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
    cairo_move_to(paper, x + lines_[line].x, y + lines_[line].baseline - lines_[line].top);
    pango_cairo_show_layout_line(paper,
                                 pango_layout_get_line_readonly(layout_.get(), static_cast<int>(line)));
}

}  // namespace digilots::print
