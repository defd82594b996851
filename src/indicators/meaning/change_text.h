#pragma once
// What moved since the year before, and the gap between women and men, in words.
#include <string>

#include "indicators/meaning/standing_words.h"

namespace digilots::indicators {

/// "Up 2.1 percentage points since 2021, for the better." "" where there is no year before.
std::string change_text(const Standing& standing, const Indicator& indicator, const html::Page& page);
/// "The colour went from yellow in 2021 to green." "" where it did not change.
std::string colour_change_text(const Standing& standing, const html::Page& page);
/// "Women stand 4.2 percentage points higher than men." "" where one is unknown.
std::string gap_text(const Standing& standing, const Indicator& indicator, const html::Page& page);
/// "The figure is 4 years old." "" for this year's and last year's.
std::string age_text(int year, int this_year, const html::Page& page);

}  // namespace digilots::indicators
