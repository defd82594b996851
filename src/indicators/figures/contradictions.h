#pragma once
// Two rows of one file that say something else of the same figure.
#include <string>

#include "indicators/figures/source.h"

namespace digilots::indicators {

/// Where rows disagree about a figure, none of them is taken and each is refused; equal ones count once. `before_row` stands
/// before a row's number in what is told: "values.csv:".
void refuse_contradictions(Delivery& delivery, const std::string& before_row);

}  // namespace digilots::indicators
