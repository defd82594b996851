#pragma once
// What is to come at a place, as events of a calendar.
#include <vector>

#include "directory/pages.h"
#include "platform/calendar/icalendar.h"
#include "platform/html/page.h"

namespace digilots::directory {

/// Its stops, with all times from the first on, and days to come on which other hours than the usual ones hold. None of a
/// place that is not open for visitors.
std::vector<calendar::Event> calendar_events(const Place& place, const Pages& pages, const html::Page& page);

}  // namespace digilots::directory
