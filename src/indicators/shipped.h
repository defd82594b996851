#pragma once
// The product's own tables: data/indicators/{kpis,directions,figures}.csv.
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/column.h"
#include "indicators/indicators.h"

namespace digilots::indicators {

struct ShippedDirection {
    Direction direction = Direction::neither;
    std::string reason_sv, reason_en, decided_by;
};

/// By id.
const std::vector<Indicator>& shipped_indicators();
const Indicator* find_shipped(std::string_view id);
/// nullptr where the table says nothing.
const ShippedDirection* shipped_direction(std::string_view indicator);

/// Each column of figures.csv once: all of an indicator and gender, a year at a time.
using TakeColumn = std::function<void(const std::string& indicator, int year, Gender gender, const Column& column)>;
void read_shipped_figures(const TakeColumn& take);

}  // namespace digilots::indicators
