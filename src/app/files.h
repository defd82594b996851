#pragma once
// Pictures and documents of records: their job, what doctor says of them, what the privacy page does, the
// demo's.
#include "platform/slice/slice.h"

namespace digilots::app {

class Application;

/// As a part of the list of slices.
Slice files_of(Application& application);
/// A drawn picture and a printed document on a place and a contact of each complete made-up municipality,
/// once.
void load_demo_files(Application& application, const Demo& demo);

}  // namespace digilots::app
