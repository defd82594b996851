#include "surveys/counting.h"

#include <algorithm>

#include "platform/base/lists.h"
#include "surveys/checking.h"

namespace digilots::surveys {

namespace {

const std::vector<std::string>* given_to(const Question& question, const Answers& answers) {
    const auto found = answers.find(question.key);
    return found == answers.end() || found->second.empty() ? nullptr : &found->second;
}

std::vector<std::string> keys_in(const std::vector<Option>& options) {
    std::vector<std::string> keys;
    for (const auto& option : options) keys.push_back(option.key);
    return keys;
}

/// "l1=c2" → "c2" for line l1; "" where the line is not answered.
std::string chosen_in_line(const std::vector<std::string>& given, const std::string& line) {
    for (const auto& one : given)
        if (one.starts_with(line + "=")) return one.substr(line.size() + 1);
    return not_answered;
}

std::string value_in(const Question& question, const std::string& part, const std::vector<std::string>* given) {
    if (!given) return not_answered;
    switch (question.kind) {
        case Kind::several: return base::holds(*given, part) ? chosen : not_chosen;
        case Kind::matrix: return chosen_in_line(*given, part);
        case Kind::text: return chosen;
        case Kind::number: return "b" + std::to_string(band_of(question, number_in(given->front()).value_or(question.least)));
        default: return given->front();
    }
}

}  // namespace

std::string variable_of(const Question& question, const std::string& part, bool is_earlier) {
    const auto name = part.empty() ? question.key : question.key + "_" + part;
    return is_earlier ? name + "_since_" + std::to_string(question.since) : name;
}

std::vector<Counted> counted_of(const Question& question) {
    std::vector<Counted> tables;
    std::vector<std::string> values = keys_in(question.options);
    switch (question.kind) {
        case Kind::several:
            for (const auto& option : question.options)
                tables.push_back({question.counted_as(":" + option.key), option.key, {chosen, not_chosen}});
            return tables;
        case Kind::matrix:
            for (const auto& line : question.lines)
                tables.push_back({question.counted_as("." + line.key), line.key, values});
            return tables;
        case Kind::scale: values = values_of(question); break;
        case Kind::number:
            values.clear();
            for (int band = 0; band < bands_of(question); ++band) values.push_back("b" + std::to_string(band));
            break;
        case Kind::text: values = {chosen}; break;
        default: break;
    }
    return {{question.counted_as(), "", values}};
}

std::vector<std::pair<std::string, std::string>> counts_of(const Definition& definition, const Answers& answers) {
    std::vector<std::pair<std::string, std::string>> counts;
    for (const auto& question : definition.questions) {
        const bool is_asked = is_shown(definition, question, answers);
        const auto* given = given_to(question, answers);
        for (const auto& table : counted_of(question))
            counts.emplace_back(table.name, is_asked ? value_in(question, table.part, given) : not_asked);
    }
    return counts;
}

std::vector<std::pair<std::string, std::string>> splits_of(const Definition& definition, const Answers& answers) {
    std::vector<std::pair<std::string, std::string>> splits;
    for (const auto& question : definition.questions) {
        if (question.split.empty() || question.kind != Kind::choice) continue;
        const auto* given = given_to(question, answers);
        splits.emplace_back(question.split, given ? given->front() : not_answered);
    }
    return splits;
}

std::vector<std::pair<std::string, std::int64_t>> numbers_of(const Definition& definition, const Answers& answers) {
    std::vector<std::pair<std::string, std::int64_t>> numbers;
    for (const auto& question : definition.questions) {
        const auto* given = given_to(question, answers);
        if (!given) continue;
        if (question.kind == Kind::scale || question.kind == Kind::number) {
            if (const auto number = number_in(given->front())) numbers.emplace_back(question.counted_as(), *number);
        } else if (question.kind == Kind::matrix) {
            const auto keys = keys_in(question.options);
            for (const auto& line : question.lines) {
                const auto at = std::ranges::find(keys, chosen_in_line(*given, line.key));
                if (at != keys.end()) numbers.emplace_back(question.counted_as("." + line.key), at - keys.begin() + 1);
            }
        }
    }
    return numbers;
}

}  // namespace digilots::surveys
