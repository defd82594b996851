#pragma once
// The product's own proposal of which way is good: data/indicators/directions.csv.
#include <string>
#include <string_view>

#include "indicators/indicators.h"

namespace digilots::indicators {

struct ShippedDirection {
    Direction direction = Direction::neither;
    std::string reason_sv, reason_nb, reason_en, decided_by;

    const std::string& reason(const i18n::Translator& translator) const;
};

/// nullptr where the table says nothing.
const ShippedDirection* shipped_direction(std::string_view indicator);

}  // namespace digilots::indicators
