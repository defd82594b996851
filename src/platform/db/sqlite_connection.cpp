#include "platform/db/sqlite_connection.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "platform/base/ensure.h"
#include "platform/db/coverage.h"
#include "platform/db/sqlite_files.h"
#include "platform/db/sqlite_functions.h"

namespace digilots::db {
namespace {

constexpr std::size_t cached_sqlite_statements = 128;

void configure_library() {
    static std::once_flag once;
    // Each connection belongs to one thread at a time, and counting every allocation costs a global lock.
    std::call_once(once, [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    });
}

bool is_out_of_space(int system_error) {
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

ErrorKind kind_of(int code, int system_error) {
    const int primary = code & 0xff;
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
        code == SQLITE_CONSTRAINT_ROWID) {
        return ErrorKind::unique_violation;
    }
    if ((primary == SQLITE_IOERR || primary == SQLITE_CANTOPEN) && is_out_of_space(system_error)) {
        return ErrorKind::disk_full;
    }
    // The shared memory beside the file could not be made longer; SQLite does not keep the system's reason.
    if (code == SQLITE_IOERR_SHMSIZE) return ErrorKind::disk_full;
    switch (primary) {
        case SQLITE_CONSTRAINT:
            return ErrorKind::constraint;
        case SQLITE_MISMATCH:
            return ErrorKind::constraint;
        case SQLITE_FULL:
            return ErrorKind::disk_full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_INTERRUPT:
            return ErrorKind::timeout;
        case SQLITE_READONLY:
            return ErrorKind::read_only;
        case SQLITE_IOERR:
        case SQLITE_PROTOCOL:
            return ErrorKind::io;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorKind::corrupt;
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return ErrorKind::unavailable;
        default:
            return ErrorKind::other;
    }
}

Value value_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, column);
        case SQLITE_NULL:
            return Null{};
        default: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            return bytes ? std::string(bytes, size) : std::string();
        }
    }
}

/// The header of the file format: its name, the size of a page, how many there are.
std::int64_t size_by_header(const std::array<unsigned char, 100>& header) {
    if (!std::equal(header.begin(), header.begin() + 16, "SQLite format 3")) return -1;
    const std::int64_t size = header[16] << 8 | header[17], page = size == 1 ? 65536 : size;
    std::int64_t pages = 0;
    for (int i = 28; i < 32; ++i) pages = pages << 8 | header[static_cast<std::size_t>(i)];
    return page * pages;
}

void make_durable(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && fsync(file) == 0;
    if (file >= 0) close(file);
    if (!synced) throw DbError(ErrorKind::io, "cannot make " + path.string() + " durable");
}

}  // namespace

/// Binds on entry; resets and lets go of the parameters whatever happens.
class SqliteConnection::Use {
public:
    Use(SqliteConnection& connection, const Statement& statement)
        : connection_(connection),
          name_(statement.name),
          prepared_(connection.prepared(name_, statement.sqlite)) {
        if (connection.statement_limit_) {
            connection.statement_end_ = std::chrono::steady_clock::now() + *connection.statement_limit_;
        }
    }
    ~Use() {
        sqlite3_reset(prepared_.statement);
        sqlite3_clear_bindings(prepared_.statement);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

    void bind(const std::vector<Value>& parameters) {
        sqlite3_reset(prepared_.statement);
        connection_.bind(name_, prepared_, parameters);
    }

    bool step() {
        const int code = sqlite3_step(prepared_.statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE) connection_.fail(name_, code);
        return code == SQLITE_ROW;
    }

    sqlite3_stmt* get() const { return prepared_.statement; }

private:
    SqliteConnection& connection_;
    const char* name_;
    Prepared& prepared_;
};

SqliteConnection::SqliteConnection(const std::string& file, Access access,
                                   std::chrono::milliseconds lock_wait)
    : access_(access), cache_(cached_sqlite_statements) {
    configure_library();
    try {
        open(file, access, lock_wait);
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

SqliteConnection::~SqliteConnection() {
    while (!cache_.is_empty()) sqlite3_finalize(cache_.take_oldest().statement);
    sqlite3_close_v2(handle_);
}

void SqliteConnection::open(const std::string& file, Access access, std::chrono::milliseconds lock_wait) {
    const int flags =
        (access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | (access == Access::look ? SQLITE_OPEN_URI : 0);
    const auto name = access == Access::look ? address_without_trace(file) : file;
    if (const int code = sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_NOMUTEX, nullptr)) {
        fail("open", code);
    }
    sqlite3_extended_result_codes(handle_, 1);
    configure(access, lock_wait);
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0) whole_size_ = status.st_size;
}

void SqliteConnection::configure(Access access, std::chrono::milliseconds lock_wait) {
    sqlite3_busy_timeout(handle_, static_cast<int>(lock_wait.count()));
    add_functions(handle_);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    // No memory map: an unreadable page would then end the process instead of one request.
    run_script(
        "PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; "
        "PRAGMA case_sensitive_like = ON; PRAGMA secure_delete = ON;");
    if (access == Access::write) {
        run_script(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -4096; "
            "PRAGMA journal_size_limit = 67108864;");
        // Replaces SQLite's own checkpoint after each commit: the writer decides when.
        const auto remember = [](void* connection, sqlite3*, const char*, int pages) {
            static_cast<SqliteConnection*>(connection)->log_pages_ = pages;
            return SQLITE_OK;
        };
        sqlite3_wal_hook(handle_, remember, this);
    } else {
        run_script("PRAGMA query_only = ON; PRAGMA cache_size = -1024;");
    }
    const auto is_late = [](void* connection) {
        const auto& self = *static_cast<SqliteConnection*>(connection);
        return self.statement_limit_ && std::chrono::steady_clock::now() > self.statement_end_ ? 1 : 0;
    };
    sqlite3_progress_handler(handle_, 10'000, is_late, this);
}

void SqliteConnection::run_script(std::string_view script) {
    const std::string text(script);
    if (statement_limit_) statement_end_ = std::chrono::steady_clock::now() + *statement_limit_;
    if (const int code = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr)) fail("script", code);
}

void SqliteConnection::control(const char* command) {
    Use use(*this, Statement{command, command, command});
    use.step();
}

void SqliteConnection::try_control(const char* command) noexcept {
    sqlite3_exec(handle_, command, nullptr, nullptr, nullptr);
}

bool SqliteConnection::is_in_transaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

bool SqliteConnection::may_only_read() const { return sqlite3_db_readonly(handle_, "main") == 1; }

void SqliteConnection::require_whole_file(const std::string& file) {
    // Through SQLite's own descriptor: closing another one would take its locks away.
    sqlite3_file* open = nullptr;
    sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&open));
    if (!open || !open->pMethods) return;
    std::array<unsigned char, 100> header{};
    sqlite3_int64 size = 0;
    const int code = open->pMethods->xRead(open, header.data(), static_cast<int>(header.size()), 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) throw FileTrouble(ErrorKind::io, file, "cannot be read");
    open->pMethods->xFileSize(open, &size);
    const auto expected = size_by_header(header);
    // Smaller than its header says is usual while somebody brings the log over: the first page goes first. Smaller than
    // it was is not, unless the header says so, too (VACUUM).
    const bool is_cut_off = size < expected && size < whole_size_;
    if (code != SQLITE_OK || expected < 0 || is_cut_off)
        throw FileTrouble(ErrorKind::corrupt, file, "was cut off or overwritten while it was in use");
    whole_size_ = size;
}

bool SqliteConnection::has_open_references() const {
    int open = 0;
    int highest = 0;
    sqlite3_db_status(handle_, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0);
    return open != 0;
}

Rows SqliteConnection::do_run(const Statement& statement, const std::vector<Value>& parameters) {
    Use use(*this, statement);
    use.bind(parameters);
    Rows rows;
    bool more = use.step();
    const int columns = sqlite3_column_count(use.get());
    for (int i = 0; i < columns; ++i) rows.columns.emplace_back(sqlite3_column_name(use.get(), i));
    for (; more; more = use.step()) {
        auto& row = rows.values.emplace_back();
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i) row.push_back(value_at(use.get(), i));
    }
    return rows;
}

std::int64_t SqliteConnection::do_change(const Statement& statement, const std::vector<Value>& parameters) {
    Use use(*this, statement);
    use.bind(parameters);
    while (use.step()) {
    }
    return sqlite3_stmt_readonly(use.get()) ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::do_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) {
    Use use(*this, statement);
    for (const auto& row : rows) {
        use.bind(row);
        while (use.step()) {
        }
    }
}

SqliteConnection::Prepared& SqliteConnection::prepared(const char* name, std::string_view text) {
    if (Prepared* known = cache_.find(text)) return *known;
    Prepared fresh;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &fresh.statement, &rest);
    if (code != SQLITE_OK) fail(name, code);
    ENSURE(fresh.statement != nullptr);
    const int count = sqlite3_bind_parameter_count(fresh.statement);
    for (int i = 1; i <= count; ++i) {
        const char* parameter = sqlite3_bind_parameter_name(fresh.statement, i);
        const int number = parameter && *parameter == '$' ? std::atoi(parameter + 1) : 0;
        if (number < 1) {
            sqlite3_finalize(fresh.statement);
            throw base::Bug(std::string(name) + ": parameters are written $1, $2 …");
        }
        fresh.parameters.push_back(number);
        fresh.highest = std::max(fresh.highest, number);
    }
    if (cache_.is_full()) sqlite3_finalize(cache_.take_oldest().statement);
    record_coverage(name);
    return cache_.add(text, std::move(fresh));
}

void SqliteConnection::bind(const char* name, const Prepared& prepared,
                            const std::vector<Value>& parameters) {
    if (static_cast<std::size_t>(prepared.highest) != parameters.size()) {
        throw base::Bug(std::string(name) + ": takes " + std::to_string(prepared.highest) +
                        " parameters, was given " + std::to_string(parameters.size()));
    }
    for (std::size_t i = 0; i < prepared.parameters.size(); ++i) {
        const Value& value = parameters[static_cast<std::size_t>(prepared.parameters[i] - 1)];
        const int index = static_cast<int>(i) + 1;
        int code = SQLITE_OK;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            code = sqlite3_bind_int64(prepared.statement, index, *whole);
        } else if (const auto* number = std::get_if<double>(&value)) {
            code = sqlite3_bind_double(prepared.statement, index, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            // The parameters outlive the statement's run, so nothing is copied.
            code = sqlite3_bind_text64(prepared.statement, index, text->data(), text->size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        } else {
            code = sqlite3_bind_null(prepared.statement, index);
        }
        if (code != SQLITE_OK) fail(name, code);
    }
}

void SqliteConnection::fail(const char* name, int code) const {
    const int system_error = handle_ ? sqlite3_system_errno(handle_) : 0;
    const int extended = handle_ ? sqlite3_extended_errcode(handle_) : code;
    const int exact = (extended & 0xff) == (code & 0xff) ? extended : code;
    const std::string message = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
    ErrorKind kind = kind_of(exact, system_error);
    // A write in a read is our bug; a file that the writer itself may not write is the surroundings' fault.
    const bool is_ours = access_ == Access::read && exact == SQLITE_READONLY;
    if (kind == ErrorKind::read_only && !is_ours) {
        kind = ErrorKind::unavailable;
        is_unwritable_ = true;
    }
    throw DbError(kind,
                  std::string(name) + ": " + message + " (SQLite " + std::to_string(exact) + ")");
}

void SqliteConnection::checkpoint(Checkpoint kind) {
    const int mode = kind == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_RESTART;
    const int code = sqlite3_wal_checkpoint_v2(handle_, nullptr, mode, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) fail("checkpoint", code);
}

void SqliteConnection::keep_log_on_close() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void SqliteConnection::copy_to(const std::string& file) {
    namespace fs = std::filesystem;
    const fs::path part = file + ".part";
    std::error_code ignored;
    fs::remove(part, ignored);
    sqlite3* copy = nullptr;
    int code = sqlite3_open_v2(part.c_str(), &copy,
                               SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_backup* backup = sqlite3_backup_init(copy, "main", handle_, "main");
        code = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(copy);
        if (backup)
            code =
                code == SQLITE_DONE ? sqlite3_backup_finish(backup) : (sqlite3_backup_finish(backup), code);
    }
    // One file that stands alone: without the write-ahead log's mark until somebody opens it for writing.
    if (code == SQLITE_OK)
        code = sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
    const ErrorKind kind = kind_of(code, copy ? sqlite3_system_errno(copy) : 0);
    sqlite3_close_v2(copy);
    if (code != SQLITE_OK) {
        fs::remove(part, ignored);
        throw DbError(kind, "cannot copy the database to " + file + ": " + sqlite3_errstr(code));
    }
    make_durable(part);
    std::error_code failed;
    fs::rename(part, file, failed);
    if (failed) throw DbError(ErrorKind::io, "cannot replace " + file + ": " + failed.message());
    make_durable(fs::absolute(file).parent_path());
}

}  // namespace digilots::db
