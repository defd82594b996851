#include "indicators/meaning/colour_rule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace digilots::indicators {

namespace {

// Four values at a time, in one step where the processor can: comparing gives -1 where it holds and 0 where not, so that
// subtracting counts. A place without a value is NaN, for which nothing holds.
using Four = double __attribute__((vector_size(32)));
using Tally = std::int64_t __attribute__((vector_size(32)));

// The sanitizers start too late for code that chooses by processor while the program is loaded.
#if defined(__x86_64__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DIGILOTS_FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define DIGILOTS_FOR_EACH_PROCESSOR
#endif
#define DIGILOTS_INTO_ITS_CALLER inline __attribute__((always_inline))
#define DIGILOTS_INSIDE __attribute__((always_inline))

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

DIGILOTS_INTO_ITS_CALLER std::int64_t sum_of(const Tally& tally) { return tally[0] + tally[1] + tally[2] + tally[3]; }
DIGILOTS_INTO_ITS_CALLER double least_of(const Four& four) {
    return std::min(std::min(four[0], four[1]), std::min(four[2], four[3]));
}
DIGILOTS_INTO_ITS_CALLER double most_of(const Four& four) {
    return std::max(std::max(four[0], four[1]), std::max(four[2], four[3]));
}

/// Values in fours; the last one is filled up with NaN.
class Fours {
public:
    void take(std::span<const double> values) {
        values_.assign((values.size() + 3) / 4 * 4, nothing);
        std::ranges::copy(values, values_.begin());
    }
    template <class Look>
    DIGILOTS_INTO_ITS_CALLER void each(const Look& look) const {
        for (std::size_t at = 0; at < values_.size(); at += 4) {
            Four four;
            std::memcpy(&four, values_.data() + at, sizeof(four));
            look(four);
        }
    }

private:
    std::vector<double> values_;
};

struct Ends {
    std::int64_t n;
    double least, most;
};

DIGILOTS_INTO_ITS_CALLER Ends ends_of(const Fours& fours) {
    Tally present{};
    Four least = Four{} + infinite, most = Four{} - infinite;
    fours.each([&](const Four& four) DIGILOTS_INSIDE {
        present -= four == four;
        least = four < least ? four : least;
        most = four > most ? four : most;
    });
    return {sum_of(present), least_of(least), most_of(most)};
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

DIGILOTS_INTO_ITS_CALLER void halve(const Fours& fours, Search& one, Search& other) {
    const double limit = one.middle(), other_limit = other.middle();
    const Four all_limit = Four{} + limit, all_other = Four{} + other_limit;
    Tally count{}, other_count{};
    fours.each([&](const Four& four) DIGILOTS_INSIDE {
        count -= four <= all_limit;
        other_count -= four <= all_other;
    });
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
DIGILOTS_INTO_ITS_CALLER Pivots pivots_of(std::span<const double> values, const Fours& fours, const Ends& ends,
                                          std::vector<double>& held) {
    const auto quarter = ends.n / 4;
    Search low{quarter, -infinite, ends.most, 0, ends.n}, high{ends.n - 1 - quarter, -infinite, ends.most, 0, ends.n};
    low.low = high.low = std::nextafter(ends.least, -infinite);
    for (int round = 0; round < 7 && !(low.is_narrow() && high.is_narrow()); ++round) halve(fours, low, high);
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

DIGILOTS_INTO_ITS_CALLER void set_limits(Scale& scale, const Fours& fours, const Pivots& pivots) {
    const Four low = Four{} + pivots.low, high = Four{} + pivots.high;
    const Four up = Four{} + infinite, down = Four{} - infinite;
    Four tops = up, bottoms = down;
    fours.each([&](const Four& four) DIGILOTS_INSIDE {
        const Four above = four > high ? four : up, below = four < low ? four : down;
        tops = above < tops ? above : tops;
        bottoms = below > bottoms ? below : bottoms;
    });
    const double top = least_of(tops), bottom = most_of(bottoms);
    const auto largest_end = top == infinite ? std::nullopt : std::optional(top);
    const auto smallest_end = bottom == -infinite ? std::nullopt : std::optional(bottom);
    scale.green_limit = scale.direction == Direction::high ? largest_end : smallest_end;
    scale.red_limit = scale.direction == Direction::high ? smallest_end : largest_end;
    scale.many_equal = !largest_end && !smallest_end;
}

}  // namespace

/// Kept from column to column.
struct Painter::Work {
    Fours fours;
    std::vector<double> held;

    DIGILOTS_FOR_EACH_PROCESSOR Scale scale(std::span<const double> values, Direction direction) {
        fours.take(values);
        const auto ends = ends_of(fours);
        Scale scale;
        scale.direction = direction;
        scale.n = static_cast<int>(ends.n);
        if (direction == Direction::neither) {
            scale.why = Why::no_direction;
        } else if (scale.n >= least_group) {
            scale.why = Why::ranked;
            set_limits(scale, fours, pivots_of(values, fours, ends, held));
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
