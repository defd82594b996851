// The first layer of a year that is decided table by table: how many asked, of municipalities and of several.
#include "releases/told.h"

namespace digilots::releases {

namespace {

using suppression::State;

std::int64_t total_of(const Year& year, int month, const std::string& municipality) {
    std::int64_t sum = 0;
    const auto counted = year.counted.find(month);
    if (counted == year.counted.end()) return sum;
    for (const auto& [place, tables] : counted->second)
        if (place.first == municipality)
            if (const auto found = tables.find(total()); found != tables.end())
                for (const auto& [term, count] : found->second) sum += count;
    return sum;
}

/// Municipalities and sums of several by time, and nothing else: decided as one.
class Totals {
public:
    explicit Totals(const Year& year) : year_(year) {
        suppression::Dimension places{"municipality", static_cast<int>(year.parts.size()), {}};
        std::map<std::string, int> leaves;
        for (const auto& [id, part] : year.parts) {
            leaves[id] = static_cast<int>(names_.size());
            add(id, part.least_shown);
        }
        for (const Sum& sum : year.sums) {
            std::vector<int> members;
            for (const auto& member : sum.members)
                if (const auto found = leaves.find(member); found != leaves.end()) members.push_back(found->second);
            if (members.empty()) continue;
            places.sums.push_back(std::move(members));
            add(sum.node(), sum.least_shown);
        }
        suppression::Table table{total(), {}, {}, {}};
        for (const auto& [id, part] : year.parts)
            for (int month = 1; month <= months_of_a_year; ++month) table.counts.push_back(total_of(year, month, id));
        release_.shared = {std::move(places), of_time()};
        release_.tables = {std::move(table)};
    }

    void decide(ToldSoFar& told) {
        for (const bool are_zeros_told : {true, false}) {
            auto release = release_;
            auto& table = release.tables.front();
            const auto counts = suppression::count_nodes(release, table);
            for (std::size_t node = 0; node < names_.size(); ++node)
                for (int time = 0; time <= node_of_the_year; ++time)
                    table.states.push_back(state_of(names_[node], time, counts[table.states.size()], are_zeros_told, told));
            if (!suppression::decide(release).is_proved && are_zeros_told) continue;
            for (std::size_t cell = 0; cell < table.states.size(); ++cell) {
                const int time = static_cast<int>(cell % (node_of_the_year + 1));
                const auto& name = names_[cell / (node_of_the_year + 1)];
                if (is_open(year_, time) && is_at(name, time))
                    told.tell(name, time, total(), whole, table.states[cell], counts[cell]);
            }
            return;
        }
    }

private:
    void add(std::string name, int threshold) {
        names_.push_back(std::move(name));
        release_.thresholds.push_back(threshold);
    }
    bool is_at(const std::string& name, int time) const {
        if (year_.parts.contains(name)) return true;
        const auto* at = sum_at(year_.sums, sum_named(name).base, last_month(time));
        return at && at->node() == name;
    }
    State state_of(const std::string& name, int time, std::int64_t count, bool are_zeros_told, const ToldSoFar& told) const {
        if (last_month(time) > year_.month || !is_at(name, time)) return State::later;
        if (is_open(year_, time)) return count == 0 && are_zeros_told ? State::published : State::undecided;
        return told.state(name, time, total(), whole);
    }

    const Year& year_;
    suppression::Release release_;
    std::vector<std::string> names_;
};

}  // namespace

void decide_totals(const Year& year, ToldSoFar& told) { Totals(year).decide(told); }

}  // namespace digilots::releases
