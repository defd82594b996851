#pragma once
// Tables of words: where there is no room for their columns each row stands as lines, each beneath its heading.
#include "platform/html/components.h"

namespace digilots::html::components {

/// Numbers are compared down a column, so tables of numbers stay tables, and so do long ones; rows with three columns in words
/// are read one by one, numbers beside them or not.
bool is_stacked(const Table& table);
/// What stands before a cell there: the heading of its column.
std::string_view heading_of(const Table& table, std::size_t column);

}  // namespace digilots::html::components
