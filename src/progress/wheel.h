#pragma once
// A wheel worked out: from choices and figures.
#include <string_view>
#include <vector>

#include "progress/progress.h"

namespace digilots::progress {

/// Every target that has an indicator with figures for this municipality's country.
Choices proposal(const indicators::Indicators& indicators, std::string_view municipality);
/// The proposed indicators where a target names none of its own.
void fill_in_proposed(Choices& choices, const indicators::Indicators& indicators,
                      std::string_view municipality);

enum class Depth { all_indicators, leading_only };
Wheel work_out(const indicators::Indicators& indicators, std::string_view municipality,
               const Choices& choices, int year, const indicators::Group& group, Depth depth);
/// Years in which at least one of the leading indicators has figures, ascending.
std::vector<int> years_of(const indicators::Indicators& indicators, const Choices& choices);

}  // namespace digilots::progress
