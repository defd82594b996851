#include "platform/db/sqlite_writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "platform/base/ensure.h"
#include "platform/base/log.h"
#include "platform/db/migrations.h"
#include "platform/db/sql.h"

namespace digilots::db {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_waiting = 4096;
constexpr std::size_t most_in_group = 256;
constexpr auto longest_group = 20ms;
constexpr auto lock_retry = 3ms;
/// Another server may be migrating.
constexpr auto open_wait = 60s;
constexpr int checkpoint_pages = 1000;
constexpr int too_many_pages = 16'000;

std::exception_ptr copy_of(const std::exception_ptr& error, const char* context) {
    try {
        std::rethrow_exception(error);
    } catch (const DbError& known) {
        return std::make_exception_ptr(DbError(known.kind(), context + std::string(known.what())));
    } catch (const std::exception& unknown) {
        return std::make_exception_ptr(DbError(ErrorKind::other, context + std::string(unknown.what())));
    } catch (...) {
        return std::make_exception_ptr(DbError(ErrorKind::other, context + std::string("unknown error")));
    }
}

std::optional<ErrorKind> kind_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const DbError& known) {
        return known.kind();
    } catch (...) {
        return std::nullopt;
    }
}

/// A database has at least one page from its first moment on: an empty file is what is left of one, or none of ours.
void refuse_empty(const std::string& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size > 0) return;
    throw DbError(ErrorKind::corrupt,
                  file + " is empty (0 bytes), as after a full or failing disk. Restore the latest backup: digilots "
                         "restore FOLDER. Only if nothing was ever in it, remove the file and start again.");
}

/// The log holds what was acknowledged last; SQLite would remove it beside a new database.
void refuse_log_alone(const std::string& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0) return;
    if (::stat((file + "-wal").c_str(), &status) != 0 || status.st_size == 0) return;
    throw DbError(ErrorKind::unavailable,
                  file + " is not there, but its log " + file + "-wal is. Put the file back beside it, or restore the latest "
                         "backup: digilots restore FOLDER");
}

/// Before anything of ours is made in it: turning on the log alone would write to it.
void refuse_that_of_another_program(const std::string& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) return;
    const bool has_log = ::stat((file + "-wal").c_str(), &status) == 0 && status.st_size > 0;
    const auto access = has_log ? SqliteConnection::Access::read : SqliteConnection::Access::look;
    std::unique_ptr<SqliteConnection> connection;
    try {
        connection = std::make_unique<SqliteConnection>(file, access, std::chrono::seconds(1));
        connection->query(sql::has_migration_table);
    } catch (const DbError&) {
        return;     // what cannot be read is told by who opens it for writing
    }
    refuse_another_programs(*connection, file);
}

/// One start at a time makes the file; ends with the process whatever happens to it.
class MakingAlone {
public:
    explicit MakingAlone(const std::string& lock)
        : lock_(lock), opened_(::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640)) {
        while (opened_ >= 0 && ::flock(opened_, LOCK_EX) != 0 && errno == EINTR) {}
    }
    ~MakingAlone() {
        if (opened_ >= 0) close(opened_);
    }
    /// Whoever still waits finds the database there.
    void is_made() const { ::unlink(lock_.c_str()); }
    MakingAlone(const MakingAlone&) = delete;
    MakingAlone& operator=(const MakingAlone&) = delete;

private:
    const std::string lock_;
    const int opened_;
};

/// What a start that was cut off has left of a database that was not one yet.
void remove_begun(const std::string& begun) {
    for (const char* part : {"", "-journal", "-wal", "-shm"}) ::unlink((begun + part).c_str());
}

void sync_folder_of(const std::string& file) {
    const auto folder = std::filesystem::absolute(file).parent_path();
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    ::fsync(opened);    // where a file system has no such thing, there is nothing in it to lose yet
    close(opened);
}

/// Where there is none: a file of this name is a database from its first moment on, whenever the process or the machine
/// ends; until then it has another name. Not for others to read. Only a file that is not there yet is touched: closing one
/// that is open elsewhere in this process would take its locks away.
void create_privately(const std::string& file) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) == 0) return;
    const std::string begun = file + "-begun";
    const MakingAlone alone(begun + "-lock");
    if (::lstat(file.c_str(), &status) == 0) return;    // another start has made it meanwhile
    remove_begun(begun);
    const int created = ::open(begun.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
    if (created < 0) {
        if (errno == ENOSPC || errno == EDQUOT) throw DbError(ErrorKind::disk_full, "cannot make " + file + ": the disk is full");
        return;     // told by who opens the file
    }
    close(created);
    try {
        SqliteConnection(begun, SqliteConnection::Access::write, 1s);   // writes the first page
        if (::renameat2(AT_FDCWD, begun.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) != 0 &&
            (errno != EINVAL || ::rename(begun.c_str(), file.c_str()) != 0))
            throw DbError(ErrorKind::unavailable, "cannot make " + file + ": " + std::strerror(errno));
    } catch (...) {
        remove_begun(begun);
        throw;
    }
    alone.is_made();
    sync_folder_of(file);
}

bool concerns_everyone(const std::exception_ptr& error) {
    const auto kind = kind_of(error);
    return kind == ErrorKind::disk_full || kind == ErrorKind::io || kind == ErrorKind::corrupt;
}

}  // namespace

SqliteWriter::SqliteWriter(std::string file, const SqliteFiles& files)
    : file_(std::move(file)), files_(files), lock_(file_ + "-writer") {
    const auto deadline = std::chrono::steady_clock::now() + open_wait;
    while (!lock_.try_lock()) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw DbError(ErrorKind::unavailable, "another program keeps " + file_ + " locked for writing");
        }
        std::this_thread::sleep_for(lock_retry);
    }
    refuse_empty(file_);
    refuse_log_alone(file_);
    refuse_that_of_another_program(file_);
    create_privately(file_);
    open_connection();
    lock_.unlock();
    thread_ = std::thread([this] { loop(); });
}

SqliteWriter::~SqliteWriter() {
    {
        const base::Lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    thread_.join();
    // Closing the last connection checkpoints. Without the lock it is left to whoever holds it.
    if (connection_ && !may_checkpoint()) connection_->keep_log_on_close();
    connection_.reset();
}

void SqliteWriter::write(const Work& work, Moment deadline,
                         std::optional<std::chrono::milliseconds> statement_limit) {
    ENSURE(std::this_thread::get_id() != thread_.get_id());
    Job job{&work, statement_limit, nullptr, {}, {}, false};
    {
        const base::Lock lock(mutex_);
        if (stopping_) throw DbError(ErrorKind::unavailable, "the database is being closed");
        if (waiting_.size() >= most_waiting)
            throw DbError(ErrorKind::unavailable, "too many writes are waiting");
        waiting_.push_back(&job);
    }
    wake_.notify_one();
    base::Lock own(job.mutex);
    if (!job.finished.wait_until(own, deadline, [&]() REQUIRES(job.mutex) { return job.done; })) {
        own.unlock();
        if (withdraw(job))
            throw DbError(ErrorKind::timeout, "the write did not get its turn in time; nothing was written");
        own.lock();
        job.finished.wait(own, [&]() REQUIRES(job.mutex) { return job.done; });
    }
    if (job.error) std::rethrow_exception(job.error);
}

bool SqliteWriter::may_checkpoint() {
    try {
        require_files();
    } catch (const DbError&) {
        return false;   // the log is all that is left to mend the file with
    }
    return lock_.try_lock();
}

void SqliteWriter::require_files() const {
    files_.require_same();
    connection_->require_whole_file(file_);
}

bool SqliteWriter::withdraw(Job& job) {
    const base::Lock lock(mutex_);
    return std::erase(waiting_, &job) > 0;
}

void SqliteWriter::loop() {
    base::Lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [&]() REQUIRES(mutex_) { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        lock.unlock();
        const bool begun = begin();
        if (begun) run_group();
        lock.lock();
        // Somebody else writes to the file. Those who wait go by their own deadlines.
        if (!begun && !waiting_.empty()) wake_.wait_for(lock, lock_retry);
    }
}

bool SqliteWriter::begin() {
    if (!lock_.try_lock()) return false;
    try {
        if (connection_ && connection_->may_only_read()) connection_.reset();     // the file may be mended by now
        if (!connection_) {
            refuse_empty(file_);    // SQLite would begin anew in it
            open_connection();
        }
        connection_->control("BEGIN IMMEDIATE");
        return true;
    } catch (...) {
        lock_.unlock();
        const auto error = std::current_exception();
        if (kind_of(error) == ErrorKind::timeout) return false;
        connection_.reset();
        refuse_waiting(error);
        return false;
    }
}

void SqliteWriter::open_connection() {
    files_.require_same();
    files_.give_side_files_its_mode();
    // Short: how long a write waits for another program's lock is its own affair, not the connection's.
    connection_ = std::make_unique<SqliteConnection>(file_, SqliteConnection::Access::write, 20ms);
}

void SqliteWriter::run_group() {
    const auto end = std::chrono::steady_clock::now() + longest_group;
    Group group;
    for (;;) {
        Group fresh = take(most_in_group - group.size());
        if (fresh.empty()) break;
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            group.push_back(fresh[i]);
            run(*fresh[i]);
            if (connection_->is_in_transaction() && !connection_->is_unwritable()) continue;
            // SQLite has rolled back everything, or will. Those not yet run are still to come.
            group.insert(group.end(), fresh.begin() + static_cast<std::ptrdiff_t>(i) + 1, fresh.end());
            run_again_without(group, *fresh[i]);
            return;
        }
        if (group.size() >= most_in_group || std::chrono::steady_clock::now() > end) break;
    }
    commit(group);
    finish(group);
    checkpoint_if_due();
    lock_.unlock();
}

SqliteWriter::Group SqliteWriter::take(std::size_t most) {
    const base::Lock lock(mutex_);
    const std::size_t count = std::min(most, waiting_.size());
    Group group(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    return group;
}

void SqliteWriter::run(Job& job) {
    connection_->forget_failure();
    connection_->limit_statements(job.statement_limit);
    try {
        connection_->control("SAVEPOINT job");
        (*job.work)(*connection_);
        connection_->rethrow_failure();
        if (connection_->has_open_references()) {
            throw DbError(ErrorKind::constraint,
                          "FOREIGN KEY constraint failed at the end of the transaction");
        }
        connection_->control("RELEASE job");
    } catch (...) {
        job.error = std::current_exception();
        connection_->forget_failure();  // the error is the caller's alone
        if (!connection_->is_in_transaction()) return;
        connection_->try_control("ROLLBACK TO job");
        connection_->try_control("RELEASE job");
    }
}

void SqliteWriter::run_again_without(Group& group, const Job& culprit) {
    if (connection_->is_unwritable() || concerns_everyone(culprit.error)) {
        give_up(group, culprit.error);
    } else {
        const base::Lock lock(mutex_);
        Group failed;
        for (auto job = group.rbegin(); job != group.rend(); ++job) {
            if ((*job)->error) {
                failed.push_back(*job);
            } else {
                waiting_.push_front(*job);
            }
        }
        group = std::move(failed);
    }
    finish(group);
    lock_.unlock();
}

void SqliteWriter::commit(Group& group) {
    connection_->limit_statements(std::nullopt);
    try {
        require_files();
        connection_->control("COMMIT");
    } catch (...) {
        const auto error = std::current_exception();
        connection_->try_control("ROLLBACK");
        give_up(group, error);
    }
}

void SqliteWriter::give_up(Group& group, const std::exception_ptr& error) {
    const bool unknown = kind_of(error) == ErrorKind::io;
    const char* context =
        unknown ? "not acknowledged, and only the disk knows whether it was kept: " : "nothing was written: ";
    for (Job* job : group) {
        if (!job->error) job->error = copy_of(error, context);
    }
    // After a failing disk nothing that this connection remembers can be relied on.
    connection_.reset();
}

void SqliteWriter::finish(Group& group) {
    for (Job* job : group) {
        // Notified while locked: the job lives in its caller's frame and is gone as soon as that sees `done`.
        const base::Lock lock(job->mutex);
        job->done = true;
        job->finished.notify_one();
    }
    group.clear();
}

void SqliteWriter::checkpoint_if_due() {
    if (!connection_ || connection_->log_pages() < checkpoint_pages) return;
    try {
        const bool urgent = connection_->log_pages() > too_many_pages;
        connection_->checkpoint(urgent ? SqliteConnection::Checkpoint::restart
                                       : SqliteConnection::Checkpoint::passive);
        checkpoint_failed_ = false;
    } catch (const DbError& error) {
        // The log keeps everything; the next group tries again.
        if (!std::exchange(checkpoint_failed_, true)) {
            base::log(base::LogLevel::warning, "checkpoint failed", {{"error", error.what()}});
        }
    }
}

void SqliteWriter::refuse_waiting(const std::exception_ptr& error) {
    Group group = take(most_waiting);
    for (Job* job : group) job->error = copy_of(error, "nothing was written: ");
    finish(group);
}

}  // namespace digilots::db
