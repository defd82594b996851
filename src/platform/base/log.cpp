#include "platform/base/log.h"

#include <unistd.h>

#include <atomic>

#include "platform/base/clock.h"
#include "platform/base/json.h"
#include "platform/base/time.h"

namespace digilots::base {
namespace {

std::atomic<LogLevel> least_level{LogLevel::info};

std::string_view name_of(LogLevel level) {
    switch (level) {
        case LogLevel::debug:
            return "debug";
        case LogLevel::info:
            return "info";
        case LogLevel::warning:
            return "warning";
        case LogLevel::error:
            return "error";
    }
    return "error";
}

}  // namespace

void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    write_log(log_line(level, event, fields));
}

std::string log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
    if (!is_logged(level)) return {};
    JsonWriter line;
    line.begin_object();
    line.key("time").value(format_utc(SystemClock().now()));
    line.key("level").value(name_of(level));
    line.key("event").value(event);
    for (const auto& [name, value] : fields) line.key(name).value(value);
    line.end_object();
    return std::move(line).take() + '\n';
}

bool is_logged(LogLevel level) {
    return level >= least_level.load(std::memory_order_relaxed);
}

void write_log(std::string_view lines) {
    // One write for whole lines: those of several threads and processes never mix.
    if (lines.empty()) return;
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, lines.data(), lines.size());
}

void set_log_level(LogLevel least) {
    least_level.store(least, std::memory_order_relaxed);
}

}  // namespace digilots::base
