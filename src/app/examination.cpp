#include "app/examination.h"

#include <sys/stat.h>

#include <filesystem>

#include "app/application.h"
#include "app/command.h"
#include "app/installation.h"
#include "app/mail.h"
#include "app/migrations.h"
#include "app/own_jobs.h"
#include "app/sql.h"
#include "app/writing.h"
#include "platform/base/reason.h"
#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/register/check_table.h"
#include "platform/register/records.h"

namespace digilots::app {

namespace {

constexpr std::uintmax_t megabyte = 1024 * 1024;
constexpr std::uintmax_t least_space = 200 * megabyte, comfortable_space = 1024 * megabyte;

Finding examine_settings(const Settings& settings) {
    const auto source = settings.file.empty() ? std::string("no settings file") : settings.file;
    if (!settings.file.empty()) {
        struct stat status {};
        if (::stat(settings.file.c_str(), &status) == 0 && (status.st_mode & S_IROTH) && !settings.is_sqlite()) {
            return {
                Health::hint, "settings",
                source + " may be read by everyone and can hold the database password: chmod 640 " + source};
        }
    }
    return {Health::good, "settings", source + "; data " + settings.data + "; listens on " + settings.listen};
}

Finding examine_rate_limits(const Settings& settings) {
    if (settings.rate_limits) return {Health::good, "rate limits", "on"};
    return {Health::hint, "rate limits",
            "off: meant for load tests. Take rate_limits (DIGILOTS_RATE_LIMITS) away in production."};
}

Finding examine_source(const Settings& settings) {
    if (!settings.source_address.empty()) return {Health::good, "source code", settings.source_address};
    return {Health::hint, "source code",
            "the licence gives everybody who uses these pages a right to it. Set source_address "
            "(DIGILOTS_SOURCE_ADDRESS) to where it is; until then /program tells them to ask the municipality."};
}

Finding examine_space(const Settings& settings) {
    std::error_code error;
    const auto space = std::filesystem::space(settings.data, error);
    if (error)
        return {Health::wrong, "disk",
                settings.data + ": " + error.message() + ". Make the folder or correct the setting data."};
    const auto free = std::to_string(space.available / megabyte) + " MB free in " + settings.data;
    if (space.available < least_space)
        return {Health::wrong, "disk",
                free + ": writing will soon fail. Free some space or move the folder."};
    if (space.available < comfortable_space) return {Health::hint, "disk", free + ": free some space before it runs out."};
    return {Health::good, "disk", free};
}

Finding examine_time_zones() {
    for (const char* zone : {"Europe/Stockholm", "Europe/Oslo"}) {
        if (!base::is_known_zone(zone)) {
            return {Health::wrong, "time zones",
                    std::string(zone) + " is not known here. Install the zone data (Debian: tzdata)."};
        }
    }
    return {Health::good, "time zones", "Europe/Stockholm and Europe/Oslo are known"};
}

Finding examine_engine(db::Database& database) {
    const auto version = database.read([](db::Connection& connection) {
        return connection.query(sql::engine_version).only()->text("version");
    });
    if (database.engine() == db::Engine::sqlite) return {Health::good, "database", "SQLite " + version};
    if (std::atoi(version.c_str()) < 15) {
        return {Health::wrong, "database", "PostgreSQL " + version + " is too old. Use PostgreSQL 15 or newer."};
    }
    return {Health::good, "database", "PostgreSQL " + version};
}

Finding examine_writing(const Settings& settings, db::Database& database) {
    const auto trouble = trouble_with_writing(settings, database);
    if (trouble.reason.empty()) return {Health::good, "writing", "the database may be written"};
    return {Health::wrong, "writing",
            trouble.where + ": " + trouble.reason +
                ". Writes answer 503 until it may be written again; no restart is needed then. Look at the mount and at "
                "the owner and mode of the file."};
}

Finding examine_migrations(db::Database& database) {
    const auto pending = database.pending(migrations());
    if (!pending.empty()) {
        return {Health::wrong, "migrations", std::to_string(pending.size()) + " are missing, first " + pending.front() +
                                                 ". Run: digilots migrate"};
    }
    return {Health::good, "migrations", std::to_string(migrations().size()) + " applied"};
}

Finding examine_integrity(db::Database& database) {
    const auto complaints = database.check_integrity();
    if (complaints.empty()) return {Health::good, "integrity", "the database's own check finds nothing"};
    return {Health::wrong, "integrity",
            complaints.front() + ". Stop the server and restore the latest backup: digilots restore FOLDER"};
}

/// Each register's table is as it is declared.
Finding examine_registers(Application& application) {
    for (const auto* records : all_of(application.slices, &Slice::registers)) {
        const auto faults = application.database.read([&](db::Connection& connection) {
            return register_::faults_of_table(connection, records->declaration());
        });
        if (faults.empty()) continue;
        return {Health::wrong, "registers", faults.front() + " This program and the database do not fit: run digilots migrate."};
    }
    return {Health::good, "registers", "their tables are as declared"};
}

void examine_content(Application& application, std::vector<Finding>& findings) {
    findings.push_back(examine_registers(application));
    for (const auto& slice : application.slices) {
        if (!slice.examine) continue;
        for (auto& finding : slice.examine()) findings.push_back(std::move(finding));
    }
    for (const auto& id : application.not_searchable()) {
        findings.push_back({Health::hint, "search index",
                            "cannot take " + base::cut(id, 120) + ": give it a shorter id. All else is found."});
    }
}

}  // namespace

std::vector<Finding> examine(const Settings& settings, const base::Clock& clock) {
    std::vector<Finding> findings{examine_settings(settings), examine_rate_limits(settings), examine_source(settings),
                                  examine_mail(settings)};
    if (const auto missing = missing_database(settings); !missing.empty()) {
        findings.push_back({Health::wrong, "database", missing});   // opening it would make an empty one
        return findings;
    }
    std::unique_ptr<db::Database> database;
    try {
        findings.push_back(examine_space(settings));   // first: a full disk may be why the rest fails
        database = open_database(settings);
        findings.push_back(examine_time_zones());
        findings.push_back(examine_engine(*database));
        findings.push_back(examine_writing(settings, *database));
        findings.push_back(examine_migrations(*database));
        if (findings.back().health == Health::wrong) return findings;
        findings.push_back(examine_integrity(*database));
        Application application(*database, search_folder(settings), clock, {.mail_server = {.url = settings.smtp_url}});
        examine_content(application, findings);
        for (auto& finding : examine_mailbox(settings, application.municipalities)) findings.push_back(std::move(finding));
        for (auto& finding : examine_jobs(*database, all_jobs(application, settings), clock.now()))
            findings.push_back(std::move(finding));
    } catch (...) {
        findings.push_back({Health::wrong, database ? "data" : "database", base::reason_of_current_exception()});
    }
    return findings;
}

}  // namespace digilots::app
