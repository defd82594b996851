#pragma once
// New cells into a column: what is added, revised, withdrawn. Pure.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indicators/figures/column.h"
#include "indicators/figures/source.h"

namespace digilots::indicators {

struct CellChange {
    enum class Kind { added, revised, withdrawn } kind;
    std::uint32_t position;
    std::optional<double> before, after;
};

struct Merged {
    std::vector<CellChange> changes;
    bool differs = false;              // also by reasons or digits alone: to be written
};

/// Takes `cells` into `column`, the last of several for one place. Places in `whole` that have no cell lose theirs.
Merged merge(Column& column, std::span<const Cell> cells, std::span<const std::uint32_t> whole);
/// The same to eight digits: the shipped table is rounded so, and more digits are no revision.
bool is_same_figure(double one, double other);

}  // namespace digilots::indicators
