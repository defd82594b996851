#pragma once
// What a municipality has to have before it serves anybody.
#include "app/application.h"

namespace digilots::app {

/// `app` outlives it.
inquiries::SetUp set_up_of(const Application& app);

}  // namespace digilots::app
