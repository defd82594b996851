#pragma once
// PostgreSQL's text format and our values, both ways without loss.
#include <optional>
#include <string>
#include <string_view>

#include "platform/db/connection.h"

namespace digilots::db {

/// nullopt is NULL.
std::optional<std::string> to_postgres_text(const Value& value);
/// `type`: the column's type number (pg_type.oid). A whole NUMERIC (the sum of integers) becomes an integer.
Value from_postgres_text(unsigned type, std::string_view text);
/// From a SQLSTATE such as "23505".
ErrorKind kind_of_sqlstate(std::string_view state);

}  // namespace digilots::db
