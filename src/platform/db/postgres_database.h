#pragma once
#include <memory>
#include <string>

#include "platform/db/database.h"

namespace digilots::db {

std::unique_ptr<Database> open_postgres(const Options& options);

/// One command that may stand in no transaction (CREATE DATABASE …), on a connection of its own.
void run_postgres_command(const std::string& url, const std::string& command);

}  // namespace digilots::db
