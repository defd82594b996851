#include "indicators/colour_rule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace digilots::indicators {

namespace {

// Two values at a time: comparing gives -1 where it holds and 0 where not, so that subtracting counts. A place without a
// value is NaN, for which nothing holds.
using Two = double __attribute__((vector_size(16)));
using Tally = std::int64_t __attribute__((vector_size(16)));

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::int64_t sum_of(Tally tally) { return tally[0] + tally[1]; }
Two all_of(double value) { return Two{value, value}; }

struct Ends {
    std::int64_t n;
    double least, most;
};

Ends ends_of(const std::vector<Two>& pairs) {
    Tally present{};
    Two least = all_of(infinite), most = all_of(-infinite);
    for (const Two pair : pairs) {
        present -= pair == pair;
        least = pair < least ? pair : least;
        most = pair > most ? pair : most;
    }
    Ends ends{sum_of(present), infinite, -infinite};
    for (int at = 0; at < 2; ++at) {
        ends.least = std::min(ends.least, least[at]);
        ends.most = std::max(ends.most, most[at]);
    }
    return ends;
}

/// The value with `rank` others before it in order lies above `low` and not above `high`.
struct Search {
    std::int64_t rank;
    double low, high;
    std::int64_t below = 0, until;       // how many are not above low, and not above high

    double middle() const { return low + (high - low) / 2; }
    bool is_narrow() const { return until - below <= 24; }
    void take(double limit, std::int64_t count) {
        if (count > rank) {
            high = limit;
            until = count;
        } else {
            low = limit;
            below = count;
        }
    }
};

void halve(const std::vector<Two>& pairs, Search& one, Search& other) {
    const double limit = one.middle(), other_limit = other.middle();
    const Two limit_pair = all_of(limit), other_limit_pair = all_of(other_limit);
    Tally count{}, other_count{};
    for (const Two pair : pairs) {
        count -= pair <= limit_pair;
        other_count -= pair <= other_limit_pair;
    }
    one.take(limit, sum_of(count));
    other.take(other_limit, sum_of(other_count));
}

double pick(double* held, std::size_t count, const Search& search) {
    double* const middle = held + (search.rank - search.below);
    std::nth_element(held, middle, held + count);
    return *middle;
}

/// With k = floor(n/4): a value has at most k at least as large as it exactly where it is larger than the (k+1)-th
/// largest. So two order statistics decide for everyone.
struct Pivots {
    double low, high;                    // the (k+1)-th smallest and the (k+1)-th largest
};

/// Halves the range of both until few are left, which costs a glance at each value a time, then looks at those.
Pivots pivots_of(std::span<const double> values, const std::vector<Two>& pairs, const Ends& ends,
                 std::vector<double>& held) {
    const auto quarter = ends.n / 4;
    Search low{quarter, -infinite, ends.most, 0, ends.n}, high{ends.n - 1 - quarter, -infinite, ends.most, 0, ends.n};
    low.low = high.low = std::nextafter(ends.least, -infinite);
    for (int round = 0; round < 7 && !(low.is_narrow() && high.is_narrow()); ++round) halve(pairs, low, high);
    held.resize(2 * values.size() + 2);
    double* const first = held.data();
    double* const second = first + values.size() + 1;
    std::size_t count = 0, other_count = 0;
    for (const double value : values) {
        first[count] = value;
        count += static_cast<std::size_t>((value > low.low) & (value <= low.high));
        second[other_count] = value;
        other_count += static_cast<std::size_t>((value > high.low) & (value <= high.high));
    }
    return {pick(first, count, low), pick(second, other_count, high)};
}

void set_limits(Scale& scale, const std::vector<Two>& pairs, const Pivots& pivots) {
    const Two low = all_of(pivots.low), high = all_of(pivots.high);
    Two tops = all_of(infinite), bottoms = all_of(-infinite);
    for (const Two pair : pairs) {
        const Two above = pair > high ? pair : all_of(infinite), below = pair < low ? pair : all_of(-infinite);
        tops = above < tops ? above : tops;
        bottoms = below > bottoms ? below : bottoms;
    }
    const double top = std::min(tops[0], tops[1]);
    const double bottom = std::max(bottoms[0], bottoms[1]);
    const auto largest_end = top == infinite ? std::nullopt : std::optional(top);
    const auto smallest_end = bottom == -infinite ? std::nullopt : std::optional(bottom);
    scale.green_limit = scale.direction == Direction::high ? largest_end : smallest_end;
    scale.red_limit = scale.direction == Direction::high ? smallest_end : largest_end;
    scale.many_equal = !largest_end && !smallest_end;
}

}  // namespace

/// Kept from column to column.
struct Painter::Work {
    std::vector<Two> pairs;
    std::vector<double> held;

    Scale scale(std::span<const double> values, Direction direction) {
        pairs.assign((values.size() + 1) / 2, all_of(nothing));
        if (!values.empty()) std::memcpy(pairs.data(), values.data(), values.size_bytes());
        const auto ends = ends_of(pairs);
        Scale scale;
        scale.direction = direction;
        scale.n = static_cast<int>(ends.n);
        if (direction == Direction::neither) {
            scale.why = Why::no_direction;
        } else if (scale.n >= least_group) {
            scale.why = Why::ranked;
            set_limits(scale, pairs, pivots_of(values, pairs, ends, held));
        }
        return scale;
    }
};

Painter::Painter() : work_(new Work) {}
Painter::~Painter() = default;

bool is_better(double one, double other, Direction direction) {
    return direction == Direction::low ? one < other : one > other;
}

Scale scale_of(std::span<const double> values, Direction direction) { return Painter().scale(values, direction); }

Scale Painter::scale(std::span<const double> values, Direction direction) { return work_->scale(values, direction); }

Colour colour_of(double value, const Scale& scale) {
    if (scale.why != Why::ranked) return Colour::unknown;
    if (scale.green_limit && !is_better(*scale.green_limit, value, scale.direction)) return Colour::green;
    if (scale.red_limit && !is_better(value, *scale.red_limit, scale.direction)) return Colour::red;
    return Colour::yellow;
}

int rank_of(double value, std::span<const double> values, Direction direction) {
    return 1 + static_cast<int>(std::ranges::count_if(
                   values, [&](double other) { return is_better(other, value, direction); }));
}

Scale Painter::paint(std::span<const double> values, Direction direction, std::span<Colour> colours) {
    const auto scale = work_->scale(values, direction);
    if (scale.why != Why::ranked) {
        std::ranges::fill(colours, Colour::unknown);
        return scale;
    }
    const bool up = direction == Direction::high;
    const double top = (up ? scale.green_limit : scale.red_limit).value_or(infinite);
    const double bottom = (up ? scale.red_limit : scale.green_limit).value_or(-infinite);
    // By how many of three things hold of a value: it is there, it is above the bottom, it reaches the top.
    const std::array<Colour, 4> by_height{Colour::unknown, up ? Colour::red : Colour::green, Colour::yellow,
                                          up ? Colour::green : Colour::red};
    for (std::size_t at = 0; at < values.size(); ++at) {
        const double value = values[at];
        colours[at] = by_height[static_cast<std::size_t>((value == value) + (value > bottom) + (value >= top))];
    }
    return scale;
}

}  // namespace digilots::indicators
