#pragma once
// What nobody names any more is taken away, beside requests; and whether all that is named is there.
#include <cstdint>
#include <string>
#include <vector>

#include "platform/base/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

namespace digilots::files {

/// Takes contents away that no file has: after each removal, and once a day.
jobs::Kind sweeping(db::Database& database);
/// In the transaction that removes files.
void plan_sweep(db::Connection& connection, base::Instant now);
/// How many contents it took away. Each in a transaction of its own.
std::int64_t sweep(db::Database& database);

/// What is wrong with what is kept, at most `most` of it: files without their bytes, bytes that are others
/// than they were. By municipality and id, no names. Reads all of it, one at a time.
struct Examined {
    std::int64_t files = 0, bytes = 0;
    std::vector<std::string> faults = {};
};
Examined examine(db::Database& database, std::size_t most = 10);

}  // namespace digilots::files
