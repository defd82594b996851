#pragma once
// What SQLite lacks and PostgreSQL has.
struct sqlite3;

namespace digilots::db {

/// from_base64(text): its bytes as a BLOB, as PostgreSQL's decode(text, 'base64'): parameters are text, so
/// bytes are written this way. Only in statements, never in a schema.
void add_functions(sqlite3* handle);

}  // namespace digilots::db
