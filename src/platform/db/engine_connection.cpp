#include "platform/db/engine_connection.h"

#include "platform/base/text.h"

namespace digilots::db {
namespace {

void check(const Statement& statement, const std::vector<Value>& parameters) {
    for (const Value& value : parameters) {
        const auto* text = std::get_if<std::string>(&value);
        if (!text) continue;
        if (text->find('\0') != std::string::npos || !base::is_valid_utf8(*text)) {
            throw DbError(
                ErrorKind::constraint,
                std::string(statement.name) + ": a parameter is not storable text (NUL or invalid UTF-8)");
        }
    }
}

}  // namespace

template <class F>
auto EngineConnection::guarded(const Statement& statement, F&& work) {
    if (failure_) {
        throw DbError(ErrorKind::other,
                      std::string(statement.name) +
                          ": runs after a failed statement; let the first error end the transaction");
    }
    try {
        return work();
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

Rows EngineConnection::run(const Statement& statement, std::vector<Value> parameters) {
    return guarded(statement, [&] {
        check(statement, parameters);
        return do_run(statement, parameters);
    });
}

std::int64_t EngineConnection::change(const Statement& statement, std::vector<Value> parameters) {
    return guarded(statement, [&] {
        check(statement, parameters);
        return do_change(statement, parameters);
    });
}

void EngineConnection::execute_many(const Statement& statement, const std::vector<std::vector<Value>>& rows) {
    guarded(statement, [&] {
        for (const auto& row : rows) check(statement, row);
        do_many(statement, rows);
    });
}

void EngineConnection::rethrow_failure() const {
    if (failure_) std::rethrow_exception(failure_);
}

}  // namespace digilots::db
