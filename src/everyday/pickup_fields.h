#pragma once
// How long something has waited to be fetched, and where it stands in line.
#include "platform/register/register.h"

namespace digilots::everyday {

/// Column NAME: what waits in front, the longest waiting first; then what is done, the latest first. Shown as the working days
/// since then, of what waits alone.
register_::Field waiting_time(std::string_view name, i18n::Text title);
/// As it stands: "state", "since" and "done_on" say where in line.
void put_in_line(register_::Record& pickup, std::string_view zone);

/// On which there was work after one day, to another one and with it.
int working_days_between(base::Date from, base::Date to, const std::string& country, const std::string& zone);

}  // namespace digilots::everyday
