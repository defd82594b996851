#pragma once
// Two tables of one municipality crossed by quarter and year: which of the cells are told beside both tables, which stay as they
// are whatever is moved here (docs/decisions/0110). Pure numbers.
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "releases/lines.h"

namespace digilots::releases {

/// Whoever reads may know of each month how many there are in each row and in each column. A hidden cell is no zero, and
/// whether it is under the threshold may be known. It is moved within one month along two rows and two columns, or longer such
/// ways round, where each cell on the way is hidden, or nothing is told of it, in quarter and year. A way may also lead from a
/// row to another one whose own number is hidden as well, by that month, quarter and year; so may it from column to column.
class Cross {
public:
    using Months = Lines::Months;
    using May = std::function<bool(std::size_t row, std::size_t column)>;

    /// Cells with the column running fastest; the tables that are crossed, which must stay longer than this.
    Cross(int threshold, const Lines& of_rows, const Lines& of_columns, const std::vector<Months>& counts);

    void stand(std::size_t row, std::size_t column, int time, suppression::State state);
    /// Of the cells that may be told at all. Where no choice of them is safe, nothing is told of some rows, at last of none.
    void decide(int time, const May& may_be_told);

    std::size_t rows() const { return of_rows_.rows(); }
    std::size_t columns() const { return of_columns_.rows(); }
    suppression::State state(std::size_t row, std::size_t column, int time) const;
    std::int64_t count(std::size_t row, std::size_t column, int time) const;

private:
    static constexpr std::size_t times = 5;                 // four quarters, the year
    struct Cell {
        std::size_t at = 0;
        int time = 0;
    };
    struct Step {
        std::size_t cell = 0;
        int by = 0, from = -1;
    };
    /// Behind the last column stands what of a row is in none, which changes as the row's own number does, the other way round;
    /// so below the last row of each column.
    struct Counts {
        std::vector<Months> of_months;
        std::vector<std::array<std::int64_t, times>> of_times;
    };

    static std::size_t index(int time) { return static_cast<std::size_t>(time - months_of_a_year); }
    suppression::State first_state(std::size_t at, int time) const;
    bool is_free(std::size_t at, int time) const;
    bool is_guarded(const Cell& cell, int time) const;
    bool leave_out_a_row(const Cell& unproved, int time, std::vector<Cell>& more);
    bool is_proved(const Cell& cell) const;
    long one_more(const Cell& unproved, int time) const;
    bool may(const Counts& now, std::size_t at, int month, int by) const;
    bool may_outside(const Counts& now, std::size_t at, int month, int by) const;
    bool shift(Counts& now, const Cell& cell, int by) const;
    bool shift_in(Counts& now, std::size_t at, int month, int by) const;
    static void change(Counts& now, std::size_t at, int month, int by);
    std::size_t width() const { return columns() + 1; }
    std::size_t cell_at(std::size_t row, std::size_t column) const { return row * width() + column; }
    bool is_within(std::size_t at) const { return at / width() < rows() && at % width() < columns(); }

    const int threshold_;
    const Lines& of_rows_;
    const Lines& of_columns_;
    Counts counts_;
    std::vector<std::array<suppression::State, times>> states_;
};

}  // namespace digilots::releases
