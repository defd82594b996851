#include "owners/year.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "platform/base/lists.h"

namespace digilots::owners {

namespace {

using suppression::State;

constexpr std::array<const char*, 3> tables{"total", "barrier", "instead"};
constexpr int first_quarter = 12, the_year = 16, months_of_a_quarter = 3;

const Counts& counts_of(const Month& month, std::size_t table) {
    return table == 0 ? month.total : table == 1 ? month.barrier : month.instead;
}

suppression::Dimension of_time() {
    suppression::Dimension time{"month", months_of_a_year, {}};
    for (int quarter = 0; quarter < 4; ++quarter) time.sums.push_back({quarter * 3, quarter * 3 + 1, quarter * 3 + 2});
    time.sums.push_back({0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    return time;
}

int first_month(int node) {
    if (node < first_quarter) return node + 1;
    return node < the_year ? (node - first_quarter) * months_of_a_quarter + 1 : 1;
}

/// The owner's, what is left, and all questions.
enum Part : int { the_owners = 0, the_rest = 1, the_whole = 2 };
constexpr std::array everyone{the_owners, the_rest, the_whole};

class Deciding {
public:
    explicit Deciding(const Year& year) : year_(year) {
        release_.shared = {{"owner", 2, {{the_owners, the_rest}}}, of_time()};
        release_.thresholds.assign(everyone.size(), year.least_shown);
        for (std::size_t table = 0; table < tables.size(); ++table) add_table(table);
    }

    Rows decide() {
        suppression::decide(release_);
        Rows rows;
        for (std::size_t table = 0; table < tables.size(); ++table) name_cells(rows, table);
        return rows;
    }

    suppression::Release release() && { return std::move(release_); }

private:
    void add_table(std::size_t at) {
        suppression::Table table{tables[at], {}, {}, {}};
        std::vector<std::string> terms{whole};
        if (at > 0) {
            std::set<std::string> ever{""};
            for (const auto& [month, counted] : year_.counted)
                for (const auto& [term, count] : counts_of(counted, at)) ever.insert(term);
            terms.assign(ever.begin(), ever.end());
            suppression::Dimension dimension{tables[at], static_cast<int>(terms.size()), {{}}};
            for (int leaf = 0; leaf < dimension.leaves; ++leaf) dimension.sums.front().push_back(leaf);
            table.own.push_back(std::move(dimension));
        }
        for (const auto whose : {the_owners, the_rest})
            for (int month = 1; month <= months_of_a_year; ++month)
                for (const auto& term : terms) table.counts.push_back(count_of(whose, month, at, term));
        if (at > 0) terms.emplace_back(whole);
        terms_.push_back(std::move(terms));
        for (const auto whose : everyone)
            for (int time = 0; time < times_of_a_year; ++time)
                for (const auto& term : terms_.back())
                    table.states.push_back(state_of(whose, time, term == whole ? 0 : at, term));
        release_.tables.push_back(std::move(table));
    }

    std::int64_t count_of(Part whose, int month, std::size_t table, const std::string& term) const {
        if (whose == the_rest) return table == 0 || term.empty() ? left_of(month) : 0;
        const auto counted = year_.counted.find(month);
        if (counted == year_.counted.end()) return 0;
        const auto& counts = counts_of(counted->second, table);
        const auto found = counts.find(term);
        return found == counts.end() ? 0 : found->second;
    }

    std::int64_t left_of(int month) const {
        const auto all = year_.all.find(month);
        return all == year_.all.end() ? 0 : std::max<std::int64_t>(0, all->second - count_of(the_owners, month, 0, whole));
    }

    std::int64_t sum_of(Part whose, int time, std::size_t table, const std::string& term) const {
        std::int64_t sum = 0;
        for (int month = first_month(time); month <= last_month(time); ++month) sum += count_of(whose, month, table, term);
        return sum;
    }

    /// What stood in the way is told by quarter and year: of a month nearly all of it would be hidden.
    bool is_told(int time, std::size_t table) const {
        if (last_month(time) > year_.month) return false;
        if (table == 0) return true;
        if (time < first_quarter) return false;
        return std::ranges::none_of(year_.differs,
                                    [&](int month) { return month >= first_month(time) && month <= last_month(time); });
    }

    State state_of(Part whose, int time, std::size_t table, const std::string& term) const {
        if (whose == the_owners) return state_of_own(time, table, term);
        if (table > 0 || last_month(time) > year_.month) return State::later;
        const auto released = year_.released.find(time_name(year_.year, time));
        if (released == year_.released.end()) return State::later;
        const auto sum = sum_of(the_owners, time, 0, whole) + sum_of(the_rest, time, 0, whole);
        if (whose == the_whole) return not_hidden_zero(released->second.state, sum);
        if (!year_.tells_rest || released->second.state != State::published) return State::later;
        const auto own = state_of_own(time, 0, whole);
        // Nothing is told of what is left but by what is told of the owner's.
        return own == State::undecided || own == State::published ? own : State::withheld;
    }

    /// Hidden where others hid it though it is none by now: of that nothing is known.
    static State not_hidden_zero(State state, std::int64_t count) {
        return state == State::hidden && count == 0 ? State::withheld : state;
    }

    State state_of_own(int time, std::size_t table, const std::string& term) const {
        if (!is_told(time, table)) return State::later;
        const std::pair key{time_name(year_.year, time), std::string(tables[table])};
        for (const Rows* before : {&year_.rows, &year_.elsewhere}) {
            const auto stands = before->find(key);
            if (stands == before->end()) continue;
            const auto cell = stands->second.find(term);
            if (cell == stands->second.end()) return State::published;
            return not_hidden_zero(cell->second.state, sum_of(the_owners, time, table, term));
        }
        const auto released = year_.released.find(key.first);
        const bool is_all_told = released == year_.released.end() || released->second.state == State::published;
        return is_all_told ? State::undecided : State::withheld;
    }

    void name_cells(Rows& rows, std::size_t at) const {
        const auto& table = release_.tables[at];
        const auto counts = suppression::count_nodes(release_, table);
        std::size_t index = 0;              // the owner's come first
        for (int time = 0; time < times_of_a_year; ++time) {
            const std::pair key{time_name(year_.year, time), std::string(tables[at])};
            const bool is_wanted = is_told(time, at) && !year_.rows.contains(key);
            if (is_wanted) rows[key];               // also where all of it is zero
            for (const auto& term : terms_[at]) {
                const auto state = table.states[index];
                const auto count = counts[index++];
                if (!is_wanted || (at > 0 && term == whole) || (state == State::published && count == 0)) continue;
                rows[key][term] = {state, state == State::published ? count : 0};
            }
        }
    }

    const Year& year_;
    suppression::Release release_;
    std::vector<std::vector<std::string>> terms_;           // of each table, the whole last
};

}  // namespace

void Month::add(const std::string& stood_in_the_way, const std::string& sent_instead, std::int64_t number) {
    total[whole] += number;
    barrier[stood_in_the_way] += number;
    instead[sent_instead] += number;
}

std::int64_t Month::all() const {
    const auto found = total.find(whole);
    return found == total.end() ? 0 : found->second;
}

std::string time_name(int year, int node) {
    const auto name = std::to_string(year);
    if (node == the_year) return name;
    if (node >= first_quarter) return name + "-Q" + std::to_string(node - first_quarter + 1);
    return name + (node < 9 ? "-0" : "-") + std::to_string(node + 1);
}

int last_month(int node) {
    if (node < first_quarter) return node + 1;
    return node < the_year ? (node - first_quarter + 1) * months_of_a_quarter : months_of_a_year;
}

Rows decide(const Year& year) { return Deciding(year).decide(); }
suppression::Release numbered(const Year& year) { return Deciding(year).release(); }

std::string text_of(const Cells& cells) {
    std::string text;
    for (const auto& [term, cell] : cells) {
        const auto value = cell.state == State::hidden     ? std::string("h")
                           : cell.state == State::withheld ? std::string("w")
                                                           : std::to_string(cell.count);
        text += (text.empty() ? "" : " ") + (term.empty() ? std::string("-") : term) + ":" + value;
    }
    return text;
}

Cells cells_of(const std::string& text) {
    Cells cells;
    for (const auto& part : base::separated(text, ' ')) {
        const auto colon = part.rfind(':');
        const auto term = part.substr(0, colon), value = part.substr(colon + 1);
        auto& cell = cells[term == "-" ? "" : term];
        if (value == "h") cell.state = State::hidden;
        else if (value == "w") cell.state = State::withheld;
        else cell.count = std::stoll(value);
    }
    return cells;
}

}  // namespace digilots::owners
