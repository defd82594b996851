#include "surveys/results.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "platform/base/lists.h"
#include "platform/suppression/release.h"
#include "surveys/counting.h"
#include "surveys/sql.h"

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

/// Tables over one dimension of groups; without a split one group, all.
class Deciding {
public:
    Deciding(const Tally& tally, std::vector<std::string> groups, bool is_split)
        : tally_(tally), groups_(std::move(groups)), is_split_(is_split) {
        suppression::Dimension by{"group", static_cast<int>(groups_.size()), {}};
        if (is_split_) {
            by.sums.emplace_back();
            for (int leaf = 0; leaf < by.leaves; ++leaf) by.sums.front().push_back(leaf);
        }
        release_.thresholds.assign(static_cast<std::size_t>(by.nodes()), threshold);
        release_.shared = {std::move(by)};
        suppression::Table all{"all", {}, {}, {}};
        for (const auto& group : groups_) all.counts.push_back(tally_.of("", "", group));
        all.states.assign(static_cast<std::size_t>(nodes()), State::undecided);
        if (is_split_) all.states.back() = State::published;
        release_.tables.push_back(std::move(all));
    }

    void add(const Asked& asked) {
        const auto leaves = leaves_of(asked);
        suppression::Dimension own{"value", static_cast<int>(leaves.size()), {{}}};
        for (int leaf = 0; leaf < own.leaves; ++leaf) own.sums.front().push_back(leaf);
        const auto own_nodes = static_cast<std::size_t>(own.nodes());
        suppression::Table table{asked.name, {std::move(own)}, {}, {}};
        for (const auto& group : groups_) {
            std::int64_t counted = 0;
            for (std::size_t at = 0; at + 1 < leaves.size(); ++at) {
                table.counts.push_back(tally_.of(asked.name, leaves[at], group));
                counted += table.counts.back();
            }
            // Who answered an edition without the question was not asked it.
            table.counts.push_back(tally_.of("", "", group) - counted);
        }
        table.states.assign(static_cast<std::size_t>(nodes()) * own_nodes, State::undecided);
        if (is_split_)
            std::fill(table.states.end() - static_cast<std::ptrdiff_t>(own_nodes), table.states.end(), State::published);
        release_.tables.push_back(std::move(table));
    }

    void decide() {
        suppression::decide(release_);
        for (const auto& table : release_.tables) counts_.push_back(suppression::count_nodes(release_, table));
    }

    /// Of a table's leaf ("which" counts from 0) in a group; the whole is the last group where there is a split.
    Figure figure(std::size_t table, std::size_t which, std::size_t group) const {
        const auto& one = release_.tables[table];
        const auto own_nodes = one.own.empty() ? 1 : static_cast<std::size_t>(one.own.front().nodes());
        const auto cell = group * own_nodes + which;
        if (one.states[cell] != State::published) return {.is_hidden = true};
        return {.is_hidden = false, .count = counts_[table][cell]};
    }
    std::size_t whole() const { return static_cast<std::size_t>(nodes()) - 1; }

private:
    int nodes() const { return release_.shared.front().nodes(); }

    const Tally& tally_;
    const std::vector<std::string> groups_;
    const bool is_split_;
    suppression::Release release_;
    std::vector<std::vector<std::int64_t>> counts_;
};

/// How many answered the question: everybody but the two that did not. Told where each of its values is, or it is so itself.
Figure answered_of(const Deciding& deciding, const Asked& asked, std::size_t table, std::size_t group) {
    Figure sum;
    for (std::size_t at = 0; at < asked.lines.size(); ++at) {
        const auto figure = deciding.figure(table, at, group);
        if (figure.is_hidden) {
            const auto all = deciding.figure(0, 0, group);
            const auto silent = deciding.figure(table, asked.lines.size(), group);
            const auto spared = deciding.figure(table, asked.lines.size() + 1, group);
            if (all.is_hidden || silent.is_hidden || spared.is_hidden) return {.is_hidden = true};
            return {.is_hidden = false, .count = all.count - silent.count - spared.count};
        }
        sum.count += figure.count;
    }
    return sum;
}

void fill(std::vector<Asked>& asked, const Deciding& deciding, std::size_t group) {
    for (std::size_t at = 0; at < asked.size(); ++at) {
        for (std::size_t line = 0; line < asked[at].lines.size(); ++line)
            asked[at].lines[line].figures.push_back(deciding.figure(at + 1, line, group));
        asked[at].answered.push_back(answered_of(deciding, asked[at], at + 1, group));
    }
}

/// The groups of what can be split, beside the whole.
void split_further(Results& results, const Tally& parts) {
    std::vector<std::size_t> which;
    std::vector<Asked> split;
    for (std::size_t at = 0; at < results.asked.size(); ++at) {
        auto& one = results.asked[at];
        const bool has_hidden =
            std::ranges::any_of(one.lines, [](const Asked::Line& line) { return line.figures[0].is_hidden; });
        one.can_be_split = !has_hidden && !one.answered.front().is_hidden && one.question.split != results.split;
        if (!one.can_be_split) continue;
        which.push_back(at);
        split.push_back(one);
    }
    Deciding deciding(parts, results.split_values, true);
    for (const auto& one : split) deciding.add(one);
    deciding.decide();
    for (std::size_t group = 0; group < results.split_values.size(); ++group) {
        results.in_splits.push_back(deciding.figure(0, 0, group));
        fill(split, deciding, group);
    }
    for (std::size_t at = 0; at < which.size(); ++at) results.asked[which[at]] = std::move(split[at]);
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

Results decide(const std::vector<Asked>& asked, const Tally& whole, const Tally& parts, const std::string& split,
               const std::vector<std::string>& split_values) {
    Results results;
    results.answered = whole.of("", "", "");
    if (results.answered < fewest) return results;
    results.is_too_few = false;
    results.asked = asked;
    results.in_splits = {{.is_hidden = false, .count = results.answered}};
    Deciding deciding(whole, {""}, false);
    for (const auto& one : results.asked) deciding.add(one);
    deciding.decide();
    fill(results.asked, deciding, deciding.whole());
    if (split.empty() || split_values.empty()) return results;
    results.split = split;
    results.split_values = split_values;
    split_further(results, parts);
    return results;
}

std::string results_key(std::string_view municipality, std::string_view survey, std::string_view round,
                        std::string_view split) {
    return std::string(municipality) + "|" + std::string(survey) + "|" + std::string(round) + "|" + std::string(split);
}

Results results_for(const Surveys::Implementation& self, std::string_view key) {
    const auto parts = parts_of_key(key);
    if (parts.size() != 4) return {};
    const auto& municipality = parts[0];
    const auto& survey = parts[1];
    const auto& split = parts[3];
    std::vector<Edition> editions;
    Tally whole, by_group;
    self.database.read([&](db::Connection& connection) {
        editions = all_editions(connection, municipality, survey);
        whole = by_group = {};
        for (const auto row : connection.query(sql::counts_of_survey, municipality, survey, parts[2], split)) {
            const std::pair cell{row.text("question"), row.text("value")};
            auto& tally = row.text("split").empty() ? whole : by_group;
            tally.counts[cell][row.text("split_value")] = row.integer("number");
        }
    });
    return decide(asked_in(editions), whole, by_group, split, values_of_split(editions, split));
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
