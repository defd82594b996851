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
/// The same, made once a second. One thread's.
class DateText {
public:
    std::string_view at(base::Instant now);

private:
    std::string text_;
    std::chrono::sys_seconds made_{};
};

}  // namespace digilots::http
