#pragma once
// The list of all slices: the one place that a new one is added to.
#include "directory/directory.h"
#include "platform/slice/slice.h"

namespace digilots::app {

class Application;

/// Each after those that it needs.
Slices slices_of(Application& application, const directory::MapTiles& tiles);

}  // namespace digilots::app
