#pragma once
// The reading connections of a SQLite database: opened when needed, bounded, waited for no longer than the
// limit.
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/mutex.h"
#include "platform/db/sqlite_connection.h"
#include "platform/db/sqlite_files.h"

namespace digilots::db {

class SqliteReaders {
public:
    SqliteReaders(std::string file, const SqliteFiles& files, int most, std::chrono::milliseconds wait_limit);

    /// Inside a read transaction: one snapshot for everything that `work` asks.
    void read(const std::function<void(Connection&)>& work);

private:
    std::unique_ptr<SqliteConnection> borrow();
    std::unique_ptr<SqliteConnection> open_connection() const;
    void give_back(std::unique_ptr<SqliteConnection> connection);

    const std::string file_;
    const SqliteFiles& files_;
    const int most_;
    const std::chrono::milliseconds wait_limit_;
    base::Mutex mutex_;
    base::Condition returned_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_ GUARDED_BY(mutex_);
    int lent_ GUARDED_BY(mutex_) = 0;
};

}  // namespace digilots::db
