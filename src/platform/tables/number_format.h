#pragma once
// How a spreadsheet shows a number: days, hours and percentages are numbers there.
#include <string>
#include <string_view>

namespace digilots::tables {

enum class Shows : unsigned char { number, percentage, day, time, day_and_time };

/// Of a format that every program knows by its number.
Shows shows_of(int built_in);
/// Of a format in signs: "yyyy-mm-dd", "0.0%", "[$-41D]d mmmm".
Shows shows_of(std::string_view format);
/// What stands in the cell: "2026-11-27", "08:30", "2026-11-27 08:30", "12.5%"; the number where it is no
/// day. `from_1904`: days are counted from there (old workbooks of Macs).
std::string shown_number(double number, Shows shows, bool from_1904);

}  // namespace digilots::tables
