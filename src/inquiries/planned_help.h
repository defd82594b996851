#pragma once
// Working time that is planned for help, as a weekly pattern of units and functions: help outside it was taken from other work.
#include <set>
#include <string>
#include <vector>

#include "organisation/organisation.h"
#include "platform/calendar/weekly_hours.h"
#include "platform/db/connection.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"

namespace digilots::inquiries {

register_::Register planned_help_register();

struct PlannedHelp {
    std::string unit, function;              // ids, "" every one
    calendar::Weekdays weekdays{};
    calendar::TimeRanges hours;
    std::string first_day, last_day;         // "" open
};
using Plan = std::vector<PlannedHelp>;

Plan plan_of(db::Connection& connection, std::string_view municipality_id);

/// A moment of help. `minute`: of the day; nothing where only the day is known.
struct HelpMoment {
    base::Date day{};
    std::optional<int> minute;
    std::string unit;                        // of the place, "" none
};
/// unknown: nothing is planned for that unit and function on that day of the year, or the time of day is not known.
enum class Planned { unknown, inside, outside };
std::string_view name_of(Planned planned);

/// Of one who holds that function ("": none). No time of a public holiday is planned.
Planned planned_at(const Plan& plan, const organisation::Units& units, std::string_view country, const HelpMoment& moment,
                   std::string_view function);

struct Service;
/// Where there is none yet.
void load_demo_planned_help(register_::Records& records, const Service& service, const Demo& demo);

}  // namespace digilots::inquiries
