#include "platform/db/sqlite_database.h"

#include "platform/db/migrations.h"
#include "platform/db/sql.h"
#include "platform/db/sqlite_readers.h"
#include "platform/db/sqlite_writer.h"

namespace digilots::db {
namespace {

constexpr std::chrono::hours migration_limit{1};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& file, const Options& options)
        : file_(file),
          wait_limit_(options.wait_limit),
          files_(file),
          writer_(file, files_),
          readers_(file, files_, options.connections, wait_limit_) {
        files_.remember();
    }

    Engine engine() const override { return Engine::sqlite; }

    std::vector<std::string> migrate(std::span<const Migration> migrations) override {
        if (pending(migrations).empty()) return {};
        return apply_migrations(migrations, Engine::sqlite, [&](const auto& work) {
            writer_.write(work, std::chrono::steady_clock::now() + migration_limit, std::nullopt);
        });
    }

    std::vector<std::string> pending(std::span<const Migration> migrations) override {
        return read([&](Connection& connection) { return pending_migrations(migrations, connection); });
    }

    void ping() override {
        files_.require_same();
        files_.give_side_files_its_mode();
        read([&](Connection& connection) {
            static_cast<SqliteConnection&>(connection).require_whole_file(file_);
            connection.query(sql::ping);
        });
    }

    std::vector<std::string> check_integrity() override {
        SqliteConnection connection(file_, SqliteConnection::Access::read, wait_limit_);
        std::vector<std::string> findings;
        for (const Row row : connection.query(sql::integrity_check)) findings.push_back(row.text("finding"));
        return findings;
    }

    void copy_to(const std::string& file) override {
        SqliteConnection(file_, SqliteConnection::Access::read, wait_limit_).copy_to(file);
    }

protected:
    void run_read(const std::function<void(Connection&)>& work) override { readers_.read(work); }

    void run_write(const std::function<void(Connection&)>& work, Isolation) override {
        writer_.write([&](EngineConnection& connection) { work(connection); },
                      std::chrono::steady_clock::now() + wait_limit_, wait_limit_);
    }

private:
    const std::string file_;
    const std::chrono::milliseconds wait_limit_;
    SqliteFiles files_;
    SqliteWriter writer_;
    SqliteReaders readers_;  // closed before the writer, who then checkpoints
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& file, const Options& options) {
    return std::make_unique<SqliteDatabase>(file, options);
}

}  // namespace digilots::db
