#pragma once
// Comma-separated values for spreadsheets here: UTF-8 with a byte-order mark, semicolons, CRLF.
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::tables {

/// A number or a text. Only texts are guarded against being run as formulas: give figures as numbers.
class Cell {
public:
    Cell(std::string text) : text_(std::move(text)) {}
    Cell(std::string_view text) : text_(text) {}
    Cell(const char* text) : text_(text) {}
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    Cell(T number) : text_(std::to_string(number)), is_number_(true) {}
    /// Unknown, or no finite number: an empty cell.
    Cell(std::optional<double> number);
    Cell(double number) : Cell(std::optional(number)) {}

    /// A number of so many decimals, kept whole: 2831250 of two is "28312.50", 2831200 is "28312". Nothing passes through
    /// floating point.
    static Cell exact(std::int64_t value, int decimals);
    /// An amount in hundredths; spreadsheets show it with thousands apart and two decimals.
    static Cell money(std::int64_t hundredths);

    const std::string& text() const { return text_; }
    bool is_number() const { return is_number_; }
    bool is_money() const { return is_money_; }

private:
    std::string text_;
    bool is_number_ = false, is_money_ = false;
};

using Row = std::vector<Cell>;

class CsvWriter {
public:
    /// What parts decimals of numbers: a spreadsheet takes them as numbers where it is that of its language.
    explicit CsvWriter(char decimal_point = '.') : decimal_point_(decimal_point) {}

    /// Quoted where needed.
    void line(const Row& cells);
    std::string take() && { return std::move(out_); }

private:
    char decimal_point_;
    std::string out_ = "\xEF\xBB\xBF";
};

/// The text begins with what a spreadsheet takes for a formula (= + - @, also full-width, tab, CR, LF), or with the
/// apostrophe that guards against it.
bool needs_guard(std::string_view text);

}  // namespace digilots::tables
