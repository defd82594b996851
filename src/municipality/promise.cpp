#include "municipality/municipality.h"

#include "platform/base/time.h"
#include "platform/calendar/working_time.h"

namespace digilots::municipality {

namespace {

constexpr int minutes_of_an_hour = 60;

base::Instant end_of_day(base::Date day, std::string_view zone) {
    return base::from_civil(base::add_days(day, 1), 0, 0, zone) - std::chrono::minutes(1);
}

}  // namespace

Promise usual_promise(const Settings& settings) {
    if (!settings.response_limit) return {};
    return {*settings.response_limit, settings.response_unit};
}

base::Instant promised_by(const Promise& promise, std::string_view zone, std::string_view country, base::Instant asked) {
    calendar::WorkingWeek week;
    if (!country.empty()) week.country = country;
    if (base::is_known_zone(zone)) week.zone = zone;
    switch (promise.unit) {
        case PromiseUnit::hours: return calendar::after_working_minutes(week, asked, promise.limit * minutes_of_an_hour);
        case PromiseUnit::days:
            return end_of_day(base::add_days(base::to_civil(asked, week.zone).date, promise.limit), week.zone);
        case PromiseUnit::working_days: break;
    }
    return calendar::after_working_days(week, asked, promise.limit);
}

}  // namespace digilots::municipality
