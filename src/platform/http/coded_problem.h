#pragma once
// A problem that programs tell apart by a word of its own.
#include <string>
#include <string_view>
#include <utility>

#include "platform/http/response.h"

namespace digilots::http {

/// application/problem+json (RFC 9457) with a member `code`, kept nowhere; "" leaves `detail` out. `more` is a further member
/// that is JSON already, by its name.
Response coded_problem(int status, std::string_view title, std::string_view detail, std::string_view code,
                       const std::pair<std::string_view, std::string_view>& more = {});

}  // namespace digilots::http
