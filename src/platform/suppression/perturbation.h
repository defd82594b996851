#pragma once
// Changes of counts that leave sums as they are: one leaf of a dimension gains what another loses, or one gains and every
// sum it is in with it. Of several dimensions the product.
#include <vector>

#include "platform/suppression/release.h"

namespace digilots::suppression {

struct Step {
    int node, sign;
};

/// How the nodes of one dimension change.
using Move = std::vector<Step>;

/// The leaves that each sum is of, and the sums each leaf is in.
class Membership {
public:
    explicit Membership(const Dimension& dimension);

    /// One leaf gains, another one loses.
    Move swap(int gains, int loses) const;
    /// One leaf gains, and all it is part of.
    Move open(int gains) const;
    /// Every move in which this node gains one: at most so many of each kind, nearest leaves first.
    std::vector<Move> raising(int node) const;

private:
    bool is_in(int leaf, int node) const { return is_part[static_cast<std::size_t>(node)][static_cast<std::size_t>(leaf)]; }
    std::vector<int> near(int leaf) const;

    int leaves, nodes;
    std::vector<std::vector<bool>> is_part;     // of a node, by leaf
};

}  // namespace digilots::suppression
