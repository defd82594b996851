#pragma once
// The tables of a release while they are decided: their cells by number, and what of them has to be proved.
#include <cstdint>
#include <vector>

#include "platform/suppression/perturbation.h"
#include "platform/suppression/release.h"

namespace digilots::suppression {

/// Changed cells: of the shared ones, or of a table's own nodes beside one shared cell.
struct Corner {
    std::size_t cell;
    int sign;
};
using Corners = std::vector<Corner>;

Corners product(const Corners& corners, const Move& move, int nodes);

/// A change along a table's own dimensions; the node that is all of them is a shared cell and stands apart.
struct OwnChange {
    Corners corners;
    bool reaches_all = false;
};

/// One table while it is decided.
struct Work {
    std::vector<Membership> memberships;
    std::vector<int> nodes;                     // of each own dimension
    std::size_t own_cells = 1, all = 0;         // all: the own node that is the sum of everything
    std::vector<std::int64_t> counts;           // of all nodes
    std::vector<std::int64_t> rooms = {};       // of all nodes, how many more there can be; none: without a bound
    std::vector<bool> guarded = {};
    std::vector<State>* states = nullptr;
    std::vector<State> before;                  // as they were handed in
    std::vector<OwnChange> openings;            // one for each combination of own leaves
};

struct Cell {
    std::size_t table, shared, own;
};

class TablesAtWork {
public:
    /// Throws std::invalid_argument where the tables do not fit together.
    explicit TablesAtWork(Release& release);

protected:
    int threshold_of(std::size_t shared_cell) const { return thresholds_[shared_cell]; }
    /// Of the first shared dimension.
    bool is_of_a_leaf(std::size_t shared_cell) const { return of_leaves_[shared_cell] != 0; }
    // Here, as a search asks for these some hundred million times.
    std::int64_t count_of(const Cell& cell) const { return works[cell.table].counts[place_of(cell)]; }
    bool is_guarded(const Cell& cell) const {
        const auto& guarded = works[cell.table].guarded;
        return !guarded.empty() && guarded[place_of(cell)];
    }
    bool is_bounded(const Cell& cell) const { return !works[cell.table].rooms.empty(); }
    std::int64_t room_of(const Cell& cell) const { return works[cell.table].rooms[place_of(cell)]; }
    State& state_of(const Cell& cell) { return (*works[cell.table].states)[place_of(cell)]; }
    State before_of(const Cell& cell) const { return works[cell.table].before[place_of(cell)]; }
    /// What is a shared cell is only in the first table.
    bool is_a_shared_one(const Cell& cell) const { return cell.table > 0 && cell.own == works[cell.table].all; }
    bool is_small(const Cell& cell) const { return count_of(cell) > 0 && count_of(cell) < threshold_of(cell.shared); }

    int node_of(std::size_t shared_cell, std::size_t dimension) const;
    std::size_t nodes_of(std::size_t dimension) const { return static_cast<std::size_t>(release.shared[dimension].nodes()); }
    /// What was proved before is proved for ever where no cell that a proof may change is decided now.
    bool is_proved_for_ever(const Cell& cell) const;

    Release& release;
    std::vector<Membership> shared;
    std::vector<std::vector<bool>> is_later, is_touched;        // by shared dimension and node
    std::vector<Work> works;

private:
    std::vector<int> thresholds_;                               // by shared cell
    std::vector<char> of_leaves_;
    Work prepare(Table& table) const;
    void check() const;
    void look_at_nodes();
    bool touches(std::size_t at, int node, const std::vector<bool>& fresh) const;
    std::size_t place_of(const Cell& cell) const { return cell.shared * works[cell.table].own_cells + cell.own; }
};

}  // namespace digilots::suppression
