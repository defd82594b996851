#pragma once
// A database that counts how often it is read: what is kept in memory is not read again.
#include <atomic>

#include "platform/db/database.h"

namespace digilots::testing {

class CountingDatabase final : public db::Database {
public:
    explicit CountingDatabase(db::Database& counted) : counted_(counted) {}

    /// How many reads since the last call.
    int take_reads() { return reads_.exchange(0); }

    db::Engine engine() const override { return counted_.engine(); }
    std::vector<std::string> migrate(std::span<const db::Migration> migrations) override {
        return counted_.migrate(migrations);
    }
    std::vector<std::string> pending(std::span<const db::Migration> migrations) override {
        return counted_.pending(migrations);
    }
    void ping() override { counted_.ping(); }
    std::vector<std::string> check_integrity() override { return counted_.check_integrity(); }
    void copy_to(const std::string& file) override { counted_.copy_to(file); }

protected:
    void run_read(const std::function<void(db::Connection&)>& work) override {
        ++reads_;
        counted_.read([&](db::Connection& connection) { work(connection); });
    }
    void run_write(const std::function<void(db::Connection&)>& work, db::Isolation isolation) override {
        counted_.write([&](db::Connection& connection) { work(connection); }, isolation);
    }

private:
    db::Database& counted_;
    std::atomic<int> reads_ = 0;
};

}  // namespace digilots::testing
