#include "platform/suppression/tables_at_work.h"

#include <algorithm>
#include <stdexcept>

namespace digilots::suppression {

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

TablesAtWork::TablesAtWork(Release& given) : release(given) {
    for (const Dimension& dimension : release.shared) shared.emplace_back(dimension);
    for (Table& table : release.tables) works.push_back(prepare(table));
    check();
    const auto cells = works.front().counts.size(), rest = cells / release.thresholds.size();
    for (std::size_t cell = 0; cell < cells; ++cell) {
        thresholds_.push_back(release.thresholds[cell / rest]);
        of_leaves_.push_back(cell / rest < static_cast<std::size_t>(release.shared.front().leaves));
    }
    look_at_nodes();
}

Work TablesAtWork::prepare(Table& table) const {
    Work work;
    work.counts = count_nodes(release, table);
    if (!table.room.empty()) work.rooms = count_nodes(release, {table.key, table.own, table.room, {}});
    work.guarded = table.guarded;
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

void TablesAtWork::check() const {
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

int TablesAtWork::node_of(std::size_t shared_cell, std::size_t dimension) const {
    for (std::size_t at = shared.size(); at-- > dimension + 1;) shared_cell /= nodes_of(at);
    return static_cast<int>(shared_cell % nodes_of(dimension));
}

/// Which nodes of shared dimensions are not released yet, and what of was decided before has to be proved anew.
void TablesAtWork::look_at_nodes() {
    for (std::size_t at = 0; at < shared.size(); ++at) {
        const int nodes = release.shared[at].nodes();
        std::vector<bool> later(nodes_of(at), true), fresh(nodes_of(at), false);
        for (const Work& work : works) {
            for (std::size_t index = 0, cell = 0; index < work.before.size(); index += work.own_cells, ++cell) {
                const auto node = static_cast<std::size_t>(node_of(cell, at));
                for (std::size_t own = index; own < index + work.own_cells; ++own) {
                    if (work.before[own] == State::undecided) fresh[node] = true;
                    if (work.before[own] != State::later) later[node] = false;
                }
            }
        }
        is_later.push_back(std::move(later));
        std::vector<bool> touched(nodes_of(at), false);
        for (int node = 0; node < nodes; ++node) touched[static_cast<std::size_t>(node)] = touches(at, node, fresh);
        is_touched.push_back(std::move(touched));
    }
}

/// Whether a proof of a cell with this node may change a cell with a fresh one.
bool TablesAtWork::touches(std::size_t at, int node, const std::vector<bool>& fresh) const {
    const auto is_fresh = [&](int one) { return fresh[static_cast<std::size_t>(one)]; };
    for (const int leaf : shared[at].leaves_of(node)) {
        if (is_fresh(leaf) || std::ranges::any_of(shared[at].sums_of(leaf), is_fresh)) return true;
        for (const int sum : shared[at].sums_of(leaf)) {
            if (is_later[at][static_cast<std::size_t>(sum)]) continue;
            for (const int other : shared[at].leaves_of(sum)) {
                if (is_fresh(other) || std::ranges::any_of(shared[at].sums_of(other), is_fresh)) return true;
            }
        }
    }
    return false;
}

bool TablesAtWork::is_proved_for_ever(const Cell& cell) const {
    if (release.is_recounted || before_of(cell) == State::undecided) return false;
    for (std::size_t at = 1; at < shared.size(); ++at) {
        if (!is_touched[at][static_cast<std::size_t>(node_of(cell.shared, at))]) return true;
    }
    return false;
}

}  // namespace digilots::suppression
