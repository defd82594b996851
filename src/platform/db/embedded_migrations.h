#pragma once
#include <span>

#include "platform/db/database.h"

namespace digilots::db {

/// All files of migrations/ as compiled into the program, in order of their numbers.
[[nodiscard]] std::span<const Migration> embedded_migrations();

}  // namespace digilots::db
