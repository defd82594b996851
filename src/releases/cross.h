#pragma once
// Two tables of one municipality crossed by quarter and year: which of the cells are told beside both tables, which stay as they
// are whatever is moved here (docs/decisions/0110). Pure numbers.
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "releases/year.h"

namespace digilots::releases {

/// Whoever reads may know of each month how many there are in each row and in each column. A hidden cell is no zero, and
/// whether it is under the threshold may be known. It is moved within one month along two rows and two columns, or longer such
/// ways round, where each cell on the way is hidden, or nothing is told of it, in quarter and year.
class Cross {
public:
    using Months = std::array<std::int64_t, months_of_a_year>;
    using May = std::function<bool(std::size_t row, std::size_t column)>;

    /// Cells with the column running fastest.
    Cross(int threshold, std::size_t columns, std::vector<Months> counts);

    void stand(std::size_t row, std::size_t column, int time, suppression::State state);
    /// Of the cells that may be told at all. Where no choice of them is safe nothing of this time is told.
    void decide(int time, const May& may_be_told);

    std::size_t rows() const { return states_.size() / columns_; }
    std::size_t columns() const { return columns_; }
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
    struct Counts {
        std::vector<Months> of_months;
        std::vector<std::array<std::int64_t, times>> of_times;
    };

    static std::size_t index(int time) { return static_cast<std::size_t>(time - months_of_a_year); }
    suppression::State first_state(std::size_t at, int time) const;
    bool is_free(std::size_t at, int time) const;
    bool is_proved(const Cell& cell) const;
    long one_more(const Cell& unproved, int time) const;
    bool may(const Counts& now, std::size_t at, int month, int by) const;
    bool shift(Counts& now, const Cell& cell, int by) const;
    bool shift_in(Counts& now, std::size_t at, int month, int by) const;
    static void change(Counts& now, std::size_t at, int month, int by);

    const int threshold_;
    const std::size_t columns_;
    Counts counts_;
    std::vector<std::array<suppression::State, times>> states_;
};

}  // namespace digilots::releases
