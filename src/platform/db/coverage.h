#pragma once

namespace digilots::db {

/// Where the environment variable DIGILOTS_SQL_COVERAGE names a file, appends the statement's name to it,
/// once for each process: bin/check reads there that every .sql is run by some test on both engines.
void record_coverage(const char* statement_name);

}  // namespace digilots::db
