#include "platform/db/migrations.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/db/embedded_migrations.h"
#include "platform/db/sql.h"
#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

using Names = std::vector<std::string>;

const Migration one{
    1, "0001_one",
    "CREATE TABLE one (id TEXT PRIMARY KEY, n INTEGER) STRICT;\nINSERT INTO one VALUES ('a;b', 1);", nullptr};
const Migration two{2, "0002_two", "ALTER TABLE one ADD COLUMN t TEXT NOT NULL DEFAULT '';", nullptr};
const Migration broken{
    2, "0002_two", "CREATE TABLE two (id TEXT PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (1);", nullptr};

std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const DbError& error) {
        return error.what();
    }
    return "nothing was thrown";
}

class Migrations : public ::testing::Test {
protected:
    Migrations() : place(testing::Schema::empty), database(open(place.options())) {}

    Names migrate(std::vector<Migration> migrations) { return database->migrate(migrations); }
    Names pending(std::vector<Migration> migrations) { return database->pending(migrations); }

    testing::DatabasePlace place;
    std::unique_ptr<Database> database;
};

TEST_F(Migrations, ApplyWhatIsMissingInOrder) {
    EXPECT_EQ(pending({one, two}), (Names{"0001_one", "0002_two"}));
    EXPECT_EQ(migrate({one}), (Names{"0001_one"}));
    EXPECT_EQ(pending({one, two}), (Names{"0002_two"}));
    EXPECT_EQ(migrate({one, two}), (Names{"0002_two"}));
    EXPECT_EQ(migrate({one, two}), Names{});
    EXPECT_EQ(pending({one, two}), Names{});
}

TEST_F(Migrations, RefuseAFileThatWasChangedAfterwards) {
    migrate({one});
    Migration changed = one;
    changed.text = "CREATE TABLE one (id TEXT) STRICT;";
    const std::string message = message_of([&] { migrate({changed, two}); });
    EXPECT_NE(message.find("migrations/0001_one.sql was changed"), std::string::npos) << message;
    EXPECT_NE(message.find("new migration"), std::string::npos) << message;
    EXPECT_EQ(pending({one, two}), (Names{"0002_two"}));
}

TEST_F(Migrations, RefuseADatabaseThatIsNewerOrAnothers) {
    migrate({one, two});
    EXPECT_NE(message_of([&] { migrate({one}); }).find("newer than this program"), std::string::npos);
    EXPECT_NE(message_of([&] { pending({one}); }).find("0002_two"), std::string::npos);
    Migration other = two;
    other.name = "0002_other";
    EXPECT_NE(message_of([&] {
                  migrate({one, other});
              }).find("another program or branch"),
              std::string::npos);
}

TEST_F(Migrations, RefuseADatabaseThatHoldsTheTablesOfAnotherProgram) {
    database->write([](Connection& c) { c.execute(statement("CREATE TABLE customer (id TEXT)")); });
    for (const std::string& message : {message_of([&] { migrate({one}); }), message_of([&] { pending({one}); })}) {
        EXPECT_NE(message.find("no database of Digilots"), std::string::npos) << message;
        EXPECT_NE(message.find("the table customer"), std::string::npos) << message;
        EXPECT_NE(message.find("DIGILOTS_DATABASE"), std::string::npos) << message;
    }
    const auto tables = [this] {
        return database->read([](Connection& c) { return c.query(sql::has_migration_table).only()->integer("tables"); });
    };
    EXPECT_EQ(tables(), 0) << "nothing was made in it";
    database->write([](Connection& c) { c.execute(statement("DROP TABLE customer")); });
    EXPECT_EQ(migrate({one}).size(), 1U) << "an empty one is taken";
    database->write([](Connection& c) { c.execute(statement("CREATE TABLE customer (id TEXT)")); });
    EXPECT_EQ(migrate({one, two}).size(), 1U) << "ours stays ours";
}

TEST_F(Migrations, TakeBackWholeWhatFailsHalfWay) {
    const std::string message = message_of([&] { migrate({one, broken}); });
    EXPECT_NE(message.find("0002_two failed and was taken back"), std::string::npos) << message;
    EXPECT_EQ(pending({one, broken}), (Names{"0002_two"}));
    const Statement of_two = statement("SELECT id FROM two");
    EXPECT_EQ(kind_of([&] { database->read([&](Connection& c) { c.query(of_two); }); }), ErrorKind::other);
}

TEST_F(Migrations, OfTheProductApplyToAnEmptyDatabase) {
    EXPECT_EQ(database->migrate(embedded_migrations()).size(), embedded_migrations().size());
    EXPECT_TRUE(database->pending(embedded_migrations()).empty());
    EXPECT_TRUE(database->check_integrity().empty());
}

TEST(MigrationsAtOnce, SeveralServersStartTogether) {
    const testing::DatabasePlace place(testing::Schema::empty);
    std::vector<pid_t> servers;
    for (int i = 0; i < 4; ++i) {
        const pid_t server = fork();
        ASSERT_GE(server, 0);
        if (server == 0) {
            int code = 1;
            try {
                const auto database = open(place.options());
                database->migrate(std::vector<Migration>{one, two});
                const Rows rows =
                    database->read([](Connection& c) { return c.query(statement("SELECT id, t FROM one")); });
                code =
                    rows.size() == 1 && database->pending(std::vector<Migration>{one, two}).empty() ? 0 : 2;
            } catch (const std::exception& error) {
                fprintf(stderr, "%s\n", error.what());
            }
            _exit(code);
        }
        servers.push_back(server);
    }
    for (const pid_t server : servers) {
        int status = 0;
        waitpid(server, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "exit status " << status;
    }
}

TEST(ToPostgresTypes, TranslatesTypesAndNothingElse) {
    EXPECT_EQ(
        to_postgres_types(
            "CREATE TABLE a (\n    id TEXT PRIMARY KEY, -- an INTEGER once\n    n INTEGER NOT NULL, x REAL,\n"
            "    b BLOB, text TEXT DEFAULT 'TEXT INTEGER', \"REAL\" INTEGER\n) STRICT;"),
        "CREATE TABLE a (\n    id TEXT COLLATE \"C\" PRIMARY KEY, -- an INTEGER once\n    n BIGINT NOT NULL, "
        "x DOUBLE PRECISION,\n"
        "    b BYTEA, text TEXT COLLATE \"C\" DEFAULT 'TEXT INTEGER', \"REAL\" BIGINT\n);");
    EXPECT_EQ(to_postgres_types("CREATE TABLE a (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"),
              "CREATE TABLE a (id TEXT COLLATE \"C\" PRIMARY KEY);");
    EXPECT_EQ(to_postgres_types("id INTEGER PRIMARY KEY, CHECK (CAST(a AS TEXT) <> '')"),
              "id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, CHECK (CAST(a AS TEXT) <> '')");
    EXPECT_EQ(to_postgres_types("/* REAL */ 'it''s TEXT' å"), "/* REAL */ 'it''s TEXT' å");
}

}  // namespace
}  // namespace digilots::db
