#include "app/writing.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "app/installation.h"
#include "app/sql.h"
#include "platform/db/sqlite_files.h"

namespace digilots::app {

namespace {

WritingTrouble trouble_with_file(const std::string& path) {
    if (::eaccess(path.c_str(), W_OK) == 0 || errno == ENOENT) return {};
    return {std::strerror(errno), path};
}

/// The log and its index are made and removed beside the database, so the folder counts too.
WritingTrouble trouble_with_files(const std::string& database) {
    const auto folder = std::filesystem::absolute(database).parent_path().string();
    for (const std::string& path : {database, database + "-wal", database + "-shm", folder}) {
        auto trouble = trouble_with_file(path);
        if (!trouble.reason.empty()) return trouble;
    }
    return {};
}

}  // namespace

WritingTrouble trouble_with_writing(const Settings& settings, db::Database& database) {
    if (database.engine() == db::Engine::sqlite) return trouble_with_files(sqlite_file(settings));
    const bool refuses = database.read([](db::Connection& connection) {
        return connection.query(sql::refuses_writes)[0].flag("refuses");
    });
    if (!refuses) return {};
    return {"the server takes reads only", "PostgreSQL is a standby, or default_transaction_read_only is on"};
}

std::string reason_not_ready(const Settings& settings, db::Database& database) {
    try {
        database.ping();
        const auto trouble = trouble_with_writing(settings, database);
        return trouble.reason.empty() ? "" : "the database cannot be written: " + trouble.reason;
    } catch (const db::FileTrouble& trouble) {
        return "the database cannot be used: " + trouble.reason();
    } catch (const db::DbError&) {
        return "the database does not answer";
    }
}

}  // namespace digilots::app
