#pragma once
#include <string_view>

#include "tasks/tasks.h"

namespace digilots::tasks {

/// "never", "daily", "weekly": stored, and in forms.
std::string_view key_of(Rhythm rhythm);
/// What is none of them is weekly.
Rhythm rhythm_called(std::string_view key);

}  // namespace digilots::tasks
