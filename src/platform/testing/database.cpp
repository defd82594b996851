#include "platform/testing/database.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "platform/base/log.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/embedded_migrations.h"
#include "platform/db/postgres_database.h"

namespace digilots::testing {
namespace {

namespace fs = std::filesystem;

/// In memory where the system has room there: a durable write then costs a test nothing.
fs::path parent_folder() {
    std::error_code error;
    const fs::path memory = "/dev/shm";
    const auto space = fs::space(memory, error);
    return !error && space.available > (256U << 20) ? memory : fs::temp_directory_path();
}

std::string postgres_url() {
    const char* url = std::getenv("DIGILOTS_TEST_POSTGRES");
    if (!url || !*url) {
        throw std::runtime_error(
            "DIGILOTS_TEST_ENGINE is postgresql, so DIGILOTS_TEST_POSTGRES must hold the URL of a server on "
            "which "
            "databases may be created (bin/test sets both)");
    }
    return url;
}

/// The URL with another database's name.
std::string url_of(const std::string& name) {
    std::string url = postgres_url();
    const std::size_t parameters = url.find('?');
    const std::string rest = parameters == std::string::npos ? "" : url.substr(parameters);
    url.resize(std::min(parameters, url.size()));
    const std::size_t authority = url.find("//");
    const std::size_t path = url.find('/', authority + 2);
    if (path != std::string::npos) url.resize(path);
    return url + "/" + name + rest;
}

std::string new_name() {
    std::string name = "digilots_test_";
    for (const char c : base::sha256_hex(base::random_token())) {
        if (name.size() < 34) name += c;
    }
    return name;
}

void migrate_quietly(const db::Options& options) {
    base::set_log_level(base::LogLevel::warning);
    db::open(options)->migrate(db::embedded_migrations());
    base::set_log_level(base::LogLevel::info);
}

/// Made once for each test program, with all migrations applied, and copied for every test.
class Template {
public:
    static const Template& instance() {
        static const Template made;
        return made;
    }

    ~Template() {
        try {
            if (!name_.empty()) db::run_postgres_command(postgres_url(), "DROP DATABASE IF EXISTS " + name_);
        } catch (const std::exception&) {
        }
    }

    fs::path file() const { return folder_.path() / "digilots.db"; }
    const std::string& name() const { return name_; }

private:
    Template() {
        if (engine_under_test() == db::Engine::postgresql) {
            name_ = new_name();
            db::run_postgres_command(postgres_url(), "CREATE DATABASE " + name_ +
                                                         " TEMPLATE template0 ENCODING 'UTF8' "
                                                         "LC_COLLATE 'C' LC_CTYPE 'C'");
            migrate_quietly({.location = url_of(name_), .connections = 1});
        } else {
            migrate_quietly({.data_directory = folder_.path().string()});
        }
    }

    TemporaryFolder folder_;
    std::string name_;
};

/// Owns the place beside the database, so that the caller has one thing to hold.
class OwningDatabase final : public db::Database {
public:
    OwningDatabase() : place_(Schema::migrated), database_(db::open(place_.options())) {}

    db::Engine engine() const override { return database_->engine(); }
    std::vector<std::string> migrate(std::span<const db::Migration> migrations) override {
        return database_->migrate(migrations);
    }
    std::vector<std::string> pending(std::span<const db::Migration> migrations) override {
        return database_->pending(migrations);
    }
    void ping() override { database_->ping(); }
    std::vector<std::string> check_integrity() override { return database_->check_integrity(); }
    void copy_to(const std::string& file) override { database_->copy_to(file); }

protected:
    void run_read(const std::function<void(db::Connection&)>& work) override { database_->read(work); }
    void run_write(const std::function<void(db::Connection&)>& work, db::Isolation isolation) override {
        database_->write(work, isolation);
    }

private:
    DatabasePlace place_;
    std::unique_ptr<db::Database> database_;
};

}  // namespace

TemporaryFolder::TemporaryFolder() : path_(parent_folder() / ("digilots-test-" + base::random_token(12))) {
    fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

DatabasePlace::DatabasePlace(Schema schema) {
    options_.data_directory = folder_.path().string();
    if (engine_under_test() == db::Engine::sqlite) {
        if (schema == Schema::migrated)
            fs::copy_file(Template::instance().file(), folder_.path() / "digilots.db");
        return;
    }
    const std::string name = new_name();
    options_.location = url_of(name);
    const std::string from = schema == Schema::migrated
                                 ? Template::instance().name()
                                 : "template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'";
    // A copy of the files takes a tenth of the time of one through the log (PostgreSQL 15).
    db::run_postgres_command(postgres_url(), "CREATE DATABASE " + name + " STRATEGY file_copy TEMPLATE " + from);
}

DatabasePlace::~DatabasePlace() {
    if (options_.location == "sqlite") return;
    const std::string name = options_.location.substr(options_.location.find("digilots_test_"), 34);
    try {
        db::run_postgres_command(postgres_url(), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    } catch (const std::exception& error) {
        base::log(base::LogLevel::warning, "test database not dropped", {{"error", error.what()}});
    }
}

db::Engine engine_under_test() {
    const char* engine = std::getenv("DIGILOTS_TEST_ENGINE");
    if (!engine || !*engine || std::string_view(engine) == "sqlite") return db::Engine::sqlite;
    if (std::string_view(engine) == "postgresql") return db::Engine::postgresql;
    throw std::runtime_error("DIGILOTS_TEST_ENGINE is neither sqlite nor postgresql");
}

std::unique_ptr<db::Database> fresh_database() {
    return std::make_unique<OwningDatabase>();
}

base::Instant at(std::string_view utc) {
    const auto instant = base::parse_utc(utc);
    if (!instant) throw std::runtime_error("not a time: " + std::string(utc));
    return *instant;
}

}  // namespace digilots::testing
