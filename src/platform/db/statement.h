#pragma once
// One query text per engine, compiled in from a slice's sql/*.sql (and *.postgres.sql where the engines truly
// differ).

namespace digilots::db {

struct Statement {
    const char* name;      // "directory/find_place"
    const char* sqlite;    // parameters $1, $2 …
    const char* postgres;  // the same text where there is no twin
};

}  // namespace digilots::db
