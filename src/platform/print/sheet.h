#pragma once
// Paper with a tag tree: what is drawn on it is read in that order.
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "platform/print/pieces.h"

struct _cairo;
struct _cairo_surface;

namespace digilots::print {

/// The elements of the tree in the order in which they were opened, which is the order in which they stand in
/// the file.
struct Opened {
    const Tag* tag = nullptr;
    std::optional<std::size_t> goes_on =
        std::nullopt;  // the element that this one continues on a further page
    struct Box {
        double left = 0, bottom = 0, right = 0, top = 0;  // in the page's own measure, y upwards
    };
    std::optional<Box> box = std::nullopt;  // of a picture
};

class Sheet {
public:
    explicit Sheet(const Measure& measure, Fonts& fonts);
    ~Sheet();

    /// The piece's upper left at (x, y).
    void draw(const Piece& piece, double x, double y);
    /// Drawn, never read.
    void draw_unread(const Typeset& text, double x, double y);
    void draw_unread_line(double x, double y, double width, double down = 0);
    void next_page();
    /// The file; nothing is drawn afterwards.
    std::string finish();
    const std::vector<Opened>& opened() const { return opened_; }

private:
    void go_to(const TagPath& path);
    void open(const Tag* tag);
    void close();
    void draw(const Part& part, double x, double y);
    void draw_picture(const Part::Picture& picture, double x, double y);
    void draw_code(const Part::Code& code, double x, double y);
    void note_box(double x, double y, double width, double height);

    Measure measure_;
    Fonts& fonts_;
    std::string file_;
    _cairo_surface* surface_;
    _cairo* paper_;
    TagPath path_;
    std::vector<Opened> opened_;
};

}  // namespace digilots::print
