#include "surveys/results.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "platform/base/lists.h"
#include "platform/suppression/release.h"
#include "surveys/counting.h"
#include "surveys/sql.h"
#include "surveys/steps.h"

namespace digilots::surveys {

namespace {

using suppression::State;

constexpr double normal_quantile = 1.959964;  // two-sided, 95 %
constexpr int threshold = static_cast<int>(fewest);

/// Everybody's values: what can be chosen, not answered, not asked.
std::vector<std::string> leaves_of(const Asked& asked) {
    std::vector<std::string> leaves;
    for (const auto& line : asked.lines) leaves.push_back(line.value);
    leaves.emplace_back(not_answered);
    leaves.emplace_back(not_asked);
    return leaves;
}

/// Tables over rounds, and over groups where there is a split: each round and all of them, each group and the whole.
class DecidingRounds {
public:
    DecidingRounds(const std::vector<RoundTally>& rounds, std::vector<std::string> groups)
        : rounds_(rounds), groups_(std::move(groups)), is_split_(!groups_.empty()) {
        if (!is_split_) groups_.emplace_back();
        release_.shared.push_back(dimension_of("round", rounds_.size(), rounds_.size() > 1));
        release_.thresholds.assign(static_cast<std::size_t>(release_.shared.front().nodes()), threshold);
        if (is_split_) release_.shared.push_back(dimension_of("group", groups_.size(), true));
        suppression::Table all{"all", {}, {}, {}};
        for (std::size_t round = 0; round < rounds_.size(); ++round)
            for (const auto& group : groups_) all.counts.push_back(number_of(round, "", "", group));
        all.states.assign(round_nodes() * group_nodes(), State::undecided);
        release_.tables.push_back(std::move(all));
    }

    void add(const Asked& asked) {
        const auto leaves = leaves_of(asked);
        suppression::Table table{asked.name, {dimension_of("value", leaves.size(), true)}, {}, {}};
        for (std::size_t round = 0; round < rounds_.size(); ++round)
            for (const auto& group : groups_) {
                std::int64_t counted = 0;
                for (std::size_t at = 0; at + 1 < leaves.size(); ++at) {
                    table.counts.push_back(number_of(round, asked.name, leaves[at], group));
                    counted += table.counts.back();
                }
                // Who answered an edition without the question was not asked it.
                table.counts.push_back(number_of(round, "", "", group) - counted);
            }
        table.states.assign(round_nodes() * group_nodes() * (leaves.size() + 1), State::undecided);
        release_.tables.push_back(std::move(table));
    }

    void decide() {
        suppression::decide(release_);
        for (const auto& table : release_.tables) counts_.push_back(suppression::count_nodes(release_, table));
    }

    std::size_t round_nodes() const { return static_cast<std::size_t>(release_.shared.front().nodes()); }
    std::size_t group_nodes() const { return is_split_ ? static_cast<std::size_t>(release_.shared.back().nodes()) : 1; }
    std::size_t all_rounds() const { return round_nodes() - 1; }
    std::size_t whole() const { return group_nodes() - 1; }
    std::size_t tables() const { return release_.tables.size(); }
    /// Of a table: its leaves, and the sum of them.
    std::size_t own_nodes(std::size_t table) const {
        const auto& own = release_.tables[table].own;
        return own.empty() ? 1 : static_cast<std::size_t>(own.front().nodes());
    }

    State& state(std::size_t table, std::size_t which, std::size_t round, std::size_t group) {
        return release_.tables[table].states[cell(table, which, round, group)];
    }
    /// Of a table's leaf ("which" counts from 0) in a round and a group.
    Figure figure(std::size_t table, std::size_t which, std::size_t round, std::size_t group) const {
        const auto at = cell(table, which, round, group);
        if (release_.tables[table].states[at] != State::published) return {.is_hidden = true};
        return {.is_hidden = false, .count = counts_[table][at]};
    }
    /// As it is before anything is decided.
    std::int64_t leaf_of_all(std::size_t round, std::size_t group) const {
        return release_.tables.front().counts[round * groups_.size() + group];
    }

private:
    static suppression::Dimension dimension_of(const char* key, std::size_t leaves, bool has_sum) {
        suppression::Dimension made{key, static_cast<int>(leaves), {}};
        if (!has_sum) return made;
        made.sums.emplace_back();
        for (int leaf = 0; leaf < made.leaves; ++leaf) made.sums.front().push_back(leaf);
        return made;
    }
    std::int64_t number_of(std::size_t round, const std::string& table, const std::string& value,
                           const std::string& group) const {
        const auto& one = rounds_[round];
        return (is_split_ ? one.parts : one.whole).of(table, value, group);
    }
    std::size_t cell(std::size_t table, std::size_t which, std::size_t round, std::size_t group) const {
        return (round * group_nodes() + group) * own_nodes(table) + which;
    }

    const std::vector<RoundTally>& rounds_;
    std::vector<std::string> groups_;
    const bool is_split_;
    suppression::Release release_;
    std::vector<std::vector<std::int64_t>> counts_;
};

struct Where {
    std::size_t round, group;
};

/// How many answered the question: everybody but the two that did not. Told where each of its values is, or it is so itself.
Figure answered_of(const DecidingRounds& deciding, const Asked& asked, std::size_t table, const Where& at) {
    Figure sum;
    for (std::size_t line = 0; line < asked.lines.size(); ++line) {
        const auto figure = deciding.figure(table, line, at.round, at.group);
        if (figure.is_hidden) {
            const auto all = deciding.figure(0, 0, at.round, at.group);
            const auto silent = deciding.figure(table, asked.lines.size(), at.round, at.group);
            const auto spared = deciding.figure(table, asked.lines.size() + 1, at.round, at.group);
            if (all.is_hidden || silent.is_hidden || spared.is_hidden) return {.is_hidden = true};
            return {.is_hidden = false, .count = all.count - silent.count - spared.count};
        }
        sum.count += figure.count;
    }
    return sum;
}

void fill(Asked& asked, const DecidingRounds& deciding, std::size_t table, const Where& at) {
    for (std::size_t line = 0; line < asked.lines.size(); ++line)
        asked.lines[line].figures.push_back(deciding.figure(table, line, at.round, at.group));
    asked.answered.push_back(answered_of(deciding, asked, table, at));
}

bool has_hidden(const Asked& asked, const DecidingRounds& whole, std::size_t table, std::size_t round) {
    for (std::size_t line = 0; line < asked.lines.size(); ++line)
        if (whole.figure(table, line, round, whole.whole()).is_hidden) return true;
    return answered_of(whole, asked, table, {round, whole.whole()}).is_hidden;
}

/// Two questions that split each other make one table, seen from two sides. Each side would hide other cells, and together they
/// would tell what is hidden: it is told from one side alone.
bool is_told_the_other_way(std::string_view own, std::string_view split) {
    return !own.empty() && own <= split;
}

/// Something of the whole that is hidden is not told by its parts: nor by the same parts of other rounds.
bool can_be_split_in(const Asked& asked, const DecidingRounds& whole, std::size_t table, std::size_t round,
                     const std::string& split) {
    if (is_told_the_other_way(asked.question.split, split)) return false;
    if (round == whole.all_rounds()) return !has_hidden(asked, whole, table, round);
    for (std::size_t other = 0; other < whole.round_nodes(); ++other)
        if (has_hidden(asked, whole, table, other)) return false;
    return true;
}

/// The whole stays as it was decided; what cannot be split is not told in parts.
void take_over(DecidingRounds& parts, DecidingRounds& whole, const std::vector<Asked>& asked, const std::string& split) {
    for (std::size_t table = 0; table < parts.tables(); ++table)
        for (std::size_t round = 0; round < parts.round_nodes(); ++round) {
            for (std::size_t which = 0; which < parts.own_nodes(table); ++which)
                parts.state(table, which, round, parts.whole()) = whole.state(table, which, round, whole.whole());
            if (table == 0 || can_be_split_in(asked[table - 1], whole, table, round, split)) continue;
            for (std::size_t group = 0; group < parts.whole(); ++group)
                for (std::size_t which = 0; which + 1 < parts.own_nodes(table); ++which)
                    parts.state(table, which, round, group) = State::withheld;
        }
}

/// How many are in a group is told by the question that splits as well: as it stands there, it stands here. Of a question whose
/// wording was changed several tables tell it; what one of them hides is hidden.
void hide_as_its_question(DecidingRounds& parts, DecidingRounds& whole, const std::vector<Asked>& asked,
                          const std::string& split, const std::vector<std::string>& groups) {
    const auto is_it = [&](const Asked& one) { return one.question.split == split; };
    const bool is_alone = std::ranges::count_if(asked, is_it) == 1;
    for (std::size_t table = 1; table < whole.tables(); ++table) {
        if (!is_it(asked[table - 1])) continue;
        const auto leaves = leaves_of(asked[table - 1]);
        for (std::size_t round = 0; round < whole.round_nodes(); ++round)
            for (std::size_t which = 0; which < leaves.size(); ++which) {
                const bool is_answer = which + 2 < leaves.size();
                const auto group = std::ranges::find(groups, is_answer ? leaves[which] : std::string(not_answered));
                if (group == groups.end()) continue;
                auto& state = parts.state(0, 0, round, static_cast<std::size_t>(group - groups.begin()));
                const bool is_told = whole.state(table, which, round, whole.whole()) == State::published;
                if (!is_told) state = State::hidden;
                else if (is_alone && state == State::undecided) state = State::published;
            }
    }
    // A group of nobody is told.
    for (std::size_t group = 0; group < groups.size(); ++group) {
        std::int64_t all = 0;
        const auto rounds = whole.round_nodes() > 1 ? whole.round_nodes() - 1 : 1;
        for (std::size_t round = 0; round < rounds; ++round) {
            all += parts.leaf_of_all(round, group);
            if (parts.leaf_of_all(round, group) == 0) parts.state(0, 0, round, group) = State::undecided;
        }
        if (all == 0) parts.state(0, 0, parts.all_rounds(), group) = State::undecided;
    }
}

/// Who answered an edition that does not split has not stated it.
void add_who_was_not_asked(RoundTally& round, const std::vector<std::string>& groups) {
    for (const auto& [cell, numbers] : round.whole.counts) {
        auto rest = round.whole.of(cell.first, cell.second, "");
        for (const auto& group : groups) rest -= round.parts.of(cell.first, cell.second, group);
        if (rest > 0) round.parts.counts[cell][std::string(not_answered)] += rest;
    }
}

/// Those that all rounds less the others would tell; many small ones hide each other, and stay. True where one goes.
bool leave_out_small(std::vector<RoundTally>& rounds, ResultsByRound& by_round) {
    const auto is_small = [](const RoundTally& one) {
        const auto answered = one.whole.of("", "", "");
        return 0 < answered && answered < fewest;
    };
    std::int64_t together = 0;
    for (const auto& one : rounds)
        if (is_small(one)) together += one.whole.of("", "", "");
    if (together == 0 || together >= fewest) return false;
    for (const auto& one : rounds)
        if (is_small(one)) by_round.rounds.try_emplace(one.round);
    std::erase_if(rounds, is_small);
    return true;
}

void fill_split(Results& results, const DecidingRounds& parts, DecidingRounds& whole, std::size_t round) {
    for (std::size_t group = 0; group < results.split_values.size(); ++group)
        results.in_splits.push_back(parts.figure(0, 0, round, group));
    for (std::size_t at = 0; at < results.asked.size(); ++at) {
        auto& one = results.asked[at];
        one.can_be_split = can_be_split_in(one, whole, at + 1, round, results.split);
        for (std::size_t group = 0; one.can_be_split && group < results.split_values.size(); ++group)
            fill(one, parts, at + 1, {round, group});
    }
}

/// Of all editions, the newest wording first; each wording of a question once.
std::vector<Asked> asked_in(const std::vector<Edition>& editions) {
    std::vector<Asked> asked;
    std::set<std::string> names;
    for (const auto& edition : editions)
        for (const auto& question : edition.definition.questions)
            for (auto& table : counted_of(question)) {
                if (!names.insert(table.name).second) continue;
                Asked one{.question = question, .part = table.part, .name = table.name};
                one.is_earlier = &edition != &editions.front();
                for (auto& value : table.values) one.lines.push_back({std::move(value), {}});
                asked.push_back(std::move(one));
            }
    return asked;
}

std::vector<std::string> values_of_split(const std::vector<Edition>& editions, std::string_view split) {
    std::vector<std::string> values;
    for (const auto& edition : editions)
        for (const auto& question : edition.definition.questions)
            if (!split.empty() && question.split == split)
                for (const auto& option : question.options) base::add_once(values, option.key);
    if (!values.empty()) values.emplace_back(not_answered);
    return values;
}

std::vector<std::string> parts_of_key(std::string_view key) {
    std::vector<std::string> parts(1);
    for (const char letter : key)
        if (letter == '|')
            parts.emplace_back();
        else
            parts.back() += letter;
    return parts;
}

}  // namespace

const Asked* Results::find(std::string_view name) const {
    return base::find_in(asked, name, &Asked::name);
}

std::int64_t Tally::of(const std::string& table, const std::string& value, const std::string& split_value) const {
    const auto row = counts.find({table, value});
    if (row == counts.end()) return 0;
    const auto cell = row->second.find(split_value);
    return cell == row->second.end() ? 0 : cell->second;
}

ResultsByRound decide(std::vector<Asked> asked, std::vector<RoundTally> rounds, const std::string& split,
                      const std::vector<std::string>& split_values) {
    ResultsByRound by_round;
    std::int64_t answered = 0;
    for (const auto& one : rounds) answered += one.whole.of("", "", "");
    by_round.rounds[""].answered = answered;
    if (answered < fewest) return by_round;
    const bool leaves_out = leave_out_small(rounds, by_round);
    put_steps_together(asked, rounds);
    DecidingRounds whole(rounds, {});
    for (const auto& one : asked) whole.add(one);
    whole.decide();
    std::optional<DecidingRounds> parts;
    if (!split.empty() && !split_values.empty()) {
        for (auto& one : rounds) add_who_was_not_asked(one, split_values);
        parts.emplace(rounds, split_values);
        for (const auto& one : asked) parts->add(one);
        take_over(*parts, whole, asked, split);
        hide_as_its_question(*parts, whole, asked, split, split_values);
        parts->decide();
    }
    const auto tell = [&](const std::string& name, std::size_t round) {
        auto& results = by_round.rounds[name];
        const auto all = whole.figure(0, 0, round, whole.whole());
        if (all.is_hidden || all.count < fewest) return;
        results = {};
        results.is_too_few = false;
        results.leaves_out_rounds = name.empty() && leaves_out;
        results.answered = all.count;
        results.in_splits = {all};
        results.asked = asked;
        for (std::size_t at = 0; at < asked.size(); ++at) fill(results.asked[at], whole, at + 1, {round, whole.whole()});
        if (!parts) return;
        results.split = split;
        results.split_values = split_values;
        fill_split(results, *parts, whole, round);
    };
    for (std::size_t round = 0; round < rounds.size(); ++round) tell(rounds[round].round, round);
    tell("", whole.all_rounds());
    return by_round;
}

std::string results_key(std::string_view municipality, std::string_view survey, std::string_view round,
                        std::string_view split) {
    return std::string(municipality) + "|" + std::string(survey) + "|" + std::string(round) + "|" + std::string(split);
}

std::shared_ptr<const Results> KeptResults::of(std::string_view key) const {
    static const auto nothing = std::make_shared<const Results>();
    const auto parts = parts_of_key(key);
    if (parts.size() != 4) return nothing;
    const auto all = by_round.of(parts[0] + "|" + parts[1] + "|" + parts[3]);
    const auto found = all->rounds.find(parts[2]);
    return found == all->rounds.end() ? nothing : std::shared_ptr<const Results>(all, &found->second);
}

ResultsByRound results_for(const Surveys::Implementation& self, std::string_view key) {
    const auto parts = parts_of_key(key);
    if (parts.size() != 3) return {};
    const auto& municipality = parts[0];
    const auto& survey = parts[1];
    const auto& split = parts[2];
    std::vector<Edition> editions;
    std::map<std::string, RoundTally> tallies;
    self.database.read([&](db::Connection& connection) {
        editions = all_editions(connection, municipality, survey);
        tallies.clear();
        for (const auto row : connection.query(sql::counts_of_survey, municipality, survey, split)) {
            auto& of_round = tallies[row.text("round")];
            auto& tally = row.text("split").empty() ? of_round.whole : of_round.parts;
            tally.counts[{row.text("question"), row.text("value")}][row.text("split_value")] = row.integer("number");
        }
    });
    std::vector<RoundTally> rounds;
    for (auto& [round, tally] : tallies) {
        rounds.push_back(std::move(tally));
        rounds.back().round = round;
    }
    return decide(asked_in(editions), rounds, split, values_of_split(editions, split));
}

std::optional<Interval> wilson(std::int64_t part, std::int64_t of) {
    if (of <= 0) return std::nullopt;
    const auto n = static_cast<double>(of), share = static_cast<double>(part) / n;
    const double square = normal_quantile * normal_quantile;
    const double middle = (share + square / (2 * n)) / (1 + square / n);
    const double half = normal_quantile / (1 + square / n) * std::sqrt(share * (1 - share) / n + square / (4 * n * n));
    return Interval{std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace digilots::surveys
