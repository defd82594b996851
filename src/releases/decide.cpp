// A year by its names becomes numbered tables, is decided, and gets its names back.
#include <algorithm>
#include <utility>

#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "releases/layout.h"
#include "releases/year.h"

namespace digilots::releases {

suppression::Dimension of_time() {
    suppression::Dimension time{"month", months_of_a_year, {}};
    for (int quarter = 0; quarter < quarters_of_a_year; ++quarter)
        time.sums.push_back({quarter * 3, quarter * 3 + 1, quarter * 3 + 2});
    time.sums.push_back({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    return time;
}

namespace {

using suppression::State;

constexpr int time_nodes = 17;

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
            if (of_all.empty()) continue;           // none of a change
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

/// What is decided: the year's next month, where a month without anybody may be told first of all; or a part of a change.
struct Task {
    enum class Of { month, month_with_zeros, change, nothing } of = Of::nothing;
    std::set<int> open = {};                // times
    const MonthCounts* room = nullptr;

    bool is_of_month() const { return of == Of::month || of == Of::month_with_zeros; }
};

std::set<int> times_until(int month, bool is_with_earlier) {
    std::set<int> times;
    for (int time = 0; time < time_nodes; ++time)
        if (last_month(time) == month || (is_with_earlier && last_month(time) < month)) times.insert(time);
    return times;
}

bool is_padding(const std::string& term) { return term.find('~') != std::string::npos; }

class Deciding {
public:
    Deciding(const Year& year, Task task) : year_(year), task_(std::move(task)), places_(year) {
        release_.shared = {places_.dimension, of_time()};
        release_.thresholds = places_.thresholds;
        release_.is_recounted = task_.of == Task::Of::change;
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
        return stands;
    }

    suppression::Release release() && { return std::move(release_); }

private:
    void add_table(const std::string& key) {
        layouts_.push_back(layout_of(year_, key));
        const auto& layout = layouts_.back();
        suppression::Table table{key, layout.own, counts_by_leaf(layout, key, year_.counted), {}};
        table.states = states_of(table);
        if (task_.of == Task::Of::change) table.guarded = std::exchange(guarded_, {});
        if (task_.room) table.room = rooms_of(layout, key);
        release_.tables.push_back(std::move(table));
    }

    std::vector<std::int64_t> counts_by_leaf(const Layout& layout, const std::string& key, const MonthCounts& counted) const {
        const auto leaves = layout.leaves.size();
        std::vector<std::int64_t> all(places_.places.size() * static_cast<std::size_t>(months_of_a_year) * leaves, 0);
        for (std::size_t place = 0; place < places_.places.size(); ++place) {
            for (int month = 1; month <= months_of_a_year; ++month) {
                const auto* counts = counts_of(counted, month, places_.places[place], key);
                if (!counts) continue;
                const auto from = (place * std::size_t{months_of_a_year} + static_cast<std::size_t>(month - 1)) * leaves;
                for (const auto& [term, count] : *counts)
                    if (&counted == &year_.counted || layout.leaves.contains(term)) all[from + leaf_of(layout, term)] += count;
            }
        }
        return all;
    }

    std::vector<std::int64_t> rooms_of(const Layout& layout, const std::string& key) const {
        constexpr std::int64_t unbound = 1'000'000;
        auto rooms = counts_by_leaf(layout, key, *task_.room);
        const auto padded = layout.leaves.find(padding);
        if (padded == layout.leaves.end()) return rooms;
        for (std::size_t leaf = padded->second; leaf < rooms.size(); leaf += layout.leaves.size()) rooms[leaf] = unbound;
        return rooms;
    }

    static std::size_t leaf_of(const Layout& layout, const std::string& term) {
        const auto found = layout.leaves.find(term);
        ENSURE(found != layout.leaves.end());
        return found->second;
    }

    static const std::map<std::string, std::int64_t>* counts_of(const MonthCounts& counted, int month,
                                                                const std::pair<std::string, std::string>& place,
                                                                const std::string& table) {
        const auto of_month = counted.find(month);
        if (of_month == counted.end()) return nullptr;
        const auto of_place = of_month->second.find(place);
        if (of_place == of_month->second.end()) return nullptr;
        const auto of_table = of_place->second.find(table);
        return of_table == of_place->second.end() ? nullptr : &of_table->second;
    }

    std::vector<State> states_of(const suppression::Table& table) {
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
                    const bool is_ever = told.table >= 0 && is_there(there, is_total, told);
                    const auto* cells = is_total || !is_ever ? of_total : stands[static_cast<std::size_t>(told.table)];
                    states.push_back(is_ever ? state_of(static_cast<int>(node), time, cells, told.term, count) : State::later);
                    guarded_.push_back(is_ever && count > 0 && is_hidden(cells, told.term));
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
        const bool is_open = task_.open.contains(time);
        if (task_.is_of_month() && is_open) {
            const bool is_nobodys = count == 0 && term == whole && node >= places_.dimension.leaves;
            return is_nobodys && task_.of == Task::Of::month_with_zeros ? State::published : State::undecided;
        }
        const auto* found = stands ? told_cell(*stands, term) : nullptr;
        if (task_.of != Task::Of::change && found && found->is_least) return State::withheld;      // no more than members tell
        if (task_.of != Task::Of::change) return found ? found->state : State::published;
        if (is_padding(term)) return State::later;
        if (found) return State::withheld;
        if (!is_open) return State::published;
        // Of what is not told nothing is said, not even that it is small.
        return count > 0 && count < places_.thresholds[static_cast<std::size_t>(node)] ? State::withheld : State::undecided;
    }

    static bool is_hidden(const Cells* cells, const std::string& term) {
        const auto* found = cells ? told_cell(*cells, term) : nullptr;
        return found && found->state == State::hidden;
    }

    void name_cells(Rows& rows, std::size_t at) const {
        const auto& table = release_.tables[at];
        const auto counts = suppression::count_nodes(release_, table);
        const auto& layout = layouts_[at];
        std::size_t index = 0;
        for (std::size_t node = 0; node < places_.names.size(); ++node) {
            for (int time = 0; time < time_nodes; ++time) {
                const bool is_wanted = task_.open.contains(time);
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
    const Task task_;
    const Places places_;
    suppression::Release release_;
    std::vector<Layout> layouts_;           // of each table
    std::vector<bool> guarded_;             // of the one that is added
};

}  // namespace

void count_states(Decided& decided) {
    auto& number = decided.number;
    number.published = number.hidden = number.withheld = 0;
    for (const auto& [key, cells] : decided.rows) {
        for (const auto& [term, cell] : cells) {
            number.published += cell.state == State::published && cell.count > 0;
            number.hidden += cell.state == State::hidden;
            number.withheld += cell.state == State::withheld;
        }
    }
}

Decided decide_first(const Year& year, const suppression::Told& told) {
    if (base::holds(year.tables, by_line)) return decide_by_line(year, told);
    const auto times = times_until(year.month, false);
    auto decided = Deciding(year, {Task::Of::month_with_zeros, times}).decide(told);
    if (!decided.number.is_proved) decided = Deciding(year, {Task::Of::month, times}).decide(told);
    return decided;
}

std::optional<Rows> untold_of(const Year& year, const std::set<int>& open, const MonthCounts* room,
                              const suppression::Told& told) {
    auto decided = Deciding(year, {Task::Of::change, open, room}).decide(told);
    if (!decided.number.is_proved) return std::nullopt;
    for (auto& [key, cells] : decided.rows)
        std::erase_if(cells, [](const auto& one) { return one.second.state == State::published || is_padding(one.first); });
    return std::move(decided.rows);
}

Rows sums_of(const Year& year) {
    return Deciding(year, {Task::Of::nothing, times_until(year.month, true)}).as_it_stands().rows;
}

suppression::Release numbered(const Year& year) {
    return Deciding(year, {Task::Of::nothing, times_until(year.month, true)}).release();
}

}  // namespace digilots::releases
