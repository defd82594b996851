// A year by its names becomes numbered tables, is decided, and gets its names back.
#include <algorithm>
#include <optional>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "releases/layout.h"
#include "releases/year.h"

namespace digilots::releases {

namespace {

using suppression::State;

constexpr int time_nodes = 17;

suppression::Dimension of_time() {
    suppression::Dimension time{"month", months_of_a_year, {}};
    for (int quarter = 0; quarter < 4; ++quarter) time.sums.push_back({quarter * 3, quarter * 3 + 1, quarter * 3 + 2});
    time.sums.push_back({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    return time;
}

/// Places, then municipalities, then what is of several.
class Places {
public:
    explicit Places(const Year& year) : year_(year) {
        std::set<std::pair<std::string, std::string>> all;
        for (const auto& [month, counts] : year.counted)
            for (const auto& [place, tables] : counts) all.insert(place);
        places.assign(all.begin(), all.end());
        dimension.key = "place";
        dimension.leaves = static_cast<int>(places.size());
        std::map<std::string, std::vector<int>> leaves;
        for (std::size_t leaf = 0; leaf < places.size(); ++leaf) {
            leaves[places[leaf].first].push_back(static_cast<int>(leaf));
            add(places[leaf].first + "/" + places[leaf].second, year.parts.at(places[leaf].first).least_shown);
        }
        for (const auto& [municipality, own] : leaves) {
            dimension.sums.push_back(own);
            add(municipality, year.parts.at(municipality).least_shown);
        }
        first_sum_ = names.size();
        for (const Sum& sum : year.sums) {
            if (sum.members.empty()) continue;
            std::vector<int> of_all;
            for (const auto& member : sum.members) of_all.insert(of_all.end(), leaves[member].begin(), leaves[member].end());
            std::ranges::sort(of_all);
            dimension.sums.push_back(std::move(of_all));
            add(sum.node(), sum.least_shown);
        }
    }

    /// False where a sum of several was made of others at the end of that time.
    bool is_at(int node, int time_node) const {
        if (static_cast<std::size_t>(node) < first_sum_) return true;
        const auto& name = names[static_cast<std::size_t>(node)];
        const auto* at = sum_at(year_.sums, sum_named(name).base, last_month(time_node));
        return at && at->node() == name;
    }

    suppression::Dimension dimension;
    std::vector<std::pair<std::string, std::string>> places;
    std::vector<std::string> names;
    std::vector<int> thresholds;

private:
    void add(std::string name, int threshold) {
        names.push_back(std::move(name));
        thresholds.push_back(threshold);
    }

    const Year& year_;
    std::size_t first_sum_ = 0;
};

class Deciding {
public:
    /// Without `before` as it stands.
    Deciding(const Year& year, std::optional<Before> before) : year_(year), before_(before), places_(year) {
        release_.shared = {places_.dimension, of_time()};
        release_.thresholds = places_.thresholds;
        release_.is_recounted = before != Before::none;
        for (const auto& key : counted_keys())
            if (base::holds(year.tables, key)) add_table(key);
    }

    Decided decide(const suppression::Told& told) {
        Decided decided{{}, suppression::decide(release_, told)};
        for (std::size_t table = 0; table < release_.tables.size(); ++table) name_cells(decided.rows, table);
        count_states(decided);
        return decided;
    }

    /// What stands with the numbers of now.
    Decided as_it_stands() const {
        Decided stands;
        for (std::size_t table = 0; table < release_.tables.size(); ++table) name_cells(stands.rows, table);
        count_states(stands);
        stands.number.is_proved = true;
        return stands;
    }

    bool is_anybody_in_all_hidden() const {
        return std::ranges::all_of(release_.tables, [&](const suppression::Table& table) {
            const auto counts = suppression::count_nodes(release_, table);
            for (std::size_t at = 0; at < counts.size(); ++at)
                if (table.states[at] == State::hidden && counts[at] == 0) return false;
            return true;
        });
    }

    suppression::Release release() && { return std::move(release_); }

private:
    static void count_states(Decided& decided) {
        auto& number = decided.number;
        number.published = number.hidden = number.withheld = 0;
        for (const auto& [key, cells] : decided.rows) {
            for (const auto& [term, cell] : cells) {
                number.published += cell.state == State::published;
                number.hidden += cell.state == State::hidden;
                number.withheld += cell.state == State::withheld;
            }
        }
    }

    void add_table(const std::string& key) {
        layouts_.push_back(layout_of(year_, key));
        const auto& layout = layouts_.back();
        suppression::Table table{key, layout.own, {}, {}};
        const auto leaves = layout.leaves.size();
        table.counts.assign(places_.places.size() * static_cast<std::size_t>(months_of_a_year) * leaves, 0);
        for (std::size_t place = 0; place < places_.places.size(); ++place) {
            for (int month = 1; month <= months_of_a_year; ++month) {
                const auto* counts = counts_of(month, places_.places[place], key);
                if (!counts) continue;
                const auto from = (place * std::size_t{months_of_a_year} + static_cast<std::size_t>(month - 1)) * leaves;
                for (const auto& [term, count] : *counts) table.counts[from + leaf_of(layout, term)] += count;
            }
        }
        table.states = states_of(table);
        release_.tables.push_back(std::move(table));
    }

    static std::size_t leaf_of(const Layout& layout, const std::string& term) {
        const auto found = layout.leaves.find(term);
        ENSURE(found != layout.leaves.end());
        return found->second;
    }

    const std::map<std::string, std::int64_t>* counts_of(int month, const std::pair<std::string, std::string>& place,
                                                         const std::string& table) const {
        const auto of_month = year_.counted.find(month);
        if (of_month == year_.counted.end()) return nullptr;
        const auto of_place = of_month->second.find(place);
        if (of_place == of_month->second.end()) return nullptr;
        const auto of_table = of_place->second.find(table);
        return of_table == of_place->second.end() ? nullptr : &of_table->second;
    }

    std::vector<State> states_of(const suppression::Table& table) const {
        const auto counts = suppression::count_nodes(release_, table);
        const auto& layout = layouts_.back();
        std::vector<State> states;
        states.reserve(counts.size());
        for (std::size_t node = 0; node < places_.names.size(); ++node) {
            for (int time = 0; time < time_nodes; ++time) {
                const auto stands = standing(static_cast<int>(node), time, layout.tables);
                const auto* of_total = standing(static_cast<int>(node), time, {table_keys().front()}).front();
                const auto there = tables_there(static_cast<int>(node), time, layout);
                for (std::size_t own = 0; own < layout.cells.size(); ++own) {
                    const auto& told = layout.cells[own];
                    const auto count = counts[states.size()];
                    const bool is_total = own == layout.all;
                    if (told.table < 0 || !is_there(there, is_total, told)) {
                        states.push_back(State::later);
                        continue;
                    }
                    const auto& name = layout.tables[static_cast<std::size_t>(told.table)];
                    const auto* cells = is_total ? of_total : stands[static_cast<std::size_t>(told.table)];
                    const bool is_fresh = !is_total && year_.fresh.contains(name);
                    const auto stood = state_of(static_cast<int>(node), time, cells, told.term, count);
                    states.push_back(is_fresh ? State::undecided : stood);
                }
            }
        }
        return states;
    }

    /// Whether each of a layout's tables is told there; the last one: the totals.
    std::vector<bool> tables_there(int node, int time, const Layout& layout) const {
        const bool is_any = last_month(time) <= year_.month && places_.is_at(node, time);
        std::vector<bool> there;
        for (const auto& table : layout.tables) there.push_back(is_any && is_told(table, time, node < places_.dimension.leaves));
        there.push_back(is_any && is_told(table_keys().front(), time, node < places_.dimension.leaves));
        return there;
    }

    static bool is_there(const std::vector<bool>& there, bool is_total, const Layout::Told& told) {
        return is_total ? there.back() : there[static_cast<std::size_t>(told.table)];
    }

    std::vector<const Cells*> standing(int node, int time, const std::vector<std::string>& tables) const {
        std::vector<const Cells*> all;
        for (const auto& table : tables) {
            const bool may_stand = last_month(time) <= year_.month;
            const auto found = may_stand ? year_.rows.find({places_.names[static_cast<std::size_t>(node)],
                                                            time_name(year_.year, time), table})
                                         : year_.rows.end();
            all.push_back(found == year_.rows.end() ? nullptr : &found->second);
        }
        return all;
    }

    State state_of(int node, int time, const Cells* stands, const std::string& term, std::int64_t count) const {
        if (before_ == Before::none && last_month(time) == year_.month) return State::undecided;
        const auto found = stands ? stands->find(term) : Cells::const_iterator();
        const State state = stands && found != stands->end() ? found->second.state : State::published;
        if (!before_ || before_ == Before::none) return state;
        // A revision: what was hidden stays so, or is withheld where it is nobody now.
        if (state == State::hidden) return count > 0 ? State::hidden : State::withheld;
        if (state == State::withheld) return state;
        const bool is_small = count > 0 && count < places_.thresholds[static_cast<std::size_t>(node)];
        return is_small || before_ == Before::stays_hidden ? State::undecided : State::published;
    }

    void name_cells(Rows& rows, std::size_t at) const {
        const auto& table = release_.tables[at];
        const auto counts = suppression::count_nodes(release_, table);
        const auto& layout = layouts_[at];
        std::size_t index = 0;
        for (std::size_t node = 0; node < places_.names.size(); ++node) {
            for (int time = 0; time < time_nodes; ++time) {
                const int last = last_month(time);
                const bool is_wanted = before_ == Before::none ? last == year_.month : last <= year_.month;
                const auto there = tables_there(static_cast<int>(node), time, layout);
                for (std::size_t own = 0; own < layout.cells.size(); ++own) {
                    const State state = table.states[index];
                    const auto count = counts[index++];
                    const auto& told = layout.cells[own];
                    const bool is_shared = own == layout.all && at > 0;
                    if (!is_wanted || is_shared || told.table < 0 || (state == State::published && count == 0)) continue;
                    if (!is_there(there, own == layout.all, told)) continue;
                    const auto shown = state == State::published ? count : 0;
                    rows[{places_.names[node], time_name(year_.year, time), layout.tables[static_cast<std::size_t>(told.table)]}]
                        [told.term] = {state, shown};
                }
            }
        }
    }

    const Year& year_;
    const std::optional<Before> before_;
    const Places places_;
    suppression::Release release_;
    std::vector<Layout> layouts_;           // of each table
};

}  // namespace

Decided decide(const Year& year, Before before, const suppression::Told& told) {
    return Deciding(year, before).decide(told);
}

std::optional<Decided> still_right(const Year& year) {
    if (!year.fresh.empty()) return std::nullopt;
    const Deciding now(year, std::nullopt);
    auto stands = now.as_it_stands();
    if (stands.rows != year.rows || !now.is_anybody_in_all_hidden()) return std::nullopt;
    return stands;
}

suppression::Release numbered(const Year& year) {
    return Deciding(year, std::nullopt).release();
}

}  // namespace digilots::releases
