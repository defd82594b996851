#pragma once
// All years of what a target is measured by.
#include "platform/html/figures.h"
#include "progress/requested_wheel.h"

namespace digilots::progress {

/// A small chart for each of the target's indicators.
html::components::SmallMultiples target_history(const RequestedWheel& requested, const WheelTarget& target,
                                                const indicators::Indicators& indicators, const html::Page& page);

}  // namespace digilots::progress
