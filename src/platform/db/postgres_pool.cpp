#include "platform/db/postgres_pool.h"

#include <utility>

namespace digilots::db {

PostgresPool::PostgresPool(std::string url, int most, std::chrono::milliseconds wait_limit)
    : url_(std::move(url)), most_(most), wait_limit_(wait_limit) {
    idle_.push_back(std::make_unique<PostgresConnection>(url_, wait_limit_));
}

PostgresPool::Connection PostgresPool::borrow() {
    base::Lock lock(mutex_);
    if (!returned_.wait_for(lock, wait_limit_, [&]() REQUIRES(mutex_) { return lent_ < most_; })) {
        throw DbError(ErrorKind::unavailable,
                      "all " + std::to_string(most_) + " database connections are in use");
    }
    ++lent_;
    if (!idle_.empty()) {
        Connection connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    lock.unlock();
    try {
        return std::make_unique<PostgresConnection>(url_, wait_limit_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void PostgresPool::give_back(Connection connection) {
    std::vector<Connection> closed;
    {
        const base::Lock lock(mutex_);
        --lent_;
        if (connection && connection->is_lost()) {
            closed = std::exchange(idle_, {});
        } else if (connection) {
            idle_.push_back(std::move(connection));
        }
    }
    returned_.notify_one();
}

}  // namespace digilots::db
