#pragma once
// JSON lines on standard error: time, level, event, fields. Never personal data: no names, no free text, no
// query strings.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace digilots::base {

enum class LogLevel { debug, info, warning, error };
using LogField = std::pair<std::string_view, std::string>;

/// event: a short fixed phrase ("request", "migration applied"). Safe from any thread.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});
void set_log_level(LogLevel least);

/// For those who have many lines to write at once: the line of log(), "" below the level; and several in one write.
std::string log_line(LogLevel level, std::string_view event, std::initializer_list<LogField> fields);
bool is_logged(LogLevel level);
void write_log(std::string_view lines);

}  // namespace digilots::base
