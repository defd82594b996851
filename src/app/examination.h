#pragma once
// What `digilots doctor` looks at, one function a matter, each telling what to do about what it finds.
#include <string>
#include <vector>

#include "app/settings.h"
#include "platform/base/clock.h"
#include "platform/slice/slice.h"

namespace digilots::app {

/// Examines everything; what cannot be examined because something before it is wrong is left out.
std::vector<Finding> examine(const Settings& settings, const base::Clock& clock);

}  // namespace digilots::app
