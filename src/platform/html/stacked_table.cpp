#include "platform/html/stacked_table.h"

#include <algorithm>

namespace digilots::html::components {

namespace {

constexpr std::size_t least_columns = 3, most_stacked = 60;

}  // namespace

bool is_stacked(const Table& table) {
    return table.columns.size() >= least_columns && table.rows.size() <= most_stacked && table.total.empty() &&
           std::ranges::none_of(table.columns, &Column::numeric);
}

std::string_view heading_of(const Table& table, std::size_t column) {
    return column < table.columns.size() ? std::string_view(table.columns[column].title) : std::string_view();
}

}  // namespace digilots::html::components
