#pragma once
// The mapping of the seven municipalities, taken in once; and a made-up round for the demo.
#include "municipality/municipality.h"
#include "needs/pages.h"
#include "platform/slice/slice.h"

namespace digilots::needs {

/// Rounds, answers, recommendations, good examples, barriers and helpers of the file's municipalities. What is here already
/// stays as it is.
MappingPlan plan_mapping(Kinds& kinds, const municipality::Municipalities& municipalities,
                         std::string_view json);

void load_demo(Kinds& kinds, const municipality::Municipalities& municipalities, const Demo& demo);

}  // namespace digilots::needs
