#pragma once
#include "municipality/municipality.h"

namespace digilots::municipality {

/// Example phone numbers for the active real ones that have none, a network of some of them, and the made-up ones.
void load_demo(Municipalities& municipalities, const Demo& demo);

}  // namespace digilots::municipality
