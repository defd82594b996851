#include "platform/db/postgres_connection.h"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>

#include "platform/base/ensure.h"
#include "platform/db/coverage.h"
#include "platform/db/postgres_values.h"

namespace digilots::db {
namespace {

constexpr std::size_t cached_postgres_statements = 256;
/// Answers to one chunk fit into the socket's buffers, so that neither side waits for the other to read.
constexpr std::size_t pipeline_chunk = 256;
/// The server ends a late statement by itself; this much later the connection counts as lost.
constexpr std::chrono::seconds grace{2};

void check_url(const std::string& url) {
    PQconninfoOption* options = PQconninfoParse(url.c_str(), nullptr);
    if (!options) {
        throw DbError(ErrorKind::unavailable,
                      "the database URL cannot be read; it looks like postgresql://user@host:5432/digilots");
    }
    PQconninfoFree(options);
}

std::string first_line(std::string_view text) {
    return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

void PostgresConnection::Cleared::operator()(pg_result* result) const {
    PQclear(result);
}

PostgresConnection::PostgresConnection(const std::string& url, std::chrono::milliseconds wait_limit)
    : wait_limit_(wait_limit), cache_(cached_postgres_statements) {
    check_url(url);
    try {
        connect(url);
    } catch (...) {
        PQfinish(handle_);
        throw;
    }
}

PostgresConnection::~PostgresConnection() {
    PQfinish(handle_);
}

void PostgresConnection::connect(const std::string& url) {
    const std::string milliseconds = std::to_string(wait_limit_.count());
    const std::string seconds = std::to_string(std::max<long long>(2, (wait_limit_.count() + 999) / 1000));
    const char* names[] = {
        "dbname",           "connect_timeout", "fallback_application_name", "client_encoding",
        "tcp_user_timeout", "keepalives_idle", "keepalives_interval",       nullptr};
    const char* values[] = {url.c_str(), seconds.c_str(), "digilots", "UTF8", "10000", "30", "5", nullptr};
    handle_ = PQconnectdbParams(names, values, 1);
    if (!handle_ || PQstatus(handle_) != CONNECTION_OK) {
        throw DbError(ErrorKind::unavailable,
                      "cannot connect to PostgreSQL: " +
                          first_line(handle_ ? PQerrorMessage(handle_) : "out of memory"));
    }
    PQsetNoticeProcessor(
        handle_, [](void*, const char*) {}, nullptr);
    run_script(
        "SET TIME ZONE 'UTC'; SET standard_conforming_strings = on; SET bytea_output = 'hex';"
        "SET statement_timeout = " +
        milliseconds + "; SET lock_timeout = " + milliseconds +
        // Acknowledged means durable, also where the server's own setting is faster.
        "; SELECT set_config('synchronous_commit', 'on', false) "
        "WHERE current_setting('synchronous_commit') = 'off'");
}

void PostgresConnection::run_script(std::string_view script) {
    if (!PQsendQuery(handle_, std::string(script).c_str())) fail_lost("script");
    finish("script");
}

void PostgresConnection::commit() {
    const Statement commit{"COMMIT", "COMMIT", "COMMIT"};
    if (!PQsendQuery(handle_, commit.postgres)) fail_lost(commit.name);
    Result result;
    try {
        result = finish(commit.name);
    } catch (const DbError& error) {
        if (!is_lost()) throw;
        throw DbError(
            ErrorKind::unavailable,
            "the connection was lost while committing, and only the server knows whether it was kept: " +
                std::string(error.what()));
    }
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT") {
        throw DbError(ErrorKind::other, "the server took the transaction back");
    }
}

void PostgresConnection::rollback() noexcept {
    forget_failure();
    unlimited_ = false;
    try {
        if (!is_lost() && PQtransactionStatus(handle_) != PQTRANS_IDLE) run_script("ROLLBACK");
        if (!is_lost() && PQtransactionStatus(handle_) != PQTRANS_IDLE) gave_up_ = true;
    } catch (...) {
        gave_up_ = true;
    }
}

bool PostgresConnection::is_lost() const {
    return gave_up_ || PQstatus(handle_) != CONNECTION_OK;
}

void PostgresConnection::lift_limits() {
    unlimited_ = true;
    run_script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
}

Rows PostgresConnection::do_run(const Statement& statement, const std::vector<Value>& parameters) {
    const Result result = execute(statement, parameters);
    const int columns = PQnfields(result.get());
    const int count = PQntuples(result.get());
    Rows rows;
    for (int column = 0; column < columns; ++column) rows.columns.emplace_back(PQfname(result.get(), column));
    rows.values.resize(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row) {
        auto& values = rows.values[static_cast<std::size_t>(row)];
        values.reserve(static_cast<std::size_t>(columns));
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result.get(), row, column)) {
                values.emplace_back(Null{});
                continue;
            }
            const std::string_view text(PQgetvalue(result.get(), row, column),
                                        static_cast<std::size_t>(PQgetlength(result.get(), row, column)));
            values.push_back(from_postgres_text(PQftype(result.get(), column), text));
        }
    }
    return rows;
}

std::int64_t PostgresConnection::do_change(const Statement& statement, const std::vector<Value>& parameters) {
    const Result result = execute(statement, parameters);
    if (std::string_view(PQcmdStatus(result.get())).starts_with("SELECT")) return 0;
    const std::string_view count = PQcmdTuples(result.get());
    return count.empty() ? 0 : std::get<std::int64_t>(from_postgres_text(20, count));
}

void PostgresConnection::do_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) {
    if (rows.empty()) return;
    const std::string name = prepared(statement);
    if (!PQenterPipelineMode(handle_)) fail_lost(statement.name);
    Result failed;
    for (std::size_t from = 0; from < rows.size() && !failed; from += pipeline_chunk) {
        const std::size_t to = std::min(rows.size(), from + pipeline_chunk);
        send_chunk(statement, name, rows, from, to);
        // One result and one end mark for each row, then the synchronisation.
        for (;;) {
            Result result = next_result(statement.name);
            if (!result && PQstatus(handle_) == CONNECTION_OK) continue;
            if (!result) break;
            const ExecStatusType status = PQresultStatus(result.get());
            if (status == PGRES_PIPELINE_SYNC) break;
            if (status == PGRES_FATAL_ERROR && !failed) failed = std::move(result);
            if (PQstatus(handle_) != CONNECTION_OK) break;
        }
        if (PQstatus(handle_) != CONNECTION_OK) break;
    }
    if (PQstatus(handle_) == CONNECTION_OK && !PQexitPipelineMode(handle_)) gave_up_ = true;
    if (failed) fail(statement.name, failed.get());
    if (is_lost()) fail_lost(statement.name);
}

void PostgresConnection::send_chunk(const Statement& statement, const std::string& prepared,
                                    const std::vector<std::vector<Value>>& rows, std::size_t from,
                                    std::size_t to) {
    for (std::size_t row = from; row < to; ++row) send(statement.name, prepared, rows[row]);
    if (!PQpipelineSync(handle_)) fail_lost(statement.name);
}

const std::string& PostgresConnection::prepared(const Statement& statement) {
    if (const std::string* known = cache_.find(statement.postgres)) return *known;
    if (cache_.is_full()) run_script("DEALLOCATE " + cache_.take_oldest());
    const std::string name = "d" + std::to_string(++next_name_);
    if (!PQsendPrepare(handle_, name.c_str(), statement.postgres, 0, nullptr)) fail_lost(statement.name);
    finish(statement.name);
    record_coverage(statement.name);
    return cache_.add(statement.postgres, name);
}

PostgresConnection::Result PostgresConnection::execute(const Statement& statement,
                                                       const std::vector<Value>& parameters) {
    send(statement.name, prepared(statement), parameters);
    return finish(statement.name);
}

void PostgresConnection::send(const char* name, const std::string& prepared,
                              const std::vector<Value>& parameters) {
    Texts texts;
    texts.reserve(parameters.size());
    std::vector<const char*> pointers;
    pointers.reserve(parameters.size());
    for (const Value& value : parameters) {
        texts.push_back(to_postgres_text(value));
        pointers.push_back(texts.back() ? texts.back()->c_str() : nullptr);
    }
    if (!PQsendQueryPrepared(handle_, prepared.c_str(), static_cast<int>(pointers.size()), pointers.data(),
                             nullptr, nullptr, 0)) {
        fail_lost(name);
    }
}

PostgresConnection::Result PostgresConnection::finish(const char* name) {
    Result last;
    Result failed;
    while (Result result = next_result(name)) {
        auto& kept = PQresultStatus(result.get()) == PGRES_FATAL_ERROR && !failed ? failed : last;
        kept = std::move(result);
        if (PQstatus(handle_) != CONNECTION_OK) break;
    }
    if (failed) fail(name, failed.get());
    if (!last) fail_lost(name);
    return last;
}

PostgresConnection::Result PostgresConnection::next_result(const char* name) {
    const auto deadline = std::chrono::steady_clock::now() + wait_limit_ + grace;
    while (PQisBusy(handle_)) {
        int wait = -1;
        if (!unlimited_) {
            const auto left = deadline - std::chrono::steady_clock::now();
            wait = static_cast<int>(
                std::max<long long>(0, std::chrono::ceil<std::chrono::milliseconds>(left).count()));
        }
        pollfd descriptor{PQsocket(handle_), POLLIN, 0};
        const int ready = poll(&descriptor, 1, wait);
        if (ready == 0 || (ready < 0 && errno != EINTR)) {
            gave_up_ = true;
            throw DbError(ErrorKind::unavailable, std::string(name) + ": PostgreSQL does not answer");
        }
        if (ready > 0 && !PQconsumeInput(handle_)) break;
    }
    return Result(PQgetResult(handle_));
}

void PostgresConnection::fail(const char* name, const pg_result* result) {
    const char* field = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (!field) fail_lost(name);
    const std::string state = field;
    const char* primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string message = primary ? primary : "";
    // Some messages quote the value: a log holds none.
    if (state.starts_with("22")) message = "a value does not fit its column or function";
    ErrorKind kind = kind_of_sqlstate(state);
    if (state == "0A000" && message.find("cached plan") != std::string::npos) {
        // Another server has just migrated: the statements are prepared anew on a new connection.
        gave_up_ = true;
        kind = ErrorKind::conflict;
    }
    throw DbError(kind, std::string(name) + ": " + message + " (PostgreSQL " + state + ")");
}

void PostgresConnection::fail_lost(const char* name) {
    gave_up_ = true;
    throw DbError(ErrorKind::unavailable, std::string(name) + ": the connection to PostgreSQL is lost: " +
                                              first_line(PQerrorMessage(handle_)));
}

}  // namespace digilots::db
