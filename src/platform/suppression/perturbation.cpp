#include "platform/suppression/perturbation.h"

#include <algorithm>

namespace digilots::suppression {

namespace {

constexpr std::size_t most_partners = 24;       // of one leaf: a nation's table has thousands

}  // namespace

Membership::Membership(const Dimension& dimension) : leaves(dimension.leaves), nodes(dimension.nodes()) {
    for (int node = 0; node < nodes; ++node) {
        std::vector<bool> part(static_cast<std::size_t>(leaves), false);
        if (node < leaves) {
            part[static_cast<std::size_t>(node)] = true;
        } else {
            const auto& sum = dimension.sums[static_cast<std::size_t>(node - leaves)];
            for (const int leaf : sum) part.at(static_cast<std::size_t>(leaf)) = true;
        }
        is_part.push_back(std::move(part));
    }
}

Move Membership::swap(int gains, int loses) const {
    Move move;
    for (int node = 0; node < nodes; ++node) {
        const int sign = static_cast<int>(is_in(gains, node)) - static_cast<int>(is_in(loses, node));
        if (sign != 0) move.push_back({node, sign});
    }
    return move;
}

Move Membership::open(int gains) const {
    Move move;
    for (int node = 0; node < nodes; ++node) {
        if (is_in(gains, node)) move.push_back({node, 1});
    }
    return move;
}

std::vector<int> Membership::near(int leaf) const {
    std::vector<std::pair<int, int>> others;
    for (int other = 0; other < leaves; ++other) {
        if (other == leaf) continue;
        int apart = 0;
        for (int node = leaves; node < nodes; ++node) apart += is_in(leaf, node) != is_in(other, node);
        others.emplace_back(apart, other);
    }
    std::ranges::sort(others);
    std::vector<int> nearest;
    for (const auto& [apart, other] : others) {
        if (nearest.size() == most_partners) break;
        nearest.push_back(other);
    }
    return nearest;
}

std::vector<Move> Membership::raising(int node) const {
    std::vector<Move> moves;
    for (int leaf = 0; leaf < leaves; ++leaf) {
        if (!is_in(leaf, node)) continue;
        for (const int other : near(leaf)) {
            if (!is_in(other, node)) moves.push_back(swap(leaf, other));
        }
        moves.push_back(open(leaf));
    }
    return moves;
}

}  // namespace digilots::suppression
