#pragma once
// A sheet of paper as it is typed in: the numbers that stand on it. No SQL.
#include <map>
#include <string>

#include "surveys/checking.h"

namespace digilots::surveys {

/// "2", "1,3", "37"; of a matrix one number for each line, "1 2 0 3": 0 is not answered. By question.
using TypedSheet = std::map<std::string, std::string, std::less<>>;
CheckedAnswers read_sheet(const Definition& definition, const TypedSheet& typed);

/// What can be typed: "1 Yes, 2 No".
std::string key_to(const Question& question, std::string_view language, std::string_view first);

}  // namespace digilots::surveys
