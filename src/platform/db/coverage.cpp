#include "platform/db/coverage.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <set>
#include <string>

#include "platform/base/mutex.h"

namespace digilots::db {
namespace {

int coverage_file() {
    const char* name = std::getenv("DIGILOTS_SQL_COVERAGE");
    if (!name || !*name) return -1;
    return open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
}

}  // namespace

void record_coverage(const char* statement_name) {
    static const int file = coverage_file();
    if (file < 0) return;
    static base::Mutex mutex;
    static std::set<std::string> seen GUARDED_BY(mutex);
    const base::Lock lock(mutex);
    if (!seen.insert(statement_name).second) return;
    const std::string line = std::string(statement_name) + "\n";
    [[maybe_unused]] const ssize_t written = write(file, line.data(), line.size());
}

}  // namespace digilots::db
