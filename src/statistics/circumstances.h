#pragma once
// What was so on some days that figures are of: said in words, marked at the parts of time it was in.
#include <string>
#include <string_view>
#include <vector>

#include "platform/periods/period.h"

namespace digilots::statistics {

struct Circumstance {
    std::string sentence;               // "Campaign: Go online week, 12–18 October 2026"
    periods::Period days;
    bool is_effort = false;             // something was done to change how many ask: what came before and after belongs to it
};
using Circumstances = std::vector<Circumstance>;

/// The numbers (from 1) of those that were so in this part of time: " (1, 3)". "" of none, and of what is no period.
std::string marks_at(const Circumstances& all, std::string_view dimension, std::string_view key);

}  // namespace digilots::statistics
