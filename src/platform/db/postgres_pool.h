#pragma once
// The connections to one PostgreSQL database: opened when needed, bounded, waited for no longer than the
// limit.
#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "platform/base/mutex.h"
#include "platform/db/postgres_connection.h"

namespace digilots::db {

class PostgresPool {
public:
    PostgresPool(std::string url, int most, std::chrono::milliseconds wait_limit);

    using Connection = std::unique_ptr<PostgresConnection>;
    /// Throws DbError(unavailable) when all are in use for too long or the server cannot be reached.
    Connection borrow();
    /// Outside a transaction. A lost one is closed, and the idle ones with it: they were lost by the same
    /// cause.
    void give_back(Connection connection);

private:
    const std::string url_;
    const int most_;
    const std::chrono::milliseconds wait_limit_;
    base::Mutex mutex_;
    base::Condition returned_;
    std::vector<Connection> idle_ GUARDED_BY(mutex_);
    int lent_ GUARDED_BY(mutex_) = 0;
};

}  // namespace digilots::db
