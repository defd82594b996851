// Before, after, later: answers whose codes match, and how they changed. What does not match stays alone.
#include <algorithm>
#include <map>

#include "platform/base/text.h"
#include "surveys/checking.h"
#include "surveys/counting.h"
#include "surveys/implementation.h"
#include "surveys/spooled.h"
#include "surveys/sql.h"

namespace digilots::surveys {

namespace {

constexpr char between_wordings = '>';

using Numbers = std::map<std::string, std::int64_t>;
/// By pseudonym; two answers of one round with the same are nobody's.
using OfRound = std::map<std::string, std::optional<Numbers>>;

struct Paired {
    std::map<std::string, OfRound> rounds = {};
    /// By table name: in which numbers can be compared, however they were asked for.
    std::map<std::string, std::string> scales = {};
};

/// The question with what its numbers mean: its steps, or the answers of a matrix in their order.
std::string scale_of(const Question& question, const std::string& part) {
    auto scale = question.key + "." + part + "|" + std::string(word_of(question.kind));
    if (question.kind != Kind::matrix)
        return scale + "|" + std::to_string(question.least) + "|" + std::to_string(question.most);
    for (const auto& option : question.options) scale += "|" + option.key;
    return scale;
}

Paired paired_rounds(db::Connection& connection, std::string_view municipality, const Survey& survey) {
    Paired paired;
    std::map<int, Definition> definitions;
    for (auto& edition : all_editions(connection, municipality, survey.id)) {
        for (const auto& question : edition.definition.questions)
            for (const auto& table : counted_of(question)) paired.scales[table.name] = scale_of(question, table.part);
        definitions[edition.number] = std::move(edition.definition);
    }
    for (const auto row : connection.query(sql::paired_answers, municipality, survey.id)) {
        const auto stored = spooled_of(row.text("content"));
        const auto definition = stored ? definitions.find(stored->edition) : definitions.end();
        if (definition == definitions.end()) continue;
        Numbers numbers;
        for (auto& [name, number] : numbers_of(definition->second, answers_of(stored->answers))) numbers[name] = number;
        auto [place, is_first] = paired.rounds[row.text("round")].emplace(row.text("pair"), std::move(numbers));
        if (!is_first) place->second.reset();
    }
    return paired;
}

/// What the same question was answered with afterwards: in the same words, or in others.
Numbers::const_iterator answered_later(const Paired& paired, const Numbers& later, const std::string& name) {
    const auto same = later.find(name);
    const auto scale = paired.scales.find(name);
    if (same != later.end() || scale == paired.scales.end()) return same;
    return std::ranges::find_if(later, [&](const auto& one) {
        const auto found = paired.scales.find(one.first);
        return found != paired.scales.end() && found->second == scale->second;
    });
}

std::map<std::string, ChangeRow> changes_between(const Paired& paired, const OfRound& before, const OfRound& after) {
    std::map<std::string, ChangeRow> changes;
    for (const auto& [pair, first] : before) {
        const auto found = after.find(pair);
        if (!first || found == after.end() || !found->second) continue;
        ++changes[""].number;
        for (const auto& [name, number] : *first) {
            const auto later = answered_later(paired, *found->second, name);
            if (later == found->second->end()) continue;
            auto& row = changes[name == later->first ? name : name_of_change(name, later->first)];
            ++row.number;
            row.sum_before += number;
            row.sum_after += later->second;
            ++(later->second > number ? row.higher : later->second < number ? row.lower : row.same);
        }
    }
    return changes;
}

std::string tidy_letter(const std::string& typed) {
    const auto folded = base::fold(base::clean(typed));
    return base::cut(folded, 1);
}

}  // namespace

std::string tidy_facts(const std::vector<std::string>& facts) {
    // Two letters, a day of a month, a number: people write "07" or "7", and whole names instead of letters.
    if (facts.size() != 4) return "";
    const auto first = tidy_letter(facts[0]), second = tidy_letter(facts[1]);
    const auto day = number_in(facts[2]), number = number_in(facts[3]);
    if (first.empty() || second.empty() || !day || *day < 1 || *day > 31 || !number || *number < 0 || *number > 30) return "";
    return first + "|" + second + "|" + std::to_string(*day) + "|" + std::to_string(*number);
}

std::string name_of_change(std::string_view before, std::string_view later) {
    return std::string(before) + between_wordings + std::string(later);
}

std::string later_wording(std::string_view name) {
    const auto sign = name.find(between_wordings);
    return std::string(sign == std::string_view::npos ? name : name.substr(sign + 1));
}

std::vector<ChangeRow> told_change(db::Connection& connection, std::string_view municipality, std::string_view survey) {
    std::vector<ChangeRow> told;
    for (const auto row : connection.query(sql::list_change, municipality, survey))
        told.push_back({.from_round = row.text("from_round"),
                        .to_round = row.text("to_round"),
                        .question = row.text("question"),
                        .number = row.integer("number"),
                        .higher = row.integer("higher"),
                        .same = row.integer("same"),
                        .lower = row.integer("lower"),
                        .sum_before = row.integer("sum_before"),
                        .sum_after = row.integer("sum_after")});
    return told;
}

void tell_change(db::Connection& connection, std::string_view municipality, const Survey& survey) {
    const auto paired = paired_rounds(connection, municipality, survey);
    const auto& rounds = paired.rounds;
    std::map<std::string, std::int64_t> told;
    for (const auto& row : told_change(connection, municipality, survey.id))
        told[row.from_round + "|" + row.to_round + "|" + row.question] = row.number;
    for (std::size_t first = 0; first < survey.rounds.size(); ++first)
        for (std::size_t later = first + 1; later < survey.rounds.size(); ++later) {
            const auto &from = survey.rounds[first].id, &to = survey.rounds[later].id;
            const auto before = rounds.find(from), after = rounds.find(to);
            if (before == rounds.end() || after == rounds.end()) continue;
            for (const auto& [question, row] : changes_between(paired, before->second, after->second)) {
                // In steps alone: who remembers what was told before learns nothing of few.
                if (row.number - told[from + "|" + to + "|" + question] < fewest) continue;
                connection.execute(sql::put_change, municipality, survey.id, from, to, question, row.number, row.higher,
                                   row.same, row.lower, row.sum_before, row.sum_after);
            }
        }
}

}  // namespace digilots::surveys
