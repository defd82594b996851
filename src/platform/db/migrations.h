#pragma once
// The numbered history of the schema, applied once each and never changed afterwards.
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/database.h"
#include "platform/db/engine_connection.h"

namespace digilots::db {

/// Runs its argument as one durable transaction without a time limit, while no other server migrates.
using MigrationTransaction = std::function<void(const std::function<void(EngineConnection&)>&)>;

std::vector<std::string> apply_migrations(std::span<const Migration> migrations, Engine engine,
                                          const MigrationTransaction& transaction);
/// Throws DbError other, saying `where` and what to do, where the database holds tables but not ours: it is another program's.
void refuse_another_programs(Connection& connection, const std::string& where);
/// False where there is nothing yet. Refuses as above.
bool holds_our_tables(Connection& connection);
std::vector<std::string> pending_migrations(std::span<const Migration> migrations, Connection& connection);

/// SQLite's types in PostgreSQL's words: INTEGER → BIGINT, INTEGER PRIMARY KEY → an identity, REAL → DOUBLE
/// PRECISION, BLOB → BYTEA, TEXT → TEXT COLLATE "C" (orders by bytes, as SQLite does), STRICT and WITHOUT
/// ROWID away. Only these words in capitals count; strings, quoted names and comments stay as they are.
std::string to_postgres_types(std::string_view script);

}  // namespace digilots::db
