#include "indicators/figures/merge.h"

#include <algorithm>
#include <cmath>

namespace digilots::indicators {

namespace {

std::optional<double> value_at(const Column& column, std::uint32_t position) {
    if (!column.has(position)) return std::nullopt;
    return column.values[position];
}

void note(Merged& merged, std::uint32_t position, std::optional<double> before, std::optional<double> after) {
    using enum CellChange::Kind;
    if (!before && !after) return;
    if (before && after && is_same_figure(*before, *after)) return;
    merged.changes.push_back({!before ? added : after ? revised : withdrawn, position, before, after});
}

void take(Merged& merged, Column& column, const Cell& cell) {
    const auto before = value_at(column, cell.position);
    const auto reason = cell.withdrawn ? Missing::not_reported : cell.reason;
    if (reason == Missing::none) {
        merged.differs = merged.differs || before != cell.value;
        note(merged, cell.position, before, cell.value);
        column.set(cell.position, cell.value);
    } else {
        merged.differs = merged.differs || column.reasons[cell.position] != reason;
        note(merged, cell.position, before, std::nullopt);
        column.set(cell.position, reason);
    }
}

}  // namespace

bool is_same_figure(double one, double other) {
    return one == other || std::abs(one - other) <= 6e-8 * std::max(std::abs(one), std::abs(other));
}

Merged merge(Column& column, std::span<const Cell> cells, std::span<const std::uint32_t> whole) {
    Merged merged;
    std::vector<const Cell*> last(column.values.size(), nullptr);
    for (const auto& cell : cells) last[cell.position] = &cell;
    for (const auto* cell : last) {
        if (cell) take(merged, column, *cell);
    }
    for (const auto position : whole) {
        if (!last[position]) take(merged, column, {0, position, Missing::not_reported, true});
    }
    return merged;
}

}  // namespace digilots::indicators
