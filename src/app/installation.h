#pragma once
// What an installation is on disk: the data folder with its lock, the database, the settings file, the search index.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/settings.h"
#include "platform/db/database.h"

namespace digilots::app {

/// Makes the data folder where missing and opens the database. CommandError naming what to do where it cannot.
std::unique_ptr<db::Database> open_database(const Settings& settings);
/// For a command that writes much while nobody waits for a page: also on a machine that is busy no statement is given up.
std::unique_ptr<db::Database> open_database_at_leisure(const Settings& settings);
/// Brings a database to this program's version, and what moved to where it stands now. The names of what was applied.
std::vector<std::string> migrate(db::Database& database);
/// The same, brought to this program's version; refuses a database whose migrations are not those of this program.
std::unique_ptr<db::Database> open_migrated_database(const Settings& settings);

/// For commands that need what is there already: CommandError saying how to start where there is no data, and nothing is made.
std::unique_ptr<db::Database> open_existing_database(const Settings& settings);
std::unique_ptr<db::Database> open_existing_migrated_database(const Settings& settings);
/// "" unless the database is a file that is not there: then in words what to do. Opening it would make an empty one.
std::string missing_database(const Settings& settings);

/// A migrated database with nothing in it, for what only looks; gone when this is destroyed.
class EmptyInstallation {
public:
    EmptyInstallation();
    ~EmptyInstallation();
    EmptyInstallation(const EmptyInstallation&) = delete;
    EmptyInstallation& operator=(const EmptyInstallation&) = delete;

    Settings settings;
    std::unique_ptr<db::Database> database;
};

/// The file of an SQLite database. Only where settings.is_sqlite().
std::string sqlite_file(const Settings& settings);
std::string search_folder(const Settings& settings);
/// As Application places it beside the other.
std::string figures_search_folder(const Settings& settings);

enum class Hold { shared, alone };

/// Servers hold the data folder together; restoring needs it alone. Freed with the object or the process.
class InstallationLock {
public:
    /// Nothing where another process holds it in a way that excludes this one.
    static std::optional<InstallationLock> take(const Settings& settings, Hold hold);
    InstallationLock(InstallationLock&& other) noexcept;
    ~InstallationLock();

private:
    explicit InstallationLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

/// Facts about the whole installation, such as "demo" → "yes".
std::string installation_fact(db::Database& database, const std::string& key);
void save_installation_fact(db::Database& database, const std::string& key, const std::string& value);

}  // namespace digilots::app
