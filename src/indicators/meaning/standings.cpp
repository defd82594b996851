#include "indicators/meaning/standings.h"

#include <algorithm>
#include <span>

namespace digilots::indicators {

std::vector<double> values_of(const Column& column, const Peers& peers) {
    std::vector<double> values;
    values.reserve(peers.size());
    for (const auto peer : peers) {
        if (column.has(peer)) values.push_back(column.values[peer]);
    }
    return values;
}

Standing standing_in(const Column& column, std::size_t position, const Peers& peers, Direction direction, Painter& painter) {
    // With the whole country nothing has to be picked out: for what is missing no comparison holds.
    const bool with_all = peers.size() == column.values.size();
    const auto picked = with_all ? std::vector<double>{} : values_of(column, peers);
    const std::span<const double> values = with_all ? column.values : picked;
    const auto scale = painter.scale(values, direction);
    Standing standing;
    standing.direction = direction;
    standing.n = scale.n;
    standing.green_limit = scale.green_limit;
    standing.red_limit = scale.red_limit;
    standing.many_equal = scale.many_equal;
    standing.missing = column.reasons[position];
    if (!column.has(position)) return standing;
    standing.value = column.values[position];
    standing.why = scale.why;
    standing.colour = colour_of(*standing.value, scale);
    standing.rank = rank_of(*standing.value, values, direction);
    return standing;
}

Distribution distribution_in(const Column& column, const Places& places, const Peers& peers, Direction direction) {
    const auto scale = scale_of(values_of(column, peers), direction);
    Distribution made;
    made.n = scale.n;
    made.direction = direction;
    made.green_limit = scale.green_limit;
    made.red_limit = scale.red_limit;
    made.many_equal = scale.many_equal;
    made.why = scale.n == 0 ? Why::no_value : scale.why;
    for (const auto peer : peers) {
        if (column.has(peer)) {
            made.values.push_back({places.ids()[peer], column.values[peer], 0, colour_of(column.values[peer], scale)});
        } else {
            made.missing.push_back({places.ids()[peer], column.reasons[peer]});
        }
    }
    std::ranges::stable_sort(made.values, [&](const auto& one, const auto& other) {
        return is_better(one.value, other.value, direction);
    });
    int rank = 0;
    for (std::size_t at = 0; at < made.values.size(); ++at) {
        const bool tied = at > 0 && made.values[at].value == made.values[at - 1].value;
        if (!tied) rank = static_cast<int>(at) + 1;
        made.values[at].rank = rank;
    }
    return made;
}

}  // namespace digilots::indicators
