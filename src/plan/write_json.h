#pragma once
// A part of the plan as programs read it.
#include "plan/status.h"
#include "platform/base/json.h"

namespace digilots::plan {

/// Its members, inside an object that the caller begins and ends.
void write_part(base::JsonWriter& json, const Plan& plan, const Node& node, const Status& status, bool with_owner);

}  // namespace digilots::plan
