#include "platform/db/postgres_database.h"

namespace digilots::db {

std::unique_ptr<Database> open_postgres(const Options&) {
    throw DbError(ErrorKind::unavailable, "PostgreSQL is not there yet");
}

void run_postgres_command(const std::string&, const std::string&) {
    throw DbError(ErrorKind::unavailable, "PostgreSQL is not there yet");
}

}  // namespace digilots::db
