#pragma once
// When places are shut, and what of the rota falls into that: nobody is offered a time at a locked door.
#include <string>

#include "booking/free_times.h"
#include "directory/directory.h"
#include "platform/register/field.h"

namespace digilots::booking {

/// Without what falls into hours in which their place is shut, other hours of single days too. Of a place whose hours are not
/// known, and of one that moves around, all stays.
std::vector<Shift> while_open(const std::vector<Shift>& shifts, const directory::Snapshot& directory, const RotaDays& days);
/// When the place of a line is shut in the weeks to come though somebody is there by it: "Monday 17.00–19.00"; "" never.
std::string shut_times(const RotaLine& line, const directory::Snapshot& directory, const register_::Surroundings& around);

}  // namespace digilots::booking
