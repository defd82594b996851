#include "releases/lines.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <tuple>
#include <utility>

namespace digilots::releases {

namespace {

using suppression::State;

constexpr std::int64_t enough_of_a_quarter = 2, large_quarter = 6;         // as many thresholds
constexpr std::int64_t unbound = std::numeric_limits<std::int64_t>::max();

int time_of_quarter(int quarter) { return months_of_a_year + quarter; }
bool is_one_month(int time) { return time < months_of_a_year; }
int time_of_first(int quarter_time) { return (quarter_time - months_of_a_year) * months_of_a_quarter; }
int quarter_of(int time) { return is_one_month(time) ? time / months_of_a_quarter : time - months_of_a_year; }

}  // namespace

Lines::Lines(int threshold, std::vector<Months> counts, std::vector<Alike> alike)
    : threshold_(threshold), alike_(std::move(alike)), counts_(counts.size()), states_(counts.size()) {
    for (std::size_t row = 0; row < counts.size(); ++row) {
        states_[row].fill(State::later);
        counts_[row].fill(0);
        for (int month = 0; month < months_of_a_year; ++month) {
            const auto count = counts[row][index(month)];
            for (const int time : {month, time_of_quarter(quarter_of(month)), node_of_the_year})
                counts_[row][index(time)] += count;
        }
    }
}

bool Lines::is_told(int time) const {
    return std::ranges::any_of(states_, [&](const auto& of_row) { return of_row[index(time)] != State::later; });
}

bool Lines::is_any_hidden(int time) const {
    return std::ranges::any_of(states_, [&](const auto& of_row) { return of_row[index(time)] == State::hidden; });
}

bool Lines::is_any_untold(int time) const {
    return std::ranges::any_of(states_, [&](const auto& of_row) { return of_row[index(time)] == State::later; });
}

bool Lines::is_much_hidden(int time) const {
    int hidden = 0, told = 0;
    for (std::size_t row = 0; row < rows(); ++row) {
        hidden += state(row, time) == State::hidden;
        told += state(row, time) == State::published && count(row, time) > 0;
    }
    return hidden * 3 > told;
}

bool Lines::is_in_part(std::size_t row, int time) const { return state(row, time) == State::later && told_[index(time)]; }

bool Lines::is_sibling_told(int time) const {
    if (time == node_of_the_year) return true;
    const int first = is_one_month(time) ? quarter_of(time) * months_of_a_quarter : time_of_quarter(0);
    const int until = first + (is_one_month(time) ? months_of_a_quarter : quarters_of_a_year);
    return std::any_of(told_.begin() + first, told_.begin() + until, [](bool one) { return one; });
}

bool Lines::is_touched(std::size_t row, int quarter) const {
    for (int month = quarter * months_of_a_quarter; month < (quarter + 1) * months_of_a_quarter; ++month)
        if (state(row, month) == State::hidden) return true;
    const int time = time_of_quarter(quarter);
    const State of_quarter = state(row, time);
    if (moved_.contains({row, quarter})) return true;
    if (of_quarter == State::hidden || is_in_part(row, time)) return true;
    return of_quarter == State::later && state(row, node_of_the_year) != State::published;
}

bool Lines::is_touched(std::size_t row) const {
    for (int quarter = 0; quarter < quarters_of_a_year; ++quarter)
        if (is_touched(row, quarter)) return true;
    return state(row, node_of_the_year) == State::hidden;
}

/// By quarter a row is told where the quarter before was large enough, by month where it was much larger and no month was hidden:
/// so the year can be told. This follows from what was told, whatever the row is now.
bool Lines::is_left_out(std::size_t row, int time) const {
    if (time == node_of_the_year) return false;
    for (int before = 0; is_one_month(time) && before < time; ++before)
        if (state(row, before) == State::hidden) return true;
    const int before = time_of_quarter(quarter_of(time) - 1);
    if (quarter_of(time) == 0 || !told_[index(before)]) return false;
    const auto enough = threshold_ * (is_one_month(time) ? large_quarter : enough_of_a_quarter);
    const bool is_known_as_none = !is_one_month(time) && count(row, before) == 0;
    return state(row, before) != State::published || (count(row, before) < enough && !is_known_as_none);
}

State Lines::first_state(std::size_t row, int time) const {
    if (is_left_out(row, time)) return State::later;
    const auto number = count(row, time);
    return number > 0 && number < threshold_ ? State::hidden : State::published;
}

/// It is not the sum of what is told.
bool Lines::is_free(std::size_t row, int time) const {
    if (is_one_month(time)) return true;
    const bool is_year = time == node_of_the_year;
    const int first = is_year ? time_of_quarter(0) : quarter_of(time) * months_of_a_quarter;
    for (int part = first; part < first + (is_year ? quarters_of_a_year : months_of_a_quarter); ++part)
        if (state(row, part) != State::published) return true;
    return false;
}

int Lines::one_more(const Cell& unproved, int time) const {
    const auto can = [&](std::size_t row) {
        return state(row, time) == State::published && count(row, time) > 0 && is_free(row, time);
    };
    if (can(unproved.row)) return static_cast<int>(unproved.row);
    int best = -1;
    std::tuple<bool, bool, std::int64_t> least;
    for (std::size_t row = 0; row < rows(); ++row) {
        if (!can(row)) continue;
        const bool is_beside = state(row, unproved.time) != State::published;
        const std::tuple cost(!is_beside, !is_touched(row), count(row, time));
        if (best >= 0 && cost >= least) continue;
        best = static_cast<int>(row);
        least = cost;
    }
    return best;
}

void Lines::note_told() {
    for (int time = 0; time <= node_of_the_year; ++time) {
        told_[index(time)] = false;
        for (std::size_t row = 0; row < rows(); ++row) {
            const State one = state(row, time);
            told_[index(time)] |= one == State::hidden || (one == State::published && count(row, time) > 0);
        }
    }
}

/// What is hidden, and what is small and left out where others are told, of all until then.
std::vector<Lines::Cell> Lines::guarded_cells(int until) const {
    std::vector<Cell> cells;
    for (std::size_t row = 0; row < rows(); ++row)
        for (int time = 0; time <= node_of_the_year; ++time) {
            const bool is_decided = std::pair(last_month(time), time) <= std::pair(last_month(until), until);
            const auto number = count(row, time);
            const bool is_left_out = is_decided && state(row, time) == State::later && number > 0 && number < threshold_;
            if (state(row, time) == State::hidden || (is_left_out && is_sibling_told(time))) cells.push_back({row, time});
        }
    return cells;
}

void Lines::decide(int time) {
    note_told();
    for (std::size_t row = 0; row < rows(); ++row) stand(row, time, first_state(row, time));
    note_told();
    if (!told_[index(time)] && is_any_untold(time)) return tell_nothing(time);
    // What is hidden from here on leaves more possible, so that a proof stays one.
    moved_.clear();
    auto unproved = guarded_cells(time);
    while (!unproved.empty()) {
        const auto cell = unproved.back();
        if (width(cell.row, cell.time) >= needed(cell.row, cell.time)) {
            unproved.pop_back();
            continue;
        }
        if (is_one_month(cell.time) && let_move(cell)) continue;
        const int next = one_more(cell, time);
        if (next < 0) return tell_nothing(time);
        stand(static_cast<std::size_t>(next), time, State::hidden);
        unproved.push_back({static_cast<std::size_t>(next), time});
    }
}

/// The months of what is left out in the quarter, if they may not be moved yet: of the row, then of all.
bool Lines::let_move(const Cell& cell) {
    const int quarter = quarter_of(cell.time);
    if (!is_touched(cell.row, quarter)) return moved_.emplace(cell.row, quarter).second;
    bool is_any = false;
    for (std::size_t row = 0; row < rows(); ++row)
        if (is_in_part(row, cell.time) && !is_touched(row, quarter)) is_any |= moved_.emplace(row, quarter).second;
    return is_any;
}

void Lines::settle() {
    note_told();
    for (int time = 0; time <= node_of_the_year; ++time)
        if (!told_[index(time)] && is_any_untold(time)) tell_nothing(time);
}

void Lines::tell_nothing(int time) {
    for (std::size_t row = 0; row < rows(); ++row) stand(row, time, State::later);
    note_told();
}

int Lines::needed(std::size_t row, int time) const {
    return count(row, time) < threshold_ ? std::min(usual_width, threshold_ - 2) : usual_width;
}

/// One of the row and one of another row that are alike change their months within the quarter, if nothing is told of either row
/// in both: so no longer time says anything else, of this table or of one that is crossed with it.
int Lines::exchanges(const Cell& cell) const {
    const int first = quarter_of(cell.time) * months_of_a_quarter;
    std::int64_t fewer = 0, more = 0;
    for (const auto& counts : alike_) {
        std::int64_t others_then = 0, others_left = std::numeric_limits<std::int64_t>::max();
        for (int month = first; month < first + months_of_a_quarter; ++month) {
            if (month == cell.time || state(cell.row, month) != State::later) continue;
            std::int64_t others = 0;
            for (std::size_t row = 0; row < rows(); ++row) {
                const bool is_out = state(row, month) == State::later && state(row, cell.time) == State::later;
                if (row == cell.row || !is_out) continue;
                others_then += counts[row][index(month)];
                others += counts[row][index(cell.time)];
            }
            // Whoever of the others is there in this month may have been taken for the other one already.
            others_left = std::min(others_left, others);
            const auto taken = std::min(counts[cell.row][index(month)], others_left);
            more += taken;
            others_left -= taken;
        }
        fewer += std::min(counts[cell.row][index(cell.time)], others_then);
    }
    return static_cast<int>(std::min<std::int64_t>(fewer + more, usual_width));
}

int Lines::width(std::size_t row, int time) const {
    const int enough = needed(row, time);
    if (is_one_month(time) && state(row, time) == State::later && !is_touched(row, quarter_of(time)))
        return std::min(enough, exchanges({row, time}));
    int found = 0;
    for (const int by : {1, -1}) {
        auto now = counts_;
        while (found < enough && shift(now, {row, time}, by)) ++found;
    }
    return found;
}

std::int64_t Lines::least(const Cell& cell) const {
    const auto is = count(cell.row, cell.time);
    switch (state(cell.row, cell.time)) {
        case State::published: return is;
        case State::hidden: return is < threshold_ ? 1 : threshold_;
        default: break;
    }
    // A row that is left out before anybody was counted in it is known to be there.
    const int first = is_one_month(cell.time) ? cell.time : cell.time == node_of_the_year ? 0 : time_of_first(cell.time);
    for (int before = 0; before < first; ++before)
        if (count(cell.row, before) > 0) return 0;
    return std::min<std::int64_t>(is, 1);
}

std::int64_t Lines::most(const Cell& cell) const {
    const auto is = count(cell.row, cell.time);
    switch (state(cell.row, cell.time)) {
        case State::published: return is;
        case State::hidden: return is < threshold_ ? threshold_ - 1 : unbound;
        default: return unbound;
    }
}

bool Lines::may(const std::vector<OfTimes>& now, const Cell& cell, int by) const {
    if (is_one_month(cell.time) && !is_touched(cell.row, quarter_of(cell.time))) return false;
    const auto is = now[cell.row][index(cell.time)];
    return by > 0 ? is < most(cell) : is > least(cell);
}

// Nodes: months, then of each row its four quarters and its year, then all years together. A cell leads from the month to the
// row's quarter, from there to the row's year, from there to the last node.
int Lines::quarter_node(std::size_t row, int quarter) const {
    return months_of_a_year + static_cast<int>(row) * (quarters_of_a_year + 1) + quarter;
}

int Lines::tail(const Cell& cell) const {
    if (is_one_month(cell.time)) return cell.time;
    return quarter_node(cell.row, cell.time - months_of_a_year);        // the year's is after its quarters
}

int Lines::head(const Cell& cell) const {
    if (is_one_month(cell.time)) return quarter_node(cell.row, quarter_of(cell.time));
    return cell.time == node_of_the_year ? quarter_node(rows(), 0) : quarter_node(cell.row, quarters_of_a_year);
}

template <class Visit>
void Lines::around(const std::vector<OfTimes>& now, int node, const Visit& visit) const {
    const auto try_both = [&](const Cell& cell) {
        const bool is_on = tail(cell) == node;
        if (may(now, cell, is_on ? 1 : -1)) visit(is_on ? head(cell) : tail(cell), cell, is_on ? 1 : -1);
    };
    if (node < months_of_a_year || node == quarter_node(rows(), 0)) {
        for (std::size_t row = 0; row < rows(); ++row) try_both({row, std::min(node, int{node_of_the_year})});
        return;
    }
    const auto row = static_cast<std::size_t>((node - months_of_a_year) / (quarters_of_a_year + 1));
    const int quarter = (node - months_of_a_year) % (quarters_of_a_year + 1);
    const bool is_year = quarter == quarters_of_a_year;
    const int first = is_year ? time_of_quarter(0) : quarter * months_of_a_quarter;
    for (int part = first; part < first + (is_year ? quarters_of_a_year : months_of_a_quarter); ++part) try_both({row, part});
    try_both({row, is_year ? node_of_the_year : time_of_quarter(quarter)});
}

/// One more or one fewer of a cell, with the same of all that is told: the shortest way round.
bool Lines::shift(std::vector<OfTimes>& now, const Cell& cell, int by) const {
    if (!may(now, cell, by)) return false;
    const int from = by > 0 ? head(cell) : tail(cell), to = by > 0 ? tail(cell) : head(cell);
    std::vector<Step> came(static_cast<std::size_t>(quarter_node(rows(), 0)) + 1);
    came[static_cast<std::size_t>(from)].from = from;
    std::deque<int> next{from};
    while (!next.empty() && came[static_cast<std::size_t>(to)].from < 0) {
        const int node = next.front();
        next.pop_front();
        around(now, node, [&](int other, const Cell& over, int change) {
            auto& step = came[static_cast<std::size_t>(other)];
            const bool is_itself = over.row == cell.row && over.time == cell.time;
            if (is_itself || step.from >= 0) return;
            step = {over, change, node};
            next.push_back(other);
        });
    }
    if (came[static_cast<std::size_t>(to)].from < 0) return false;
    for (int node = to; node != from; node = came[static_cast<std::size_t>(node)].from) {
        const auto& step = came[static_cast<std::size_t>(node)];
        now[step.cell.row][index(step.cell.time)] += step.by;
    }
    now[cell.row][index(cell.time)] += by;
    return true;
}

}  // namespace digilots::releases
