#pragma once
// When places are shut, and what of the rota falls into that: nobody is offered a time at a locked door.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "booking/free_times.h"
#include "directory/directory.h"
#include "platform/register/field.h"

namespace digilots::booking {

/// When residents find the place open; of one that moves around with stops: when it stands at one. Nothing where that is not
/// known. What is open by appointment, or until nobody knows when, is open.
std::optional<std::vector<Interval>> open_hours(const directory::Place* place, const RotaDays& days);
/// Without what falls into hours in which their place is shut, other hours of single days too, or stands at no stop. Of a place
/// whose hours or stops are not known all stays.
std::vector<Shift> while_open(const std::vector<Shift>& shifts, const directory::Snapshot& directory, const RotaDays& days);
/// When the place of a line is shut in the weeks to come though somebody is there by it: "Monday 17.00–19.00"; "" never.
std::string shut_times(const RotaLine& line, const directory::Snapshot& directory, const register_::Surroundings& around);

/// In which time zone and after whose holidays: "Europe/Stockholm", "SE".
struct Local {
    std::string_view zone, country;
};
/// Where a place that moves around stands then; null of others, and where it stands nowhere.
const directory::Stop* stop_at(const directory::Place& place, base::Instant at, const Local& local);
/// "Library", "Book bus, Market square"; "" where there is no such place any more.
std::string place_then(const directory::Snapshot& directory, std::string_view place, base::Instant at, const Local& local);
/// The same with the street address, of the stop where it stands at one.
std::string address_then(const directory::Snapshot& directory, std::string_view place, base::Instant at, const Local& local);
/// Whether they help with it without a time: what they do, and what the place is for or says that it has.
bool helps_with(const std::vector<std::string>& topics, const directory::Place& place, std::string_view topic);

}  // namespace digilots::booking
