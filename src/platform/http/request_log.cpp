#include "platform/http/request_log.h"

#include "platform/base/clock.h"
#include "platform/base/log.h"
#include "platform/base/time.h"
#include "platform/http/json_text.h"
#include "platform/http/metrics.h"
#include "platform/http/names.h"

namespace digilots::http {

namespace {

/// The same text for all requests of a millisecond.
const std::string& time_text() {
    thread_local base::Instant made{};
    thread_local std::string text;
    const auto now = base::SystemClock().now();
    if (now != made || text.empty()) text = base::format_utc(made = now);
    return text;
}

}  // namespace

void record_request(const Answer& answer, Method method, std::chrono::nanoseconds duration,
                    std::string& lines) {
    const double seconds = std::chrono::duration<double>(duration).count();
    const std::string_view route =
        answer.route.empty() ? std::string_view("-") : std::string_view(answer.route);
    std::string label = "route=\"";
    label.append(route)
        .append("\",status=\"")
        .append(1, static_cast<char>('0' + answer.status / 100))
        .append("xx\"");
    count("digilots_http_requests_total", label);
    observe("digilots_http_request_seconds", seconds);
    const auto level = answer.status >= 500 ? base::LogLevel::warning : base::LogLevel::info;
    if (!base::is_logged(level)) return;
    // Written by hand: this line is made for every request, and general formatting costs more than a kept
    // page does.
    lines.append("{\"time\":\"")
        .append(time_text())
        .append("\",\"level\":\"")
        .append(level == base::LogLevel::info ? "info" : "warning");
    lines.append("\",\"event\":\"request\",\"request_id\":\"")
        .append(answer.request_id)
        .append("\",\"method\":\"")
        .append(name_of(method));
    lines.append("\",\"route\":")
        .append(json_text(route))
        .append(",\"status\":")
        .append(std::to_string(answer.status));
    lines.append(",\"microseconds\":").append(std::to_string(duration.count() / 1000));
    lines.append(",\"bytes\":").append(std::to_string(answer.body ? answer.body->size() : answer.streamed));
    lines.append(",\"municipality\":").append(json_text(answer.tenant)).append("}\n");
}

}  // namespace digilots::http
