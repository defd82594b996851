#pragma once
// What is counted of answers: everybody once in each table, also who did not answer and who was not asked. No SQL.
#include <string>
#include <utility>
#include <vector>

#include "surveys/logic.h"

namespace digilots::surveys {

inline constexpr const char *not_answered = "", *not_asked = "~", *chosen = "1", *not_chosen = "0";

/// A table of a question: all of it, a line of a matrix, one of several that can be chosen.
struct Counted {
    std::string name;                       // "q1@1", "q3.l2@1", "q2:c1@1"
    std::string part;                       // "l2", "c1"; "" all of it
    std::vector<std::string> values;        // without not_answered and not_asked
};
std::vector<Counted> counted_of(const Question& question);
/// "q3_l2": as programs for statistics take names; what was asked otherwise in an earlier edition says since which.
std::string variable_of(const Question& question, const std::string& part, bool is_earlier = false);

/// Table and value, one for each table of each question.
std::vector<std::pair<std::string, std::string>> counts_of(const Definition& definition, const Answers& answers);
/// By what results can be split, and where this answer stands: {"gender", "women"}.
std::vector<std::pair<std::string, std::string>> splits_of(const Definition& definition, const Answers& answers);

/// A question's answer as a number, for change: a scale's step, a number, the place of what is chosen in a matrix's line. By
/// table name.
std::vector<std::pair<std::string, std::int64_t>> numbers_of(const Definition& definition, const Answers& answers);

}  // namespace digilots::surveys
