#include "platform/http/request_log.h"

#include "platform/base/log.h"
#include "platform/http/metrics.h"
#include "platform/http/names.h"

namespace digilots::http {

void record_request(const Answer& answer, Method method, std::chrono::nanoseconds duration) {
    const double seconds = std::chrono::duration<double>(duration).count();
    const std::string route = answer.route.empty() ? "-" : answer.route;
    const std::string label = "route=\"" + route + "\",status=\"" + std::to_string(answer.status / 100) + "xx\"";
    count("digilots_http_requests_total", label);
    observe("digilots_http_request_seconds", seconds);
    const auto level = answer.status >= 500 ? base::LogLevel::warning : base::LogLevel::info;
    base::log(level, "request",
              {{"request_id", answer.request_id},
               {"method", std::string(name_of(method))},
               {"route", route},
               {"status", std::to_string(answer.status)},
               {"ms", std::to_string(seconds * 1000)},
               {"bytes", std::to_string(answer.body ? answer.body->size() : 0)},
               {"municipality", answer.tenant}});
}

}  // namespace digilots::http
