#pragma once
#include <optional>
#include <string_view>

#include "directory/directory.h"
#include "platform/base/clock.h"

namespace digilots::directory {

/// When a place closes today that says its closing time but not its days; nothing where it closes after midnight.
std::optional<base::Instant> stated_closing(const Hours& hours, base::Instant at, std::string_view zone);

}  // namespace digilots::directory
