// What a revision can tell of a change. A figure stays as it was told, or changes where the change is told as a release of its
// own: of who came to it and of who was taken out, each decided as any counts are (platform/suppression), with what was hidden
// before withheld. So a hidden cell and a change can be moved apart from one another, and nothing is told that was not safe.
#include <algorithm>
#include <optional>

#include "platform/base/lists.h"
#include "releases/year.h"

namespace digilots::releases {

namespace {

using suppression::State;

void add_to(MonthCounts& counts, const MonthCounts& more, std::int64_t times) {
    for (const auto& [month, places] : more)
        for (const auto& [place, tables] : places)
            for (const auto& [table, terms] : tables)
                for (const auto& [term, count] : terms) counts[month][place][table][term] += times * count;
}

MonthCounts counted_with(const Year& year, std::size_t corrections) {
    auto counts = year.counted;
    for (std::size_t at = 0; at < corrections; ++at) add_to(counts, year.corrections[at].change, 1);
    return counts;
}

/// Without what is the same, nor places and months of which all is.
MonthCounts difference(const MonthCounts& before, const MonthCounts& now) {
    MonthCounts all = now, changed;
    add_to(all, before, -1);
    for (const auto& [month, places] : all)
        for (const auto& [place, tables] : places)
            for (const auto& [table, terms] : tables)
                for (const auto& [term, count] : terms)
                    if (count != 0) changed[month][place][table][term] = count;
    return changed;
}

/// Leaf by leaf the smaller one.
MonthCounts smaller_of(MonthCounts one, const MonthCounts& other) {
    for (auto& [month, places] : one) {
        const auto of_month = other.find(month);
        for (auto& [place, tables] : places) {
            for (auto& [table, terms] : tables) {
                for (auto& [term, count] : terms) {
                    std::int64_t most = 0;
                    if (of_month != other.end())
                        if (const auto of_place = of_month->second.find(place); of_place != of_month->second.end())
                            if (const auto of_table = of_place->second.find(table); of_table != of_place->second.end())
                                if (const auto of_term = of_table->second.find(term); of_term != of_table->second.end())
                                    most = of_term->second;
                    count = std::min(count, most);
                }
            }
        }
    }
    return one;
}

/// What came and what went. Some tables may say more of either than others (an entry got another topic): they are padded with
/// a row that is nobody's, so that all of them are sums of the same.
struct Parts {
    MonthCounts added, removed;
    bool is_anything_added = false, is_anything_removed = false;
};

void split(Parts& parts, int month, const std::pair<std::string, std::string>& place, const Counts& change,
           const std::vector<std::string>& tables) {
    std::map<std::string, std::int64_t> came, went;
    std::int64_t most = 0, sum = 0;
    auto& added = parts.added[month][place];
    auto& removed = parts.removed[month][place];
    for (const auto& [table, terms] : change) {
        const bool is_total = table == table_keys().front();
        for (const auto& [term, count] : terms) {
            (count > 0 ? came : went)[table] += count > 0 ? count : -count;
            if (is_total) sum = count;
            else (count > 0 ? added : removed)[table][term] = count > 0 ? count : -count;
        }
        most = std::max(most, came[table]);
    }
    for (const auto& table : tables) {
        if (table == table_keys().front()) continue;
        const auto padded = most - came[table];
        if (padded == 0) continue;
        added[table][padding] = padded;
        removed[table][padding] = padded;
    }
    if (most > 0) added[table_keys().front()][whole] = most;
    if (most - sum > 0) removed[table_keys().front()][whole] = most - sum;
    parts.is_anything_added |= most > 0;
    parts.is_anything_removed |= most - sum > 0;
}

/// Of all places of the municipalities that changed; of others all stays.
Parts parts_of(const Year& year, const MonthCounts& change) {
    std::vector<std::string> tables;
    for (const auto& key : counted_keys())
        if (base::holds(year.tables, key)) tables.push_back(key);
    std::set<std::string> changed;
    Parts parts;
    for (const auto& [month, places] : change) {
        for (const auto& [place, counts] : places) {
            changed.insert(place.first);
            split(parts, month, place, counts, tables);
        }
    }
    for (const auto& [month, places] : year.counted) {
        for (const auto& [place, counts] : places) {
            if (!changed.contains(place.first)) continue;
            parts.added[month][place];
            parts.removed[month][place];
        }
    }
    for (const auto& [month, places] : change) {            // a new place is a place of both
        for (const auto& [place, counts] : places) {
            parts.added[month][place];
            parts.removed[month][place];
        }
    }
    return parts;
}

int first_month(int time) {
    if (time < months_of_a_year) return time + 1;
    return time < node_of_the_year ? (time - months_of_a_year) * 3 + 1 : 1;
}

int threshold_of(const Year& year, const std::string& node) {
    const auto part = year.parts.find(node.substr(0, node.find('/')));
    if (part != year.parts.end()) return part->second.least_shown;
    const auto sum = std::ranges::find_if(year.sums, [&](const Sum& one) { return one.node() == node; });
    return sum == year.sums.end() ? 5 : sum->least_shown;
}

const Cell* cell_of(const Rows& rows, const Rows::key_type& key, const std::string& term) {
    const auto row = rows.find(key);
    return row == rows.end() ? nullptr : told_cell(row->second, term);
}

bool is_known(const Cell* cell) {
    return !cell || (cell->state == State::published && !cell->is_kept && !cell->is_least);
}

/// One correction that is told as far as it can be, at these times.
class Telling {
public:
    Telling(const Year& year, const Correction& correction, std::set<int> open)
        : year_(year), correction_(correction), open_(std::move(open)) {
        for (const int time : open_) names_.insert(time_name(year.year, time));
    }

    /// `rows` of the open times, as they are without it; `room`: what is left of each leaf with it, so how many more may be gone.
    Rows tell(const Rows& rows, const MonthCounts& room, const suppression::Told& told) const {
        Year skeleton{.year = year_.year, .revision = year_.revision, .month = year_.month, .tables = year_.tables};
        skeleton.parts = year_.parts;
        skeleton.sums = year_.sums;
        skeleton.counted = correction_.change;
        const auto change = only_open(sums_of(skeleton));
        skeleton.rows = fixed(rows, change);
        const auto parts = parts_of(year_, correction_.change);
        const auto try_with = [&](const std::vector<std::string>& tables) {
            skeleton.tables = tables;
            return untold_by(skeleton, parts, room, told);
        };
        // Totals first, then all tables at once or one by one: none that takes a total along.
        std::vector<std::string> accepted{table_keys().front()};
        auto untold = try_with(accepted);
        if (!untold) accepted.clear();
        const Rows of_totals = untold.value_or(Rows{});
        const auto take = [&](std::vector<std::string> longer) {
            auto more = try_with(longer);
            if (!more || takes_total(*more, of_totals)) return false;
            untold = std::move(more);
            accepted = std::move(longer);
            return true;
        };
        if (!accepted.empty() && !take(year_.tables))
            for (const auto& key : counted_keys())
                if (base::holds(year_.tables, key) && !base::holds(accepted, key)) take(with_read(accepted, key));
        Rows all = untold.value_or(Rows{});
        add_rest(all, accepted, rows, change);
        return merged(rows, change, all);
    }

private:
    bool is_open(const Rows::key_type& key) const { return names_.contains(std::get<1>(key)); }

    /// A total is not told that could be told.
    static bool takes_total(const Rows& untold, const Rows& of_totals) {
        return std::ranges::any_of(untold, [&](const auto& row) {
            if (std::get<2>(row.first) != table_keys().front()) return false;
            const auto found = of_totals.find(row.first);
            return std::ranges::any_of(row.second, [&](const auto& one) {
                return found == of_totals.end() || !found->second.contains(one.first);
            });
        });
    }

    /// With the tables that are read of a counted one.
    std::vector<std::string> with_read(std::vector<std::string> tables, const std::string& key) const {
        for (const auto* read : {"topic", "together"})
            if (key == "topic" && base::holds(year_.tables, read)) tables.emplace_back(read);
        for (const auto* read : {"body", "barrier", "body_barrier"})
            if (key == "body" && base::holds(year_.tables, read)) tables.emplace_back(read);
        if (!base::holds(tables, key)) tables.push_back(key);
        return tables;
    }

    /// Of who came and who went; nothing where either of them cannot be told so.
    std::optional<Rows> untold_by(Year& skeleton, const Parts& parts, const MonthCounts& room,
                                  const suppression::Told& told) const {
        Rows untold;
        for (const bool is_removal : {false, true}) {
            if (!(is_removal ? parts.is_anything_removed : parts.is_anything_added)) continue;
            skeleton.counted = is_removal ? parts.removed : parts.added;
            const auto found = untold_of(skeleton, open_, is_removal ? &room : nullptr, told);
            if (!found) return std::nullopt;
            for (const auto& [key, cells] : *found) untold[key].insert(cells.begin(), cells.end());
        }
        return untold;
    }

    /// Of the other tables nothing: all of a line that changed stays.
    void add_rest(Rows& untold, const std::vector<std::string>& accepted, const Rows& rows, const Rows& change) const {
        for (const auto& [key, cells] : change) {
            if (base::holds(accepted, std::get<2>(key))) continue;
            untold[key].insert(cells.begin(), cells.end());
            if (const auto stands = rows.find(key); stands != rows.end())
                untold[key].insert(stands->second.begin(), stands->second.end());
        }
    }

    Rows only_open(Rows rows) const {
        std::erase_if(rows, [&](const auto& row) { return !is_open(row.first); });
        return rows;
    }

    /// What cannot be told anyhow: of what is hidden or kept nothing, and nothing that would be a small number.
    Rows fixed(const Rows& rows, const Rows& change) const {
        Rows all;
        const auto add = [&](const Rows& some, bool is_wanted_open) {
            for (const auto& [key, cells] : some) {
                if (is_open(key) != is_wanted_open) continue;
                for (const auto& [term, cell] : cells)
                    if (!is_known(&cell)) all[key][term] = {State::withheld};
            }
        };
        add(rows, true);
        add(correction_.told, false);
        for (const auto& [key, cells] : change) {
            const int threshold = threshold_of(year_, std::get<0>(key));
            for (const auto& [term, cell] : cells) {
                const auto* stands = cell_of(rows, key, term);
                const auto now = (stands ? stands->count : 0) + cell.count;
                if (is_known(stands) && now != 0 && now < threshold) all[key][term] = {State::hidden};
            }
        }
        return all;
    }

    Rows merged(const Rows& rows, const Rows& change, const Rows& untold) const {
        Rows all = rows;
        const auto is_untold_table = [&](const Rows::key_type& key) {
            const auto* cell = std::get<2>(key) == table_keys().front() ? nullptr : cell_of(rows, key, whole);
            return cell && cell->state == State::withheld;
        };
        for (const auto& [key, cells] : untold) {
            if (is_untold_table(key)) continue;
            for (const auto& [term, cell] : cells) {
                auto& stands = all[key][term];
                if (stands.state == State::published) stands.is_kept = true;
            }
        }
        for (const auto& [key, cells] : change) {
            if (is_untold_table(key)) continue;
            for (const auto& [term, cell] : cells) {
                auto& stands = all[key][term];
                if (is_known(&stands)) stands.count += cell.count;
            }
        }
        for (auto& [key, cells] : all) std::erase_if(cells, [](const auto& one) { return one.second == Cell{}; });
        std::erase_if(all, [](const auto& row) { return row.second.empty(); });
        return all;
    }

    const Year& year_;
    const Correction& correction_;
    const std::set<int> open_;
    std::set<std::string> names_;
};

std::set<int> times_of(const Year& year, const Correction& correction, bool are_all) {
    std::set<int> times;
    for (int time = 0; time <= node_of_the_year; ++time) {
        const bool is_there = are_all ? last_month(time) <= year.month : last_month(time) == year.month;
        if (is_there && first_month(time) <= correction.month) times.insert(time);
    }
    return times;
}

void compare(Corrected& corrected, const Rows& before) {
    const auto& rows = corrected.decided.rows;
    for (const auto& [key, cells] : rows) {
        for (const auto& [term, cell] : cells) {
            const auto* stood = cell_of(before, key, term);
            if (cell.state != State::published) corrected.gone += stood && stood->state == State::published && stood->count > 0;
            else if (cell.count != (stood ? stood->count : 0)) ++corrected.changed;
            else corrected.kept += cell.count > 0;
            corrected.untold += cell.state == State::published && cell.is_kept;
        }
    }
    for (const auto& [key, cells] : before)
        for (const auto& [term, cell] : cells)
            if (cell.state == State::published && cell.count > 0 && !cell_of(rows, key, term)) ++corrected.changed;    // zero now
}

}  // namespace

MonthCounts counted_by_now(const Year& year) { return counted_with(year, year.corrections.size()); }

Decided decide(const Year& year, const suppression::Told& told) {
    auto decided = decide_first(year, told);
    for (std::size_t at = 0; at < year.corrections.size(); ++at) {
        const auto& correction = year.corrections[at];
        auto open = times_of(year, correction, false);
        if (open.empty()) continue;
        const auto room = smaller_of(counted_with(year, at + 1), counted_by_now(year));
        decided.rows = Telling(year, correction, std::move(open)).tell(decided.rows, room, told);
    }
    count_states(decided);
    return decided;
}

Corrected correct(const Year& year, const MonthCounts& now, const suppression::Told& told) {
    Corrected corrected;
    corrected.correction = {.revision = year.revision + 1,
                            .month = year.month,
                            .change = difference(counted_by_now(year), now),
                            .told = {}};
    corrected.decided.rows = year.rows;
    if (!corrected.correction.change.empty()) {
        auto open = times_of(year, corrected.correction, true);
        corrected.decided.rows = Telling(year, corrected.correction, std::move(open)).tell(year.rows, now, told);
    }
    corrected.correction.told = corrected.decided.rows;
    corrected.decided.number.is_proved = true;
    count_states(corrected.decided);
    compare(corrected, year.rows);
    return corrected;
}

}  // namespace digilots::releases
