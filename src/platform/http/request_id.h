#pragma once
#include <string>

namespace digilots::http {

/// 16 hexadecimal characters, unlike any other of this run; cheap.
std::string new_request_id();

}  // namespace digilots::http
