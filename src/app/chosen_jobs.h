#pragma once
// Jobs that the operator names for a command.
#include <functional>

#include "app/command.h"
#include "platform/db/database.h"
#include "platform/jobs/operating.h"

namespace digilots::app {

/// Those named by id, or with --all those that failed; all of them or, where one cannot be, none (CommandError). How many.
int each_chosen_job(db::Database& database, const Arguments& arguments,
                    const std::function<jobs::Answer(db::Connection&, const std::string& id)>& change);

}  // namespace digilots::app
