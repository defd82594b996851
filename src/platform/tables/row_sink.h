#pragma once
// Where the readers of spreadsheets put what they find, cell by cell, within the limits.
#include <vector>

#include "platform/tables/table.h"

namespace digilots::tables {

/// Takes rows one after the other.
class RowTaker {
public:
    virtual ~RowTaker() = default;
    virtual void take(const TableRow& row) = 0;
};

/// Makes rows of cells that come in their order. Throws TableFault where there are too many.
class RowSink {
public:
    RowSink(RowTaker& taker, const TableLimits& limits) : taker_(taker), limits_(limits) {}

    void begin_row(std::int64_t number);
    /// `column` from 0. Empty ones without a fault are left out.
    void cell(std::size_t column, std::string_view text, CellFault fault = CellFault::none);
    void end_row();
    /// The row that was given last once more, below itself.
    void repeat_row(std::int64_t times);
    bool is_empty() const { return rows_ == 0; }
    const TableLimits& limits() const { return limits_; }

private:
    RowTaker& taker_;
    const TableLimits& limits_;
    TableRow row_;
    std::int64_t rows_ = 0;
    std::size_t text_ = 0;
};

/// What a cell says, gathered piece by piece and no longer than a cell may be.
class CellText {
public:
    explicit CellText(std::size_t most) : most_(most) {}
    void clear() {
        text_.clear();
        is_too_long_ = false;
    }
    void add(std::string_view some) {
        is_too_long_ = is_too_long_ || text_.size() + some.size() > most_;
        if (!is_too_long_) text_ += some;
    }
    const std::string& text() const { return text_; }
    bool is_too_long() const { return is_too_long_; }

private:
    std::size_t most_;
    std::string text_;
    bool is_too_long_ = false;
};

/// A number as its cell holds it, in at most 15 digits, as spreadsheets show it: "1299.9" for
/// "1299.9000000000001".
std::string cell_number(double number);

}  // namespace digilots::tables
