#include "platform/suppression/release.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "platform/suppression/tables_at_work.h"

namespace digilots::suppression {

namespace {

constexpr int narrowest = 3;
constexpr std::size_t told_every = 256;
constexpr std::int64_t cost_of_withholding = 1'000'000;         // against a count: hidden says more than withheld

/// What a proof may change to come about; each may what the ones before may.
enum class Means { none, hiding, withholding, withholding_hidden };

/// How far a cell may rise or fall.
struct Slack {
    int rise, fall;
};

class Deciding : TablesAtWork {
public:
    explicit Deciding(Release& given) : TablesAtWork(given) { hide_small(); }

    bool prove_all(const Told& told) {
        for (std::size_t next = 0; next < to_prove.size(); ++next) {
            if (told && next % told_every == 0) told(next, to_prove.size());
            const Cell cell = to_prove[next];           // more are added meanwhile
            if (!prove(cell)) return false;
        }
        return true;
    }

private:
    struct Proof {
        int rise = narrowest, fall = narrowest;
        std::int64_t cost = 0;
        std::vector<std::pair<Cell, State>> changes;
    };
    /// How far a cell is proved to move, and how far it has to.
    struct Reached {
        int needed, rise = 0, fall = 0;
        bool is_enough() const { return rise + fall >= needed; }
        int with(const Proof& proof) const {
            return std::min(needed, std::max(rise, proof.rise) + std::max(fall, proof.fall));
        }
    };

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
                if (has_to_be_proved(cell) && !is_proved_for_ever(cell)) to_prove.push_back(cell);
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

    /// What other tables' leaves are chosen for: the tables on the way may let a cell rise or fall, none of them both.
    enum class Aim { both, rise, fall };

    bool add(Proof& proof, std::size_t table, const Corners& along_shared, const Corners& along_own, Means means) {
        for (const Corner& one : along_shared) {
            for (const Corner& other : along_own) {
                if (!add(proof, {table, one.cell, other.cell}, one.sign * other.sign, means)) return false;
            }
        }
        return true;
    }

    /// Shared cells change, so each other table has to follow by one of its leaves.
    bool follow(Proof& proof, const Reached& reached, Aim aim, std::size_t but, const Corners& along_shared, Means means) {
        const auto worth = [&](const Proof& one) {
            if (aim == Aim::rise) return std::pair(one.rise, one.fall);
            if (aim == Aim::fall) return std::pair(one.fall, one.rise);
            return std::pair(reached.with(one), one.rise + one.fall);
        };
        if (!add(proof, 0, along_shared, {{0, 1}}, means)) return false;
        for (std::size_t table = 1; table < works.size(); ++table) {
            if (table == but) continue;
            std::optional<Proof> best;
            for (const OwnChange& opening : works[table].openings) {
                Proof longer = proof;
                if (!add(longer, table, along_shared, opening.corners, means)) continue;
                const bool is_better =
                    !best || worth(longer) > worth(*best) || (worth(longer) == worth(*best) && longer.cost < best->cost);
                if (is_better) best = std::move(longer);
                if (worth(*best) == worth(proof) && best->cost == proof.cost) break;        // none is better
            }
            if (!best) return false;
            proof = std::move(*best);
        }
        return true;
    }

    /// What it costs to let a cell change; nothing where it cannot.
    std::optional<std::int64_t> price_of(const Cell& cell, Means means) {
        const State state = state_by(cell, means);
        const Slack slack = slack_of(cell, state);
        if (slack.rise == 0 && slack.fall == 0) return std::nullopt;
        if (state == state_of(cell)) return 0;
        return count_of(cell) + (state == State::withheld ? cost_of_withholding : 0);
    }

    struct PricedMove {
        std::int64_t price;
        Move move;
    };
    using PricedMoves = std::vector<PricedMove>;

    /// The moves of one dimension in which the cell gains, the cheapest first: of each leaf at most so many. Those in which a
    /// cell beside it (`beside`: with another node of this dimension) cannot change are none.
    template <class Beside>
    PricedMoves moves_of(const Membership& membership, int node, const std::vector<bool>* later, std::size_t reach, Means means,
                         const Beside& beside) {
        PricedMoves moves;
        const auto price = [&](int other) {
            return other == node ? std::optional<std::int64_t>(0) : price_of(beside(other), means);
        };
        for (const auto& [of_leaf, gains] : priced(membership.leaves_of(node), price, reach)) {
            add_move(moves, membership.open(gains), price);
            std::vector<int> partners;
            for (const int other : membership.near(gains)) {
                const bool helps = !membership.is_in(other, node) && share_a_sum(membership, gains, other, later);
                if (helps) partners.push_back(other);
            }
            for (const auto& [of_other, loses] : priced(partners, price, reach))
                add_move(moves, membership.swap(gains, loses), price);
        }
        std::ranges::stable_sort(moves, {}, &PricedMove::price);
        if (moves.size() > 2 * reach) moves.resize(2 * reach);
        return moves;
    }

    template <class Price>
    static std::vector<std::pair<std::int64_t, int>> priced(const std::vector<int>& nodes, const Price& price, std::size_t most) {
        std::vector<std::pair<std::int64_t, int>> found;
        for (const int node : nodes) {
            if (const auto of_it = price(node)) found.emplace_back(*of_it, node);
        }
        std::ranges::stable_sort(found, {}, &std::pair<std::int64_t, int>::first);
        if (found.size() > most) found.resize(most);
        return found;
    }

    template <class Price>
    static void add_move(PricedMoves& moves, Move move, const Price& price) {
        std::int64_t sum = 0;
        for (const Step& step : move) {
            const auto of_step = price(step.node);
            if (!of_step) return;
            sum += *of_step;
        }
        moves.push_back({sum, std::move(move)});
    }

    /// Without a sum of both that was released, whatever two can do together one can do alone.
    static bool share_a_sum(const Membership& membership, int one, int other, const std::vector<bool>* later) {
        return std::ranges::any_of(membership.sums_of(one), [&](int sum) {
            return (!later || !(*later)[static_cast<std::size_t>(sum)]) && membership.is_in(other, sum);
        });
    }

    struct Change {
        std::int64_t price;
        Corners corners;
        bool reaches_all = false;
    };

    static std::vector<Change> widened(const std::vector<Change>& changes, const PricedMoves& moves, int nodes) {
        std::vector<Change> wider;
        for (const Change& change : changes) {
            for (const auto& [price, move] : moves) {
                wider.push_back({change.price + price, product(change.corners, move, nodes), false});
            }
        }
        return wider;
    }

    std::vector<Change> shared_changes(const Cell& cell, std::size_t reach, Means means) {
        std::vector<Change> changes{{0, {{0, 1}}, false}};
        std::size_t rest = works.front().counts.size();
        for (std::size_t at = 0; at < shared.size(); ++at) {
            rest /= nodes_of(at);
            const int node = node_of(cell.shared, at);
            const auto beside = [&](int other) {
                const auto from = cell.shared - static_cast<std::size_t>(node) * rest;
                return Cell{cell.table, from + static_cast<std::size_t>(other) * rest, cell.own};
            };
            const auto moves = moves_of(shared[at], node, &is_later[at], reach, means, beside);
            changes = widened(changes, moves, release.shared[at].nodes());
        }
        std::ranges::stable_sort(changes, {}, &Change::price);
        return changes;
    }

    std::vector<Change> own_changes(const Cell& cell, std::size_t reach, Means means) {
        const Work& work = works[cell.table];
        std::vector<Change> changes{{0, {{0, 1}}, false}};
        std::size_t rest = work.own_cells;
        for (std::size_t at = 0; at < work.nodes.size(); ++at) {
            const auto nodes = static_cast<std::size_t>(work.nodes[at]);
            rest /= nodes;
            const auto node = cell.own / rest % nodes;
            const auto beside = [&](int other) {
                const auto own = cell.own + static_cast<std::size_t>(other) * rest - node * rest;
                return own == work.all ? Cell{0, cell.shared, 0} : Cell{cell.table, cell.shared, own};
            };
            const auto moves = moves_of(work.memberships[at], static_cast<int>(node), nullptr, reach, means, beside);
            changes = widened(changes, moves, work.nodes[at]);
        }
        for (Change& change : changes) {
            change.reaches_all = std::erase_if(change.corners, [&](const Corner& one) { return one.cell == work.all; }) > 0;
        }
        std::ranges::stable_sort(changes, {}, &Change::price);
        return changes;
    }

    std::optional<Proof> proof_by(const Cell& cell, const Reached& reached, const Corners& along_shared, const Change* own,
                                  Means means) {
        Proof start;
        if (own && !add(start, cell.table, along_shared, own->corners, means)) return std::nullopt;
        if (own && !own->reaches_all) return start;
        std::optional<Proof> best;
        for (const Aim aim : {Aim::both, Aim::rise, Aim::fall}) {
            Proof proof = start;
            if (!follow(proof, reached, aim, cell.table, along_shared, means)) continue;
            if (!best || reached.with(proof) > reached.with(*best)) best = std::move(proof);
            if (reached.with(*best) == reached.needed) break;
        }
        return best;
    }

    /// What brings the cell furthest, of such the cheapest.
    std::optional<Proof> best_proof(const Cell& cell, const Reached& reached, std::size_t reach, Means means) {
        const auto along_shared = shared_changes(cell, reach, means);
        const auto along_own = cell.table == 0 ? std::vector<Change>{{0, {}, true}} : own_changes(cell, reach, means);
        std::optional<Proof> best;
        int furthest = reached.rise + reached.fall;
        for (const Change& own : along_own) {
            for (const Change& change : along_shared) {
                const bool is_dearer = best && furthest == reached.needed && std::max(own.price, change.price) >= best->cost;
                if (is_dearer) break;
                auto proof = proof_by(cell, reached, change.corners, cell.table == 0 ? nullptr : &own, means);
                if (!proof) continue;
                const int total = reached.with(*proof);
                if (total < furthest || (total == furthest && !(best && proof->cost < best->cost))) continue;
                furthest = total;
                best = std::move(proof);
            }
        }
        return best;
    }

    bool prove(const Cell& cell) {
        if (!has_to_be_proved(cell)) return true;               // withheld meanwhile
        Reached reached{is_small(cell) ? std::min(narrowest, threshold_of(cell.shared) - 2) : narrowest};
        constexpr std::size_t few = 4, some = 16, all = 1000;
        constexpr std::pair<Means, std::size_t> ways[] = {
            {Means::none, few},        {Means::none, some},       {Means::hiding, few},
            {Means::withholding, few}, {Means::withholding_hidden, few}, {Means::withholding_hidden, all}};
        for (const auto& [means, reach] : ways) {
            while (!reached.is_enough()) {
                const auto best = best_proof(cell, reached, reach, means);
                if (!best) break;
                reached.rise = std::max(reached.rise, best->rise);
                reached.fall = std::max(reached.fall, best->fall);
                change(best->changes);
            }
            if (reached.is_enough()) return true;
        }
        return false;
    }

    void change(const std::vector<std::pair<Cell, State>>& changes) {
        for (const auto& [cell, state] : changes) {
            state_of(cell) = state;
            if (has_to_be_proved(cell)) to_prove.push_back(cell);
        }
    }

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

Decided decide(Release& release, const Told& told) {
    std::vector<std::vector<State>> before;
    for (Table& table : release.tables) {
        if (table.states.empty()) table.states.assign(cells_of(release, table), State::undecided);
        before.push_back(table.states);
    }
    Decided decided{.is_proved = Deciding(release).prove_all(told)};
    if (!decided.is_proved) {
        for (std::size_t at = 0; at < release.tables.size(); ++at) {
            release.tables[at].states = before[at];
            std::ranges::replace(release.tables[at].states, State::undecided, State::withheld);
        }
    }
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
