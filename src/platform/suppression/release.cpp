#include "platform/suppression/release.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "platform/suppression/perturbation.h"

namespace digilots::suppression {

namespace {

constexpr int narrowest = 3;
constexpr std::int64_t cost_of_withholding = 1'000'000;         // against a count: hidden says more than withheld

/// What a proof may change to come about; each may what the ones before may.
enum class Means { none, hiding, withholding, withholding_hidden };

/// Changed cells: of the shared ones, or of a table's own nodes beside one shared cell.
struct Corner {
    std::size_t cell;
    int sign;
};
using Corners = std::vector<Corner>;

Corners product(const Corners& corners, const Move& move, int nodes) {
    Corners wider;
    wider.reserve(corners.size() * move.size());
    for (const Corner& corner : corners) {
        for (const Step& step : move) {
            wider.push_back({corner.cell * static_cast<std::size_t>(nodes) + static_cast<std::size_t>(step.node),
                             corner.sign * step.sign});
        }
    }
    return wider;
}

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
    std::vector<State>* states = nullptr;
    std::vector<State> before;                  // as they were handed in
    std::vector<OwnChange> openings;            // one for each combination of own leaves
};

/// How far a cell may rise or fall.
struct Slack {
    int rise, fall;
};

class Deciding {
public:
    explicit Deciding(Release& release) : release(release) {
        for (const Dimension& dimension : release.shared) shared.emplace_back(dimension);
        for (Table& table : release.tables) works.push_back(prepare(table));
        check();
        hide_small();
    }

    bool prove_all() {
        for (std::size_t next = 0; next < to_prove.size(); ++next) {
            const Cell cell = to_prove[next];           // more are added meanwhile
            if (!prove(cell)) return false;
        }
        return true;
    }

private:
    struct Cell {
        std::size_t table, shared, own;
    };
    struct Proof {
        int rise = narrowest, fall = narrowest;
        std::int64_t cost = 0;
        std::vector<std::pair<Cell, State>> changes;
    };

    Work prepare(Table& table) const {
        Work work;
        work.counts = count_nodes(release, table);
        work.states = &table.states;
        work.before = table.states;
        std::vector<OwnChange> openings{{{{0, 1}}, true}};
        for (const Dimension& dimension : table.own) {
            work.memberships.emplace_back(dimension);
            work.nodes.push_back(dimension.nodes());
            work.own_cells *= static_cast<std::size_t>(dimension.nodes());
            work.all = work.all * static_cast<std::size_t>(dimension.nodes()) + static_cast<std::size_t>(dimension.leaves);
            std::vector<OwnChange> longer;
            for (const OwnChange& opening : openings) {
                for (int leaf = 0; leaf < dimension.leaves; ++leaf) {
                    longer.push_back({product(opening.corners, work.memberships.back().open(leaf), dimension.nodes()), true});
                }
            }
            openings = std::move(longer);
        }
        const auto is_all = [&](const Corner& one) { return one.cell == work.all; };
        for (OwnChange& opening : openings) std::erase_if(opening.corners, is_all);
        work.openings = std::move(openings);
        return work;
    }

    void check() const {
        if (release.shared.empty() || release.tables.empty() || !release.tables.front().own.empty()) {
            throw std::invalid_argument("the first table of a release has its shared dimensions alone");
        }
        if (release.thresholds.size() != static_cast<std::size_t>(release.shared.front().nodes())) {
            throw std::invalid_argument("each node of the first dimension has a threshold");
        }
        const Work& base = works.front();
        for (std::size_t table = 0; table < works.size(); ++table) {
            if (works[table].states->size() != works[table].counts.size()) throw std::invalid_argument("a state for each cell");
            for (std::size_t cell = 0; cell < base.counts.size(); ++cell) {
                if (works[table].counts[cell * works[table].own_cells + works[table].all] != base.counts[cell]) {
                    throw std::invalid_argument("the shared cells of \"" + release.tables[table].key + "\" are other ones");
                }
            }
        }
    }

    int threshold_of(std::size_t shared_cell) const {
        return release.thresholds[shared_cell / (works.front().counts.size() / release.thresholds.size())];
    }

    std::int64_t count_of(const Cell& cell) const {
        const Work& work = works[cell.table];
        return work.counts[cell.shared * work.own_cells + cell.own];
    }

    State& state_of(const Cell& cell) {
        const Work& work = works[cell.table];
        return (*work.states)[cell.shared * work.own_cells + cell.own];
    }

    State before_of(const Cell& cell) const {
        const Work& work = works[cell.table];
        return work.before[cell.shared * work.own_cells + cell.own];
    }

    /// What is a shared cell is only in the first table.
    bool is_a_shared_one(const Cell& cell) const { return cell.table > 0 && cell.own == works[cell.table].all; }

    bool is_small(const Cell& cell) const { return count_of(cell) > 0 && count_of(cell) < threshold_of(cell.shared); }

    bool has_to_be_proved(const Cell& cell) {
        return state_of(cell) == State::hidden || (state_of(cell) == State::withheld && is_small(cell));
    }

    void hide_small() {
        for (std::size_t table = 0; table < works.size(); ++table) {
            for (std::size_t index = 0; index < works[table].counts.size(); ++index) {
                const Cell cell{table, index / works[table].own_cells, index % works[table].own_cells};
                if (is_a_shared_one(cell)) continue;
                const auto count = count_of(cell);
                State& state = state_of(cell);
                if (state == State::undecided && count > 0 && count < threshold_of(cell.shared)) state = State::hidden;
                if (state == State::hidden && count == 0) throw std::invalid_argument("a hidden cell is no zero");
                if (has_to_be_proved(cell)) to_prove.push_back(cell);
            }
        }
    }

    Slack slack_of(const Cell& cell, State state) const {
        const auto count = count_of(cell);
        const auto capped = [](std::int64_t many) { return static_cast<int>(std::min<std::int64_t>(many, narrowest)); };
        const int threshold = threshold_of(cell.shared);
        switch (state) {
            case State::undecided:
            case State::published: return {0, 0};
            case State::later:
            case State::withheld: return {narrowest, capped(count)};
            case State::hidden: break;
        }
        if (count < threshold) return {capped(threshold - 1 - count), capped(count - 1)};
        return {narrowest, capped(count - threshold)};
    }

    /// As what a cell may stand in a proof.
    State state_by(const Cell& cell, Means means) {
        const State state = state_of(cell);
        const bool moves_freely_hidden = count_of(cell) >= threshold_of(cell.shared) + narrowest;
        if (state == State::undecided && means == Means::hiding) return count_of(cell) > 0 ? State::hidden : state;
        if (state == State::undecided && means > Means::hiding) return moves_freely_hidden ? State::hidden : State::withheld;
        const bool is_hidden_now = state == State::hidden && before_of(cell) == State::undecided;
        return is_hidden_now && !moves_freely_hidden && means == Means::withholding_hidden ? State::withheld : state;
    }

    /// Adds a corner; false where it can no longer move.
    bool add(Proof& proof, const Cell& cell, int sign, Means means) {
        const State state = state_by(cell, means);
        if (state != state_of(cell)) {
            proof.cost += count_of(cell) + (state == State::withheld ? cost_of_withholding : 0);
            proof.changes.emplace_back(cell, state);
        }
        const Slack slack = slack_of(cell, state);
        proof.rise = std::min(proof.rise, sign > 0 ? slack.rise : slack.fall);
        proof.fall = std::min(proof.fall, sign > 0 ? slack.fall : slack.rise);
        return proof.rise > 0 || proof.fall > 0;
    }

    bool add(Proof& proof, std::size_t table, const Corners& along_shared, const Corners& along_own, Means means) {
        for (const Corner& one : along_shared) {
            for (const Corner& other : along_own) {
                if (!add(proof, {table, one.cell, other.cell}, one.sign * other.sign, means)) return false;
            }
        }
        return true;
    }

    /// Shared cells change, so each other table has to follow by one of its leaves.
    bool follow(Proof& proof, std::size_t but, const Corners& along_shared, Means means) {
        if (!add(proof, 0, along_shared, {{0, 1}}, means)) return false;
        for (std::size_t table = 1; table < works.size(); ++table) {
            if (table == but) continue;
            std::optional<Proof> best;
            for (const OwnChange& opening : works[table].openings) {
                Proof longer = proof;
                if (!add(longer, table, along_shared, opening.corners, means)) continue;
                const bool is_better = !best || longer.rise + longer.fall > best->rise + best->fall ||
                                       (longer.rise + longer.fall == best->rise + best->fall && longer.cost < best->cost);
                if (is_better) best = std::move(longer);
            }
            if (!best) return false;
            proof = std::move(*best);
        }
        return true;
    }

    std::vector<Corners> shared_changes(std::size_t cell) const {
        std::vector<Corners> changes{{{0, 1}}};
        std::size_t rest = works.front().counts.size();
        for (std::size_t at = 0; at < shared.size(); ++at) {
            const int nodes = release.shared[at].nodes();
            rest /= static_cast<std::size_t>(nodes);
            const int node = static_cast<int>(cell / rest % static_cast<std::size_t>(nodes));
            changes = widened(changes, shared[at].raising(node), nodes);
        }
        return changes;
    }

    std::vector<OwnChange> own_changes(const Work& work, std::size_t own) const {
        std::vector<Corners> changes{{{0, 1}}};
        std::size_t rest = work.own_cells;
        for (std::size_t at = 0; at < work.nodes.size(); ++at) {
            rest /= static_cast<std::size_t>(work.nodes[at]);
            const int node = static_cast<int>(own / rest % static_cast<std::size_t>(work.nodes[at]));
            changes = widened(changes, work.memberships[at].raising(node), work.nodes[at]);
        }
        std::vector<OwnChange> own_ones;
        for (Corners& corners : changes) {
            const bool reaches_all = std::erase_if(corners, [&](const Corner& one) { return one.cell == work.all; }) > 0;
            own_ones.push_back({std::move(corners), reaches_all});
        }
        return own_ones;
    }

    static std::vector<Corners> widened(const std::vector<Corners>& changes, const std::vector<Move>& moves, int nodes) {
        std::vector<Corners> wider;
        wider.reserve(changes.size() * moves.size());
        for (const Corners& corners : changes) {
            for (const Move& move : moves) wider.push_back(product(corners, move, nodes));
        }
        return wider;
    }

    std::optional<Proof> proof_by(const Cell& cell, const Corners& along_shared, const OwnChange* own, Means means) {
        Proof proof;
        if (own && !add(proof, cell.table, along_shared, own->corners, means)) return std::nullopt;
        if ((!own || own->reaches_all) && !follow(proof, cell.table, along_shared, means)) return std::nullopt;
        return proof;
    }

    bool prove(const Cell& cell) {
        if (!has_to_be_proved(cell)) return true;               // withheld meanwhile
        const int needed = is_small(cell) ? std::min(narrowest, threshold_of(cell.shared) - 2) : narrowest;
        const auto along_shared = shared_changes(cell.shared);
        const auto along_own = cell.table == 0 ? std::vector<OwnChange>{} : own_changes(works[cell.table], cell.own);
        std::vector<const OwnChange*> own_ones{nullptr};
        if (cell.table > 0) {
            own_ones.clear();
            for (const OwnChange& change : along_own) own_ones.push_back(&change);
        }
        int rise = 0, fall = 0;
        for (const Means means : {Means::none, Means::hiding, Means::withholding, Means::withholding_hidden}) {
            for (bool is_better = true; is_better && rise + fall < needed;) {
                std::optional<Proof> best;
                int reached = rise + fall;
                for (const Corners& corners : along_shared) {
                    for (const OwnChange* own : own_ones) {
                        auto proof = proof_by(cell, corners, own, means);
                        if (!proof) continue;
                        const int total = std::min(needed, std::max(rise, proof->rise) + std::max(fall, proof->fall));
                        if (total <= reached && !(best && total == reached && proof->cost < best->cost)) continue;
                        reached = total;
                        best = std::move(proof);
                    }
                }
                is_better = best.has_value();
                if (!best) continue;
                rise = std::max(rise, best->rise);
                fall = std::max(fall, best->fall);
                change(best->changes);
            }
        }
        return rise + fall >= needed;
    }

    void change(const std::vector<std::pair<Cell, State>>& changes) {
        for (const auto& [cell, state] : changes) {
            state_of(cell) = state;
            if (has_to_be_proved(cell)) to_prove.push_back(cell);
        }
    }

    Release& release;
    std::vector<Membership> shared;
    std::vector<Work> works;
    std::vector<Cell> to_prove;
};

/// The shared cells of a table are those of the first one.
void take_over_shared(const Release& release, Table& table) {
    const auto own_cells = cells_of(release, table) / cells_of(release, release.tables.front());
    std::size_t all = 0;
    for (const Dimension& dimension : table.own) {
        all = all * static_cast<std::size_t>(dimension.nodes()) + static_cast<std::size_t>(dimension.leaves);
    }
    const auto& shared_states = release.tables.front().states;
    for (std::size_t cell = 0; cell < shared_states.size(); ++cell) table.states[cell * own_cells + all] = shared_states[cell];
}

}  // namespace

Decided decide(Release& release) {
    std::vector<std::vector<State>> before;
    for (Table& table : release.tables) {
        if (table.states.empty()) table.states.assign(cells_of(release, table), State::undecided);
        before.push_back(table.states);
    }
    if (!Deciding(release).prove_all()) {
        for (std::size_t at = 0; at < release.tables.size(); ++at) {
            release.tables[at].states = before[at];
            std::ranges::replace(release.tables[at].states, State::undecided, State::withheld);
        }
    }
    Decided decided;
    for (std::size_t at = 0; at < release.tables.size(); ++at) {
        Table& table = release.tables[at];
        std::ranges::replace(table.states, State::undecided, State::published);
        if (at > 0) take_over_shared(release, table);
        for (std::size_t cell = 0; cell < table.states.size(); ++cell) {
            const State state = table.states[cell];
            if (before[at][cell] != State::undecided) continue;
            decided.published += state == State::published;
            decided.hidden += state == State::hidden;
            decided.withheld += state == State::withheld;
        }
    }
    return decided;
}

}  // namespace digilots::suppression
