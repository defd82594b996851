#include "platform/suppression/proof.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace digilots::suppression {

namespace {

// Against a count: hidden says more than withheld, and most is read of municipalities and of all, least of their places.
constexpr std::int64_t cost_of_withholding = 1'000'000;
constexpr std::array cost_of_levels{std::int64_t{0}, std::int64_t{10'000}, std::int64_t{100'000}, std::int64_t{100'000'000}};

/// How good a proof is for what is aimed at; the greater the better.
std::pair<int, int> worth_of(const Proof& proof, const Reached& reached, Aim aim) {
    if (aim == Aim::rise) return {proof.rise, proof.fall};
    if (aim == Aim::fall) return {proof.fall, proof.rise};
    return {reached.with(proof), proof.rise + proof.fall};
}

/// Keeps the better of two. True where none can be better than this one, which cost no more than `before`.
class Best {
public:
    Best(const Reached& reached, Aim aim, const Proof& before)
        : reached_(reached), aim_(aim), most_(worth_of(before, reached, aim)), least_cost_(before.cost) {}

    bool take(Proof proof) {
        const auto worth = worth_of(proof, reached_, aim_);
        if (!best || worth > worth_ || (worth == worth_ && proof.cost < best->cost)) {
            best = std::move(proof);
            worth_ = worth;
        }
        return worth_ == most_ && best->cost == least_cost_;
    }
    bool is_as_good_as_before() const { return best && worth_ == most_; }

    std::optional<Proof> best;

private:
    const Reached& reached_;
    const Aim aim_;
    const std::pair<int, int> most_;
    const std::int64_t least_cost_;
    std::pair<int, int> worth_;
};

}  // namespace

Corners difference(const Corners& gains, const Corners& loses) {
    Corners all = gains;
    for (const Corner& one : loses) {
        const auto same = std::ranges::find(all, one.cell, &Corner::cell);
        if (same != all.end()) all.erase(same);
        else all.push_back({one.cell, -one.sign});
    }
    return all;
}

int Reached::with(const Proof& proof) const {
    return std::min(needed, std::max(rise, proof.rise) + std::max(fall, proof.fall));
}

bool Proofs::has_to_be_proved(const Cell& cell) {
    const State state = state_of(cell);
    return state == State::hidden || (state == State::withheld && (is_small(cell) || is_guarded(cell)));
}

Level Proofs::level_of(const Cell& cell) const {
    const bool is_total = cell.table == 0;
    if (is_of_a_leaf(cell.shared)) return is_total ? Level::leaf_totals : Level::leaves;
    return is_total ? Level::totals : Level::sums;
}

std::int64_t Proofs::cost_of(const Cell& cell, State becomes) const {
    const auto of_level = cost_of_levels[static_cast<std::size_t>(level_of(cell))];
    return count_of(cell) + of_level + (becomes == State::withheld ? cost_of_withholding : 0);
}

/// As what a cell may stand in a proof.
State Proofs::state_by(const Cell& cell, const Way& way) {
    const State state = state_of(cell);
    if (state == State::later || state == State::published || way.means == Means::none) return state;
    const Means means = level_of(cell) > way.level ? Means::none : way.means;
    const bool moves_freely_hidden = count_of(cell) >= threshold_of(cell.shared) + narrowest;
    if (state == State::undecided && means == Means::hiding) return count_of(cell) > 0 ? State::hidden : state;
    if (state == State::undecided && means > Means::hiding) return moves_freely_hidden ? State::hidden : State::withheld;
    const bool is_hidden_now = state == State::hidden && before_of(cell) == State::undecided;
    return is_hidden_now && !moves_freely_hidden && means == Means::withholding_hidden ? State::withheld : state;
}

Slack Proofs::slack_of(const Cell& cell, State state) const {
    const auto count = count_of(cell);
    const auto capped = [](std::int64_t many) { return static_cast<int>(std::min<std::int64_t>(many, narrowest)); };
    const int room = is_bounded(cell) ? capped(room_of(cell)) : narrowest;
    const int threshold = threshold_of(cell.shared);
    switch (state) {
        case State::undecided:
        case State::published: return {0, 0};
        case State::later:
        case State::withheld: return {room, capped(count)};
        case State::hidden: break;
    }
    if (count < threshold) return {std::min(room, capped(threshold - 1 - count)), capped(count - 1)};
    return {room, capped(count - threshold)};
}

std::optional<std::int64_t> Proofs::price_of(const Cell& cell, const Way& way) {
    const State state = state_by(cell, way);
    const Slack slack = slack_of(cell, state);
    if (slack.rise == 0 && slack.fall == 0) return std::nullopt;
    return state == state_of(cell) ? 0 : cost_of(cell, state);
}

std::size_t Proofs::first_key(std::size_t table, std::size_t shared_cell) const {
    return (table * works.front().counts.size() + shared_cell) * ways_of_rows;
}

void Proofs::forget_rows(const Cell& changed) {
    const auto first = first_key(changed.table, changed.shared);
    for (std::size_t way = 0; way < ways_of_rows; ++way) movable_.erase(first + way);
}

/// Which own cells can move at a shared cell; each is in many rows.
std::vector<Proofs::Moves> Proofs::moves_of_own_cells(std::size_t table, std::size_t shared_cell, const Way& way) {
    std::vector<Moves> moves(works[table].own_cells, Moves::never);
    for (std::size_t own = 0; own < moves.size(); ++own) {
        const Cell cell{table, shared_cell, own};
        if (state_of(cell) == State::later) moves[own] = Moves::freely;
        else if (price_of(cell, way)) moves[own] = Moves::bound;
    }
    return moves;
}

const std::vector<std::size_t>& Proofs::movable_rows(std::size_t table, std::size_t shared_cell, const Way& way) {
    constexpr std::size_t few = 4, some = 16, most_kept = 50'000;
    const std::size_t length = way.reach <= few ? 0 : way.reach <= some ? 1 : 2;
    const auto most = length == 0 ? few : length == 1 ? some : works[table].openings.size();    // of such as are alike
    const auto key = first_key(table, shared_cell) +
                     (static_cast<std::size_t>(way.means) * levels + static_cast<std::size_t>(way.level)) * lengths + length;
    if (movable_.size() > most_kept) movable_.clear();
    const auto [found, is_new] = movable_.try_emplace(key);
    if (!is_new) return found->second;
    const auto& openings = works[table].openings;
    const auto moves = moves_of_own_cells(table, shared_cell, way);
    std::map<std::vector<std::size_t>, std::vector<std::size_t>> fullest;          // by the cells that are not free
    const auto count = [&](std::size_t row) { return count_of({table, shared_cell, openings[row].corners.front().cell}); };
    for (std::size_t row = 0; row < openings.size(); ++row) {
        const auto& corners = openings[row].corners;
        if (std::ranges::any_of(corners, [&](const Corner& one) { return moves[one.cell] == Moves::never; })) continue;
        std::vector<std::size_t> bound;
        for (const Corner& one : corners)
            if (moves[one.cell] == Moves::bound) bound.push_back(one.cell);
        fullest[std::move(bound)].push_back(row);
    }
    for (auto& [bound, rows] : fullest) {
        std::ranges::stable_sort(rows, std::ranges::greater{}, count);
        if (rows.size() > most) rows.resize(most);
        found->second.insert(found->second.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(found->second);
    return found->second;
}

bool Proofs::add(Proof& proof, const Cell& cell, int sign, const Way& way) {
    const State state = state_by(cell, way);
    if (state != state_of(cell)) {
        proof.cost += cost_of(cell, state);
        proof.changes.emplace_back(cell, state);
    }
    const Slack slack = slack_of(cell, state);
    proof.rise = std::min(proof.rise, sign > 0 ? slack.rise : slack.fall);
    proof.fall = std::min(proof.fall, sign > 0 ? slack.fall : slack.rise);
    return proof.rise > 0 || proof.fall > 0;
}

bool Proofs::add(Proof& proof, std::size_t table, const Corners& along_shared, const Corners& along_own, const Way& way) {
    for (const Corner& one : along_shared) {
        for (const Corner& other : along_own) {
            if (!add(proof, {table, one.cell, other.cell}, one.sign * other.sign, way)) return false;
        }
    }
    return true;
}

bool Proofs::follow(Proof& proof, const Reached& reached, Aim aim, std::size_t but, const Corners& along_shared,
                    const Way& way) {
    if (!add(proof, 0, along_shared, {{0, 1}}, way)) return false;
    for (std::size_t table = 1; table < works.size(); ++table) {
        if (table == but) continue;
        Best found(reached, aim, proof);
        for (const auto row : movable_rows(table, along_shared.front().cell, way)) {
            Proof longer = proof;
            const auto& corners = works[table].openings[row].corners;
            if (add(longer, table, along_shared, corners, way) && found.take(std::move(longer))) break;
        }
        if (!found.best) return false;
        proof = std::move(*found.best);
    }
    return true;
}

/// The leaves of both, and the sums that only one of them is in.
struct Proofs::Transfer {
    std::int64_t price = 0;
    std::size_t table = 0;                      // of the cell
    Corners gains, loses;                       // shared cells of the one and of the other
    std::size_t row_gains = 0, row_loses = 0;   // of the cell's own table: which of its openings
};

/// Along all shared dimensions but the first: one leaf of each that the cell is in and that is released, and every sum it is in.
std::vector<Corners> Proofs::moments_of(const Cell& cell) const {
    std::vector<Corners> all{{{0, 1}}};
    for (std::size_t at = 1; at < shared.size(); ++at) {
        std::vector<Corners> longer;
        for (const int leaf : shared[at].leaves_of(node_of(cell.shared, at))) {
            if (is_later[at][static_cast<std::size_t>(leaf)]) continue;
            for (const Corners& one : all) longer.push_back(product(one, shared[at].open(leaf), release.shared[at].nodes()));
        }
        all = std::move(longer);
    }
    return all;
}

Corners Proofs::shared_cells_of(int leaf, const Corners& moment) const {
    const auto rest = works.front().counts.size() / nodes_of(0);
    Corners all;
    for (const Step& step : shared.front().open(leaf))
        for (const Corner& one : moment) all.push_back({static_cast<std::size_t>(step.node) * rest + one.cell, one.sign});
    return all;
}

/// The leaves of the first dimension that a cell is in, a few of a nation's: those that can change at the least cost.
std::vector<int> Proofs::cheapest_leaves(const Cell& cell, const Way& way) {
    const auto rest = works.front().counts.size() / nodes_of(0);
    std::vector<std::pair<std::int64_t, int>> priced;
    for (const int leaf : shared.front().leaves_of(node_of(cell.shared, 0))) {
        const auto price = price_of({cell.table, static_cast<std::size_t>(leaf) * rest + cell.shared % rest, cell.own}, way);
        if (price) priced.emplace_back(*price, leaf);
    }
    std::ranges::stable_sort(priced, {}, &std::pair<std::int64_t, int>::first);
    std::vector<int> leaves;
    for (std::size_t at = 0; at < std::min(priced.size(), way.reach); ++at) leaves.push_back(priced[at].second);
    return leaves;
}

/// Where a transfer goes from and to, by number: thousands are looked at of one cell.
struct Proofs::Candidate {
    std::int64_t price;
    int gains, loses;
    std::size_t moment, row_gains, row_loses;
};

/// The cheapest so many, of such that cost the same those that came first.
class Proofs::Cheapest {
public:
    explicit Cheapest(std::size_t most) : most_(most) {}

    bool takes(std::int64_t price) const { return all.size() < most_ || price < all.back().price; }
    void take(const Candidate& one) {
        all.insert(std::ranges::upper_bound(all, one.price, {}, &Candidate::price), one);
        if (all.size() > most_) all.pop_back();
    }

    std::vector<Candidate> all = {};

private:
    std::size_t most_;
};

/// Both take the same moment; of the cell's own table one row that it is in gains and one that it is not in loses: of the same
/// row it would be a cube. At most reach * reach, the cheapest.
std::vector<Proofs::Transfer> Proofs::transfers_of(const Cell& cell, const Way& way) {
    std::vector<std::size_t> inside, outside;
    for (std::size_t row = 0; row < works[cell.table].openings.size(); ++row) {
        const auto& corners = works[cell.table].openings[row].corners;
        const bool is_inside = std::ranges::find(corners, cell.own, &Corner::cell) != corners.end();
        (is_inside ? inside : outside).push_back(row);
    }
    if (cell.table == 0) inside = outside = {0};
    const auto moments = moments_of(cell);
    const auto most = way.reach * way.reach;
    Cheapest cheapest(most);
    const auto add_all = [&](int gains, int loses, std::size_t moment) {
        const auto from = cell.table == 0
                              ? PricedRows{{0, 0}}
                              : priced_rows(cell.table, leaf_at(loses, moments[moment]), outside, most, way);
        const auto to = inside.size() == 1
                            ? PricedRows{{0, inside.front()}}
                            : priced_rows(cell.table, leaf_at(gains, moments[moment]), inside, way.reach, way);
        for (const auto& [of_gaining, row_gains] : to) {
            for (const auto& [price, row_loses] : from) {
                if (!cheapest.takes(price)) break;
                cheapest.take({price, gains, loses, moment, row_gains, row_loses});
            }
        }
    };
    for (const int gains : cheapest_leaves(cell, way)) {
        const auto& near = shared.front().near(gains);
        for (std::size_t at = 0; at < std::min(near.size(), way.reach); ++at) {
            // A total that both are in stays what it is, whatever goes from one to the other.
            if (cell.table == 0 && shared.front().is_in(near[at], node_of(cell.shared, 0))) continue;
            for (std::size_t moment = 0; moment < moments.size() && cheapest.takes(0); ++moment) add_all(gains, near[at], moment);
        }
    }
    std::vector<Transfer> found;
    for (const Candidate& one : cheapest.all) {
        found.push_back({one.price, cell.table, shared_cells_of(one.gains, moments[one.moment]),
                         shared_cells_of(one.loses, moments[one.moment]), one.row_gains, one.row_loses});
    }
    return found;
}

/// The leaf itself at that moment.
std::size_t Proofs::leaf_at(int leaf, const Corners& moment) const {
    return static_cast<std::size_t>(leaf) * (works.front().counts.size() / nodes_of(0)) + moment.front().cell;
}

/// Of these rows those that cost least at the leaf that changes, at most so many.
Proofs::PricedRows Proofs::priced_rows(std::size_t table, std::size_t shared_cell, const std::vector<std::size_t>& rows,
                                       std::size_t most, const Way& way) {
    PricedRows priced;
    for (const auto row : rows) {
        const auto leaf = works[table].openings[row].corners.front().cell;
        if (const auto price = price_of({table, shared_cell, leaf}, way)) priced.emplace_back(*price, row);
    }
    std::ranges::stable_sort(priced, {}, &std::pair<std::int64_t, std::size_t>::first);
    if (priced.size() > most) priced.resize(most);
    return priced;
}

/// A table changes by a row that gains and one that loses, which may be the same one.
bool Proofs::follow(Proof& proof, const Reached& reached, Aim aim, std::size_t table, const Transfer& transfer, const Way& way) {
    const auto& openings = works[table].openings;
    const Corners both = difference(transfer.gains, transfer.loses);
    Best found(reached, aim, proof);
    for (const auto row : movable_rows(table, both.front().cell, way)) {
        Proof longer = proof;
        if (add(longer, table, both, openings[row].corners, way) && found.take(std::move(longer))) break;
    }
    if (!found.is_as_good_as_before()) {
        Best gaining(reached, aim, proof);
        for (const auto row : movable_rows(table, transfer.gains.front().cell, way)) {
            Proof longer = proof;
            if (add(longer, table, transfer.gains, openings[row].corners, way) && gaining.take(std::move(longer))) break;
        }
        if (gaining.best) {
            Corners lost = transfer.loses;
            for (Corner& one : lost) one.sign = -one.sign;
            for (const auto row : movable_rows(table, lost.front().cell, way)) {
                Proof longer = *gaining.best;
                if (add(longer, table, lost, openings[row].corners, way) && found.take(std::move(longer))) break;
            }
        }
    }
    if (!found.best) return false;
    proof = std::move(*found.best);
    return true;
}

std::optional<Proof> Proofs::proof_by(const Transfer& transfer, const Reached& reached, Aim aim, const Way& way) {
    Proof proof;
    if (!add(proof, 0, difference(transfer.gains, transfer.loses), {{0, 1}}, way)) return std::nullopt;
    for (std::size_t table = 1; table < works.size(); ++table) {
        if (table != transfer.table) {
            if (!follow(proof, reached, aim, table, transfer, way)) return std::nullopt;
            continue;
        }
        const auto& openings = works[table].openings;
        Corners lost = transfer.loses;
        for (Corner& one : lost) one.sign = -one.sign;
        const bool is_added = add(proof, table, transfer.gains, openings[transfer.row_gains].corners, way) &&
                              add(proof, table, lost, openings[transfer.row_loses].corners, way);
        if (!is_added) return std::nullopt;
    }
    return proof;
}

std::optional<Proof> Proofs::best_transfer(const Cell& cell, const Reached& reached, const Way& way) {
    std::optional<Proof> best;
    int furthest = reached.rise + reached.fall;
    for (const Transfer& transfer : transfers_of(cell, way)) {
        if (best && furthest == reached.needed && transfer.price >= best->cost) break;
        for (const Aim aim : {Aim::both, Aim::rise, Aim::fall}) {
            auto proof = proof_by(transfer, reached, aim, way);
            if (!proof) continue;
            const int total = reached.with(*proof);
            if (total < furthest || (total == furthest && !(best && proof->cost < best->cost))) continue;
            furthest = total;
            best = std::move(proof);
        }
    }
    return best;
}

}  // namespace digilots::suppression
