#pragma once
// PostgreSQL's own tools for copying a database: pg_dump and pg_restore, custom format.
#include <string>

namespace digilots::app {

/// All three throw CommandError with what the tool said.
void dump_postgres(const std::string& url, const std::string& file);
void verify_postgres_dump(const std::string& file);
/// Replaces what is in the database, all or nothing.
void restore_postgres(const std::string& url, const std::string& file);

/// "postgresql://user:secret@host/name" → the URL without the password, and the password with %-escapes resolved.
struct SplitUrl {
    std::string url, password;
};
SplitUrl split_password(const std::string& url);

}  // namespace digilots::app
