#include "platform/db/sqlite_readers.h"

namespace digilots::db {

SqliteReaders::SqliteReaders(std::string file, const SqliteFiles& files, int most, std::chrono::milliseconds wait_limit)
    : file_(std::move(file)), files_(files), most_(most), wait_limit_(wait_limit) {
    // One reader stays open for as long as the database does: the shared index of the write-ahead log then
    // outlives a writer that is reopened after a failing disk, and what was never acknowledged does not come
    // back with it.
    idle_.push_back(open_connection());
    idle_.front()->run_script("SELECT 1 FROM sqlite_master");
}

void SqliteReaders::read(const std::function<void(Connection&)>& work) {
    auto connection = borrow();
    try {
        connection->forget_failure();
        connection->control("BEGIN");
        work(*connection);
        connection->rethrow_failure();
        connection->control("COMMIT");
    } catch (...) {
        connection->try_control("ROLLBACK");
        connection->forget_failure();
        give_back(std::move(connection));
        throw;
    }
    give_back(std::move(connection));
}

std::unique_ptr<SqliteConnection> SqliteReaders::borrow() {
    base::Lock lock(mutex_);
    if (!returned_.wait_for(lock, wait_limit_, [&]() REQUIRES(mutex_) { return !idle_.empty() || lent_ < most_; })) {
        throw DbError(ErrorKind::unavailable,
                      "all " + std::to_string(most_) + " reading connections are in use");
    }
    ++lent_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    lock.unlock();
    try {
        return open_connection();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

std::unique_ptr<SqliteConnection> SqliteReaders::open_connection() const {
    auto connection = std::make_unique<SqliteConnection>(file_, SqliteConnection::Access::read, wait_limit_);
    connection->limit_statements(wait_limit_);
    files_.require_same();      // else it would read of another file for as long as it lives
    return connection;
}

void SqliteReaders::give_back(std::unique_ptr<SqliteConnection> connection) {
    {
        const base::Lock lock(mutex_);
        --lent_;
        if (connection) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace digilots::db
