#pragma once
// Help as work: minutes by the function of who logged them and the unit of the place, inside planned help time and outside it.
#include "inquiries/implementation.h"
#include "platform/measures/measure.h"

namespace digilots::inquiries {

/// "help_work". `unit`: the dimension of units as other figures have it.
measures::Measure help_work_measure(Service& service, measures::Dimension unit);

/// "help_cost": the same minutes at what an hour of each function costs.
measures::Measure help_cost_measure(Service& service, measures::Dimension unit);

}  // namespace digilots::inquiries
