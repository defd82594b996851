#pragma once
#include <chrono>

#include "platform/http/answer.h"

namespace digilots::http {

/// One line and the counters of an answered request. Never its path, query or address.
void record_request(const Answer& answer, Method method, std::chrono::nanoseconds duration);

}  // namespace digilots::http
