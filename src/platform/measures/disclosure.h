#pragma once
// A single figure about fewer than five is not shown where others read it. Tables for others are released, by a rule of their own
// that holds for all of them together (platform/suppression).
#include "platform/measures/value.h"

namespace digilots::measures {

constexpr std::int64_t least_shown = 5;

/// How many the figure is about: the count itself and what stands; of a sum the cases where they are told, else the sum;
/// of money the cases (nobody where they are not told); of a mean n; of a share the part or the rest, whichever is smaller.
std::int64_t size_of(Kind kind, const Value& value);
bool is_shown(Kind kind, const Value& value);

}  // namespace digilots::measures
