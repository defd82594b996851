#pragma once
// What is promised within working days, days or hours, by the public holidays of a country.
#include <string_view>

#include "platform/base/clock.h"
#include "platform/base/time.h"

namespace digilots::calendar {

/// Monday to Friday, no public holiday and no eve that is a day off as a whole, such as Christmas Eve.
bool is_working_day(std::string_view country, base::Date date);
/// The number-th working day after `date`, which itself does not count. `number` from 1.
base::Date after_working_days(std::string_view country, base::Date date, int number);

/// The last minute of a day where `zone` is: what is promised by a day.
base::Instant end_of_day(base::Date date, std::string_view zone);
/// `hours` on the clock from `from`, which stands still on days that are no working days: from a Friday at 15 within 24 hours is
/// Monday at 15.
base::Instant after_hours(std::string_view country, base::Instant from, int hours, std::string_view zone);

}  // namespace digilots::calendar
