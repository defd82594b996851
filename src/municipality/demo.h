#pragma once
#include "municipality/municipality.h"

namespace digilots::municipality {

/// Example phone numbers for the active ones that have none, and a network of some of them.
void load_demo(Municipalities& municipalities);

}  // namespace digilots::municipality
