#pragma once
// Rows of cells as somebody's spreadsheet shows them, and why a file is none.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/i18n/translator.h"

namespace digilots::tables {

/// Why a cell's text is not what the cell says.
enum class CellFault : std::uint8_t {
    none,
    error,         // the spreadsheet itself shows an error there, such as #N/A
    not_computed,  // a formula whose value was not saved; it is never computed here
    too_long,
};
/// What is to be said of it.
i18n::Text text_of(CellFault fault);

struct TableRow {
    std::int64_t number = 0;  // as the spreadsheet shows it, from 1; empty rows count
    std::vector<std::string> cells;
    struct Fault {
        std::size_t column;  // of cells
        CellFault fault;
    };
    std::vector<Fault> faults = {};
};

/// Without empty rows. UTF-8. Numbers are written with a point, days as 2026-11-27, hours as 08:30.
struct Table {
    std::vector<TableRow> rows;
};

/// Why none of a file can be read. `detail` is a cell ("C17"), a line, a sheet or the names of sheets.
struct TableFault {
    enum class Kind : std::uint8_t {
        no_table,  // nothing that is known
        web_page,
        document,         // a text document, PDF, picture
        old_or_locked,    // XLS of before 2007, or with a password
        binary_workbook,  // XLSB
        cut_off,          // ends too early, or is damaged
        too_large,        // unpacked: a zip bomb
        too_many_rows,
        too_many_columns,
        empty,
        first_sheet_empty,
        dangerous,  // its XML declares entities or names outside parts
        too_slow,
        busy,
        mixed_letters,  // some lines are UTF-8, others Windows-1252; `detail` is the first of the others
        not_read,  // the child ended without saying why
    };
    Kind kind;
    std::string detail = {};

    std::string words(const i18n::Translator& translator) const;
};

/// What one file may hold.
struct TableLimits {
    std::size_t file_bytes = 16 * 1024 * 1024;
    std::size_t unpacked_bytes = 256 * 1024 * 1024;  // all parts of a zip together, as its directory says
    std::size_t zip_entries = 4096;
    std::size_t text_bytes = 32 * 1024 * 1024;  // of all cells
    std::int64_t rows = 200'000;
    std::size_t columns = 500;
    std::size_t cell_bytes = 4 * 32'767;  // Excel's own limit in characters
};

/// "A" for 0, "AA" for 26.
std::string column_letters(std::size_t column);

}  // namespace digilots::tables
