#include "platform/calendar/wall_time.h"

#include <cstdio>

namespace digilots::calendar {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

}  // namespace

WallTime wall_time(base::Date date, int minute_of_day) {
    return WallTime(std::chrono::local_days(date)) + minutes(minute_of_day);
}

base::Date date_of(WallTime wall) { return base::Date(floor<days>(wall)); }

int minute_of(WallTime wall) { return static_cast<int>(floor<minutes>(wall - floor<days>(wall)).count()); }

base::Instant to_instant(WallTime wall, std::string_view zone) {
    const auto whole = floor<minutes>(wall);
    const int minute = minute_of(wall);
    const auto instant = base::from_civil(date_of(wall), minute / 60, minute % 60, zone);
    const auto shown = to_wall(instant, zone);
    if (shown == WallTime(whole)) return instant + (wall - whole);
    // After the gap: as far as the wall clock would have gone without it.
    const auto gap_begins = to_wall(instant - seconds(1), zone) + seconds(1);
    return instant + (wall - gap_begins);
}

WallTime to_wall(base::Instant instant, std::string_view zone) {
    const auto civil = base::to_civil(instant, zone);
    return wall_time(civil.date, civil.hour * 60 + civil.minute) + seconds(civil.second);
}

std::string compact(WallTime wall) {
    const auto date = date_of(wall);
    const int minute = minute_of(wall);
    const auto second = (wall - floor<minutes>(wall)).count();
    char text[64];
    std::snprintf(text, sizeof text, "%04d%02u%02uT%02d%02d%02d", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minute / 60, minute % 60,
                  static_cast<int>(second));
    return text;
}

}  // namespace digilots::calendar
