#pragma once
// From columns to standings and distributions. Pure.
#include <cstddef>
#include <optional>
#include <vector>

#include "indicators/figures/column.h"
#include "indicators/meaning/colour_rule.h"

namespace digilots::indicators {

/// With whom one is compared: positions in Places, ascending, each once.
using Peers = std::vector<std::size_t>;

std::vector<double> values_of(const Column& column, const Peers& peers);
/// Value, rank, colour, limits; not the year, the previous one and the genders.
Standing standing_in(const Column& column, std::size_t position, const Peers& peers, Direction direction, Painter& painter);
/// Everything but what was asked and the year.
Distribution distribution_in(const Column& column, const Places& places, const Peers& peers, Direction direction);

}  // namespace digilots::indicators
