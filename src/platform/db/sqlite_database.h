#pragma once
#include <memory>
#include <string>

#include "platform/db/database.h"

namespace digilots::db {

std::unique_ptr<Database> open_sqlite(const std::string& file, const Options& options);

}  // namespace digilots::db
