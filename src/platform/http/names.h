#pragma once
#include <string>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/http/request.h"

namespace digilots::http {

std::string_view name_of(Method method);
/// "Not Found" for 404.
std::string_view reason_of(int status);
/// "Sun, 22 Nov 2026 01:10:35 GMT"
std::string http_date(base::Instant instant);

}  // namespace digilots::http
