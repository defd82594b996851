#pragma once
// What is wrong with answers, question by question. No SQL, no HTTP.
#include <string>
#include <utility>
#include <vector>

#include "platform/i18n/translator.h"
#include "surveys/logic.h"

namespace digilots::surveys {

/// Of a question ("q3"), or of a line of a matrix ("q3.l2").
using Faults = std::vector<std::pair<std::string, i18n::Text>>;

/// The answers as they may be kept: tidied, without those to questions that are not asked.
struct CheckedAnswers {
    Answers answers;
    Faults faults;
};
CheckedAnswers check(const Definition& definition, const Answers& given);
/// The same of one question, whether it is asked or not.
CheckedAnswers check_one(const Question& question, const Answers& given);

/// A whole number as people write it, in European or Arabic figures; nothing for anything else.
std::optional<std::int64_t> number_in(std::string_view text);

/// As it is kept: {"q1":["c1"], …}.
std::string to_text(const Answers& answers);
Answers answers_of(std::string_view json);

}  // namespace digilots::surveys
