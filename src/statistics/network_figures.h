#pragma once
#include "municipality/municipality.h"
#include "statistics/disclosure.h"
#include "statistics/question.h"

namespace digilots::statistics {

/// One total per municipality of the network, by name, as far as it may be shown.
NetworkFigures figures_of(const municipality::Network& network, const Question& question);

}  // namespace digilots::statistics
