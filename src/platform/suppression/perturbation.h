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

    /// Of a leaf itself.
    const std::vector<int>& leaves_of(int node) const { return leaves_of_[static_cast<std::size_t>(node)]; }
    /// The sums that it is in, in their order.
    const std::vector<int>& sums_of(int leaf) const { return sums_of_[static_cast<std::size_t>(leaf)]; }
    bool is_in(int leaf, int node) const;
    /// Leaves that share the most sums with it first; not all of a nation's.
    const std::vector<int>& near(int leaf) const { return near_[static_cast<std::size_t>(leaf)]; }

private:
    std::vector<int> nearest(int leaf) const;

    int leaves;
    std::vector<std::vector<int>> leaves_of_, sums_of_, near_;
};

}  // namespace digilots::suppression
