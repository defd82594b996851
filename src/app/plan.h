#pragma once
// What the plan knows of other slices.
#include "app/application.h"
#include "plan/plan.h"

namespace digilots::app {

/// `others`: what its records link to.
plan::Neighbours neighbours_of_plan(Application& app, register_::Others others);

}  // namespace digilots::app
