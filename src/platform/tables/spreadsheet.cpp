#include "platform/tables/spreadsheet.h"

namespace digilots::tables {

void read_spreadsheet(std::string_view bytes, const TableLimits& limits, RowTaker& taker) {
    const auto file = ZipFile::open(bytes, limits);
    if (!file) throw file.error();
    RowSink sink(taker, limits);
    if (read_xlsx(*file, sink) || read_ods(*file, sink)) return;
    if (file->find("xl/workbook.bin")) throw TableFault{TableFault::Kind::binary_workbook};
    throw TableFault{file->find("word/document.xml") || file->find("content.xml") ||
                             file->find("ppt/presentation.xml")
                         ? TableFault::Kind::document
                         : TableFault::Kind::no_table};
}

}  // namespace digilots::tables
