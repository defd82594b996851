#include "indicators/colour_rule.h"

#include <algorithm>
#include <cmath>

namespace digilots::indicators {

namespace {

struct Ends {
    std::optional<double> top, bottom;   // the smallest of the top quarter, the largest of the bottom quarter
};

/// With k = floor(n/4): a value has at most k at least as large as it exactly where it is larger than the (k+1)-th
/// largest. So two order statistics decide for everyone. Reorders `values`.
Ends ends_of(std::span<double> values) {
    const auto quarter = static_cast<std::ptrdiff_t>(values.size() / 4);
    const auto low = values.begin() + quarter;
    const auto high = values.end() - quarter - 1;
    std::nth_element(values.begin(), low, values.end());
    std::nth_element(low + 1, high, values.end());
    Ends ends;
    for (auto at = values.begin(); at != low; ++at) {
        if (*at < *low && (!ends.bottom || *at > *ends.bottom)) ends.bottom = *at;
    }
    for (auto at = high + 1; at != values.end(); ++at) {
        if (*at > *high && (!ends.top || *at < *ends.top)) ends.top = *at;
    }
    return ends;
}

Scale scale_reordering(std::span<double> values, Direction direction) {
    Scale scale;
    scale.direction = direction;
    scale.n = static_cast<int>(values.size());
    if (direction == Direction::neither) {
        scale.why = Why::no_direction;
    } else if (scale.n >= least_group) {
        scale.why = Why::ranked;
        const auto ends = ends_of(values);
        scale.green_limit = direction == Direction::high ? ends.top : ends.bottom;
        scale.red_limit = direction == Direction::high ? ends.bottom : ends.top;
        scale.many_equal = !ends.top && !ends.bottom;
    }
    return scale;
}

}  // namespace

bool is_better(double one, double other, Direction direction) {
    return direction == Direction::low ? one < other : one > other;
}

Scale scale_of(std::span<const double> values, Direction direction) {
    std::vector<double> copy(values.begin(), values.end());
    return scale_reordering(copy, direction);
}

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
    present_.clear();
    for (const double value : values) {
        if (!std::isnan(value)) present_.push_back(value);
    }
    const auto scale = scale_reordering(present_, direction);
    for (std::size_t at = 0; at < values.size(); ++at) {
        colours[at] = std::isnan(values[at]) ? Colour::unknown : colour_of(values[at], scale);
    }
    return scale;
}

}  // namespace digilots::indicators
