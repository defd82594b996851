#pragma once
#include "municipality/municipality.h"
#include "platform/measures/disclosure.h"
#include "statistics/question.h"

namespace digilots::statistics {

/// One figure per municipality of the network, as far as it may be shown.
measures::NetworkFigures figures_of(const municipality::Network& network, const measures::Measure& measure,
                                    const periods::Period& period);

}  // namespace digilots::statistics
