// What an operator relies on when the PostgreSQL server restarts, fails over or is slow.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

using namespace std::chrono_literals;

class PostgresOnly : public ::testing::Test, protected SmallDatabase {
protected:
    explicit PostgresOnly(std::chrono::milliseconds wait_limit = 10s) : SmallDatabase(wait_limit) {}

    void SetUp() override {
        if (database->engine() != Engine::postgresql) GTEST_SKIP() << "about PostgreSQL's connections";
    }

    /// Ends every other connection to this test's database, as a restart of the server would.
    void cut_connections() {
        const auto other = open(options);
        other->read([](Connection& c) {
            c.query(
                statement("SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity "
                          "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        });
    }
};

TEST_F(PostgresOnly, ConnectionsLostWhileIdleAreNotNoticed) {
    things();
    cut_connections();
    EXPECT_EQ(things(), 0);
    cut_connections();
    database->write([](Connection& c) { insert_thing(c, "a"); });
    EXPECT_EQ(things(), 1);
}

TEST_F(PostgresOnly, AConnectionLostInTheMiddleRunsTheWriteAgainOnce) {
    int runs = 0;
    database->write([&](Connection& c) {
        insert_thing(c, "a");
        if (++runs == 1) cut_connections();
        insert_thing(c, "b");
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(things(), 2);
}

TEST_F(PostgresOnly, AnUnansweredCommitIsSaidToBeUnknown) {
    try {
        database->write([&](Connection& c) {
            insert_thing(c, "a");
            cut_connections();
        });
        FAIL() << "acknowledged";
    } catch (const DbError& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unavailable);
        EXPECT_NE(std::string(error.what()).find("whether it was kept"), std::string::npos) << error.what();
    }
    EXPECT_EQ(things(), 0);
}

TEST_F(PostgresOnly, ManyRowsOverALostConnectionEndAsAnError) {
    std::vector<std::vector<Value>> rows;
    for (int i = 0; i < 600; ++i) rows.push_back({to_value(std::to_string(i)), Null{}, Null{}, Null{}});
    int runs = 0;
    database->write([&](Connection& c) {
        if (++runs == 1) cut_connections();
        c.execute_many(insert, rows);
    });
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(things(), 600);
}

TEST_F(PostgresOnly, ALostRaceIsRunAgain) {
    database->write([](Connection& c) { c.execute(add, "a", 0); });
    std::atomic<int> runs = 0;
    std::vector<std::jthread> writers;
    std::promise<void> both;
    auto start = both.get_future().share();
    for (int i = 0; i < 2; ++i) {
        writers.emplace_back([&] {
            bool first = true;
            database->write(
                [&](Connection& c) {
                    const std::int64_t n = c.query(select_one, "a").only()->integer("n");
                    ++runs;
                    if (std::exchange(first, false)) start.wait();
                    c.execute(statement("UPDATE thing SET n = $1 WHERE id = 'a'"), n + 1);
                },
                Isolation::deciding);
        });
    }
    while (runs < 2) std::this_thread::yield();
    both.set_value();
    writers.clear();
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(database->read([](Connection& c) { return c.query(select_one, "a").only()->integer("n"); }), 2);
}

TEST_F(PostgresOnly, TextColumnsOrderByBytesWhateverTheDatabasesCollation) {
    database->read([](Connection& c) {
        const Rows rows =
            c.query(statement("SELECT collation_name AS name FROM information_schema.columns "
                              "WHERE table_name = 'thing' AND column_name = 't'"));
        EXPECT_EQ(rows.only()->text("name"), "C");
    });
}

class PostgresShortWait : public PostgresOnly {
protected:
    PostgresShortWait() : PostgresOnly(200ms) {}
};

TEST_F(PostgresShortWait, ALockIsWaitedForNoLongerThanTheLimit) {
    database->write([](Connection& c) { insert_thing(c, "a"); });
    const Statement touch = statement("UPDATE thing SET n = n + 1 WHERE id = 'a'");
    database->write([&](Connection& c) {
        c.execute(touch);
        std::thread([&] {
            EXPECT_EQ(kind_of([&] { database->write([&](Connection& other) { other.execute(touch); }); }),
                      ErrorKind::timeout);
        }).join();
    });
    database->write([&](Connection& c) { c.execute(touch); });
    EXPECT_EQ(database->read([](Connection& c) { return c.query(select_one, "a").only()->integer("n"); }), 3);
}

}  // namespace
}  // namespace digilots::db
