#include <algorithm>
#include <stdexcept>

#include "platform/suppression/release.h"

namespace digilots::suppression {

namespace {

std::vector<const Dimension*> dimensions_of(const Release& release, const Table& table) {
    std::vector<const Dimension*> dimensions;
    for (const auto* some : {&release.shared, &table.own}) {
        for (const Dimension& dimension : *some) dimensions.push_back(&dimension);
    }
    return dimensions;
}

}  // namespace

std::size_t cells_of(const Release& release, const Table& table) {
    std::size_t cells = 1;
    for (const Dimension* dimension : dimensions_of(release, table)) cells *= static_cast<std::size_t>(dimension->nodes());
    return cells;
}

std::size_t cell_at(const Release& release, const Table& table, const std::vector<int>& nodes) {
    std::size_t cell = 0, at = 0;
    for (const Dimension* dimension : dimensions_of(release, table)) {
        cell = cell * static_cast<std::size_t>(dimension->nodes()) + static_cast<std::size_t>(nodes.at(at++));
    }
    return cell;
}

std::vector<std::int64_t> count_nodes(const Release& release, const Table& table) {
    // From the last dimension to the first: what is done is already nodes, what is to come still leaves.
    const auto dimensions = dimensions_of(release, table);
    std::vector<std::int64_t> counts = table.counts;
    std::size_t inner = 1, outer = 1;
    for (const Dimension* dimension : dimensions) outer *= static_cast<std::size_t>(dimension->leaves);
    if (counts.size() != outer) throw std::invalid_argument("a count for each leaf of \"" + table.key + "\"");
    for (std::size_t at = dimensions.size(); at-- > 0;) {
        const Dimension& dimension = *dimensions[at];
        const auto leaves = static_cast<std::size_t>(dimension.leaves), nodes = static_cast<std::size_t>(dimension.nodes());
        outer /= leaves;
        std::vector<std::int64_t> wider(outer * nodes * inner, 0);
        for (std::size_t before = 0; before < outer; ++before) {
            const auto* from = counts.data() + before * leaves * inner;
            auto* to = wider.data() + before * nodes * inner;
            std::copy_n(from, leaves * inner, to);
            for (std::size_t node = leaves; node < nodes; ++node) {
                for (const int leaf : dimension.sums[node - leaves]) {
                    const auto* of_leaf = from + static_cast<std::size_t>(leaf) * inner;
                    for (std::size_t after = 0; after < inner; ++after) to[node * inner + after] += of_leaf[after];
                }
            }
        }
        counts = std::move(wider);
        inner *= nodes;
    }
    return counts;
}

}  // namespace digilots::suppression
