#pragma once
// A document as pieces that stand below each other and never part: a line, a row, a picture. What parts into
// pages.
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/print/typeset.h"

namespace digilots::print {

/// A mark in the tree that a screen reader goes through.
struct Tag {
    const char* name;              // "H1", "P", "TH"
    std::string alternative = "";  // of a picture; what a table is
    std::string language = "";     // where it is not the document's
    const char* scope = "";        // of a TH: "Row", "Column"
    bool is_table() const { return std::string_view(name) == "Table"; }
};
using TagPath = std::vector<const Tag*>;  // from the root on; empty: nothing that is read

/// What is drawn at a place inside of its piece.
struct Part {
    struct Line {
        std::shared_ptr<const Typeset> text;
        std::size_t line = 0;
    };
    struct Picture {
        const Drawing* drawing = nullptr;
        double side = 0;
    };
    struct Code {
        const QrCode* code = nullptr;
        double side = 0;
    };
    struct File {
        const PictureFile* file = nullptr;
        double width = 0, height = 0;
    };
    struct Rule {
        double width = 0, down = 0;  // down: upright, so high
    };
    double x = 0, y = 0;
    TagPath path;
    std::variant<Line, Picture, Code, File, Rule> is;
};

struct Piece {
    double before = 0;  // room above it, not at the head of a page
    double height = 0;
    bool keeps_next = false;  // stands on the same page as the next one
    std::vector<Part> parts = {};
    /// Of a table: stands above the first piece on a further page, and is not read again.
    std::shared_ptr<const Piece> repeated = nullptr;
};

struct Composed {
    std::deque<Tag> tags;  // stay where they are
    std::vector<Piece> pieces;
};

/// Lengths that hold for all of a document, in points.
struct Measure {
    double width = 0, height = 0;  // of the paper
    double margin = 0;
    double body = 0;   // letters
    double scale = 1;  // of everything
    double text_width() const { return width - 2 * margin; }
    double foot = 0;  // height of what stands at the foot of each page
    double text_height() const { return height - 2 * margin - foot; }
};
Measure measure_of(const Document& document);

/// The document must outlive what comes of it.
Composed compose(const Document& document, const Measure& measure, Fonts& fonts);

using Page = std::vector<Piece>;
/// Each piece with its `before` as it stands there. A piece higher than a page has one of its own.
std::vector<Page> break_pages(std::vector<Piece> pieces, double height);
/// The last of several pages holds next to nothing.
bool ends_nearly_empty(const std::vector<Page>& pages, double height);
/// On as many pages; those before the last one end earlier where it would be nearly empty else.
std::vector<Page> break_evenly(const std::vector<Piece>& pieces, double height);

}  // namespace digilots::print
