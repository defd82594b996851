#include "platform/html/stacked_table.h"

#include <algorithm>
#include <iterator>

namespace digilots::html::components {

namespace {

constexpr std::size_t least_columns = 3, most_stacked = 60;
// Of a table with numbers, too: with so many columns in words each row is read by itself, and no column is compared.
constexpr std::ptrdiff_t least_in_words = 3;

}  // namespace

bool is_stacked(const Table& table) {
    if (table.columns.size() < least_columns || table.rows.size() > most_stacked || !table.total.empty()) return false;
    const auto numeric = std::ranges::count_if(table.columns, &Column::numeric);
    return numeric == 0 || std::ssize(table.columns) - numeric >= least_in_words;
}

std::string_view heading_of(const Table& table, std::size_t column) {
    return column < table.columns.size() ? std::string_view(table.columns[column].title) : std::string_view();
}

}  // namespace digilots::html::components
