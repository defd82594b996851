#include "platform/db/migrations.h"

#include <optional>

#include "platform/base/clock.h"
#include "platform/base/log.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/db/sql.h"

namespace digilots::db {
namespace {

std::string checksum_of(const Migration& migration) {
    std::string text = migration.text;
    if (migration.postgres) text += std::string("\n-- PostgreSQL\n") + migration.postgres;
    return base::sha256_hex(text);
}

[[noreturn]] void refuse(const std::string& message) {
    throw DbError(ErrorKind::other, message);
}

/// Refuses a history that is not the beginning of ours; returns how many of ours are applied.
std::size_t count_applied(std::span<const Migration> migrations, const Rows& applied) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const std::string name = applied[i].text("name");
        if (i >= migrations.size()) {
            refuse("the database is newer than this program: it has the migration " + name +
                   ", which this program does not know. Start the newer program again, or restore a backup "
                   "from before.");
        }
        const Migration& ours = migrations[i];
        if (applied[i].integer("number") != ours.number || name != ours.name) {
            refuse("the database has the migration " + name + " where this program has " + ours.name +
                   ". It belongs to another program or branch: start that one, or use another database.");
        }
        if (applied[i].text("checksum") != checksum_of(ours)) {
            refuse("migrations/" + name +
                   ".sql was changed after it had been applied to this database. Put the applied "
                   "text back, and write the change as a new migration with the next number.");
        }
    }
    return applied.size();
}

/// Applies the next missing one; nullopt when there is none.
std::optional<std::string> apply_next(std::span<const Migration> migrations, Engine engine,
                                      EngineConnection& connection) {
    connection.execute(sql::create_migration_table);
    const std::size_t applied = count_applied(migrations, connection.query(sql::applied_migrations));
    if (applied == migrations.size()) return std::nullopt;
    const Migration& next = migrations[applied];
    try {
        if (engine == Engine::sqlite) {
            connection.run_script(next.text);
        } else {
            connection.run_script(next.postgres ? std::string(next.postgres) : to_postgres_types(next.text));
        }
    } catch (const DbError& error) {
        throw DbError(error.kind(),
                      "migration " + std::string(next.name) + " failed and was taken back: " + error.what());
    }
    connection.execute(sql::record_migration, next.number, next.name, checksum_of(next),
                       base::format_utc(base::SystemClock().now()));
    return next.name;
}

bool is_word(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// The text up to the end of a string, quoted name or comment that starts at `at`; at + 1 for anything else.
std::size_t end_of_opaque(std::string_view text, std::size_t at) {
    const auto behind = [&](std::string_view closing, std::size_t from) {
        const std::size_t found = text.find(closing, from);
        return found == std::string_view::npos ? text.size() : found + closing.size();
    };
    if (text[at] == '\'' || text[at] == '"') return behind(text.substr(at, 1), at + 1);
    if (text.substr(at, 2) == "--") return behind("\n", at);
    if (text.substr(at, 2) == "/*") return behind("*/", at + 2);
    return at + 1;
}

class TypeTranslation {
public:
    explicit TypeTranslation(std::string_view script) : rest_(script) {}

    std::string run() {
        while (!rest_.empty()) {
            if (is_word(rest_.front())) {
                word(take_word());
            } else {
                const std::size_t end = end_of_opaque(rest_, 0);
                out_ += rest_.substr(0, end);
                rest_.remove_prefix(end);
            }
        }
        return std::move(out_);
    }

private:
    std::string_view take_word() {
        std::size_t end = 0;
        while (end < rest_.size() && is_word(rest_[end])) ++end;
        const std::string_view word = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return word;
    }

    /// Takes the words when they come next, spaces between them ignored.
    bool follows(std::initializer_list<std::string_view> words) {
        const std::string_view before = rest_;
        for (const std::string_view word : words) {
            while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n')) rest_.remove_prefix(1);
            if (take_word() != word) {
                rest_ = before;
                return false;
            }
        }
        return true;
    }

    void word(std::string_view word) {
        if (word == "INTEGER") {
            out_ += follows({"PRIMARY", "KEY"}) ? "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"
                                                : "BIGINT";
        } else if (word == "REAL") {
            out_ += "DOUBLE PRECISION";
        } else if (word == "BLOB") {
            out_ += "BYTEA";
        } else if (word == "TEXT" && previous_ != "AS") {
            out_ += "TEXT COLLATE \"C\"";
        } else if (word == "STRICT" || (word == "WITHOUT" && follows({"ROWID"}))) {
            drop_comma();
        } else {
            out_ += word;
        }
        previous_ = word;
    }

    /// Of ") STRICT, WITHOUT ROWID": neither may leave its comma.
    void drop_comma() {
        std::string_view ahead = rest_;
        while (!ahead.empty() && ahead.front() == ' ') ahead.remove_prefix(1);
        if (!ahead.empty() && ahead.front() == ',') rest_ = ahead.substr(1);
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    }

    std::string_view rest_;
    std::string_view previous_;
    std::string out_;
};

}  // namespace

std::vector<std::string> apply_migrations(std::span<const Migration> migrations, Engine engine,
                                          const MigrationTransaction& transaction) {
    std::vector<std::string> names;
    for (;;) {
        std::optional<std::string> applied;
        transaction(
            [&](EngineConnection& connection) { applied = apply_next(migrations, engine, connection); });
        if (!applied) return names;
        base::log(base::LogLevel::info, "migration applied", {{"migration", *applied}});
        names.push_back(std::move(*applied));
    }
}

void refuse_another_programs(Connection& connection, const std::string& where) {
    const Rows found = connection.query(sql::table_of_another_program);
    const auto table = found.only();
    if (!table) return;
    refuse(where + " is no database of Digilots: it holds the table " + table->text("name") +
           " and none of Digilots' own. Nothing was written to it. Name another data folder (--data, DIGILOTS_DATA) or "
           "another database (--database, DIGILOTS_DATABASE), new or empty. If this was Digilots' own once, restore the "
           "latest backup to a new place: digilots restore FOLDER");
}

bool holds_our_tables(Connection& connection) {
    refuse_another_programs(connection, "The database");
    return connection.query(sql::has_migration_table).only()->integer("tables") > 0;
}

std::vector<std::string> pending_migrations(std::span<const Migration> migrations, Connection& connection) {
    std::size_t applied = 0;
    if (holds_our_tables(connection)) applied = count_applied(migrations, connection.query(sql::applied_migrations));
    std::vector<std::string> names;
    for (const Migration& migration : migrations.subspan(applied)) names.emplace_back(migration.name);
    return names;
}

std::string to_postgres_types(std::string_view script) {
    return TypeTranslation(script).run();
}

}  // namespace digilots::db
