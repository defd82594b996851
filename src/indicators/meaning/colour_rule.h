#pragma once
// The rule of colours, and nothing else (docs/colours.md). With n values in a group: green where at most n/4 are at least
// as good as this one (itself and equal ones count), red where at most n/4 are at least as bad, yellow between. A tie
// across a limit is therefore yellow on both sides. Fewer than `least_group` values, or no direction: no colour.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "indicators/indicators.h"

namespace digilots::indicators {

inline constexpr int least_group = 20;

/// What a group's values say before anyone is looked at.
struct Scale {
    Direction direction = Direction::neither;
    int n = 0;
    Why why = Why::small_group;            // `ranked` where values get a colour
    bool many_equal = false;               // nobody is green and nobody red
    std::optional<double> green_limit;     // the worst green value
    std::optional<double> red_limit;       // the best red value
};

/// `values`: finite, in any order; NaN for what is not there.
Scale scale_of(std::span<const double> values, Direction direction);
Colour colour_of(double value, const Scale& scale);
/// 1 + how many are better; where no end is good, how many are larger.
int rank_of(double value, std::span<const double> values, Direction direction);
bool is_better(double one, double other, Direction direction);

/// The same rule for many columns one after the other: keeps its working memory. `values`: NaN where there is none.
class Painter {
public:
    Painter();
    ~Painter();

    Scale scale(std::span<const double> values, Direction direction);
    /// `colours` has the same length.
    Scale paint(std::span<const double> values, Direction direction, std::span<Colour> colours);

private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace digilots::indicators
