#pragma once
// How a zone's clock changes, as a calendar has to say it.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/calendar/wall_time.h"

namespace digilots::calendar {

struct ClockChange {
    WallTime wall{};                // what the clock shows when it is changed, before it is
    std::chrono::seconds from{}, to{};  // ahead of UTC
    std::string every_year = "";    // "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" where it goes on so; else once
    bool is_summer() const { return to > from; }
};

/// From the first day of the year on, ten years ahead: first one that says what holds then. Zones that change on the same
/// last or nth weekday each year say it as a rule.
std::vector<ClockChange> clock_changes(std::string_view zone, int year);

}  // namespace digilots::calendar
