#include "platform/calendar/working_time.h"

#include "platform/calendar/holidays.h"

namespace digilots::calendar {

using namespace std::chrono_literals;

bool is_working_day(std::string_view country, base::Date date) {
    constexpr int saturday = 5;
    if (base::weekday_of(date) >= saturday) return false;
    const auto* holiday = holiday_on(country, date);
    return holiday == nullptr || (holiday->kind == Holiday::Kind::eve && holiday->closed_from_minute > 0);
}

base::Date after_working_days(std::string_view country, base::Date date, int number) {
    for (int left = number; left > 0;) {
        date = base::add_days(date, 1);
        if (is_working_day(country, date)) --left;
    }
    return date;
}

base::Instant end_of_day(base::Date date, std::string_view zone) {
    return base::from_civil(base::add_days(date, 1), 0, 0, zone) - 1min;
}

base::Instant after_hours(std::string_view country, base::Instant from, int hours, std::string_view zone) {
    std::chrono::milliseconds left = std::chrono::hours(hours);
    for (auto at = from;;) {
        const auto day = base::to_civil(at, zone).date;
        const auto next = base::from_civil(base::add_days(day, 1), 0, 0, zone);
        if (is_working_day(country, day)) {
            const auto until = std::chrono::duration_cast<std::chrono::milliseconds>(next - at);
            if (left <= until) return at + left;
            left -= until;
        }
        at = next;
    }
}

}  // namespace digilots::calendar
