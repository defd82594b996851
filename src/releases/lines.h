#pragma once
// One table of one municipality over a year: which of its cells are told. Pure numbers; the proof of each hidden cell is counted
// out, not searched for (docs/decisions/0110).
#include <array>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "releases/year.h"

namespace digilots::releases {

/// Rows by months with their quarters and year. Whoever reads may know how many there are of each month; each inquiry is in one
/// row.
///
/// A hidden cell is no zero, and whether it is under the threshold may be known, too. How far a cell may be moved, one by one,
/// with everything told as it is, is a flow in a network of months, rows' quarters, rows' years; so it is known exactly.
class Lines {
public:
    using Months = std::array<std::int64_t, months_of_a_year>;

    /// By row, of inquiries that are alike in all that is told of this table together with another one (of one place, say).
    using Alike = std::vector<Months>;

    Lines(int threshold, std::vector<Months> counts, std::vector<Alike> alike = {});

    /// As it was told before; State::later: nothing was told there.
    void stand(std::size_t row, int time, suppression::State state) { states_[row][index(time)] = state; }
    /// When all that was told stands: where nothing is told, nothing is told of a row that is new either.
    void settle();
    /// Decides a time after all that ended before it. Each hidden cell of it and of those before may then be one of four numbers
    /// that follow one another (three under a threshold of four, two under one of three), and so may each small one of which
    /// nothing is told in a time that is told of other rows; where no choice of rows does that, nothing of this time is told
    /// (State::later).
    void decide(int time);

    std::size_t rows() const { return counts_.size(); }
    suppression::State state(std::size_t row, int time) const { return states_[row][index(time)]; }
    std::int64_t count(std::size_t row, int time) const { return counts_[row][index(time)]; }
    bool is_told(int time) const;
    bool is_any_hidden(int time) const, is_any_untold(int time) const;
    /// More than a fourth of it that is no zero is hidden.
    bool is_much_hidden(int time) const;
    /// A proof may move some of it from one month of the quarter to another, or to another row.
    bool is_touched(std::size_t row, int quarter) const;
    bool is_touched(std::size_t row) const;
    /// How many numbers beside its own a cell can be, as far as it matters: no more than needed are counted.
    int width(std::size_t row, int time) const;
    int needed(std::size_t row, int time) const;
    /// By what is told of it alone.
    bool may_be(std::size_t row, int time, std::int64_t number) const {
        return least({row, time}) <= number && number <= most({row, time});
    }

private:
    static constexpr std::size_t times = node_of_the_year + 1;
    using OfTimes = std::array<std::int64_t, times>;
    struct Cell {
        std::size_t row = 0;
        int time = 0;
    };
    struct Step {
        Cell cell;
        int by = 0;
        int from = -1;                              // the step's node before it
    };

    static std::size_t index(int time) { return static_cast<std::size_t>(time); }
    suppression::State first_state(std::size_t row, int time) const;
    bool is_left_out(std::size_t row, int time) const;
    bool is_in_part(std::size_t row, int time) const;
    bool is_sibling_told(int time) const;
    bool let_move(const Cell& cell);
    int exchanges(const Cell& cell) const;
    bool is_free(std::size_t row, int time) const;
    int one_more(const Cell& unproved, int time) const;
    std::vector<Cell> guarded_cells(int time) const;
    void note_told();
    void tell_nothing(int time);
    std::int64_t least(const Cell& cell) const, most(const Cell& cell) const;
    bool may(const std::vector<OfTimes>& now, const Cell& cell, int by) const;
    bool shift(std::vector<OfTimes>& now, const Cell& cell, int by) const;
    template <class Visit>
    void around(const std::vector<OfTimes>& now, int node, const Visit& visit) const;
    int quarter_node(std::size_t row, int quarter) const;
    int tail(const Cell& cell) const, head(const Cell& cell) const;

    const int threshold_;
    const std::vector<Alike> alike_;
    std::vector<OfTimes> counts_;
    std::vector<std::array<suppression::State, times>> states_;
    std::array<bool, times> told_{};                // of some rows, while a time is decided
    std::set<std::pair<std::size_t, int>> moved_;   // rows and quarters whose months must be movable for a proof
};

}  // namespace digilots::releases
