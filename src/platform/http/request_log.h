#pragma once
#include <chrono>

#include "platform/http/answer.h"

namespace digilots::http {

/// Counts an answered request and appends its line to `lines`. Never its path, query or address.
void record_request(const Answer& answer, Method method, std::chrono::nanoseconds duration,
                    std::string& lines);

}  // namespace digilots::http
