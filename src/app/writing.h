#pragma once
// Whether the database takes writes, asked without writing: for /readyz, every second or so, and for doctor.
#include <string>

#include "app/settings.h"
#include "platform/db/database.h"

namespace digilots::app {

struct WritingTrouble {
    std::string reason;   // "" where writes go through; "Read-only file system"
    std::string where;    // the file or server, for operators alone
};

/// Throws DbError where the database does not answer at all.
WritingTrouble trouble_with_writing(const Settings& settings, db::Database& database);

/// "" when a query gets through and writes would, else the reason for /readyz. Says nothing of paths: anybody may ask.
std::string reason_not_ready(const Settings& settings, db::Database& database);

}  // namespace digilots::app
