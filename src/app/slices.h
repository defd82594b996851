#pragma once
// The list of all slices: the one place that a new one is added to.
#include "directory/directory.h"
#include "platform/slice/slice.h"

namespace digilots::app {

class Application;

/// Each after those that it needs.
/// Who can hold a function, and how one is reached.
organisation::Neighbours neighbours_of_organisation(const Application& app);
Slices slices_of(Application& application, const directory::MapTiles& tiles);

}  // namespace digilots::app
