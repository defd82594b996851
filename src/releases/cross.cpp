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

Cross::Cross(int threshold, std::size_t columns, std::vector<Months> counts)
    : threshold_(threshold), columns_(columns), counts_{std::move(counts), {}} {
    counts_.of_times.resize(counts_.of_months.size());
    states_.resize(counts_.of_months.size());
    for (std::size_t at = 0; at < states_.size(); ++at) {
        states_[at].fill(State::later);
        counts_.of_times[at].fill(0);
        for (std::size_t month = 0; month < std::size_t{months_of_a_year}; ++month)
            for (const std::size_t time : {month / months_of_a_quarter, std::size_t{year_index}})
                counts_.of_times[at][time] += counts_.of_months[at][month];
    }
}

void Cross::stand(std::size_t row, std::size_t column, int time, State state) {
    states_[row * columns_ + column][index(time)] = state;
}

State Cross::state(std::size_t row, std::size_t column, int time) const { return states_[row * columns_ + column][index(time)]; }

std::int64_t Cross::count(std::size_t row, std::size_t column, int time) const {
    return counts_.of_times[row * columns_ + column][index(time)];
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
        const bool is_told = may_be_told(at / columns_, at % columns_);
        states_[at][index(time)] = is_told ? first_state(at, time) : State::later;
        for (int one = months_of_a_year; one <= time; ++one)
            if (states_[at][index(one)] == State::hidden) unproved.push_back({at, one});
    }
    while (!unproved.empty()) {
        const auto cell = unproved.back();
        if (is_proved(cell)) {
            unproved.pop_back();
            continue;
        }
        const long next = one_more(cell, time);
        if (next < 0) {
            for (auto& states : states_) states[index(time)] = State::later;
            return;
        }
        states_[static_cast<std::size_t>(next)][index(time)] = State::hidden;
        unproved.push_back({static_cast<std::size_t>(next), time});
    }
}

long Cross::one_more(const Cell& unproved, int time) const {
    const auto can = [&](std::size_t at) {
        return states_[at][index(time)] == State::published && counts_.of_times[at][index(time)] > 0 && is_free(at, time);
    };
    if (can(unproved.at)) return static_cast<long>(unproved.at);
    long best = -1;
    std::tuple<bool, std::int64_t> least;
    for (std::size_t at = 0; at < states_.size(); ++at) {
        if (!can(at)) continue;
        const bool is_beside = at / columns_ == unproved.at / columns_ || at % columns_ == unproved.at % columns_;
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
    const auto own_row = at / columns_, first = rows() + at % columns_;
    std::vector<Step> came(rows() + columns_);
    came[first].from = static_cast<int>(first);
    std::deque<std::size_t> next{first};
    while (!next.empty() && came[own_row].from < 0) {
        const auto node = next.front();
        next.pop_front();
        const bool is_row = node < rows();
        const auto others = is_row ? columns_ : rows();
        for (std::size_t other = 0; other < others; ++other) {
            const auto cell = is_row ? node * columns_ + other : other * columns_ + node - rows();
            auto& step = came[is_row ? rows() + other : other];
            const int change_by = is_row ? by : -by;
            if (cell == at || step.from >= 0 || !may(now, cell, month, change_by)) continue;
            step = {cell, change_by, static_cast<int>(node)};
            next.push_back(is_row ? rows() + other : other);
        }
    }
    if (came[own_row].from < 0) return false;
    for (auto node = own_row; node != first; node = static_cast<std::size_t>(came[node].from))
        change(now, came[node].cell, month, came[node].by);
    change(now, at, month, by);
    return true;
}

}  // namespace digilots::releases
