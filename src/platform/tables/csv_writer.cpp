#include "platform/tables/csv_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "platform/base/exact.h"

namespace digilots::tables {

namespace {

/// The shortest text that reads back as the same number; with an exponent only where it is very large or
/// small.
std::string number_text(double number) {
    const double size = std::abs(number);
    const auto format =
        size == 0 || (size >= 1e-6 && size < 1e15) ? std::chars_format::fixed : std::chars_format::general;
    std::array<char, 64> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, format).ptr;
    return {digits.data(), end};
}

std::string written(const Cell& cell, char decimal_point) {
    if (cell.is_number()) {
        auto number = cell.text();
        std::ranges::replace(number, '.', decimal_point);
        return number;
    }
    const std::string safe = (needs_guard(cell.text()) ? "'" : "") + cell.text();
    if (safe.find_first_of(";\"\r\n,\t") == std::string::npos) return safe;
    std::string quoted = "\"";
    for (const char c : safe) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

}  // namespace

Cell::Cell(std::optional<double> number) {
    if (!number || !std::isfinite(*number)) return;
    text_ = number_text(*number);
    is_number_ = true;
}

Cell Cell::exact(std::int64_t value, int decimals) {
    std::int64_t scale = 1;
    for (int at = 0; at < decimals; ++at) scale *= 10;
    if (value % scale == 0) return value / scale;
    Cell cell(base::exact_text(value, decimals));
    cell.is_number_ = true;
    return cell;
}

Cell Cell::money(std::int64_t hundredths) {
    auto cell = exact(hundredths, 2);
    cell.is_money_ = true;
    return cell;
}

void CsvWriter::line(const Row& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) out_ += (i > 0 ? ";" : "") + written(cells[i], decimal_point_);
    out_ += "\r\n";
}

bool needs_guard(std::string_view text) {
    constexpr std::array<std::string_view, 12> beginnings{"=",  "+", "-",      "@",      "\t",     "\r",
                                                          "\n", "'", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return std::ranges::any_of(beginnings, [&](std::string_view one) { return text.starts_with(one); });
}

}  // namespace digilots::tables
