#pragma once
// Reads a spreadsheet (XLSX, ODS) in this process. What others send is read in a child with limits:
// read_table.h.
#include "platform/tables/row_sink.h"
#include "platform/tables/zip_file.h"

namespace digilots::tables {

/// The first sheet that is not hidden, into `taker`. Throws TableFault.
void read_spreadsheet(std::string_view bytes, const TableLimits& limits, RowTaker& taker);

// ---- Of the two kinds ----

/// Office Open XML: "xl/workbook.xml" says which sheets there are. False where it is none.
bool read_xlsx(const ZipFile& file, RowSink& sink);
/// OpenDocument: all sheets in "content.xml". False where it is none.
bool read_ods(const ZipFile& file, RowSink& sink);

}  // namespace digilots::tables
