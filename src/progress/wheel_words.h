#pragma once
// A standing in words, the same on every page of the wheel.
#include <string>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "progress/progress.h"

namespace digilots::progress {

html::components::MarkColour mark_colour(indicators::Colour colour);
/// "Green, among the best quarter"; grey says why.
html::components::Mark mark_of(const indicators::Standing& standing, const html::Page& page);
/// The same for a target, which may have no indicator at all.
html::components::Mark mark_of(const WheelTarget& target, const html::Page& page);
/// "among the best quarter", "not reported", "fewer than 20 municipalities have a figure".
std::string meaning_of(const indicators::Standing& standing, const html::Page& page);

/// Whether any figure that the wheel shows is invented.
bool shows_made_up(const Wheel& wheel);
/// "" where there is none.
std::string value_of(const WheelIndicator& one, const html::Page& page);
std::string rank_of(const indicators::Standing& standing, const html::Page& page);
/// 3 green, 2 yellow, 1 red; 0 where there is no colour.
int height_of(indicators::Colour colour);
std::string change_of(const WheelIndicator& one, const html::Page& page);
std::string gap_of(const WheelIndicator& one, const html::Page& page);
std::string limits_of(const WheelIndicator& one, const html::Page& page);
std::string direction_words(indicators::Direction direction, const html::Page& page);

/// "4.4 More people with skills for work: green, among the best quarter. Indicator: value (year), rank 12 of
/// 290"
std::string spoken(const WheelTarget& target, const html::Page& page);

/// Whole, for other programs: a point as decimal sign, no rounding; "" where there is none.

/// How many of the wheel's targets stand how, in a sentence.
std::string tally_of(const Wheel& wheel, const html::Page& page);

}  // namespace digilots::progress
