#pragma once
// Figures as CSV: kpi, municipality, period, gender, value and maybe status, in any order of columns.
#include <string>
#include <string_view>

#include "indicators/figures/source.h"

namespace digilots::indicators {

/// A row that cannot be used is refused, and so are rows with two values for one cell; where the last row is cut off, or most
/// rows cannot be used, the whole file is (SourceError). `source` gives the country.
Delivery read_figures_csv(const std::string& file, std::string_view content, const Source& source);

}  // namespace digilots::indicators
