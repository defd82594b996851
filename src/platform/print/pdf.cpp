#include "platform/print/pdf.h"

#include <algorithm>

#include "platform/print/marks.h"
#include "platform/print/pieces.h"
#include "platform/print/sheet.h"

namespace digilots::print {

namespace {

constexpr double small_letters = 0.72;  // times the letters' size, but never less than they can be read
constexpr double least_letters = 8;
constexpr std::size_t most_pages_made_tighter = 8;
constexpr double least_large = 18;  // that large letters are promised to be

/// The same on each page, and its number where there are several.
class Foot {
public:
    Foot(const Document& document, const Measure& measure, Fonts& fonts)
        : document_(document),
          measure_(measure),
          fonts_(fonts),
          type_{std::max(least_letters, measure.body * small_letters)},
          words_({document.footer}, type_, measure.text_width() - room_for_number(), document, fonts) {}

    double height() const { return words_.height() + measure_.body * above; }
    void draw(Sheet& sheet, std::size_t number, std::size_t all) const {
        const double top = measure_.height - measure_.margin - words_.height();
        const double numbers_room = room_for_number();
        if (!document_.footer.empty())
            sheet.draw_unread(words_, measure_.margin + (document_.right_to_left ? numbers_room : 0), top);
        if (all < 2) return;
        const Text text{std::to_string(number) + " / " + std::to_string(all)};
        const double wide = Typeset(text, type_, numbers_room, document_, fonts_).natural_width() + 1;
        const double x = document_.right_to_left ? measure_.margin : measure_.width - measure_.margin - wide;
        sheet.draw_unread(Typeset(text, type_, wide, document_, fonts_), x, top);
    }

private:
    static constexpr double above = 0.8;
    double room_for_number() const { return measure_.body * 4; }

    const Document& document_;
    const Measure& measure_;
    Fonts& fonts_;
    Type type_;
    Typeset words_;
};

struct LaidOut {
    Composed composed;
    std::vector<Page> pages;
};

LaidOut lay_out(const Document& document, const Measure& measure, Fonts& fonts) {
    LaidOut laid{compose(document, measure, fonts), {}};
    laid.pages = break_pages(laid.composed.pieces, measure.text_height());
    return laid;
}

/// A last page for a line or two is saved where slightly smaller letters do it.
LaidOut well_laid_out(const Document& document, const Measure& measure, Fonts& fonts) {
    auto laid = lay_out(document, measure, fonts);
    // Of many sheets one more or less is little, and each try lays out all of them.
    if (laid.pages.size() > most_pages_made_tighter) return laid;
    for (const double share : {0.97, 0.94}) {
        if (!ends_nearly_empty(laid.pages, measure.text_height())) return laid;
        Measure smaller = measure;
        smaller.body *= share;
        if (document.size == Size::large) smaller.body = std::max(smaller.body, std::min(measure.body, least_large));
        auto tighter = lay_out(document, smaller, fonts);
        if (tighter.pages.size() < laid.pages.size()) return tighter;
    }
    laid.pages = break_evenly(laid.composed.pieces, measure.text_height());
    return laid;
}

}  // namespace

std::size_t number_of_pages(const Document& document) {
    Fonts fonts;
    Measure measure = measure_of(document);
    measure.foot = Foot(document, measure, fonts).height();
    return well_laid_out(document, measure, fonts).pages.size();
}

std::string pdf(const Document& document) {
    Fonts fonts;
    Measure measure = measure_of(document);
    const Foot foot(document, measure, fonts);
    measure.foot = foot.height();
    const auto laid = well_laid_out(document, measure, fonts);
    const auto& pages = laid.pages;
    Sheet sheet(measure, fonts);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0) sheet.next_page();
        double y = measure.margin;
        for (const auto& piece : pages[page]) {
            y += piece.before;
            sheet.draw(piece, measure.margin, y);
            y += piece.height;
        }
        foot.draw(sheet, page + 1, pages.size());
    }
    const auto file = sheet.finish();
    return marked(file, document, sheet.opened());
}

}  // namespace digilots::print
