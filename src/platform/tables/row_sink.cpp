#include "platform/tables/row_sink.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace digilots::tables {

void RowSink::begin_row(std::int64_t number) {
    row_ = TableRow{.number = number, .cells = {}};
}

void RowSink::cell(std::size_t column, std::string_view text, CellFault fault) {
    if (text.empty() && fault == CellFault::none) return;
    if (column >= limits_.columns)
        throw TableFault{TableFault::Kind::too_many_columns,
                         column_letters(column) + std::to_string(row_.number)};
    if (row_.cells.size() <= column) row_.cells.resize(column + 1);
    row_.cells[column] = text;
    if (fault != CellFault::none) row_.faults.push_back({column, fault});
}

void RowSink::end_row() {
    if (row_.cells.empty()) return;
    if (row_.number > limits_.rows) throw TableFault{TableFault::Kind::too_many_rows};
    for (const auto& cell : row_.cells) text_ += cell.size() + sizeof(std::string);
    if (text_ > limits_.text_bytes) throw TableFault{TableFault::Kind::too_large};
    ++rows_;
    taker_.take(row_);
}

void RowSink::repeat_row(std::int64_t times) {
    if (row_.cells.empty()) return;
    for (; times > 0; --times) {
        ++row_.number;
        end_row();
    }
}

std::string cell_number(double number) {
    if (!std::isfinite(number)) return "";
    std::array<char, 40> text;
    const int length = std::snprintf(text.data(), text.size(), "%.15g", number);
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace digilots::tables
