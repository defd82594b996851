#pragma once
// JSON-stat 2.0, the shape in which PxWeb (Statistics Norway and others) answers: a cube of numbers over dimensions.
#include <string>
#include <string_view>

#include "indicators/figures/source.h"

namespace digilots::indicators {

/// Adds a cube's indicators and figures. The dimensions are found by their roles and by the names that Statistics Norway
/// uses; each combination of contents and any further dimension is an indicator, "kostra:12272:KOSandel0000". Places that
/// are no municipality of today are left out. SourceError where the text is no such cube.
void read_json_stat(std::string_view text, const std::string& where, const std::string& table, Delivery& delivery);

}  // namespace digilots::indicators
