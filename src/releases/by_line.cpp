// A year whose tables are decided each by itself (docs/decisions/0110): totals of municipalities and of several, then each table
// of a municipality beside its totals, then tables crossed, then what of all that is told of several.
#include <algorithm>
#include <optional>
#include <utility>

#include "platform/base/lists.h"
#include "releases/cross.h"
#include "releases/lines.h"
#include "releases/told.h"

namespace digilots::releases {

namespace {

using suppression::State;
using Months = Lines::Months;

constexpr const char* of_places = "place";          // a table as the others, by place

/// One table of a municipality with what its rows are called.
struct Named {
    std::string table;
    std::vector<std::string> names;
    Lines lines;

    std::size_t row_of(const std::string& name) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(names, name) - names.begin());
    }
};

/// All tables of one municipality.
class Town {
public:
    Town(const Year& year, const std::string& id, int least_shown, ToldSoFar& told)
        : year_(year), id_(id), least_shown_(least_shown), told_(told) {}

    void decide() {
        std::map<std::string, Named> tables;
        for (const auto* key : {of_places, "topic", "body", "barrier", "channel", "outcome", "language", "age_band", "gender",
                                "support_given"})
            if (key == std::string_view(of_places) || base::holds(year_.tables, key)) tables.emplace(key, decided(key));
        if (base::holds(year_.tables, "together")) decide_together(tables.at("topic"));
        if (base::holds(year_.tables, "body_barrier")) decide_crossed(tables.at("body"), tables.at("barrier"));
        for (const auto& [key, table] : tables)
            if (is_told(key, node_of_the_year, true) && key != of_places) decide_of_places(table, tables.at(of_places));
    }

private:
    using Names = std::map<std::string, Months>;

    template <class Add>
    void each_count(const std::string& counted, const Add& add) const {
        for (const auto& [month, places] : year_.counted)
            for (const auto& [place, tables] : places)
                if (place.first == id_)
                    if (const auto found = tables.find(counted); found != tables.end())
                        for (const auto& [term, count] : found->second)
                            add(static_cast<std::size_t>(month - 1), place.second, term, count);
    }

    static std::string counted_as(const std::string& table) {
        if (table == of_places) return total();
        return table == "barrier" || table == "body_barrier" ? "body" : table == "together" ? "topic" : table;
    }
    static std::string name_in(const std::string& table, const std::string& place, const std::string& term) {
        if (table == of_places) return place;
        if (table == "together") return crossed(group_of(both_of(term).first), both_of(term).second);
        if (table == "barrier") return both_of(term).second;
        return table == "topic" || table == "body" ? both_of(term).first : term;
    }

    static Named named(const std::string& table, int threshold, const Names& counts, const std::vector<Names>& alike = {}) {
        std::vector<std::string> names;
        std::vector<Months> months;
        for (const auto& [name, of_months] : counts) {
            names.push_back(name);
            months.push_back(of_months);
        }
        std::vector<Lines::Alike> each;
        for (const auto& one : alike) {
            each.emplace_back(names.size(), Months{});
            for (const auto& [name, of_months] : one)
                each.back()[static_cast<std::size_t>(std::ranges::lower_bound(names, name) - names.begin())] = of_months;
        }
        return {table, std::move(names), Lines(threshold, std::move(months), std::move(each))};
    }

    /// Where a row of a table stands among what is told.
    std::string node(const std::string& table, const std::string& name) const {
        return table == of_places ? id_ + "/" + name : id_;
    }
    static std::string key(const std::string& table) { return table == of_places ? total() : table; }
    static std::string term(const std::string& table, const std::string& name) { return table == of_places ? whole : name; }

    void stand(Named& named) const {
        for (std::size_t row = 0; row < named.names.size(); ++row) {
            for (int time = 0; time <= node_of_the_year; ++time) {
                if (!is_over(year_, time) || !is_told(key(named.table), time, false)) continue;
                const State stands = told_.state(node(named.table, named.names[row]), time, key(named.table),
                                                 term(named.table, named.names[row]));
                named.lines.stand(row, time, stands == State::withheld ? State::later : stands);
            }
        }
        named.lines.settle();
    }

    void tell(const Named& named, int time) {
        const bool is_any = named.lines.is_told(time) || named.names.empty();
        if (!is_any && named.table != of_places) return told_.tell_nothing(id_, time, named.table);
        tell_rows(named, time);
    }

    void tell_rows(const Named& named, int time) {
        for (std::size_t row = 0; row < named.names.size(); ++row)
            told_.tell(node(named.table, named.names[row]), time, key(named.table), term(named.table, named.names[row]),
                       named.lines.state(row, time), named.lines.count(row, time));
    }

    bool is_total_told(int time) const { return told_.state(id_, time, total(), whole) == State::published; }
    std::int64_t told_total(int time) const {
        const auto* cell = told_.find(id_, time, total(), whole);
        return cell ? cell->count : 0;
    }

    /// By what was told so far, and by nothing else: a table by year always; by quarter where one was told before, the first one,
    /// and months of the first quarter, where enough asked for as many rows as its list has. Of later months rows are told whose
    /// quarter before is large (Lines).
    bool is_tried(const Named& named, int time) const {
        if (!is_total_told(time)) return false;
        if (time == node_of_the_year || told_total(time) == 0) return true;
        const bool is_month = time < months_of_a_year;
        // Months of topics would take places' topics of the year along where not enough ask.
        const int quarter_before = months_of_a_year + time / months_of_a_quarter - 1;
        const bool is_by_row = is_month && time >= months_of_a_quarter && named.lines.is_told(quarter_before);
        if (is_by_row && named.table != "topic") return true;
        for (int before = time - 1; before >= (is_month ? 0 : months_of_a_year); --before)
            if (named.lines.is_told(before)) return !is_month || !named.lines.is_much_hidden(before);
        const auto list = static_cast<std::int64_t>(named.table == of_places ? named.names.size() : terms_of(named.table).size());
        return told_total(time) >= (is_month ? 2 : 1) * least_shown_ * list;
    }

    /// Of one place, and of one term of what the table is crossed with.
    std::vector<Names> alike(const std::string& table) const {
        std::map<std::pair<std::string, std::string>, Names> found;
        each_count(counted_as(table), [&](std::size_t month, const std::string& place, const std::string& term,
                                          std::int64_t count) {
            const bool is_crossed_anywhere = table == "topic" || table == "body";
            const auto other = is_crossed_anywhere ? both_of(term).second : std::string();
            found[{place, other}][name_in(table, place, term)][month] += count;
        });
        std::vector<Names> all;
        for (auto& [what, names] : found) all.push_back(std::move(names));
        return all;
    }

    /// Of the term of each table that most is in.
    Names alike_of_places() const {
        Names all;
        bool is_first = true;
        for (const auto& counted : counted_keys()) {
            std::map<std::string, std::int64_t> by_term;
            each_count(counted, [&](std::size_t, const std::string&, const std::string& term, std::int64_t count) {
                by_term[term] += count;
            });
            if (by_term.empty()) continue;
            const auto most = std::ranges::max_element(by_term, {}, [](const auto& one) { return one.second; })->first;
            Names of_term;
            each_count(counted, [&](std::size_t month, const std::string& place, const std::string& term, std::int64_t count) {
                if (term == most) of_term[place][month] += count;
            });
            if (std::exchange(is_first, false)) all = of_term;
            for (auto& [place, months] : all)
                for (std::size_t month = 0; month < months.size(); ++month)
                    months[month] = std::min(months[month], of_term[place][month]);
        }
        return all;
    }

    Named decided(const std::string& table) {
        Names counts;
        if (table != of_places)
            for (const auto& term : terms_of(table)) counts[term];
        each_count(counted_as(table), [&](std::size_t month, const std::string& place, const std::string& term,
                                          std::int64_t count) {
            counts[name_in(table, place, term)][month] += count;
        });
        auto made = named(table, least_shown_, counts, table == of_places ? std::vector{alike_of_places()} : alike(table));
        stand(made);
        for (const int time : open_times(year_)) {
            if (!is_told(key(table), time, false)) continue;
            if (is_tried(made, time)) made.lines.decide(time);
            tell(made, time);
        }
        return made;
    }

    /// By quarter only where twice enough asked for as many pairs as there are: what is hidden then would take the year along.
    bool is_crossing_tried(const std::string& table, int time) const {
        return time == node_of_the_year ||
               told_total(time) >= 2 * least_shown_ * static_cast<std::int64_t>(terms_of(table).size());
    }

    /// Of a group whose topics are all told in that period: how many of each other group were asked about with it.
    void decide_together(const Named& topics) {
        std::map<std::string, Names> groups;
        each_count("topic", [&](std::size_t month, const std::string& place, const std::string& term, std::int64_t count) {
            const auto name = name_in("together", place, term);
            groups[both_of(name).first][name][month] += count;
        });
        std::map<std::string, std::vector<std::string>> all;
        for (const auto& pair : terms_of("together")) all[both_of(pair).first].push_back(pair);
        for (auto& [group, counts] : groups) {
            for (const auto& pair : all[group]) counts[pair];
            auto made = named("together", least_shown_, counts);
            stand(made);
            for (const int time : open_times(year_)) {
                if (!is_told("together", time, false)) continue;
                if (!is_crossing_tried("together", time) || !topics.lines.is_told(time)) {
                    told_.tell_nothing(id_, time, "together");
                    continue;
                }
                if (is_group_told(topics, group, time)) made.lines.decide(time);
                if (!made.lines.is_told(time))
                    for (const auto& pair : all[group]) told_.tell(id_, time, "together", pair, State::withheld, 0);
                tell_rows(made, time);
            }
        }
    }

    static bool is_group_told(const Named& topics, const std::string& group, int time) {
        for (std::size_t row = 0; row < topics.names.size(); ++row)
            if (group_of(topics.names[row]) == group && topics.lines.state(row, time) != State::published) return false;
        return true;
    }

    /// It is told in that period, and nothing that is hidden of it in the period's quarters or months can be moved.
    static bool stays(const Named& table, std::size_t row, int time) {
        if (row >= table.names.size() || table.lines.state(row, time) != State::published) return false;
        return time == node_of_the_year ? !table.lines.is_touched(row) : !table.lines.is_touched(row, time - months_of_a_year);
    }

    Cross cross(const Named& rows, const Named& columns, const std::string& counted) const {
        std::vector<Months> counts(rows.names.size() * columns.names.size());
        for (auto& months : counts) months.fill(0);
        each_count(counted, [&](std::size_t month, const std::string& place, const std::string& term, std::int64_t count) {
            const auto row = rows.row_of(name_in(rows.table, place, term));
            const auto column = columns.row_of(name_in(columns.table, place, term));
            counts[row * columns.names.size() + column][month] += count;
        });
        return {least_shown_, rows.lines, columns.lines, counts};
    }

    void decide_crossed(const Named& bodies, const Named& barriers) {
        if (bodies.names.empty()) return;
        auto crossing = cross(bodies, barriers, "body");
        const auto pair = [&](std::size_t row, std::size_t column) { return crossed(bodies.names[row], barriers.names[column]); };
        for (int time = months_of_a_year; time < node_of_the_year; ++time)
            for (std::size_t row = 0; is_over(year_, time) && row < crossing.rows(); ++row)
                for (std::size_t column = 0; column < crossing.columns(); ++column) {
                    const State stands = told_.state(id_, time, "body_barrier", pair(row, column));
                    crossing.stand(row, column, time, stands == State::withheld ? State::later : stands);
                }
        for (const int time : open_times(year_)) {
            if (!is_told("body_barrier", time, false)) continue;
            if (!is_crossing_tried("body_barrier", time) || !bodies.lines.is_told(time) || !barriers.lines.is_told(time)) {
                told_.tell_nothing(id_, time, "body_barrier");
                continue;
            }
            crossing.decide(time, [&](std::size_t row, std::size_t column) {
                return stays(bodies, row, time) && stays(barriers, column, time);
            });
            for (std::size_t row = 0; row < crossing.rows(); ++row)
                for (std::size_t column = 0; column < crossing.columns(); ++column)
                    told_.tell(id_, time, "body_barrier", pair(row, column), crossing.state(row, column, time),
                               crossing.count(row, column, time));
        }
    }

    /// Of each place by year.
    void decide_of_places(const Named& table, const Named& places) {
        if (!is_open(year_, node_of_the_year) || table.names.empty()) return;
        auto crossing = cross(table, places, counted_as(table.table));
        const int time = node_of_the_year;
        crossing.decide(time, [&](std::size_t row, std::size_t column) {
            return stays(table, row, time) && stays(places, column, time);
        });
        for (std::size_t column = 0; column < crossing.columns(); ++column) {
            const auto place = id_ + "/" + places.names[column];
            if (!stays(places, column, time) || !table.lines.is_told(time)) {
                told_.tell_nothing(place, time, table.table);
                continue;
            }
            for (std::size_t row = 0; row < crossing.rows(); ++row)
                told_.tell(place, time, table.table, table.names[row], crossing.state(row, column, time),
                           crossing.count(row, column, time));
        }
    }

    const Year& year_;
    const std::string& id_;
    const int least_shown_;
    ToldSoFar& told_;
};

/// A table of several: what their own say, added up. It says nothing that they do not.
class Several {
public:
    Several(const Year& year, const Sum& sum, ToldSoFar& told) : year_(year), sum_(sum), told_(told) {}

    void decide(int time, const std::string& table) {
        const auto node = sum_.node();
        const auto* of_all = told_.find(node, time, total(), whole);
        if (of_all && of_all->state != State::published) return told_.tell_nothing(node, time, table);
        std::map<std::string, Line> lines;
        std::int64_t told = 0;
        bool is_any_missing = false;
        for (const auto& member : sum_.members) is_any_missing |= !add(lines, told, member, time, table);
        if (is_any_missing)
            for (const auto& term : terms_of(table)) lines[term].is_all = false;
        if (of_all && told * whole_share < of_all->count * told_share) return told_.tell_nothing(node, time, table);
        for (const auto& [term, line] : lines) {
            const bool is_few = line.count < sum_.least_shown && (line.count > 0 || !line.is_all);
            told_.tell(node, time, table, term, is_few ? State::withheld : State::published, line.count, !line.is_all);
        }
    }

private:
    struct Line {
        std::int64_t count = 0;
        bool is_all = true;
    };
    static constexpr std::int64_t told_share = 3, whole_share = 4;      // less is told of none

    /// False where nothing is told of it.
    bool add(std::map<std::string, Line>& lines, std::int64_t& told, const std::string& member, int time,
             const std::string& table) const {
        const auto* of_member = told_.find(member, time, total(), whole);
        if (of_member && of_member->state != State::published) return false;
        const auto row = told_.decided.find({member, time_name(year_.year, time), table});
        if (row == told_.decided.end()) return true;
        if (!told_.is_table(member, time, table)) return false;
        for (const auto& [term, cell] : row->second) {
            auto& line = lines[term];
            if (cell.state == State::published) line.count += cell.count;
            else line.is_all = false;
            told += cell.count;
        }
        return true;
    }

    const Year& year_;
    const Sum& sum_;
    ToldSoFar& told_;
};

}  // namespace

Decided decide_by_line(const Year& year, const suppression::Told& told) {
    ToldSoFar all(year);
    decide_totals(year, all);
    std::size_t done = 0;
    for (const auto& [id, part] : year.parts) {
        if (told) told(done++, year.parts.size());
        Town(year, id, part.least_shown, all).decide();
    }
    for (const Sum& sum : year.sums)
        for (const int time : open_times(year))
            for (const auto& table : table_keys())
                if (table != total() && base::holds(year.tables, table) && is_told(table, time, false) && !sum.members.empty() &&
                    sum_at(year.sums, sum.base, last_month(time)) == &sum)
                    Several(year, sum, all).decide(time, table);
    Decided decided{std::move(all.decided), {}};
    count_states(decided);
    return decided;
}

}  // namespace digilots::releases
