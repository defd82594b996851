#pragma once
// Which sessions a step of an activity was about, as its trail keeps them.
#include <string>
#include <vector>

#include "activities/implementation.h"

namespace digilots::activities {

/// "session:0192…,session:0193…,more:7": the first of them, and how many more there were. Never values, as the trail demands.
std::string named_in_history(const std::vector<std::string>& sessions);
/// So many are changed by one step at most.
inline constexpr std::int64_t most_sessions_at_once = 100'000;

}  // namespace digilots::activities
