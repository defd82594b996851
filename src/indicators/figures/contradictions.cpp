#include "indicators/figures/contradictions.h"

#include <algorithm>
#include <span>

#include "indicators/figures/column.h"
#include "indicators/figures/places.h"

namespace digilots::indicators {

namespace {

bool says_the_same(const Cell& one, const Cell& other) {
    return one.withdrawn == other.withdrawn && one.reason == other.reason && one.value == other.value;
}

std::string cell_text(const Cell& cell) {
    if (cell.withdrawn) return "taken back";
    return cell.reason == Missing::none ? digits_of(cell.value) : "no value";
}

/// "row 3 says 1, row 7 says 2"
std::string disagreement(std::span<const Cell> cells) {
    std::string text;
    for (const auto& cell : cells) {
        text += (text.empty() ? "row " : ", row ") + std::to_string(cell.row) + " says " + cell_text(cell);
    }
    return text;
}

}  // namespace

void refuse_contradictions(Delivery& delivery, const std::string& before_row) {
    for (auto& [key, cells] : delivery.figures) {
        std::ranges::stable_sort(cells, {}, &Cell::position);
        std::vector<Cell> kept;
        for (auto from = cells.begin(); from != cells.end();) {
            const auto to = std::find_if(from, cells.end(),
                                         [&](const Cell& one) { return one.position != from->position; });
            const bool agree =
                std::all_of(from, to, [&](const Cell& one) { return says_the_same(one, *from); });
            if (agree) {
                kept.push_back(*from);
            } else {
                for (auto cell = from; cell != to; ++cell) {
                    delivery.refuse(before_row + std::to_string(cell->row),
                                    "two values for one figure: " + disagreement({from, to}));
                }
            }
            from = to;
        }
        cells = std::move(kept);
    }
    std::erase_if(delivery.figures, [](const auto& column) { return column.second.empty(); });
}

}  // namespace digilots::indicators
