#pragma once
// The choice of a year above a wheel or a target: a step back, all years, a step forward.
#include "progress/requested_wheel.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

/// `path`: the page whose year is chosen.
YearChoice year_choice_of(const RequestedWheel& requested, const std::string& path, const html::Page& page);

}  // namespace digilots::progress
