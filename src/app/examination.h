#pragma once
// What `digilots doctor` looks at, one function a matter, each telling what to do about what it finds.
#include <string>
#include <vector>

#include "app/settings.h"
#include "platform/base/clock.h"

namespace digilots::app {

enum class Health { good, hint, wrong };

struct Finding {
    Health health;
    std::string matter;   // "database"
    std::string text;     // what was found and, unless good, what to do
};

/// Examines everything; what cannot be examined because something before it is wrong is left out.
std::vector<Finding> examine(const Settings& settings, const base::Clock& clock);

}  // namespace digilots::app
