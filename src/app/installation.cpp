#include "app/installation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "activities/activities.h"
#include "app/command.h"
#include "app/migrations.h"
#include "app/sql.h"
#include "directory/directory.h"
#include "platform/base/log.h"
#include "platform/db/migrations.h"

namespace digilots::app {

namespace {

constexpr const char* how_to_start =
    "Where nothing was ever stored, one of these makes it: digilots serve, digilots import mapping FILE, digilots municipality "
    "activate CODE; to look around, digilots demo.";

void make_data_folder(const Settings& settings) {
    std::error_code error;
    std::filesystem::create_directories(settings.data, error);
    if (error || ::access(settings.data.c_str(), W_OK) != 0) {
        throw CommandError("The data folder " + settings.data + " cannot be written" +
                           (error ? ": " + error.message() : std::string()) +
                           ". Set data (--data, DIGILOTS_DATA) to a folder that this user may write.");
    }
}

std::unique_ptr<db::Database> opened_with(const Settings& settings, std::chrono::milliseconds wait_limit) {
    make_data_folder(settings);
    db::Options options;
    options.location = settings.database;
    options.data_directory = settings.data;
    options.connections = settings.database_connections;
    options.wait_limit = wait_limit;
    return db::open(options);
}

}  // namespace

std::unique_ptr<db::Database> open_database(const Settings& settings) { return opened_with(settings, db::Options{}.wait_limit); }

std::unique_ptr<db::Database> open_database_at_leisure(const Settings& settings) {
    return opened_with(settings, std::chrono::minutes(5));
}

std::vector<std::string> migrate(db::Database& database) {
    auto applied = database.migrate(migrations());
    directory::complete_moved_records(database);
    activities::complete_moved_records(database);
    return applied;
}

std::unique_ptr<db::Database> open_migrated_database(const Settings& settings) {
    auto database = open_database(settings);
    migrate(*database);
    return database;
}

std::unique_ptr<db::Database> open_existing_database(const Settings& settings) {
    if (const auto missing = missing_database(settings); !missing.empty()) throw CommandError(missing);
    auto database = open_database(settings);
    if (!database->read([](db::Connection& connection) { return db::holds_our_tables(connection); })) {
        throw CommandError(std::string("The database holds nothing yet. Check that the settings data (DIGILOTS_DATA) and "
                                       "database (DIGILOTS_DATABASE) name the right one. ") + how_to_start);
    }
    return database;
}

std::unique_ptr<db::Database> open_existing_migrated_database(const Settings& settings) {
    auto database = open_existing_database(settings);
    migrate(*database);
    return database;
}

std::string missing_database(const Settings& settings) {
    if (!settings.is_sqlite() || std::filesystem::exists(sqlite_file(settings))) return "";
    return "The database file " + sqlite_file(settings) +
           " is not there. Check that the setting data (DIGILOTS_DATA) names the right folder. If the file was moved or "
           "removed, stop the server and put it back, or restore the latest backup: digilots restore FOLDER. " + how_to_start;
}

EmptyInstallation::EmptyInstallation() {
    auto pattern = (std::filesystem::temp_directory_path() / "digilots-empty-XXXXXX").string();
    if (!::mkdtemp(pattern.data())) throw CommandError("No temporary folder can be made. Is the disk full?");
    settings.data = pattern;
    // The command that asks it prints an answer, and nothing of how this came to be.
    base::set_log_level(base::LogLevel::warning);
    database = open_migrated_database(settings);
}

EmptyInstallation::~EmptyInstallation() {
    database.reset();
    std::error_code ignored;
    std::filesystem::remove_all(settings.data, ignored);
}

std::string sqlite_file(const Settings& settings) {
    if (settings.database.starts_with("sqlite:")) return settings.database.substr(7);
    return settings.data + "/digilots.db";
}

std::string search_folder(const Settings& settings) { return settings.data + "/search"; }

std::string figures_search_folder(const Settings& settings) { return search_folder(settings) + "-indicators"; }

std::optional<InstallationLock> InstallationLock::take(const Settings& settings, Hold hold) {
    make_data_folder(settings);
    const auto file = settings.data + "/lock";
    const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) throw CommandError("The file " + file + " cannot be opened. Check who owns the data folder.");
    if (::flock(descriptor, (hold == Hold::alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        ::close(descriptor);
        return std::nullopt;
    }
    return InstallationLock(descriptor);
}

InstallationLock::InstallationLock(InstallationLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

InstallationLock::~InstallationLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::string installation_fact(db::Database& database, const std::string& key) {
    return database.read([&](db::Connection& connection) {
        const auto rows = connection.query(sql::find_installation_fact, key);
        const auto row = rows.only();
        return row ? row->text("value") : std::string();
    });
}

void save_installation_fact(db::Database& database, const std::string& key, const std::string& value) {
    database.write([&](db::Connection& connection) {
        connection.execute(sql::save_installation_fact, key, value);
    });
}

}  // namespace digilots::app
