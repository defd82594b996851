#pragma once
// Times on the wall clock of a zone, as RFC 5545 reads them.
#include <chrono>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace digilots::calendar {

/// What a clock on the wall shows, to the second; in which zone is said beside it.
using WallTime = std::chrono::local_seconds;

WallTime wall_time(base::Date date, int minute_of_day);
base::Date date_of(WallTime wall);
/// Of its day: 0 to 1439.
int minute_of(WallTime wall);

/// A time that the spring change skips is read with the offset from before it: 02:30 is 03:30. In the doubled hour of
/// autumn the first counts.
base::Instant to_instant(WallTime wall, std::string_view zone);
WallTime to_wall(base::Instant instant, std::string_view zone);

/// "20260901T140000"
std::string compact(WallTime wall);

}  // namespace digilots::calendar
