#pragma once
// What stands of a year and what is decided of it now, while it is decided layer by layer.
#include <string>
#include <vector>

#include "releases/year.h"

namespace digilots::releases {

inline bool is_open(const Year& year, int time) { return last_month(time) == year.month; }
inline bool is_over(const Year& year, int time) { return last_month(time) < year.month; }

inline std::vector<int> open_times(const Year& year) {
    std::vector<int> times;
    for (int time = 0; time <= node_of_the_year; ++time)
        if (is_open(year, time)) times.push_back(time);
    return times;
}

/// What stands and what is decided now.
class ToldSoFar {
public:
    explicit ToldSoFar(const Year& year) : year_(year) {}

    const Cell* find(const std::string& node, int time, const std::string& table, const std::string& term) const {
        const auto& rows = is_open(year_, time) ? decided : year_.rows;
        const auto row = rows.find({node, time_name(year_.year, time), table});
        return row == rows.end() ? nullptr : told_cell(row->second, term);
    }
    /// Where nothing is said it is a published zero.
    suppression::State state(const std::string& node, int time, const std::string& table, const std::string& term) const {
        const auto* cell = find(node, time, table, term);
        return cell ? cell->state : suppression::State::published;
    }
    bool is_table(const std::string& node, int time, const std::string& table) const {
        return state(node, time, table, whole) != suppression::State::withheld;
    }
    void tell(const std::string& node, int time, const std::string& table, const std::string& term, suppression::State state,
              std::int64_t count, bool is_least = false) {
        if (state == suppression::State::published && count == 0) return;
        const bool is_told = state == suppression::State::published;
        const auto said = state == suppression::State::later ? suppression::State::withheld : state;
        decided[{node, time_name(year_.year, time), table}][term] = {said, is_told ? count : 0, false, is_least};
    }
    void tell_nothing(const std::string& node, int time, const std::string& table) {
        tell(node, time, table, whole, suppression::State::withheld, 0);
    }

    Rows decided;

private:
    const Year& year_;
};

inline const std::string& total() { return table_keys().front(); }

/// Municipalities and what is of several, by time, and nothing else.
void decide_totals(const Year& year, ToldSoFar& told);

}  // namespace digilots::releases
