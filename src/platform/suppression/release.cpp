#include "platform/suppression/release.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <stdexcept>

#include "platform/suppression/proof.h"

namespace digilots::suppression {

namespace {

constexpr std::size_t told_every = 256;

class Deciding : Proofs {
public:
    explicit Deciding(Release& given) : Proofs(given) { hide_small(); }

    bool prove_all(const Told& told) {
        for (std::size_t next = 0; next < to_prove.size(); ++next) {
            if (told && next % told_every == 0) told(next, to_prove.size());
            const Cell cell = to_prove[next];           // more are added meanwhile
            if (!prove(cell)) return false;
        }
        return true;
    }

private:
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

    struct PricedMove {
        std::int64_t price;
        Move move;
    };
    using PricedMoves = std::vector<PricedMove>;

    /// The moves of one dimension in which the cell gains, the cheapest first: of each leaf at most so many. Those in which a
    /// cell beside it (`beside`: with another node of this dimension) cannot change are none.
    template <class Beside>
    PricedMoves moves_of(const Membership& membership, int node, const std::vector<bool>* later, const Way& way,
                         const Beside& beside) {
        PricedMoves moves;
        const auto price = [&](int other) {
            return other == node ? std::optional<std::int64_t>(0) : price_of(beside(other), way);
        };
        for (const auto& [of_leaf, gains] : priced(membership.leaves_of(node), price, way.reach)) {
            add_move(moves, membership.open(gains), price);
            std::vector<int> partners;
            for (const int other : membership.near(gains)) {
                const bool helps = !membership.is_in(other, node) && share_a_sum(membership, gains, other, later);
                if (helps) partners.push_back(other);
            }
            for (const auto& [of_other, loses] : priced(partners, price, way.reach))
                add_move(moves, membership.swap(gains, loses), price);
        }
        std::ranges::stable_sort(moves, {}, &PricedMove::price);
        if (moves.size() > 2 * way.reach) moves.resize(2 * way.reach);
        return moves;
    }

    /// Of a sum along one of several own dimensions: the leaf that most is in. Others are tried as exchanges; all of them along
    /// all dimensions would be too many.
    template <class Beside>
    PricedMoves fullest_opening(const Membership& membership, int node, const Way& way, const Beside& beside) {
        std::optional<std::int64_t> most, price;
        int fullest = node;
        for (const int leaf : membership.leaves_of(node)) {
            const auto of_leaf = price_of(beside(leaf), way);
            if (!of_leaf || (most && count_of(beside(leaf)) <= *most)) continue;
            most = count_of(beside(leaf));
            price = of_leaf;
            fullest = leaf;
        }
        if (!price) return {};
        return {{*price, membership.open(fullest)}};
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

    std::vector<Change> shared_changes(const Cell& cell, const Way& way) {
        std::vector<Change> changes{{0, {{0, 1}}, false}};
        std::size_t rest = works.front().counts.size();
        for (std::size_t at = 0; at < shared.size(); ++at) {
            rest /= nodes_of(at);
            const int node = node_of(cell.shared, at);
            const auto beside = [&](int other) {
                const auto from = cell.shared - static_cast<std::size_t>(node) * rest;
                return Cell{cell.table, from + static_cast<std::size_t>(other) * rest, cell.own};
            };
            const auto moves = moves_of(shared[at], node, &is_later[at], way, beside);
            changes = widened(changes, moves, release.shared[at].nodes());
        }
        std::ranges::stable_sort(changes, {}, &Change::price);
        return changes;
    }

    std::vector<Change> own_changes(const Cell& cell, const Way& way) {
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
            const bool is_leaf = work.memberships[at].leaves_of(static_cast<int>(node)).size() == 1;
            const auto moves = work.nodes.size() == 1 || is_leaf
                                   ? moves_of(work.memberships[at], static_cast<int>(node), nullptr, way, beside)
                                   : fullest_opening(work.memberships[at], static_cast<int>(node), way, beside);
            changes = widened(changes, moves, work.nodes[at]);
        }
        for (Change& change : changes) {
            change.reaches_all = std::erase_if(change.corners, [&](const Corner& one) { return one.cell == work.all; }) > 0;
        }
        if (work.nodes.size() > 1) add_exchanges(changes, cell, way);
        std::ranges::stable_sort(changes, {}, &Change::price);
        return changes;
    }

    /// Along several own dimensions at once: one inquiry of a row that the cell is in is one of another row instead. Where a
    /// table is thin there is no cube, as no two of its rows meet.
    void add_exchanges(std::vector<Change>& changes, const Cell& cell, const Way& way) {
        std::vector<std::pair<std::int64_t, std::size_t>> inside, outside;
        const auto& openings = works[cell.table].openings;
        for (const auto row : movable_rows(cell.table, cell.shared, way)) {
            const auto& corners = openings[row].corners;
            const bool is_inside = std::ranges::find(corners, cell.own, &Corner::cell) != corners.end();
            const auto price = price_of({cell.table, cell.shared, corners.front().cell}, way);
            if (price) (is_inside ? inside : outside).emplace_back(*price, row);
        }
        for (auto* rows : {&inside, &outside}) {
            std::ranges::stable_sort(*rows, std::ranges::greater{}, [&](const auto& one) {
                return count_of({cell.table, cell.shared, openings[one.second].corners.front().cell});
            });
            if (rows->size() > 2 * way.reach) rows->resize(2 * way.reach);
        }
        std::vector<Change> found;
        for (const auto& [of_gaining, gains] : inside) {
            for (const auto& [of_losing, loses] : outside) {
                Change change{0, difference(openings[gains].corners, openings[loses].corners), false};
                const bool is_possible = std::ranges::all_of(change.corners, [&](const Corner& one) {
                    const auto price = one.cell == cell.own ? std::optional<std::int64_t>(0)
                                                            : price_of({cell.table, cell.shared, one.cell}, way);
                    change.price += price.value_or(0);
                    return price.has_value();
                });
                if (is_possible) found.push_back(std::move(change));
            }
        }
        std::ranges::stable_sort(found, {}, &Change::price);
        for (std::size_t at = 0; at < std::min(found.size(), way.reach); ++at) changes.push_back(std::move(found[at]));
    }

    std::optional<Proof> proof_by(const Cell& cell, const Reached& reached, const Corners& along_shared, const Change* own,
                                  const Way& way) {
        Proof start;
        if (own && !add(start, cell.table, along_shared, own->corners, way)) return std::nullopt;
        if (own && !own->reaches_all) return start;
        std::optional<Proof> best;
        for (const Aim aim : {Aim::both, Aim::rise, Aim::fall}) {
            Proof proof = start;
            if (!follow(proof, reached, aim, cell.table, along_shared, way)) continue;
            if (!best || reached.with(proof) > reached.with(*best)) best = std::move(proof);
            if (reached.with(*best) == reached.needed) break;
        }
        return best;
    }

    /// What brings the cell furthest, of such the cheapest.
    std::optional<Proof> best_proof(const Cell& cell, const Reached& reached, const Way& way) {
        const auto along_shared = shared_changes(cell, way);
        const auto along_own = cell.table == 0 ? std::vector<Change>{{0, {}, true}} : own_changes(cell, way);
        std::optional<Proof> best;
        int furthest = reached.rise + reached.fall;
        for (const Change& own : along_own) {
            for (const Change& change : along_shared) {
                const bool is_dearer = best && furthest == reached.needed && std::max(own.price, change.price) >= best->cost;
                if (is_dearer) break;
                auto proof = proof_by(cell, reached, change.corners, cell.table == 0 ? nullptr : &own, way);
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
        // Between nobody and all that there can be.
        if (is_bounded(cell))
            reached.needed = static_cast<int>(std::min<std::int64_t>(reached.needed, count_of(cell) + room_of(cell)));
        constexpr std::size_t few = 4, some = 16, all = 1000;
        // Cubes first: most cells have one. Totals of municipalities are hidden last.
        constexpr std::pair<Way, bool> ways[] = {{{Means::none, Level::totals, few}, false},
                                                 {{Means::none, Level::totals, some}, false},
                                                 {{Means::hiding, Level::leaves, few}, false},
                                                 {{Means::withholding, Level::leaves, few}, false},
                                                 {{Means::withholding_hidden, Level::leaves, few}, false},
                                                 {{Means::hiding, Level::leaf_totals, few}, false},
                                                 {{Means::hiding, Level::sums, few}, false},
                                                 {{Means::withholding_hidden, Level::sums, few}, false},
                                                 {{Means::none, Level::totals, few}, true},
                                                 {{Means::hiding, Level::sums, few}, true},
                                                 {{Means::withholding_hidden, Level::sums, few}, true},
                                                 {{Means::withholding_hidden, Level::sums, some}, true},
                                                 {{Means::hiding, Level::totals, few}, false},
                                                 {{Means::withholding_hidden, Level::totals, few}, false},
                                                 {{Means::withholding_hidden, Level::totals, all}, false}};
        for (const auto& [way, is_by_transfer] : ways) {
            while (!reached.is_enough()) {
                const auto best = is_by_transfer ? best_transfer(cell, reached, way) : best_proof(cell, reached, way);
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
            forget_rows(cell);
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
