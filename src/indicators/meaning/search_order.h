#pragma once
// Which of the indicators that match come first.
#include <string_view>
#include <vector>

#include "indicators/indicators.h"

namespace digilots::indicators {

/// A word in the title before one in the definition, what is still updated before what is not, municipalities'
/// before regions'; else as they came.
std::vector<Indicator> in_order(std::vector<Indicator> found, std::string_view words);

}  // namespace digilots::indicators
