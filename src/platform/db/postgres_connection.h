#pragma once
// One PostgreSQL connection with its prepared statements. Used by one thread at a time.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/engine_connection.h"
#include "platform/db/statement_cache.h"

struct pg_conn;
struct pg_result;

namespace digilots::db {

class PostgresConnection final : public EngineConnection {
public:
    /// Throws DbError(unavailable) with the server's reason; never with the password.
    PostgresConnection(const std::string& url, std::chrono::milliseconds wait_limit);
    ~PostgresConnection() override;

    void run_script(std::string_view script) override;

    /// Throws DbError(conflict, constraint …) when the server took everything back, and DbError(unavailable)
    /// that says so when the connection was lost and only the server knows.
    void commit();
    /// Makes the connection fit for the next transaction; where that fails it is lost.
    void rollback() noexcept;
    bool is_lost() const;
    /// For the current transaction: no limit for its statements (a migration).
    void lift_limits();

private:
    struct Cleared {
        void operator()(pg_result* result) const;
    };
    using Result = std::unique_ptr<pg_result, Cleared>;
    using Texts = std::vector<std::optional<std::string>>;

    Rows do_run(const Statement& statement, const std::vector<Value>& parameters) override;
    std::int64_t do_change(const Statement& statement, const std::vector<Value>& parameters) override;
    void do_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) override;

    void connect(const std::string& url);
    const std::string& prepared(const Statement& statement);
    Result execute(const Statement& statement, const std::vector<Value>& parameters);
    void send(const char* name, const std::string& prepared, const std::vector<Value>& parameters);
    void send_chunk(const Statement& statement, const std::string& prepared,
                    const std::vector<std::vector<Value>>& rows, std::size_t from, std::size_t to);
    /// The last result of what was sent; throws for the first failed one.
    Result finish(const char* name);
    /// nullptr between two commands and at the end.
    Result next_result(const char* name);
    [[noreturn]] void fail(const char* name, const pg_result* result);
    [[noreturn]] void fail_lost(const char* name);

    pg_conn* handle_ = nullptr;
    std::chrono::milliseconds wait_limit_;
    bool unlimited_ = false;
    bool gave_up_ = false;
    StatementCache<std::string> cache_;
    int next_name_ = 0;
};

}  // namespace digilots::db
