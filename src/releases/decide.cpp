// A year by its names becomes numbered tables, is decided, and gets its names back.
#include <algorithm>
#include <optional>

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

    /// False where a sum of several was made of others at the end of that time; of a place and a month all but the total.
    bool is_at(int node, int time_node, bool is_total) const {
        if (node < dimension.leaves && !is_total) return is_released_of_places(time_node);
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

/// Those that were ever counted in the year, in the order of their list; one at least.
std::vector<std::string> counted_terms(const Year& year, const std::string& table) {
    std::set<std::string> counted;
    for (const auto& [month, places] : year.counted)
        for (const auto& [place, tables] : places)
            if (const auto found = tables.find(table); found != tables.end())
                for (const auto& [term, count] : found->second) counted.insert(term);
    std::vector<std::string> terms;
    for (const auto& term : terms_of(table))
        if (counted.erase(term) > 0) terms.push_back(term);
    terms.insert(terms.end(), counted.begin(), counted.end());
    if (terms.empty()) terms.emplace_back();
    return terms;
}

class Deciding {
public:
    /// Without `before` as it stands.
    Deciding(const Year& year, std::optional<Before> before) : year_(year), before_(before), places_(year) {
        release_.shared = {places_.dimension, of_time()};
        release_.thresholds = places_.thresholds;
        release_.is_recounted = before != Before::none;
        for (const auto& key : table_keys()) add_table(key);
    }

    Decided decide(const suppression::Told& told) {
        Decided decided{{}, suppression::decide(release_, told)};
        for (std::size_t table = 0; table < release_.tables.size(); ++table) name_cells(decided.rows, table);
        auto& number = decided.number;
        number.published = number.hidden = number.withheld = 0;
        for (const auto& [key, cells] : decided.rows) {
            for (const auto& [term, cell] : cells) {
                number.published += cell.state == State::published;
                number.hidden += cell.state == State::hidden;
                number.withheld += cell.state == State::withheld;
            }
        }
        return decided;
    }

    suppression::Release release() && { return std::move(release_); }

private:
    void add_table(const std::string& key) {
        suppression::Table table{key, {}, {}, {}};
        std::vector<std::string> terms;
        if (key == table_keys().front()) {
            terms = {whole};
        } else {
            terms = counted_terms(year_, key);
            suppression::Dimension own{key, static_cast<int>(terms.size()), {{}}};
            for (int leaf = 0; leaf < own.leaves; ++leaf) own.sums.front().push_back(leaf);
            table.own.push_back(std::move(own));
        }
        for (const auto& place : places_.places)
            for (int month = 1; month <= months_of_a_year; ++month)
                for (const auto& term : terms) table.counts.push_back(count_of(month, place, key, term));
        if (!table.own.empty()) terms.emplace_back(whole);
        terms_.push_back(std::move(terms));
        table.states = states_of(table);
        release_.tables.push_back(std::move(table));
    }

    std::int64_t count_of(int month, const std::pair<std::string, std::string>& place, const std::string& table,
                          const std::string& term) const {
        const auto of_month = year_.counted.find(month);
        if (of_month == year_.counted.end()) return 0;
        const auto of_place = of_month->second.find(place);
        if (of_place == of_month->second.end()) return 0;
        const auto of_table = of_place->second.find(table);
        if (of_table == of_place->second.end()) return 0;
        const auto of_term = of_table->second.find(term);
        return of_term == of_table->second.end() ? 0 : of_term->second;
    }

    std::vector<State> states_of(const suppression::Table& table) const {
        const auto counts = suppression::count_nodes(release_, table);
        const auto& terms = terms_.back();
        std::vector<State> states;
        states.reserve(counts.size());
        for (std::size_t node = 0; node < places_.names.size(); ++node) {
            for (int time = 0; time < time_nodes; ++time) {
                const Cells* stands = standing(static_cast<int>(node), time, table.key);
                for (const auto& term : terms) {
                    const bool is_shared = term == whole && !table.own.empty();
                    const Cells* of_term = is_shared ? standing(static_cast<int>(node), time, table_keys().front()) : stands;
                    const auto count = counts[states.size()];
                    const bool is_total = is_shared || table.own.empty();
                    const bool is_over = last_month(time) <= year_.month;
                    const bool is_there = is_over && places_.is_at(static_cast<int>(node), time, is_total);
                    states.push_back(is_there ? state_of(static_cast<int>(node), time, of_term, is_shared ? whole : term, count)
                                              : State::later);
                }
            }
        }
        return states;
    }

    const Cells* standing(int node, int time, const std::string& table) const {
        const auto found = year_.rows.find({places_.names[static_cast<std::size_t>(node)], time_name(year_.year, time), table});
        return found == year_.rows.end() ? nullptr : &found->second;
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
        const auto& terms = terms_[at];
        std::size_t index = 0;
        for (std::size_t node = 0; node < places_.names.size(); ++node) {
            for (int time = 0; time < time_nodes; ++time) {
                const int last = last_month(time);
                const bool is_wanted = before_ == Before::none ? last == year_.month : last <= year_.month;
                const bool is_there = is_wanted && places_.is_at(static_cast<int>(node), time, table.own.empty());
                for (const auto& term : terms) {
                    const State state = table.states[index];
                    const auto count = counts[index++];
                    const bool is_shared = term == whole && !table.own.empty();
                    if (!is_there || is_shared || (state == State::published && count == 0)) continue;
                    const auto shown = state == State::published ? count : 0;
                    rows[{places_.names[node], time_name(year_.year, time), table.key}][term] = {state, shown};
                }
            }
        }
    }

    const Year& year_;
    const std::optional<Before> before_;
    const Places places_;
    suppression::Release release_;
    std::vector<std::vector<std::string>> terms_;           // of each table, the whole last
};

}  // namespace

Decided decide(const Year& year, Before before, const suppression::Told& told) {
    return Deciding(year, before).decide(told);
}

suppression::Release numbered(const Year& year) {
    return Deciding(year, std::nullopt).release();
}

}  // namespace digilots::releases
