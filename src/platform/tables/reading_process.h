#pragma once
// Both ends of the pipe between the program and the child that reads a spreadsheet for it; for the files of
// this folder.
#include <optional>
#include <string>

#include "platform/tables/read_table.h"

namespace digilots::tables {

base::Result<Table, TableFault> read_in_child(std::string_view bytes, const TableLimits& limits,
                                              const ReadingProcess& process);

/// Frames: a letter and what follows. 'r' number, count, and for each cell fault, length, bytes; 'f' kind,
/// length, detail; 'e' the end. Numbers are of four bytes, the lowest first, faults and kinds of one.
std::string frame_of(const TableRow& row);
std::string frame_of(const TableFault& fault);
inline constexpr char end_frame = 'e';

/// Takes frames in as they come, within the limits, from whomever: a child that says anything else has
/// failed.
class FrameReader {
public:
    explicit FrameReader(const TableLimits& limits) : limits_(limits) {}

    /// False: what came is no frame, or more than a table may hold.
    bool take(std::string_view some);
    bool is_whole() const { return ended_; }
    Table table;
    std::optional<TableFault> fault;

private:
    enum class Step { taken, more, wrong };
    Step take_frame();
    Step take_row();

    const TableLimits& limits_;
    std::string waiting_;
    std::size_t at_ = 0, text_ = 0;
    bool ended_ = false;
};

}  // namespace digilots::tables
