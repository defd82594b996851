#include "platform/tables/read_table.h"

#include <algorithm>

#include "platform/base/text.h"
#include "platform/base/whole_number.h"
#include "platform/tables/csv_reader.h"
#include "platform/tables/csv_writer.h"
#include "platform/tables/encoding.h"
#include "platform/tables/reading_process.h"
#include "platform/tables/zip_file.h"

namespace digilots::tables {

namespace {

constexpr std::size_t looked_at = 512;
constexpr int most_row = 1 << 20, most_column = 1 << 14;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view zip_sign = "PK\3\4", empty_zip_sign = "PK\5\6",
                           old_office_sign = "\xD0\xCF\x11\xE0";
constexpr std::string_view pictures_and_documents[] = {"%PDF",
                                                       "\x89PNG",
                                                       "GIF8",
                                                       "\xFF\xD8\xFF",
                                                       "{\\rtf",
                                                       "\x7F"
                                                       "ELF",
                                                       "MZ",
                                                       "\x1F\x8B",
                                                       "7z\xBC\xAF",
                                                       "Rar!"};

bool is_web_page(std::string_view bytes) {
    const auto start = base::lower(base::trim(bytes.substr(0, looked_at)));
    constexpr std::string_view elements[] = {"html", "!doctype", "?xml", "table", "head"};
    return start.starts_with('<') && std::ranges::any_of(elements, [&](std::string_view element) {
               return std::string_view(start).substr(1).starts_with(element);
           });
}

}  // namespace

base::Result<Table, TableFault> read_table(std::string_view bytes, const TableLimits& limits,
                                           const ReadingProcess& process) {
    using enum TableFault::Kind;
    if (bytes.size() > limits.file_bytes) return base::failure(TableFault{too_large});
    if (bytes.starts_with(zip_sign) || bytes.starts_with(empty_zip_sign)) {
        // Before a child is started for it.
        const auto zip = ZipFile::open(bytes, limits);
        if (!zip) return base::failure(zip.error());
        auto table = read_in_child(bytes, limits, process);
        if (table && table->rows.empty()) return base::failure(TableFault{empty});
        return table;
    }
    if (bytes.starts_with(old_office_sign)) return base::failure(TableFault{old_or_locked});
    if (std::ranges::any_of(pictures_and_documents,
                            [&](std::string_view sign) { return bytes.starts_with(sign); }))
        return base::failure(TableFault{document});
    if (const auto line = line_of_other_letters(bytes)) return base::failure(TableFault{mixed_letters, std::to_string(line)});
    const auto text = as_utf8(bytes);
    if (!text) return base::failure(TableFault{no_table});
    if (is_web_page(*text)) return base::failure(TableFault{web_page});
    return read_typed_table(*text, limits);
}

base::Result<Table, TableFault> read_typed_table(std::string_view text, const TableLimits& limits) {
    using enum TableFault::Kind;
    Table table;
    CsvReader reader(text);
    std::size_t bytes = 0;
    while (auto cells = reader.next()) {
        TableRow row{.number = reader.row(), .cells = std::move(*cells)};
        while (!row.cells.empty() && row.cells.back().empty()) row.cells.pop_back();
        if (row.number > limits.rows) return base::failure(TableFault{too_many_rows});
        if (row.cells.size() > limits.columns)
            return base::failure(TableFault{
                too_many_columns, column_letters(row.cells.size() - 1) + std::to_string(row.number)});
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            auto& cell = row.cells[column];
            bytes += cell.size() + sizeof(std::string);
            if (cell.size() <= limits.cell_bytes) continue;
            cell.clear();
            row.faults.push_back({column, CellFault::too_long});
        }
        if (bytes > limits.text_bytes) return base::failure(TableFault{too_large});
        table.rows.push_back(std::move(row));
    }
    if (reader.is_cut_off()) return base::failure(TableFault{cut_off});
    if (table.rows.empty()) return base::failure(TableFault{empty});
    return table;
}

std::string typed_text_of(const Table& table) {
    CsvWriter writer;
    std::int64_t next = 1;
    for (const auto& row : table.rows) {
        for (; next < row.number; ++next) writer.line({});
        ++next;
        Row cells;
        for (const auto& cell : row.cells) cells.emplace_back(cell);
        writer.line(cells);
    }
    return std::move(writer).take().substr(byte_order_mark.size());
}

std::string faults_text_of(const Table& table) {
    std::string text;
    for (const auto& row : table.rows)
        for (const auto& fault : row.faults)
            text += (text.empty() ? "" : " ") + std::to_string(row.number) + ":" +
                    std::to_string(fault.column) + ":" + std::to_string(static_cast<int>(fault.fault));
    return text;
}

void take_faults(std::string_view text, Table& table) {
    for (const auto& word : base::split(text, ' ')) {
        const auto parts = base::split(word, ':');
        if (parts.size() != 3) continue;
        const auto number = base::whole_number(parts[0], 1, most_row),
                   column = base::whole_number(parts[1], 0, most_column);
        const auto fault = base::whole_number(parts[2], 1, static_cast<int>(CellFault::too_long));
        if (!number || !column || !fault) continue;
        const auto row = std::ranges::lower_bound(table.rows, std::int64_t{*number}, {}, &TableRow::number);
        if (row != table.rows.end() && row->number == *number)
            row->faults.push_back({static_cast<std::size_t>(*column), static_cast<CellFault>(*fault)});
    }
}

}  // namespace digilots::tables
