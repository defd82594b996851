#include "platform/db/database.h"

#include <filesystem>

#include "platform/db/postgres_database.h"
#include "platform/db/sqlite_database.h"

namespace digilots::db {

std::unique_ptr<Database> open(const Options& options) {
    const std::string& location = options.location;
    if (location == "sqlite") {
        return open_sqlite((std::filesystem::path(options.data_directory) / "digilots.db").string(), options);
    }
    if (location.starts_with("sqlite:")) return open_sqlite(location.substr(7), options);
    if (location.starts_with("postgresql://") || location.starts_with("postgres://"))
        return open_postgres(options);
    throw DbError(
        ErrorKind::unavailable,
        "the database setting is neither \"sqlite\", \"sqlite:/path/file.db\" nor \"postgresql://…\"");
}

void Database::write_and_announce(const std::function<void(Connection&)>& work, Isolation isolation) {
    std::vector<Announcement> announced;
    run_write([&](Connection& connection) {
        connection.announced_.clear();   // of a run that was lost or failed
        work(connection);
        announced = std::move(connection.announced_);
    }, isolation);
    if (listener_ && !announced.empty()) listener_(announced);
}

}  // namespace digilots::db
