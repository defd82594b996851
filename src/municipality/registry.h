#pragma once
// The facts in data/municipalities.csv and data/settlements.csv, read once.
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "municipality/municipality.h"

namespace digilots::municipality {

const std::vector<Municipality>& registry();
const Municipality* find_in_registry(std::string_view id_or_slug);
std::optional<std::pair<double, double>> find_settlement(std::string_view municipality_id,
                                                         std::string_view name);
std::vector<Settlement> settlements_of(std::string_view municipality_id);

}  // namespace digilots::municipality
