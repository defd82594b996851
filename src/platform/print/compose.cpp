#include "platform/print/compose.h"

#include <numbers>
#include <utility>

#include "platform/print/picture_file.h"

namespace digilots::print {

namespace {

constexpr double readable_column = 12;  // times the letters' size

struct PaperSize {
    double width, height, margin, body;
};

// Letters that somebody of 80 reads at an arm's length.
PaperSize size_of(Paper paper) {
    switch (paper) {
        case Paper::a5:
            return {419.53, 595.28, 36, 12};
        case Paper::a6:
            return {297.64, 419.53, 24, 11};
        default:
            return {595.28, 841.89, 54, 13};
    }
}

double first_baseline(const Part& part) {
    return std::get<Part::Line>(part.is).text->lines().front().baseline;
}

Type type_of(Emphasis emphasis, double body) {
    switch (emphasis) {
        case Emphasis::lead:
            return {body * 1.15, false};
        case Emphasis::strong:
            return {body, true};
        case Emphasis::number:
            return {body * 1.35, true};
        case Emphasis::small:
            return {body * 0.85, false};
        default:
            return {body, false};
    }
}

}  // namespace

Measure measure_of(const Document& document) {
    const PaperSize paper = size_of(document.paper);
    Measure measure{paper.width, paper.height, paper.margin, paper.body};
    if (document.lies) std::swap(measure.width, measure.height);
    if (document.size == Size::large) measure.body = 18.5;
    // Letters of that script are smaller than their size says.
    if (document.language == "ar") measure.body *= 1.12;
    if (document.body > 0) measure.body = document.body;
    if (document.margin > 0) measure.margin = document.margin;
    if (document.paper == Paper::a3) measure.scale = std::numbers::sqrt2;
    return measure;
}

std::vector<Piece> Composer::blocks(const std::vector<Block>& blocks, double width, const TagPath& under) {
    Pieces all;
    for (const auto& block : blocks) {
        auto pieces = std::visit([&](const auto& one) { return compose(one, width, under); }, block.is);
        std::ranges::move(pieces, std::back_inserter(all));
    }
    return all;
}

std::vector<Piece> Composer::lines(const std::shared_ptr<const Typeset>& text, double before, double x,
                                   const TagPath& path) {
    Pieces pieces;
    const auto count = text->lines().size();
    for (std::size_t line = 0; line < count; ++line) {
        Piece piece{line == 0 ? before : 0, text->lines()[line].height};
        piece.keeps_next = line + 1 < count && (line == 0 || line + 2 == count);
        piece.parts.push_back({x, 0, path, Part::Line{text, line}});
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<Piece> Composer::compose(const Heading& heading, double width, const TagPath& under) {
    static constexpr double sizes[] = {1.75, 1.3, 1.1};
    static constexpr const char* names[] = {"H1", "H2", "H3"};
    const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
    // Large letters stay on the paper: a long name of a place needs no more than a line or two.
    const double size = std::min(measure_.body * sizes[level], std::max(measure_.body * 1.2, width / 14));
    auto pieces = lines(set(heading.text, {size, true}, width), measure_.body * (level == 1 ? 1.1 : 0.8), 0,
                        below(under, {names[level], "", heading.text.language}));
    for (auto& piece : pieces) piece.keeps_next = true;
    return pieces;
}

std::vector<Piece> Composer::compose(const Paragraph& paragraph, double width, const TagPath& under) {
    if (paragraph.text.words.empty()) return {};
    const Type type = type_of(paragraph.emphasis, measure_.body);
    auto pieces = lines(set(paragraph.text, type, width), measure_.body * 0.4, 0,
                        below(under, {"P", "", paragraph.text.language}));
    // "Other times:" belongs to what it introduces.
    if (paragraph.text.words.ends_with(':') && pieces.size() <= 2) {
        for (auto& piece : pieces) piece.keeps_next = true;
    }
    return pieces;
}

Piece Composer::item_marker(const ListItem& item, double x, const Type& type, const TagPath& under) {
    const double side = type.size * 1.25;
    Piece marker;
    if (!item.marker) {
        const auto dot = set({"•"}, type, side);
        const auto& line = dot->lines().front();
        const double from = document_.right_to_left ? x + side - line.width : x;
        marker.height = dot->height();
        // Where in its room the dot stands is the library's choice.
        marker.parts.push_back({from - line.x, 0, below(under, {"Lbl"}), Part::Line{dot, 0}});
        return marker;
    }
    const TagPath path = item.marker_words.empty() ? TagPath{} : below(under, {"Lbl", item.marker_words});
    marker.height = side;
    marker.parts.push_back({x, 0, path, Part::Picture{&*item.marker, side}});
    return marker;
}

std::vector<Piece> Composer::compose(const List& list, double width, const TagPath& under) {
    if (list.items.empty()) return {};
    Pieces all;
    const Type type{measure_.body};
    const TagPath tree = below(under, {"L"});
    for (const auto& item : list.items) {
        const double indent = measure_.body * (item.marker ? 1.8 : 1.2);
        const double side = type.size * 1.25;
        const TagPath of_item = below(tree, {"LI"});
        Piece marker = item_marker(item, place(0, side, width), type, of_item);
        const TagPath body = below(of_item, {"LBody", "", item.text.language});
        auto pieces = lines(set(item.text, type, width - indent), measure_.body * 0.3,
                            document_.right_to_left ? 0 : indent, body);
        if (pieces.empty()) continue;
        pieces.front().height = std::max(pieces.front().height, marker.height);
        auto& parts = pieces.front().parts;
        if (const auto* dot = std::get_if<Part::Line>(&marker.parts.front().is))
            marker.parts.front().y =
                std::max(0.0, first_baseline(parts.front()) - dot->text->lines().front().baseline);
        parts.insert(parts.begin(), marker.parts.front());
        std::ranges::move(pieces, std::back_inserter(all));
    }
    return all;
}

/// Where the language begins, on the page of what is said below it. Nothing of what cannot be printed.
std::vector<Piece> Composer::compose_file(const PictureFile& file, double width, const TagPath& path) {
    constexpr double most_of_page = 0.7;
    if (!can_be_printed(file)) return {};
    const auto extent = printed_extent(file, width, measure_.text_height() * most_of_page);
    Piece piece{measure_.body * 0.6, extent.height, true};
    piece.parts.push_back(
        {place(0, extent.width, width), 0, path, Part::File{&file, extent.width, extent.height}});
    return {std::move(piece)};
}

std::vector<Piece> Composer::compose(const Picture& picture, double width, const TagPath& under) {
    if (const auto* file = std::get_if<PictureFile>(&picture.is))
        return compose_file(*file, picture.width > 0 ? std::min(picture.width, width) : width,
                            below(under, {"Figure", picture.alternative}));
    const double side = std::min({picture.width > 0 ? picture.width : width, width, measure_.text_height()});
    const double x = picture.width > 0 ? place(0, side, width) : (width - side) / 2;
    const TagPath path = below(under, {"Figure", picture.alternative});
    Piece piece{measure_.body * 0.6, side};
    if (const auto* code = std::get_if<QrCode>(&picture.is)) {
        piece.parts.push_back({x, 0, path, Part::Code{code, side}});
    } else {
        piece.parts.push_back({x, 0, path, Part::Picture{&std::get<Drawing>(picture.is), side}});
    }
    return {std::move(piece)};
}

std::vector<Piece> Composer::below_each_other(const Columns& columns, double width, const TagPath& under) {
    Pieces all;
    for (const auto& column : columns.columns) {
        auto pieces = blocks(column, width, under);
        std::ranges::move(pieces, std::back_inserter(all));
    }
    return all;
}

std::vector<Piece> Composer::compose(const Columns& columns, double width, const TagPath& under) {
    const auto count = columns.columns.size();
    if (count == 0) return {};
    const double gap = measure_.body * 1.6;
    const double room = width - gap * static_cast<double>(count - 1);
    Piece all;
    double from_start = 0;
    for (std::size_t at = 0; at < count; ++at) {
        const double share =
            columns.shares.size() == count ? columns.shares[at] : 1.0 / static_cast<double>(count);
        const double wide = room * share;
        const bool is_picture = columns.columns[at].size() == 1 &&
                                std::holds_alternative<Picture>(columns.columns[at].front().is);
        if (!is_picture && wide < measure_.body * readable_column)
            return below_each_other(columns, width, under);
        double y = 0;
        for (auto& piece : blocks(columns.columns[at], wide, under)) {
            if (y > 0) y += piece.before;
            for (auto& part : piece.parts) {
                part.x += place(from_start, wide, width);
                part.y += y;
                all.parts.push_back(std::move(part));
            }
            y += piece.height;
        }
        all.height = std::max(all.height, y);
        from_start += wide + gap;
    }
    if (all.height > measure_.text_height()) return below_each_other(columns, width, under);
    all.before = measure_.body * 0.8;
    return {std::move(all)};
}

Composed compose(const Document& document, const Measure& measure, Fonts& fonts) {
    Composed composed;
    Composer composer(document, measure, fonts, composed.tags);
    const TagPath root = composer.below({}, {"Document"});
    composed.pieces = composer.blocks(document.blocks, measure.text_width(), root);
    return composed;
}

}  // namespace digilots::print
