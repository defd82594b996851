#pragma once
// Words as lines of letters, broken to a width.
#include <string_view>
#include <vector>

#include "platform/print/document.h"
#include "platform/print/fonts.h"

namespace digilots::print {

class Typeset {
public:
    struct Line {
        double x = 0, top = 0, baseline = 0, height = 0, width = 0;  // from the upper left of the whole
    };

    /// A line begins where the document's language begins, whatever the language of the words. A word that is
    /// wider than `width` is parted with a hyphen where its script knows one.
    Typeset(const Text& text, const Type& type, double width, const Document& document, Fonts& fonts);

    const std::vector<Line>& lines() const { return lines_; }
    double height() const { return lines_.empty() ? 0 : lines_.back().top + lines_.back().height; }
    /// Of the widest line, had it all the room.
    double natural_width() const { return natural_width_; }

    /// Line `line` with its upper left at (x, y) of the whole's left edge.
    void draw(std::size_t line, double x, double y, std::string_view ink, _cairo* paper) const;

    /// Of its widest word, or of all of it where it is whole: narrower columns part it.
    static double least_width(const Text& text, const Type& type, const Document& document, Fonts& fonts);

private:
    Layout layout_;
    std::vector<Line> lines_;
    double natural_width_ = 0;
};

}  // namespace digilots::print
