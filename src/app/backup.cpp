#include "app/backup.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "app/backup_files.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/migrations.h"
#include "app/postgres_dump.h"
#include "app/sql.h"
#include "platform/base/time.h"
#include "platform/db/migrations.h"

namespace digilots::app {

namespace {

namespace files = std::filesystem;

constexpr const char* sqlite_copy = "digilots.db";
constexpr const char* postgres_copy = "digilots.pgdump";
constexpr const char* settings_copy = "settings.toml";
constexpr const char* format_version = "1";

std::string engine_of(const Settings& settings) { return settings.is_sqlite() ? "sqlite" : "postgresql"; }

void refuse_used_folder(const std::string& folder) {
    if (files::exists(folder) && !(files::is_directory(folder) && files::is_empty(folder))) {
        throw CommandError(folder + " is there already and holds something. Name a new folder for each backup.");
    }
}

void restore_sqlite(const Settings& settings, const std::string& copy, const std::string& kept) {
    const auto target = sqlite_file(settings);
    const auto arriving = target + ".restoring";
    files::copy_file(copy, arriving, files::copy_options::overwrite_existing);
    make_durable(arriving);
    db::Options options;
    options.location = "sqlite:" + arriving;
    options.data_directory = settings.data;
    const auto complaints = db::open(options)->check_integrity();
    for (const char* suffix : {"-wal", "-shm", "-writer"}) files::remove(arriving + suffix);
    if (!complaints.empty()) {
        files::remove(arriving);
        throw CommandError("The database in the backup is damaged (" + complaints.front() + "). Use another backup.");
    }
    // The former database goes aside with its write-ahead log: renamed apart they would lose what only the log holds.
    for (const std::string suffix : {"", "-wal", "-shm"}) {
        if (files::exists(target + suffix)) files::rename(target + suffix, kept + suffix);
    }
    files::rename(arriving, target);
    make_durable(settings.data);
}

/// Servers on any machine: they would go on with what they remember of the former data.
bool others_are_at_work(const Settings& settings) {
    const auto database = open_database(settings);
    return database->read([](db::Connection& connection) {
        db::refuse_another_programs(connection, "The database");
        return connection.query(sql::others_at_work)[0].integer("others") > 0;
    });
}

/// One that has just been stopped is gone in a moment.
void refuse_beside_others(const Settings& settings) {
    constexpr auto moment = std::chrono::milliseconds(200);
    for (int attempt = 0; others_are_at_work(settings); ++attempt) {
        if (attempt == 15)
            throw CommandError("Digilots is running on this database, here or on another machine. Stop every server that uses "
                               "it, then restore.");
        std::this_thread::sleep_for(moment);
    }
}

}  // namespace

void back_up(const Settings& settings, const std::string& folder, const base::Clock& clock) {
    refuse_used_folder(folder);
    const auto database = open_existing_database(settings);
    const auto partial = folder + ".partial";
    files::remove_all(partial);
    files::create_directories(partial);
    files::permissions(partial, files::perms::owner_all);
    try {
        if (settings.is_sqlite()) {
            database->copy_to(partial + "/" + sqlite_copy);
        } else {
            dump_postgres(settings.database, partial + "/" + postgres_copy);
        }
        if (!settings.file.empty()) files::copy_file(settings.file, partial + "/" + settings_copy);
        seal_backup(partial, {{"format", format_version},
                              {"program", DIGILOTS_VERSION},
                              {"engine", engine_of(settings)},
                              {"created", base::format_utc(clock.now())},
                              {"migrations", std::to_string(migrations().size())}});
        if (files::exists(folder)) files::remove(folder);
        files::rename(partial, folder);
    } catch (...) {
        std::error_code ignored;
        files::remove_all(partial, ignored);
        throw;
    }
    const auto parent = files::absolute(folder).lexically_normal().parent_path();
    make_durable(parent.string());
}

void verify_backup(const Settings& settings, const std::string& folder) {
    auto manifest = open_sealed_backup(folder);
    if (manifest["format"] != format_version) {
        throw CommandError("The backup has format " + manifest["format"] + ", this program reads " + format_version +
                           ". Use the version of digilots that wrote it (" + manifest["program"] + ") or a newer one.");
    }
    if (manifest["engine"] != engine_of(settings)) {
        throw CommandError("The backup is of " + manifest["engine"] + ", the settings name " + engine_of(settings) +
                           ". Set database (--database, DIGILOTS_DATABASE) to the same engine.");
    }
    if (std::stoul("0" + manifest["migrations"]) > migrations().size()) {
        throw CommandError("The backup was written by a newer digilots (" + manifest["program"] +
                           "). Install that version first.");
    }
    if (!settings.is_sqlite()) verify_postgres_dump(folder + "/" + postgres_copy);
}

std::string restore(const Settings& settings, const std::string& folder, const base::Clock& clock) {
    verify_backup(settings, folder);
    const auto lock = InstallationLock::take(settings, Hold::alone);
    if (!lock) throw CommandError("A server is running on " + settings.data + ". Stop it, then restore.");
    std::string kept;
    if (settings.is_sqlite()) {
        const auto target = sqlite_file(settings);
        const auto stamp = base::format_utc(clock.now());
        kept = target + ".before-restore-" + stamp.substr(0, 19);
        const bool had_one = files::exists(target);
        restore_sqlite(settings, folder + "/" + sqlite_copy, kept);
        if (!had_one) kept.clear();
    } else {
        refuse_beside_others(settings);
        restore_postgres(settings.database, folder + "/" + postgres_copy);
    }
    const auto former_settings = folder + "/" + settings_copy;
    const auto place = settings.data + "/" + settings_copy;
    if (files::exists(former_settings) && settings.file.empty()) files::copy_file(former_settings, place);
    // Derived from the database: what is there tells of another one.
    for (const auto& folder : {search_folder(settings), figures_search_folder(settings)}) files::remove_all(folder);
    return kept;
}

}  // namespace digilots::app
