#pragma once
// A file that somebody sends as a table: XLSX, ODS or CSV, told apart by what is in it and never by its name.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/tables/table.h"

namespace digilots::tables {

/// Where spreadsheets are read: a child process with little memory and time, in which a file that breaks its
/// reader breaks nothing else.
struct ReadingProcess {
    /// This program once more; its main() asks is_reading_process() first.
    std::vector<std::string> command = {"/proc/self/exe", "read-spreadsheet"};
    std::chrono::milliseconds longest{20'000};
    /// At most two are at work in a program; who comes meanwhile waits this long.
    std::chrono::milliseconds longest_wait{10'000};
};

/// Nothing of it is kept beside the table. Never throws for what is in the file.
base::Result<Table, TableFault> read_table(std::string_view bytes, const TableLimits& limits = {},
                                           const ReadingProcess& process = {});
/// Rows as somebody typed or copied them: UTF-8.
base::Result<Table, TableFault> read_typed_table(std::string_view text, const TableLimits& limits = {});

/// The same rows as typed text, each in the place that its number says, for a form that sends them once more;
/// and beside it what is wrong with cells, which no text says ("17:2:1 18:0:3").
std::string typed_text_of(const Table& table);
std::string faults_text_of(const Table& table);
/// What faults_text_of() said, into rows read from what typed_text_of() said; what it never says is passed
/// over.
void take_faults(std::string_view text, Table& table);

/// Whether this process was started to read a spreadsheet.
bool is_reading_process(int argument_count, const char* const* arguments);
/// Reads the file that is its standard input, writes rows to its standard output; what main() returns.
int run_reading_process();

}  // namespace digilots::tables
