#pragma once
// A database of its own for each test, on the engine that DIGILOTS_TEST_ENGINE names (sqlite or postgresql).
// PostgreSQL: DIGILOTS_TEST_POSTGRES holds a URL whose user may create databases (bin/test starts a private
// cluster).
#include <filesystem>
#include <memory>
#include <string_view>

#include "platform/base/clock.h"
#include "platform/db/database.h"

namespace digilots::testing {

/// Removed with everything in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

enum class Schema { empty, migrated };

/// A place for a database that is gone at the end: for tests that open it several times.
class DatabasePlace {
public:
    explicit DatabasePlace(Schema schema);
    ~DatabasePlace();
    DatabasePlace(const DatabasePlace&) = delete;
    DatabasePlace& operator=(const DatabasePlace&) = delete;

    const db::Options& options() const { return options_; }

private:
    TemporaryFolder folder_;
    db::Options options_;
};

db::Engine engine_under_test();

/// Open, with all migrations applied; gone when it is destroyed. A missing PostgreSQL ends the test with a
/// message.
std::unique_ptr<db::Database> fresh_database();

/// at("2026-11-23T10:30:00Z")
base::Instant at(std::string_view utc);

}  // namespace digilots::testing
