#pragma once
// The one thread that writes to a SQLite database. Waiting writes are committed together (group commit).
#include <chrono>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "platform/base/mutex.h"
#include "platform/db/sqlite_connection.h"
#include "platform/db/sqlite_files.h"
#include "platform/db/writer_lock.h"

namespace digilots::db {

class SqliteWriter {
public:
    using Work = std::function<void(EngineConnection&)>;
    using Moment = std::chrono::steady_clock::time_point;

    /// Opens (and creates) the file before it returns.
    SqliteWriter(std::string file, const SqliteFiles& files);
    /// Waits for what has been handed in.
    ~SqliteWriter();

    /// Returns when `work` is durable. Work that has not begun at `deadline` never runs and ends as
    /// DbError(timeout); once begun, its definite result is waited for.
    void write(const Work& work, Moment deadline, std::optional<std::chrono::milliseconds> statement_limit);

private:
    struct Job {
        const Work* work;
        std::optional<std::chrono::milliseconds> statement_limit;
        std::exception_ptr error;
        base::Mutex mutex;
        base::Condition finished;
        bool done GUARDED_BY(mutex) = false;
    };
    using Group = std::vector<Job*>;

    bool withdraw(Job& job);
    void loop();
    bool begin();
    void open_connection();
    void require_files() const;
    bool may_checkpoint();
    void run_group();
    Group take(std::size_t most);
    void run(Job& job);
    void run_again_without(Group& group, const Job& culprit);
    void commit(Group& group);
    void give_up(Group& group, const std::exception_ptr& error);
    void finish(Group& group);
    void checkpoint_if_due();
    void refuse_waiting(const std::exception_ptr& error);

    const std::string file_;
    const SqliteFiles& files_;
    WriterLock lock_;
    std::unique_ptr<SqliteConnection> connection_;  // touched by the thread only, once it runs
    bool checkpoint_failed_ = false;

    base::Mutex mutex_;
    base::Condition wake_;
    std::deque<Job*> waiting_ GUARDED_BY(mutex_);
    bool stopping_ GUARDED_BY(mutex_) = false;
    std::thread thread_;
};

}  // namespace digilots::db
