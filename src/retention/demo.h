#pragma once
#include "retention/retention.h"

namespace digilots::retention {

/// A choice with a decision in each complete made-up municipality, where there is none.
void load_demo(Retention& retention, const Demo& demo);

}  // namespace digilots::retention
