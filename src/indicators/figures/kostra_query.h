#pragma once
// A question to PxWeb: which values of each variable. Made so that no answer is too large, and split where one still is.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::indicators {

struct PxVariable {
    std::string code;
    std::vector<std::string> values;
};
using PxQuery = std::vector<PxVariable>;

/// From a table's own description. SourceError where it is none.
std::vector<PxVariable> read_variables(const std::string& text, const std::string& where);
bool is_contents(const PxVariable& variable);

/// The newest 15 years of today's municipalities, of some contents. Together they ask for everything once.
std::vector<PxQuery> queries_of(const std::vector<PxVariable>& variables, const std::vector<std::string>& contents);
/// Two halves that together ask for the same; none where it cannot be made smaller.
std::vector<PxQuery> split(const PxQuery& query);
/// As PxWeb takes it, with JSON-stat 2.0 as the answer's shape.
std::string text_of(const PxQuery& query);

}  // namespace digilots::indicators
