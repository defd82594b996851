#include "surveys/logic.h"

#include <algorithm>
#include <set>

namespace digilots::surveys {

namespace {

/// Whether one comes back to where one began by going from each question to the one it asks of.
bool comes_round(const Definition& definition, const Question& first) {
    std::set<std::string> seen;
    for (const auto* at = &first; at && at->shown_if; at = definition.find(at->shown_if->question))
        if (!seen.insert(at->key).second) return true;
    return false;
}

}  // namespace

std::vector<std::string> values_of(const Question& question) {
    std::vector<std::string> values;
    if (question.kind == Kind::choice || question.kind == Kind::several)
        for (const auto& option : question.options) values.push_back(option.key);
    if (question.kind == Kind::scale)
        for (auto value = question.least; value <= question.most; ++value) values.push_back(std::to_string(value));
    return values;
}

std::optional<LogicFault> fault_of_logic(const Definition& definition) {
    using What = LogicFault::What;
    std::set<std::string> before;
    for (const auto& question : definition.questions) {
        if (question.shown_if) {
            const auto* asked = definition.find(question.shown_if->question);
            if (!asked) return LogicFault{What::unknown_question, question.key};
            if (comes_round(definition, question)) return LogicFault{What::loops, question.key};
            if (!before.contains(asked->key)) return LogicFault{What::asks_a_later_one, question.key};
            const auto values = values_of(*asked);
            if (std::ranges::find(values, question.shown_if->value) == values.end())
                return LogicFault{What::unknown_value, question.key};
        }
        before.insert(question.key);
    }
    return std::nullopt;
}

bool is_shown(const Definition& definition, const Question& question, const Answers& answers) {
    const auto* at = &question;
    for (std::size_t steps = 0; at->shown_if; ++steps) {
        const auto* asked = definition.find(at->shown_if->question);
        if (!asked || steps > definition.questions.size()) return false;
        const auto given = answers.find(asked->key);
        if (given == answers.end() || std::ranges::find(given->second, at->shown_if->value) == given->second.end()) return false;
        at = asked;
    }
    return true;
}

std::vector<const Question*> shown_questions(const Definition& definition, const Answers& answers) {
    std::vector<const Question*> shown;
    for (const auto& question : definition.questions)
        if (is_shown(definition, question, answers)) shown.push_back(&question);
    return shown;
}

}  // namespace digilots::surveys
