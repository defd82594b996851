#pragma once
// A proof of a hidden cell while it is put together: which cells would change with it, how far they can, what has to be hidden
// for that, and at what cost.
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "platform/suppression/tables_at_work.h"

namespace digilots::suppression {

inline constexpr int narrowest = 3;

/// What a proof may do to come about, and to what at most: to leaves of the first dimension, to their totals as well, to its
/// sums, to the totals of those.
enum class Means { none, hiding, withholding, withholding_hidden };
enum class Level { leaves, leaf_totals, sums, totals };
struct Way {
    Means means;
    Level level;
    std::size_t reach;      // how many partners of a cell are tried
};

/// How far a cell may rise or fall.
struct Slack {
    int rise, fall;
};

struct Proof {
    int rise = narrowest, fall = narrowest;
    std::int64_t cost = 0;
    std::vector<std::pair<Cell, State>> changes = {};
};

/// How far a cell is proved to move, and how far it has to.
struct Reached {
    int needed, rise = 0, fall = 0;

    bool is_enough() const { return rise + fall >= needed; }
    int with(const Proof& proof) const;
};

/// What changes where `gains` gain and `loses` lose; what is in both stays.
Corners difference(const Corners& gains, const Corners& loses);

/// What other tables' leaves are chosen for: the tables on the way may let a cell rise or fall, none of them both.
enum class Aim { both, rise, fall };

class Proofs : public TablesAtWork {
protected:
    using TablesAtWork::TablesAtWork;

    bool has_to_be_proved(const Cell& cell);
    /// What it costs to let a cell change; nothing where it cannot.
    std::optional<std::int64_t> price_of(const Cell& cell, const Way& way);
    /// Rows of a table (its openings) of which every cell can move at a shared cell: of thousands mostly a few. Of those that
    /// differ only in cells that are not released a shorter search has the few that most is in.
    const std::vector<std::size_t>& movable_rows(std::size_t table, std::size_t shared_cell, const Way& way);
    /// Whenever the state of a cell changes.
    void forget_rows(const Cell& changed);
    /// Adds a corner; false where it can no longer move.
    bool add(Proof& proof, const Cell& cell, int sign, const Way& way);
    bool add(Proof& proof, std::size_t table, const Corners& along_shared, const Corners& along_own, const Way& way);
    /// Shared cells change, so each other table has to follow by one of its leaves.
    bool follow(Proof& proof, const Reached& reached, Aim aim, std::size_t but, const Corners& along_shared, const Way& way);
    /// One of a cell is one of another cell instead, at another leaf of the first dimension and in another row: each with the
    /// sums that the other one is not in. What brings the cell furthest, of such the cheapest.
    std::optional<Proof> best_transfer(const Cell& cell, const Reached& reached, const Way& way);

private:
    struct Transfer;
    struct Candidate;
    class Cheapest;
    enum class Moves : char { never, bound, freely };           // freely: not released yet
    static constexpr std::size_t levels = 4, lengths = 3, ways_of_rows = 4 * levels * lengths;   // of a search
    std::unordered_map<std::size_t, std::vector<std::size_t>> movable_;         // by first_key and one of these

    Level level_of(const Cell& cell) const;
    std::int64_t cost_of(const Cell& cell, State becomes) const;
    State state_by(const Cell& cell, const Way& way);
    Slack slack_of(const Cell& cell, State state) const;
    std::optional<Proof> proof_by(const Transfer& transfer, const Reached& reached, Aim aim, const Way& way);
    bool follow(Proof& proof, const Reached& reached, Aim aim, std::size_t table, const Transfer& transfer, const Way& way);
    std::vector<Corners> moments_of(const Cell& cell) const;
    Corners shared_cells_of(int leaf, const Corners& moment) const;
    std::vector<int> cheapest_leaves(const Cell& cell, const Way& way);
    using PricedRows = std::vector<std::pair<std::int64_t, std::size_t>>;
    PricedRows priced_rows(std::size_t table, std::size_t shared_cell, const std::vector<std::size_t>& rows, std::size_t most,
                           const Way& way);
    std::size_t leaf_at(int leaf, const Corners& moment) const;
    std::size_t first_key(std::size_t table, std::size_t shared_cell) const;
    std::vector<Moves> moves_of_own_cells(std::size_t table, std::size_t shared_cell, const Way& way);
    std::vector<Transfer> transfers_of(const Cell& cell, const Way& way);
};

}  // namespace digilots::suppression
