#pragma once
#include <stdexcept>
#include <string>

namespace digilots::db {

enum class ErrorKind {
    unique_violation,  // the row exists already
    constraint,        // foreign key, check, not null
    disk_full,         // writes get 507, reads go on
    unavailable,       // no connection, timeout waiting for one, server going down: 503
    timeout,           // the deadline for a lock or a query passed: 503
    conflict,          // serialization failure or deadlock that retries did not solve: 503
    read_only,         // a write where only reads are allowed
    io,                // failing disk (fsync, read): never acknowledged, 503
    corrupt,           // the file is damaged: see `digilots doctor`
    type_mismatch,     // a column holds another type than asked for, or NULL where none was expected: our bug
    other
};

/// Ends the request. what() is for the log, never for a page; it holds no parameter values.
class DbError : public std::runtime_error {
public:
    DbError(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
    ErrorKind kind() const { return kind_; }

private:
    ErrorKind kind_;
};

}  // namespace digilots::db
