#pragma once
// What the demo's municipalities want to reach: what is known of real ones, and what is made up for made-up ones.
#include "progress/progress.h"

namespace digilots::progress {

/// Own goals and chosen targets of real ones that have chosen nothing (data/indicators).
void load_demo_choices(Progress& progress, const municipality::Municipalities& municipalities);
/// The same, and of made-up ones goals, targets with why, a closed evaluation and one that is open (data/demo).
void load_demo(Progress& progress, const municipality::Municipalities& municipalities, const Demo& demo);

}  // namespace digilots::progress
