#pragma once
// How each kind of block becomes pieces. Inside of platform/print.
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "platform/print/pieces.h"

namespace digilots::print {

class Composer {
public:
    Composer(const Document& document, const Measure& measure, Fonts& fonts, std::deque<Tag>& tags)
        : document_(document), measure_(measure), fonts_(fonts), tags_(tags) {}

    /// Below each other, `width` wide.
    std::vector<Piece> blocks(const std::vector<Block>& blocks, double width, const TagPath& under);

    TagPath below(const TagPath& path, Tag tag) {
        tags_.push_back(std::move(tag));
        TagPath longer = path;
        longer.push_back(&tags_.back());
        return longer;
    }

private:
    using Pieces = std::vector<Piece>;
    Pieces compose(const Heading& heading, double width, const TagPath& under);
    Pieces compose(const Paragraph& paragraph, double width, const TagPath& under);
    Pieces compose(const List& list, double width, const TagPath& under);
    Pieces compose(const Table& table, double width, const TagPath& under);
    Pieces compose(const Picture& picture, double width, const TagPath& under);
    Pieces compose(const Columns& columns, double width, const TagPath& under);
    Pieces compose_file(const PictureFile& file, double width, const TagPath& path);

    std::shared_ptr<const Typeset> set(const Text& text, const Type& type, double width) {
        // A column of a table with many is never narrower than two letters.
        return std::make_shared<const Typeset>(text, type, std::max(width, type.size * 2), document_, fonts_);
    }
    /// A piece a line; two lines at the beginning and at the end stay together.
    Pieces lines(const std::shared_ptr<const Typeset>& text, double before, double x, const TagPath& path);
    Piece item_marker(const ListItem& item, double x, const Type& type, const TagPath& under);

    /// What begins `from_start` into a width where the language begins, and is `wide`.
    double place(double from_start, double wide, double width) const {
        return document_.right_to_left ? width - from_start - wide : from_start;
    }

    struct Row;
    /// Where a line of a row's cell begins: numbers stand at the end of their column.
    double place_in(const Row& row, std::size_t column, const Typeset::Line& line, double from_start, double room,
                    double width) const;
    struct Row {
        std::vector<std::shared_ptr<const Typeset>> cells;
        std::vector<TagPath> paths;
        std::vector<bool> numeric = {};     // by column
        double height() const;
        /// How far down a cell begins so that the first lines of all stand on one line.
        double down(const Typeset& cell) const;
    };
    /// Of a cell: its widest word, and all of it in one line. A table says the same place and price in many rows.
    struct Measured {
        double word = 0, natural = 0;
    };
    Measured measured(const Text& text, bool bold);
    std::shared_ptr<const Typeset> set_cell(const Text& text, const Type& type, double width);
    struct Widths {
        std::vector<double> columns;
        bool words_fit = true;  // false: a word is parted
    };
    Widths widths_of(const Table& table, double width);
    Row row_of(const std::vector<Text>& cells, const std::vector<double>& widths, const Type& type);
    void rule_columns(Piece& piece, const std::vector<double>& widths, double width) const;
    Piece whole_row(const Row& row, const std::vector<double>& widths, double width);
    Pieces parted_row(const Row& row, const std::vector<double>& widths, double width);
    Pieces below_each_other(const Columns& columns, double width, const TagPath& under);
    Pieces below_each_other(const Table& table, double width, const TagPath& under);

    const Document& document_;
    const Measure& measure_;
    Fonts& fonts_;
    std::deque<Tag>& tags_;
    using SameWords = std::tuple<std::string, std::string, bool, bool>;  // words, language, whole, bold
    std::map<SameWords, Measured> measured_;
    std::map<std::tuple<SameWords, double, double>, std::shared_ptr<const Typeset>> cells_;  // by size and width
};

}  // namespace digilots::print
