#pragma once
// Which cells of a release of tables are hidden, so that nobody works out a small group from everything that was released.
//
// Whoever reads the tables may know: every published cell, that counts are whole numbers, that a hidden cell is no zero (zeros
// are published), which hidden cells are under the threshold and which are not, and every sum that one cell is of others: a total
// of its rows, a year of its months, a network of its municipalities, of one table or of several that share dimensions.
// For each hidden cell there are then still two whole sets of counts that agree with all of this and differ in that cell
//
//     by min(3, threshold - 2) at least where the cell is under the threshold (1 … threshold - 1 is what the threshold tells),
//     by 3 at least where it is not.
//
// The method is the hypercube method of Repsilber and Giessing (GHMITER; Hundepool and others, Statistical Disclosure Control,
// Wiley 2012, chapter 4.4.4), with sums instead of margins: a cell is proved by corners of a cube that may all rise and fall
// together; corners are hidden, cheapest first, until each hidden cell has a proof. A proof stays one whatever is hidden
// later, so that the order of cells and the time of releases do no harm. It hides more than linear programming would. Where there
// is no cube, one of a cell may be one of another instead (docs/decisions/0085). Totals of the first dimension's sums, which most
// people read, are hidden last, cells of its leaves first.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace digilots::suppression {

/// What a table is split by. A node is a leaf (a topic, a month, a place) or a sum of leaves (all, a year, a municipality);
/// sums may overlap, as networks do. Nodes are numbered: leaves first, then the sums in their order.
struct Dimension {
    std::string key;
    int leaves = 0;
    std::vector<std::vector<int>> sums;

    int nodes() const { return leaves + static_cast<int>(sums.size()); }
};

enum class State : std::uint8_t {
    undecided,      // is published unless it has to be hidden
    published,
    hidden,         // shown as hidden: it is no zero
    withheld,       // not in the release, as it could not be protected otherwise; at least zero is all that is known
    later           // not released yet: a year that is not over
};

/// Counts of everybody once: every inquiry in exactly one leaf, "not stated" being one of them. Cells of all nodes, the last
/// dimension fastest.
struct Table {
    std::string key;
    std::vector<Dimension> own;             // beside the release's shared ones; the first sum of each is of all its leaves
    std::vector<std::int64_t> counts;       // of the leaves
    std::vector<State> states;              // of the nodes
    std::vector<std::int64_t> room = {};    // of the leaves: how many more there can be at most; none: nobody knows a bound
    std::vector<bool> guarded = {};         // of the nodes: withheld and to be proved as a hidden one, however large; none: none
};

struct Release {
    std::vector<Dimension> shared;          // at least one: place, time
    std::vector<int> thresholds;            // of the nodes of the first shared dimension, 3 to 10
    std::vector<Table> tables;              // the first has no dimension of its own: its cells are in all others
    bool is_recounted = false;              // counts are not those that its states were decided by: all is proved again
};

struct Decided {
    std::int64_t published = 0, hidden = 0, withheld = 0;       // of the cells that were undecided
    bool is_proved = true;      // false: what was decided before could not be protected, so all that was undecided is withheld
};

/// How many cells a table has.
std::size_t cells_of(const Release& release, const Table& table);
/// The cell of these nodes, the shared dimensions first.
std::size_t cell_at(const Release& release, const Table& table, const std::vector<int>& nodes);
/// The counts of all nodes.
std::vector<std::int64_t> count_nodes(const Release& release, const Table& table);

/// How many cells are proved, and of how many that are known so far. What it throws ends the work.
using Told = std::function<void(std::size_t done, std::size_t of)>;

/// Decides every undecided cell. What was decided before (an earlier month) stays as it is; where nothing that is still
/// undecided can protect a cell by being hidden, as few as can are withheld. Throws std::invalid_argument where the tables
/// do not fit together.
Decided decide(Release& release, const Told& told = nullptr);

}  // namespace digilots::suppression
