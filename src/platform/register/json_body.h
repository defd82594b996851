#pragma once
// What is wrong with a body that should be a JSON object, as a field of the problem that a program is told.
#include <string>
#include <utility>
#include <vector>

#include "platform/http/request.h"

namespace digilots::register_ {

/// {"body", "It is no JSON: … at line 1, column 14"}
std::vector<std::pair<std::string, std::string>> fault_of_json_body(const http::Request& request);

}  // namespace digilots::register_
