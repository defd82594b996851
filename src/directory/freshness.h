#pragma once
// How much of the directory was checked in time.
#include "directory/directory.h"
#include "platform/measures/measure.h"

namespace digilots::directory {

/// The share of records in use that somebody here has checked within the time set for their kind, by kind.
measures::Measure checked_in_time(const Directory& directory);

}  // namespace digilots::directory
