#pragma once
// What the tests of this folder share: a small schema and short names for statements.
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/db/database.h"
#include "platform/testing/database.h"

namespace digilots::db {

constexpr Statement statement(const char* text) {
    return {"test", text, text};
}

inline const Migration first_migration{
    1, "0001_thing",
    "CREATE TABLE thing (id TEXT PRIMARY KEY, n INTEGER, x REAL, t TEXT) STRICT;\n"
    "CREATE TABLE part (id TEXT PRIMARY KEY, thing_id TEXT NOT NULL REFERENCES thing (id)\n"
    "    DEFERRABLE INITIALLY DEFERRED, n INTEGER NOT NULL CHECK (n >= 0)) STRICT;",
    nullptr};

inline const Statement insert = statement("INSERT INTO thing (id, n, x, t) VALUES ($1, $2, $3, $4)");
inline const Statement select_one = statement("SELECT n, x, t FROM thing WHERE id = $1");
inline const Statement count = statement("SELECT COUNT(*) AS things FROM thing");
inline const Statement add = statement(
    "INSERT INTO thing (id, n) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET n = thing.n + excluded.n");

inline void insert_thing(Connection& connection, const std::string& id) {
    connection.execute(insert, id, 1, 1.0, "x");
}

/// The kind of the DbError that `work` ends with; nothing when it ends well.
inline std::optional<ErrorKind> kind_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const DbError& error) {
        return error.kind();
    }
    return std::nullopt;
}

/// A database with the small schema; `place` lets a test open it a second time.
class SmallDatabase {
protected:
    explicit SmallDatabase(std::chrono::milliseconds wait_limit = std::chrono::seconds(10))
        : place(testing::Schema::empty), options(place.options()) {
        options.wait_limit = wait_limit;
        database = open(options);
        database->migrate({&first_migration, 1});
    }

    std::int64_t things() {
        return database->read([](Connection& c) { return c.query(count).only()->integer("things"); });
    }

    testing::DatabasePlace place;
    Options options;
    std::unique_ptr<Database> database;
};

}  // namespace digilots::db
