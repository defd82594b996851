#pragma once
// One SQLite connection with its statement cache. Used by one thread at a time.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/engine_connection.h"
#include "platform/db/statement_cache.h"

struct sqlite3;
struct sqlite3_stmt;

namespace digilots::db {

class SqliteConnection final : public EngineConnection {
public:
    enum class Access { read, write, look };

    /// The file must be there. Access::write turns on WAL. Access::look leaves no trace: nothing is made beside the file,
    /// and what stands only in a log beside it is not seen.
    SqliteConnection(const std::string& file, Access access, std::chrono::milliseconds lock_wait);
    ~SqliteConnection() override;

    void run_script(std::string_view script) override;

    /// BEGIN, COMMIT, SAVEPOINT … through the statement cache.
    void control(const char* command);
    /// The same where a failure has no consequence (already rolled back).
    void try_control(const char* command) noexcept;
    /// false after SQLite rolled the whole transaction back by itself (full disk, interruption).
    bool is_in_transaction() const;
    /// True once a write met a file that may only be read: this connection stays like that, a new one may not.
    bool is_unwritable() const { return is_unwritable_; }
    /// The file might not be written when this connection opened it: it stays like that too.
    bool may_only_read() const;
    /// Throws FileTrouble where the open file was cut off or overwritten by something else.
    void require_whole_file(const std::string& file);
    /// A deferred foreign key that would make COMMIT fail.
    bool has_open_references() const;
    /// How long one statement may run from now on; nullopt: no limit.
    void limit_statements(std::optional<std::chrono::milliseconds> limit) { statement_limit_ = limit; }

    /// Pages in the write-ahead log after the last commit.
    int log_pages() const { return log_pages_; }
    enum class Checkpoint { passive, restart };
    void checkpoint(Checkpoint kind);
    /// Closing will leave the write-ahead log as it is.
    void keep_log_on_close();
    /// Everything this connection sees, into a new file.
    void copy_to(const std::string& file);

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> parameters;  // by SQLite's index: which $n
        int highest = 0;
    };
    class Use;

    Rows do_run(const Statement& statement, const std::vector<Value>& parameters) override;
    std::int64_t do_change(const Statement& statement, const std::vector<Value>& parameters) override;
    void do_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) override;

    void open(const std::string& file, Access access, std::chrono::milliseconds lock_wait);
    void configure(Access access, std::chrono::milliseconds lock_wait);
    Prepared& prepared(const char* name, std::string_view text);
    void bind(const char* name, const Prepared& prepared, const std::vector<Value>& parameters);
    [[noreturn]] void fail(const char* name, int code) const;

    const Access access_;
    sqlite3* handle_ = nullptr;
    StatementCache<Prepared> cache_;
    std::optional<std::chrono::milliseconds> statement_limit_;
    std::chrono::steady_clock::time_point statement_end_{};
    int log_pages_ = 0;
    std::int64_t whole_size_ = 0;  // of the file when it was last seen whole
    mutable bool is_unwritable_ = false;
};

}  // namespace digilots::db
