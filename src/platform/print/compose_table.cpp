#include <algorithm>
#include <numeric>

#include "platform/base/ensure.h"
#include "platform/print/compose.h"
#include "platform/print/web.h"

namespace digilots::print {

namespace {

constexpr double cell_above = 0.25, cell_below = 0.35, between_cells = 0.8;  // times the letters' size
constexpr double label_letters = 0.85;
constexpr double unbroken = 1e5;
constexpr double no_wider_than = 0.75;  // of the width that a column asks for, however much stands in it

constexpr std::size_t few_columns = 2, most_rows_together = 8;

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

/// Each column has its longest word, and what is left is shared by how much more they would like.
std::vector<double> with_words_whole(const std::vector<double>& least, const std::vector<double>& wanted, double width) {
    double left = width, wishes = 0;
    for (std::size_t at = 0; at < least.size(); ++at) {
        left -= least[at];
        wishes += wanted[at] - least[at];
    }
    std::vector<double> given = least;
    for (std::size_t at = 0; at < least.size(); ++at) given[at] += left * (wanted[at] - least[at]) / wishes;
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

Composer::Measured Composer::measured(const Text& text, bool bold) {
    const auto [at, is_new] = measured_.try_emplace({text.words, text.language, text.whole, bold});
    if (is_new) {
        const Type type{measure_.body, bold};
        at->second = {Typeset::least_width(text, type, document_, fonts_), set(text, type, unbroken)->natural_width()};
    }
    return at->second;
}

std::shared_ptr<const Typeset> Composer::set_cell(const Text& text, const Type& type, double width) {
    auto& cell = cells_[{{text.words, text.language, text.whole, type.bold}, type.size, width}];
    if (!cell) cell = set(text, type, width);
    return cell;
}

Composer::Widths Composer::widths_of(const Table& table, double width) {
    const double between = measure_.body * between_cells;
    std::vector<double> least, wanted;
    for (std::size_t column = 0; column < table.headers.size(); ++column) {
        double word = 0, most = 0;
        const auto take = [&](const Text& text, bool bold) {
            const auto found = measured(text, bold);
            word = std::max(word, found.word);
            most = std::max(most, found.natural);
        };
        take(table.headers[column], true);
        for (const auto& row : table.rows) take(row[column], column == 0);
        // Rounded up: letters that fit exactly are broken.
        least.push_back(std::max(word + 1, measure_.body * 2) + between);
        wanted.push_back(std::max(least.back(), std::min(most + 1 + between, width * no_wider_than)));
    }
    if (std::accumulate(wanted.begin(), wanted.end(), 0.0) <= width) return {shared_out(wanted, width)};
    const bool words_fit = std::accumulate(least.begin(), least.end(), 0.0) <= width;
    return {words_fit ? with_words_whole(least, wanted, width) : shared_out(least, width), words_fit};
}

Composer::Row Composer::row_of(const std::vector<Text>& cells, const std::vector<double>& widths,
                               const Type& type) {
    Row row;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        const Type own{type.size, type.bold || column == 0};
        row.cells.push_back(set_cell(cells[column], own, widths[column] - measure_.body * between_cells));
    }
    return row;
}

double Composer::place_in(const Row& row, std::size_t column, const Typeset::Line& line, double from_start, double room,
                          double width) const {
    const bool is_number = column < row.numeric.size() && row.numeric[column];
    const double spare = is_number ? std::max(0.0, room - line.width) : 0;
    return document_.right_to_left ? place(from_start, room, width) - spare : place(from_start, room, width) + spare;
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
            piece.parts.push_back({place_in(row, column, cell->lines()[line], from_start, room, width),
                                   above + row.down(*cell) + cell->lines()[line].top, row.paths[column],
                                   Part::Line{cell, line}});
        from_start += widths[column];
    }
    piece.parts.push_back({0, piece.height, {}, Part::Rule{width}});
    return piece;
}

/// Between the columns of what is filled in by hand: else strokes of two days stand together.
void Composer::rule_columns(Piece& piece, const std::vector<double>& widths, double width) const {
    double from_start = 0;
    for (std::size_t column = 0; column + 1 < widths.size(); ++column) {
        from_start += widths[column];
        const double x = place(from_start - measure_.body * between_cells / 2, 0, width);
        piece.parts.push_back({x, 0, {}, Part::Rule{0, piece.height}});
    }
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
                piece.parts.push_back({place_in(row, column, lines[line], from_start, room, width), 0, row.paths[column],
                                       Part::Line{row.cells[column], line}});
            }
            from_start += widths[column];
        }
        pieces.push_back(std::move(piece));
    }
    pieces.back().parts.push_back({0, pieces.back().height, {}, Part::Rule{width}});
    return pieces;
}

/// Each row's name, and below it a line for each other cell with what it is.
std::vector<Piece> Composer::below_each_other(const Table& table, double width, const TagPath& under) {
    Table cells{table.caption, {{""}, {""}}, {}};
    for (const auto& row : table.rows)
        for (std::size_t column = 1; column < row.size(); ++column)
            cells.rows.push_back({table.headers[column], row[column]});
    const auto widths = widths_of(cells, width).columns;
    const TagPath tree = below(under, {"Table", table.caption});
    const Type label{measure_.body * label_letters}, usual{measure_.body};
    Pieces all;
    for (const auto& row : table.rows) {
        const TagPath name = below(below(tree, {"TR"}), {"TH", "", row.front().language, "Row"});
        auto pieces = lines(set(row.front(), {measure_.body, true}, width), measure_.body * 0.6, 0, name);
        for (auto& piece : pieces) piece.keeps_next = true;
        for (std::size_t column = 1; column < row.size(); ++column) {
            const TagPath path = below(tree, {"TR"});
            Row line;
            const double gap = measure_.body * between_cells;
            line.cells = {set(table.headers[column], label, widths[0] - gap), set(row[column], usual, widths[1] - gap)};
            line.paths = {below(path, {"TH", "", table.headers[column].language, "Row"}),
                          below(path, {"TD", "", row[column].language})};
            pieces.push_back(whole_row(line, widths, width));
            pieces.back().keeps_next = column + 1 < row.size();
            if (pieces.back().keeps_next) pieces.back().parts.pop_back();  // one rule below all of it
        }
        std::ranges::move(pieces, std::back_inserter(all));
    }
    return all;
}

std::vector<Piece> Composer::compose(const Table& table, double width, const TagPath& under) {
    if (table.rows.empty()) return {};
    for (const auto& row : table.rows) ENSURE(row.size() == table.headers.size());
    const auto [widths, words_fit] = widths_of(table, width);
    if (!words_fit && widths.size() > few_columns) return below_each_other(table, width, under);
    const TagPath tree = below(under, {"Table", table.caption});
    Row head = row_of(table.headers, widths, {measure_.body, true});
    std::vector<bool> numeric(table.headers.size());
    for (std::size_t column = 0; column < numeric.size(); ++column) numeric[column] = table.is_numeric(column);
    head.numeric = numeric;
    const TagPath head_row = below(tree, {"TR"});
    for (const auto& header : table.headers)
        head.paths.push_back(below(head_row, {"TH", "", header.language, "Column"}));
    const bool is_grid = is_to_fill_in(table);
    Piece first = whole_row(head, widths, width);
    if (is_grid) rule_columns(first, widths, width);
    first.before = measure_.body * 0.5;
    first.keeps_next = true;
    const double heading_height = first.height, padding = measure_.body * (cell_above + cell_below);
    auto repeated = std::make_shared<Piece>(first);
    for (auto& part : repeated->parts) part.path.clear();
    Pieces all{std::move(first)};
    for (const auto& cells : table.rows) {
        Row row = row_of(cells, widths, {measure_.body});
        row.numeric = numeric;
        const TagPath path = below(tree, {"TR"});
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const bool names_row = column == 0;
            row.paths.push_back(
                below(path, {names_row ? "TH" : "TD", "", cells[column].language, names_row ? "Row" : ""}));
        }
        const bool is_high = heading_height + padding + row.height() > measure_.text_height();
        auto pieces = is_high ? parted_row(row, widths, width) : Pieces{whole_row(row, widths, width)};
        for (auto& piece : pieces) {
            piece.repeated = repeated;
            if (is_grid) rule_columns(piece, widths, width);
            all.push_back(std::move(piece));
        }
    }
    // Read across, a week's hours are one thing: a short table begins on the next page rather than parts.
    if (table.rows.size() <= most_rows_together)
        for (std::size_t at = 0; at + 1 < all.size(); ++at) all[at].keeps_next = true;
    return all;
}

}  // namespace digilots::print
