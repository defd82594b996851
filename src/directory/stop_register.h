#pragma once
#include "directory/directory.h"
#include "platform/register/register.h"

namespace digilots::directory {

/// Stops of places that move around: what their form asks, what it refuses.
register_::Register stop_register();
/// "directory.mobile_place": places that move around.
register_::LinkSource mobile_places(const Directory& directory);

}  // namespace digilots::directory
