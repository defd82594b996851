#pragma once
// The demo: the real mapping of nine municipalities, and what each slice makes up for them.
#include "app/application.h"

namespace digilots::app {

enum class DemoLoaded { now, before };

/// Loads what is missing. CommandError on a database that holds anything but a demo.
DemoLoaded load_demo(Application& application);

}  // namespace digilots::app
