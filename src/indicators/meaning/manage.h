#pragma once
// What staff change: directions and the municipality's own indicators.
#include <optional>
#include <vector>

#include "indicators/meaning/manage_view.h"
#include "indicators/meaning/pages.h"

namespace digilots::indicators {

std::vector<html::components::Option> direction_options(std::optional<Direction> chosen, const html::Page& page);

}  // namespace digilots::indicators
