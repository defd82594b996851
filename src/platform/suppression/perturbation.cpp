#include "platform/suppression/perturbation.h"

#include <algorithm>

namespace digilots::suppression {

namespace {

constexpr std::size_t most_partners = 48;       // of one leaf: a nation's table has thousands

}  // namespace

Membership::Membership(const Dimension& dimension)
    : leaves(dimension.leaves), sums_of_(static_cast<std::size_t>(dimension.leaves)) {
    for (int leaf = 0; leaf < leaves; ++leaf) leaves_of_.push_back({leaf});
    for (const auto& sum : dimension.sums) {
        const int node = static_cast<int>(leaves_of_.size());
        for (const int leaf : sum) sums_of_.at(static_cast<std::size_t>(leaf)).push_back(node);
        leaves_of_.push_back(sum);
    }
    for (int leaf = 0; leaf < leaves; ++leaf) near_.push_back(nearest(leaf));
}

bool Membership::is_in(int leaf, int node) const {
    return node < leaves ? leaf == node : std::ranges::binary_search(sums_of(leaf), node);
}

Move Membership::swap(int gains, int loses) const {
    Move move{{gains, 1}, {loses, -1}};
    const auto& up = sums_of(gains);
    const auto& down = sums_of(loses);
    for (const int node : up)
        if (!std::ranges::binary_search(down, node)) move.push_back({node, 1});
    for (const int node : down)
        if (!std::ranges::binary_search(up, node)) move.push_back({node, -1});
    return move;
}

Move Membership::open(int gains) const {
    Move move{{gains, 1}};
    for (const int node : sums_of(gains)) move.push_back({node, 1});
    return move;
}

std::vector<int> Membership::nearest(int leaf) const {
    std::vector<std::pair<std::size_t, int>> others;
    for (int other = 0; other < leaves; ++other) {
        if (other == leaf) continue;
        std::size_t apart = sums_of(leaf).size() + sums_of(other).size();
        for (const int node : sums_of(leaf)) apart -= std::ranges::binary_search(sums_of(other), node) ? 2 : 0;
        others.emplace_back(apart, other);
    }
    const auto most = std::min(most_partners, others.size());
    std::ranges::partial_sort(others, others.begin() + static_cast<std::ptrdiff_t>(most));
    std::vector<int> nearest;
    for (std::size_t at = 0; at < most; ++at) nearest.push_back(others[at].second);
    return nearest;
}

}  // namespace digilots::suppression
