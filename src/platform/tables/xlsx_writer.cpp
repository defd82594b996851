#include "platform/tables/xlsx_writer.h"

#include <stdlib.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "platform/base/text.h"

namespace digilots::tables {

namespace {

constexpr std::size_t longest_sheet_title = 31, longest_cell = 32'000, most_exact_digits = 15;
constexpr double widest_column = 40, narrowest_column = 12;

/// Spreadsheets refuse some signs, and an apostrophe at either end.
std::string sheet_title(std::string_view title) {
    std::string kept;
    for (const char sign : title)
        if (std::string_view("[]:*?/\\'").find(sign) == std::string_view::npos) kept += sign;
    kept = base::cut(base::clean(kept), longest_sheet_title);
    return kept.empty() ? "1" : kept;
}

bool is_escape(std::string_view text) {
    return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
           text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// What XML can hold. "_x0041_" stands for a sign there: where it is meant, its first one is written as one.
std::string cell_text(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
            at += 2;
        } else if (text[at] != '\0') {
            kept += is_escape(rest) ? "_x005F_" : std::string(1, text[at]);
        }
    }
    return kept;
}

std::filesystem::path own_folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "digilots-table-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder can be made for a spreadsheet");
    return pattern;
}

}  // namespace

struct XlsxWriter::Implementation {
    std::filesystem::path folder = own_folder();
    std::string file = (folder / "table.xlsx").string(), temporary = folder.string();
    lxw_workbook* book = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format *heading = nullptr, *money = nullptr;
    lxw_row_t row = 0;

    explicit Implementation(std::string_view title) {
        // Row by row through a file: a table of a hundred thousand is not held in memory.
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = temporary.data();
        book = workbook_new_opt(file.c_str(), &options);
        heading = book ? workbook_add_format(book) : nullptr;
        if (heading != nullptr) format_set_bold(heading);
        money = book ? workbook_add_format(book) : nullptr;
        constexpr std::uint8_t thousands_and_two_decimals = 4;  // every program knows it, and writes it in its own language
        if (money != nullptr) format_set_num_format_index(money, thousands_and_two_decimals);
        begin(title);
    }
    void begin(std::string_view title) {
        sheet = book ? workbook_add_worksheet(book, sheet_title(title).c_str()) : nullptr;
        if (sheet == nullptr) throw std::runtime_error("a spreadsheet cannot be begun");
        worksheet_freeze_panes(sheet, 1, 0);
        row = 0;
    }
    ~Implementation() {
        if (book != nullptr) static_cast<void>(workbook_close(book));
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    void write(lxw_col_t column, const Cell& cell) {
        const auto& text = cell.text();
        double number = 0;
        if (cell.is_number() && text.size() <= most_exact_digits + 1 &&
            std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc()) {
            worksheet_write_number(sheet, row, column, number, cell.is_money() ? money : nullptr);
        } else if (!text.empty()) {
            const auto fitting = cell_text(base::cut(text, longest_cell));
            worksheet_write_string(sheet, row, column, fitting.c_str(), row == 0 ? heading : nullptr);
        }
    }
};

XlsxWriter::XlsxWriter(std::string_view title) : implementation_(std::make_unique<Implementation>(title)) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::line(const Row& cells) {
    auto& made = *implementation_;
    if (made.row >= LXW_ROW_MAX) throw std::runtime_error("a spreadsheet has no room for more rows");
    lxw_col_t column = 0;
    for (const auto& cell : cells) {
        if (made.row == 0) {
            const auto letters = static_cast<double>(base::length(cell.text())) + 2;
            worksheet_set_column(made.sheet, column, column, std::clamp(letters, narrowest_column, widest_column), nullptr);
        }
        made.write(column++, cell);
    }
    ++made.row;
}

void XlsxWriter::next_sheet(std::string_view title) { implementation_->begin(title); }

std::string XlsxWriter::take() && {
    auto& made = *implementation_;
    const auto fault = workbook_close(std::exchange(made.book, nullptr));
    if (fault != LXW_NO_ERROR) throw std::runtime_error(std::string("a spreadsheet cannot be written: ") + lxw_strerror(fault));
    std::ifstream in(made.file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace digilots::tables
