#pragma once
// When something is taken and when it is free.
#include <vector>

#include "platform/calendar/recurrence.h"

namespace digilots::calendar {

/// In order, joined where they meet or overlap; empty ones are left out.
std::vector<Interval> busy(std::vector<Interval> taken);
/// What is left of the window, in order.
std::vector<Interval> free_in(Interval window, std::vector<Interval> taken);
/// True where nothing of `wanted` is taken: what ends when it begins does not hinder it.
bool is_free(Interval wanted, const std::vector<Interval>& taken);

}  // namespace digilots::calendar
