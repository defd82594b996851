#pragma once
#include "directory/directory.h"

namespace digilots::directory {

/// What the directory writes into the trail, in words.
const audit::Words& trail();

}  // namespace digilots::directory
