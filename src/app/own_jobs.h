#pragma once
// All work beside requests: what the slices give, and what needs several of them or the settings.
#include "app/application.h"
#include "app/settings.h"
#include "platform/jobs/jobs.h"

namespace digilots::app {

/// What serve runs. Both live longer.
jobs::Kinds all_jobs(Application& application, const Settings& settings);

/// What doctor says of them: those that failed, and those that no program does.
std::vector<Finding> examine_jobs(db::Database& database, const jobs::Kinds& kinds, base::Instant now);

}  // namespace digilots::app
