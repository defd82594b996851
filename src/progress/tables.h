#pragma once
// The tables that the program ships with: goals, targets, proposed indicators, the demo's choices
// (data/indicators).
#include <string>
#include <string_view>
#include <vector>

#include "progress/progress.h"

namespace digilots::progress {

struct ProposedIndicator {
    std::string indicator, target;
    bool leading = false;
    std::string reason_sv, reason_nb, reason_en;
};

/// In the order of the table.
const std::vector<ProposedIndicator>& proposed_indicators();
/// Of one target, those of the municipality's country, the leading one first; none for one with a key, which has no
/// official figures.
const std::vector<std::string>& proposed_for(std::string_view target, std::string_view municipality);

struct DemoTarget {
    std::string municipality, target, why;
};
std::vector<DemoTarget> demo_targets();
struct DemoGoal {
    std::string municipality;
    OwnGoal goal;
};
std::vector<DemoGoal> demo_goals();

}  // namespace digilots::progress
