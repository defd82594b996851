#include <algorithm>

#include "platform/base/ensure.h"
#include "platform/print/compose.h"

namespace digilots::print {

namespace {

constexpr double cell_above = 0.25, cell_below = 0.35, between_cells = 0.8;  // times the letters' size
constexpr double unbroken = 1e5;
constexpr double most_of_a_page = 0.5;  // that a row takes without being parted

/// Narrow columns take what they need, the others share what is left.
std::vector<double> shared_out(const std::vector<double>& wanted, double width) {
    std::vector<double> given(wanted.size(), 0);
    double left = width;
    auto open = wanted.size();
    bool has_changed = true;
    while (open > 0 && has_changed) {
        has_changed = false;
        const double fair = left / static_cast<double>(open);
        for (std::size_t at = 0; at < wanted.size(); ++at) {
            if (given[at] > 0 || wanted[at] > fair) continue;
            given[at] = wanted[at];
            left -= wanted[at];
            --open;
            has_changed = true;
        }
    }
    for (auto& one : given) {
        if (one == 0) one = left / static_cast<double>(open);
    }
    if (open == 0) given.back() += left;
    return given;
}

}  // namespace

double Composer::Row::down(const Typeset& cell) const {
    double lowest = 0;
    for (const auto& one : cells) lowest = std::max(lowest, one->lines().front().baseline);
    return lowest - cell.lines().front().baseline;
}

double Composer::Row::height() const {
    double most = 0;
    for (const auto& cell : cells) most = std::max(most, down(*cell) + cell->height());
    return most;
}

std::vector<double> Composer::widths_of(const Table& table, double width) {
    std::vector<double> widths;
    if (table.shares.size() == table.headers.size()) {
        for (const double share : table.shares) widths.push_back(share * width);
        return widths;
    }
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        const bool names_row = column == 0;
        double most = set(table.headers[column], {measure_.body, true}, unbroken)->natural_width();
        for (const auto& row : table.rows)
            most = std::max(most, set(row[column], {measure_.body, names_row}, unbroken)->natural_width());
        widths.push_back(most + measure_.body * between_cells);
    }
    return shared_out(widths, width);
}

Composer::Row Composer::row_of(const std::vector<Text>& cells, const std::vector<double>& widths,
                               const Type& type) {
    Row row;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const Type own{type.size, type.bold || column == 0};
        row.cells.push_back(set(cells[column], own, widths[column] - measure_.body * between_cells));
    }
    return row;
}

Piece Composer::whole_row(const Row& row, const std::vector<double>& widths, double width) {
    Piece piece;
    const double above = measure_.body * cell_above;
    piece.height = above + row.height() + measure_.body * cell_below;
    double from_start = 0;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const double room = widths[column] - measure_.body * between_cells;
        const auto& cell = row.cells[column];
        for (std::size_t line = 0; line < cell->lines().size(); ++line)
            piece.parts.push_back({place(from_start, room, width),
                                   above + row.down(*cell) + cell->lines()[line].top, row.paths[column],
                                   Part::Line{cell, line}});
        from_start += widths[column];
    }
    piece.parts.push_back({0, piece.height, {}, Part::Rule{width}});
    return piece;
}

/// Too high for one page: line by line.
std::vector<Piece> Composer::parted_row(const Row& row, const std::vector<double>& widths, double width) {
    Pieces pieces;
    std::size_t most = 0;
    for (const auto& cell : row.cells) most = std::max(most, cell->lines().size());
    for (std::size_t line = 0; line < most; ++line) {
        Piece piece{line == 0 ? measure_.body * cell_above : 0};
        double from_start = 0;
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const auto& lines = row.cells[column]->lines();
            if (line < lines.size()) {
                const double room = widths[column] - measure_.body * between_cells;
                piece.height = std::max(piece.height, lines[line].height);
                piece.parts.push_back({place(from_start, room, width), 0, row.paths[column],
                                       Part::Line{row.cells[column], line}});
            }
            from_start += widths[column];
        }
        pieces.push_back(std::move(piece));
    }
    pieces.back().parts.push_back({0, pieces.back().height, {}, Part::Rule{width}});
    return pieces;
}

std::vector<Piece> Composer::compose(const Table& table, double width, const TagPath& under) {
    if (table.rows.empty()) return {};
    for (const auto& row : table.rows) ENSURE(row.size() == table.headers.size());
    const auto widths = widths_of(table, width);
    const TagPath tree = below(under, {"Table", table.caption});
    Row head = row_of(table.headers, widths, {measure_.body, true});
    const TagPath head_row = below(tree, {"TR"});
    for (const auto& header : table.headers)
        head.paths.push_back(below(head_row, {"TH", "", header.language, "Column"}));
    Piece first = whole_row(head, widths, width);
    first.before = measure_.body * 0.5;
    first.keeps_next = true;
    auto repeated = std::make_shared<Piece>(first);
    for (auto& part : repeated->parts) part.path.clear();
    Pieces all{std::move(first)};
    for (const auto& cells : table.rows) {
        Row row = row_of(cells, widths, {measure_.body});
        const TagPath path = below(tree, {"TR"});
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool names_row = column == 0;
            row.paths.push_back(
                below(path, {names_row ? "TH" : "TD", "", cells[column].language, names_row ? "Row" : ""}));
        }
        const bool is_high = row.height() > measure_.text_height() * most_of_a_page;
        auto pieces = is_high ? parted_row(row, widths, width) : Pieces{whole_row(row, widths, width)};
        for (auto& piece : pieces) {
            piece.repeated = repeated;
            all.push_back(std::move(piece));
        }
    }
    return all;
}

}  // namespace digilots::print
