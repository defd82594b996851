#pragma once
// Which questions are asked of whom. No SQL, no HTTP.
#include <map>
#include <string>
#include <vector>

#include "surveys/questions.h"

namespace digilots::surveys {

/// By question: keys of options, one number, one text; of a matrix "l1=c2" for each line.
using Answers = std::map<std::string, std::vector<std::string>>;

/// Why the conditions of a survey cannot be: `question` is the one that asks wrongly.
struct LogicFault {
    enum class What { unknown_question, unknown_value, loops, asks_a_later_one };
    What what;
    std::string question;
    bool operator==(const LogicFault&) const = default;
};
/// Nothing where every question can be decided by those before it.
std::optional<LogicFault> fault_of_logic(const Definition& definition);

/// Whether it is asked of who has answered so. One that asks of what was not asked itself is not asked.
bool is_shown(const Definition& definition, const Question& question, const Answers& answers);
/// Its own and its condition's questions from the first on: the ones that are asked.
std::vector<const Question*> shown_questions(const Definition& definition, const Answers& answers);

/// What can be chosen in a condition on this question.
std::vector<std::string> values_of(const Question& question);

}  // namespace digilots::surveys
