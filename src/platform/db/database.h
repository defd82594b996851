#pragma once
// The one door to stored data: SQLite (default) or PostgreSQL, told apart by nobody above this line.
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "platform/db/connection.h"

namespace digilots::db {

enum class Engine { sqlite, postgresql };

/// What a write needs to be kept apart from on PostgreSQL. SQLite writes run one after the other anyhow.
enum class Isolation {
    /// READ COMMITTED: each statement sees what is committed when it starts, and `ON CONFLICT … DO UPDATE SET
    /// n = n + excluded.n` counts right however many do it at once. What must be unique has a UNIQUE
    /// constraint.
    usual,
    /// SERIALIZABLE: for a write that reads, decides and then writes ("not the last administrator"). Everyone
    /// who
    /// decides the same question uses it too; a lost race runs again.
    deciding,
};

struct Options {
    /// "sqlite" (file digilots.db inside data_directory), "sqlite:/path/file.db" or "postgresql://…".
    std::string location = "sqlite";
    std::string data_directory = ".";
    /// Readers at the same time (SQLite), connections in all (PostgreSQL).
    int connections = 8;
    /// How long a request may wait for a connection, a lock or a write before it ends as DbError(timeout or
    /// unavailable). One statement may also run no longer than this.
    std::chrono::milliseconds wait_limit{5000};
};

struct Migration {
    int number;
    const char* name;      // "0001_municipality"
    const char* text;      // SQLite types; translated for PostgreSQL
    const char* postgres;  // a twin, or nullptr
};

class Database {
public:
    virtual ~Database() = default;

    /// A consistent snapshot. Never blocks on writers. `work` may not write (DbError read_only).
    template <class F>
    auto read(F&& work) -> std::invoke_result_t<F, Connection&> {
        using R = std::invoke_result_t<F, Connection&>;
        if constexpr (std::is_void_v<R>) {
            run_read([&](Connection& connection) { work(connection); });
        } else {
            std::optional<R> result;
            run_read([&](Connection& connection) { result.emplace(work(connection)); });
            return std::move(*result);
        }
    }

    /// A transaction. Returns only when it is durable; an exception out of `work` rolls back and comes out
    /// here. `work` may run again (lost race on PostgreSQL), so it changes nothing but the connection and its
    /// own result. SQLite: runs on the one writing thread, committed together with others that wait (group
    /// commit); keep it short. An error means: not acknowledged. timeout, unavailable (before it began),
    /// conflict, disk_full, constraint kinds mean that nothing was kept. After io, or unavailable while
    /// committing, the disk or the lost server alone knows whether it was kept (the message says so); ask
    /// again by key before repeating. Never write from inside a write.
    template <class F>
    auto write(F&& work, Isolation isolation = Isolation::usual) -> std::invoke_result_t<F, Connection&> {
        using R = std::invoke_result_t<F, Connection&>;
        if constexpr (std::is_void_v<R>) {
            write_and_announce([&](Connection& connection) { work(connection); }, isolation);
        } else {
            std::optional<R> result;
            write_and_announce([&](Connection& connection) { result.emplace(work(connection)); }, isolation);
            return std::move(*result);
        }
    }

    using Listener = std::function<void(const std::vector<Announcement>&)>;
    /// Hears what each durable transaction of this object announced, on the writer's thread before its write()
    /// returns. Set before others write; nullptr: nobody listens any more. It may not throw.
    void on_announced(Listener listener) { listener_ = std::move(listener); }

    virtual Engine engine() const = 0;
    /// Applies what is missing, in order, each in its own transaction, safe when several servers start at
    /// once. Returns the names applied. Refuses (DbError other, message says what to do) when an applied file
    /// has changed or the database is newer than this program.
    virtual std::vector<std::string> migrate(std::span<const Migration> migrations) = 0;
    /// Names not applied yet, without applying.
    virtual std::vector<std::string> pending(std::span<const Migration> migrations) = 0;
    /// Cheap liveness for /readyz: throws DbError when a query does not get through.
    virtual void ping() = 0;
    /// Empty when the engine's own integrity check finds nothing, else what it said.
    virtual std::vector<std::string> check_integrity() = 0;
    /// SQLite: a consistent copy to `file` while writing goes on; holds every write that returned before the
    /// call. An existing file is replaced at once when the copy is whole and durable, or not at all.
    /// PostgreSQL: not here (pg_dump, see app/backup).
    virtual void copy_to(const std::string& file) = 0;

protected:
    virtual void run_read(const std::function<void(Connection&)>& work) = 0;
    virtual void run_write(const std::function<void(Connection&)>& work, Isolation isolation) = 0;

private:
    void write_and_announce(const std::function<void(Connection&)>& work, Isolation isolation);
    Listener listener_;
};

/// Throws DbError(unavailable) with a message naming what is wrong with the location.
std::unique_ptr<Database> open(const Options& options);

}  // namespace digilots::db
