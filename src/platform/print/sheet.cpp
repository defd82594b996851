#include "platform/print/sheet.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/print/picture_drawn.h"

namespace digilots::print {

namespace {

constexpr const char* paper_ink = "#1e2126";
constexpr const char* rule_ink = "#9aa1ab";

cairo_status_t append_bytes(void* out, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

/// Whose letters stand directly in it; the others only hold such.
bool holds_words(const Tag& tag) {
    static constexpr std::string_view holders[] = {"Document", "L", "LI", "Table", "TR"};
    return std::ranges::find(holders, std::string_view(tag.name)) == std::end(holders);
}

}  // namespace

Sheet::Sheet(const Measure& measure, Fonts& fonts)
    : measure_(measure),
      fonts_(fonts),
      surface_(cairo_pdf_surface_create_for_stream(append_bytes, &file_, measure.width * measure.scale,
                                                   measure.height * measure.scale)),
      paper_(cairo_create(surface_)) {
    cairo_scale(paper_, measure.scale, measure.scale);
}

Sheet::~Sheet() {
    cairo_destroy(paper_);
    cairo_surface_destroy(surface_);
}

void Sheet::open(const Tag* tag) {
    Opened opened{tag};
    for (std::size_t before = 0; before < opened_.size(); ++before) {
        if (opened_[before].tag != tag) continue;
        opened.goes_on = before;
        break;
    }
    opened_.push_back(opened);
    path_.push_back(tag);
    cairo_tag_begin(paper_, tag->name, nullptr);
}

void Sheet::close() {
    cairo_tag_end(paper_, path_.back()->name);
    path_.pop_back();
}

/// What is drawn next belongs there.
void Sheet::go_to(const TagPath& path) {
    std::size_t same = 0;
    while (same < path.size() && same < path_.size() && path[same] == path_[same]) ++same;
    if (path.empty()) same = path_.size() - (!path_.empty() && holds_words(*path_.back()) ? 1 : 0);
    while (path_.size() > same) close();
    while (path_.size() < path.size()) open(path[path_.size()]);
}

void Sheet::note_box(double x, double y, double width, double height) {
    if (path_.empty()) return;
    const double scale = measure_.scale;
    opened_.back().box = {x * scale, (measure_.height - y - height) * scale, (x + width) * scale,
                          (measure_.height - y) * scale};
}

void Sheet::draw_picture(const Part::Picture& picture, double x, double y) {
    cairo_save(paper_);
    cairo_translate(paper_, x + picture.side / 2, y + picture.side / 2);
    const double scale = picture.side / (2 * picture.drawing->extent);
    cairo_scale(paper_, scale, scale);
    Pencil pencil(paper_, fonts_);
    picture.drawing->draw(pencil);
    cairo_restore(paper_);
}

/// Modules of a row that touch are one area: nothing shines through between them.
void Sheet::draw_code(const Part::Code& part, double x, double y) {
    const QrCode& code = *part.code;
    constexpr int quiet = 2;  // the paper around it is light as well
    const double module = part.side / (code.size + 2 * quiet);
    cairo_set_source_rgb(paper_, 0, 0, 0);
    cairo_new_path(paper_);
    for (int row = 0; row < code.size; ++row) {
        for (int from = 0; from < code.size; ++from) {
            int to = from;
            while (to < code.size && code.is_dark(to, row)) ++to;
            if (to > from)
                cairo_rectangle(paper_, x + (from + quiet) * module, y + (row + quiet) * module,
                                (to - from) * module, module);
            from = std::max(from, to);
        }
    }
    cairo_fill(paper_);
}

void Sheet::draw(const Part& part, double x, double y) {
    const bool is_read = !part.path.empty();
    go_to(part.path);
    if (const auto* line = std::get_if<Part::Line>(&part.is)) {
        line->text->draw(line->line, x, y, paper_ink, paper_);
    } else if (const auto* picture = std::get_if<Part::Picture>(&part.is)) {
        if (is_read) note_box(x, y, picture->side, picture->side);
        draw_picture(*picture, x, y);
    } else if (const auto* code = std::get_if<Part::Code>(&part.is)) {
        if (is_read) note_box(x, y, code->side, code->side);
        draw_code(*code, x, y);
    } else if (const auto* file = std::get_if<Part::File>(&part.is)) {
        if (is_read) note_box(x, y, file->width, file->height);
        draw_file(paper_, *file->file, {x, y, file->width, file->height});
    } else {
        const auto& rule = std::get<Part::Rule>(part.is);
        draw_unread_line(x, y, rule.width, rule.down);
    }
}

void Sheet::draw(const Piece& piece, double x, double y) {
    for (const auto& part : piece.parts) draw(part, x + part.x, y + part.y);
}

void Sheet::draw_unread(const Typeset& text, double x, double y) {
    go_to({});
    for (std::size_t line = 0; line < text.lines().size(); ++line)
        text.draw(line, x, y + text.lines()[line].top, paper_ink, paper_);
}

void Sheet::draw_unread_line(double x, double y, double width, double down) {
    go_to({});
    Pencil(paper_, fonts_).line(x, y, x + width, y + down, {rule_ink, 0.6});
}

void Sheet::next_page() {
    go_to({});
    cairo_show_page(paper_);
}

std::string Sheet::finish() {
    while (!path_.empty()) close();
    cairo_surface_finish(surface_);
    ENSURE(cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS &&
           cairo_status(paper_) == CAIRO_STATUS_SUCCESS);
    return std::move(file_);
}

}  // namespace digilots::print
