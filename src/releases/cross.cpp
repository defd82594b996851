#include "releases/cross.h"

#include <algorithm>
#include <deque>
#include <tuple>

namespace digilots::releases {

namespace {

using suppression::State;

constexpr int year_index = quarters_of_a_year;

int first_month_of(int time) { return time == node_of_the_year ? 0 : (time - months_of_a_year) * months_of_a_quarter; }

}  // namespace

Cross::Cross(int threshold, const Lines& of_rows, const Lines& of_columns, const std::vector<Months>& counts)
    : threshold_(threshold), of_rows_(of_rows), of_columns_(of_columns) {
    const auto all = (rows() + 1) * width();
    counts_.of_months.assign(all, Months{});
    counts_.of_times.assign(all, {});
    states_.resize(all);
    for (std::size_t at = 0; at < all; ++at) {
        states_[at].fill(State::later);
        if (!is_within(at)) continue;
        counts_.of_months[at] = counts[at / width() * columns() + at % width()];
        for (std::size_t month = 0; month < std::size_t{months_of_a_year}; ++month)
            for (const std::size_t time : {month / months_of_a_quarter, std::size_t{year_index}})
                counts_.of_times[at][time] += counts_.of_months[at][month];
    }
}

void Cross::stand(std::size_t row, std::size_t column, int time, State state) {
    states_[cell_at(row, column)][index(time)] = state;
}

State Cross::state(std::size_t row, std::size_t column, int time) const { return states_[cell_at(row, column)][index(time)]; }

std::int64_t Cross::count(std::size_t row, std::size_t column, int time) const {
    return counts_.of_times[cell_at(row, column)][index(time)];
}

/// What is hidden in a quarter is in the year, too.
State Cross::first_state(std::size_t at, int time) const {
    const auto number = counts_.of_times[at][index(time)];
    if (number == 0) return State::published;
    const bool is_hidden_before = time == node_of_the_year && std::ranges::any_of(states_[at], [](State one) {
        return one == State::hidden;
    });
    return number < threshold_ || is_hidden_before ? State::hidden : State::published;
}

bool Cross::is_free(std::size_t at, int time) const {
    if (time != node_of_the_year) return true;
    return std::any_of(states_[at].begin(), states_[at].begin() + year_index, [](State one) { return one != State::published; });
}

void Cross::decide(int time, const May& may_be_told) {
    std::vector<Cell> unproved;
    for (std::size_t at = 0; at < states_.size(); ++at) {
        const bool is_told = is_within(at) && may_be_told(at / width(), at % width());
        states_[at][index(time)] = is_told ? first_state(at, time) : State::later;
        for (int one = months_of_a_year; one <= time; ++one)
            if (is_guarded({at, one}, time)) unproved.push_back({at, one});
    }
    while (!unproved.empty()) {
        const auto cell = unproved.back();
        if (!is_guarded(cell, time) || is_proved(cell)) {
            unproved.pop_back();
            continue;
        }
        const long next = one_more(cell, time);
        if (next >= 0) {
            states_[static_cast<std::size_t>(next)][index(time)] = State::hidden;
            unproved.push_back({static_cast<std::size_t>(next), time});
        } else if (!leave_out_a_row(cell, time, unproved)) {
            for (auto& states : states_) states[index(time)] = State::later;
            return;
        }
    }
}

/// It is hidden, or small and left out where others are told.
bool Cross::is_guarded(const Cell& cell, int time) const {
    const auto one = states_[cell.at][index(cell.time)];
    const auto number = counts_.of_times[cell.at][index(cell.time)];
    return one == State::hidden || (cell.time == time && one == State::later && number > 0 && number < threshold_);
}

/// Of the cell's own row, or else of the one beside it in which least is told: nothing is told of it.
bool Cross::leave_out_a_row(const Cell& unproved, int time, std::vector<Cell>& more) {
    const auto told_in = [&](std::size_t row) {
        std::int64_t told = 0;
        for (std::size_t at = cell_at(row, 0); at < cell_at(row, columns()); ++at)
            if (states_[at][index(time)] != State::later) told += counts_.of_times[at][index(time)] + 1;
        return told;
    };
    const auto own = unproved.at / width();
    auto best = own;
    for (std::size_t row = 0; row < rows(); ++row)
        if (told_in(row) > 0 && (told_in(best) == 0 || (best != own && told_in(row) < told_in(best)))) best = row;
    if (told_in(best) == 0) return false;
    for (std::size_t at = cell_at(best, 0); at < cell_at(best, columns()); ++at) {
        states_[at][index(time)] = State::later;
        if (is_guarded({at, time}, time)) more.push_back({at, time});
    }
    return true;
}

long Cross::one_more(const Cell& unproved, int time) const {
    const auto can = [&](std::size_t at) {
        return is_within(at) && states_[at][index(time)] == State::published && counts_.of_times[at][index(time)] > 0 &&
               is_free(at, time);
    };
    if (can(unproved.at)) return static_cast<long>(unproved.at);
    long best = -1;
    std::tuple<bool, std::int64_t> least;
    for (std::size_t at = 0; at < states_.size(); ++at) {
        if (!can(at)) continue;
        const bool is_beside = at / width() == unproved.at / width() || at % width() == unproved.at % width();
        const std::tuple cost(!is_beside, counts_.of_times[at][index(time)]);
        if (best >= 0 && cost >= least) continue;
        best = static_cast<long>(at);
        least = cost;
    }
    return best;
}

bool Cross::is_proved(const Cell& cell) const {
    const auto number = counts_.of_times[cell.at][index(cell.time)];
    const int needed = number < threshold_ ? std::min(usual_width, threshold_ - 2) : usual_width;
    int found = 0;
    for (const int by : {1, -1}) {
        auto now = counts_;
        while (found < needed && shift(now, cell, by)) ++found;
    }
    return found >= needed;
}

bool Cross::may(const Counts& now, std::size_t at, int month, int by) const {
    if (!is_within(at)) return may_outside(now, at, month, by);
    if (by < 0 && now.of_months[at][static_cast<std::size_t>(month)] == 0) return false;
    for (const int time : {month / months_of_a_quarter, year_index}) {
        const auto one = static_cast<std::size_t>(time);
        if (states_[at][one] == State::published) return false;
        if (states_[at][one] != State::hidden) continue;
        const auto is = now.of_times[at][one] + by;
        const bool is_small = counts_.of_times[at][one] < threshold_;
        if (is_small ? is < 1 || is >= threshold_ : is < threshold_) return false;
    }
    return true;
}

/// The row's own number, or the column's, changes the other way.
bool Cross::may_outside(const Counts& now, std::size_t at, int month, int by) const {
    const auto row = at / width(), column = at % width();
    if (row == rows() && column == columns()) return false;
    const Lines& lines = row == rows() ? of_columns_ : of_rows_;
    const auto line = row == rows() ? column : row;
    const auto may_be = [&](int time, std::int64_t outside) {
        return lines.may_be(line, time, lines.count(line, time) - outside - by);
    };
    const int quarter = month / months_of_a_quarter;
    const auto& times_now = now.of_times[at];
    return may_be(month, now.of_months[at][static_cast<std::size_t>(month)]) &&
           may_be(months_of_a_year + quarter, times_now[static_cast<std::size_t>(quarter)]) &&
           may_be(node_of_the_year, times_now[year_index]);
}

void Cross::change(Counts& now, std::size_t at, int month, int by) {
    now.of_months[at][static_cast<std::size_t>(month)] += by;
    now.of_times[at][static_cast<std::size_t>(month / months_of_a_quarter)] += by;
    now.of_times[at][year_index] += by;
}

bool Cross::shift(Counts& now, const Cell& cell, int by) const {
    const int first = first_month_of(cell.time);
    const int until = first + (cell.time == node_of_the_year ? months_of_a_year : months_of_a_quarter);
    for (int month = first; month < until; ++month)
        if (shift_in(now, cell.at, month, by)) return true;
    return false;
}

/// From the cell's column over cells that change the other way to a row, from there over cells that change this way to a column,
/// until the cell's own row is reached.
bool Cross::shift_in(Counts& now, std::size_t at, int month, int by) const {
    if (!may(now, at, month, by)) return false;
    const auto all_rows = rows() + 1, own_row = at / width(), first = all_rows + at % width();
    std::vector<Step> came(all_rows + width());
    came[first].from = static_cast<int>(first);
    std::deque<std::size_t> next{first};
    while (!next.empty() && came[own_row].from < 0) {
        const auto node = next.front();
        next.pop_front();
        const bool is_row = node < all_rows;
        const auto others = is_row ? width() : all_rows;
        for (std::size_t other = 0; other < others; ++other) {
            const auto cell = is_row ? cell_at(node, other) : cell_at(other, node - all_rows);
            auto& step = came[is_row ? all_rows + other : other];
            const int change_by = is_row ? by : -by;
            if (cell == at || step.from >= 0 || !may(now, cell, month, change_by)) continue;
            step = {cell, change_by, static_cast<int>(node)};
            next.push_back(is_row ? all_rows + other : other);
        }
    }
    if (came[own_row].from < 0) return false;
    for (auto node = own_row; node != first; node = static_cast<std::size_t>(came[node].from))
        change(now, came[node].cell, month, came[node].by);
    change(now, at, month, by);
    return true;
}

}  // namespace digilots::releases
