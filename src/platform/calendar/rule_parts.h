#pragma once
// The parts of a recurrence rule, looked at before a library expands it.
#include <string>
#include <string_view>

namespace digilots::calendar {

/// "" where every part is known, stands once and is bounded; else what is wrong, in English.
std::string problem_of_rule(std::string_view rule);
/// What stands in a message: the first 60 characters, without what a terminal would obey.
std::string quoted(std::string_view text);

}  // namespace digilots::calendar
