#pragma once
// Between wall times and the times of libical, and the end of a rule, which calendars say in UTC.
#include <optional>
#include <string>
#include <string_view>

#include "platform/calendar/wall_time.h"

struct icaltimetype;

namespace digilots::calendar {

/// Before libical is used, on any thread: its errors are values, and what it makes once is made.
void prepare_libical();

/// Without a zone.
icaltimetype ical_time(WallTime wall);
icaltimetype ical_date(base::Date date);
/// As the clock shows it, whatever its zone; nothing for a day or an hour that there is none of, or beyond 1900 to 2200.
std::optional<WallTime> wall_of(const icaltimetype& time);

/// "UNTIL=20261215T225959Z" for the wall time that the rule says, as RFC 5545 asks for times in a zone; and back.
std::string until_in_utc(std::string_view rule, std::string_view zone);
std::string until_on_the_wall(std::string_view rule, std::string_view zone);
/// "UNTIL=20261215": of events of whole days.
std::string until_as_date(std::string_view rule);

}  // namespace digilots::calendar
