#pragma once
// Figures for those who may see them: a municipality's own staff in full, a network one total per municipality and period.
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/base/measure.h"
#include "platform/http/route.h"

namespace digilots::statistics {

/// Pages, CSV and API over all slices' measures. What it is given by reference must outlive the routes.
http::Routes routes(std::vector<base::Measure> measures, const municipality::Municipalities& municipalities,
                    const base::Clock& clock);

}  // namespace digilots::statistics
