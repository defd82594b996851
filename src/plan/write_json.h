#pragma once
// A part of the plan as programs read it.
#include <string>

#include "plan/pages.h"
#include "plan/status.h"
#include "platform/base/json.h"

namespace digilots::plan {

/// Its members, inside an object that the caller begins and ends.
/// `tells_all`: also what staff alone see, so that it can be sent back.
void write_part(base::JsonWriter& json, const Plan& plan, const Node& node, const Status& status, bool tells_all);

/// The tree, each part with what is below it; of what everyone may see, or all.
std::string tree_as_json(const Pages& pages, const http::Request& request, bool tells_all);


}  // namespace digilots::plan
