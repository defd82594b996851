// Many at once, the same promises on both engines.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

class Concurrency : public ::testing::Test, protected SmallDatabase {};

void run_threads(int count, const std::function<void(int)>& work) {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < count; ++thread) threads.emplace_back(work, thread);
}

TEST_F(Concurrency, ManyWritersCountExactly) {
    run_threads(16, [&](int thread) {
        for (int i = 0; i < 25; ++i) {
            database->write([&](Connection& c) {
                insert_thing(c, std::to_string(thread) + "-" + std::to_string(i));
                c.execute(add, "total", 1);
                c.execute(add, i % 2 ? "odd" : "even", 1);
            });
        }
    });
    EXPECT_EQ(things(), 403);
    const auto counted = [&](const char* id) {
        return database->read([&](Connection& c) { return c.query(select_one, id).only()->integer("n"); });
    };
    EXPECT_EQ(counted("total"), 400);
    EXPECT_EQ(counted("odd"), 192);
}

TEST_F(Concurrency, OneFailingWriteTakesNobodyWithIt) {
    std::atomic<int> failed = 0;
    run_threads(16, [&](int thread) {
        for (int i = 0; i < 10; ++i) {
            try {
                database->write([&](Connection& c) {
                    insert_thing(c, std::to_string(thread) + "-" + std::to_string(i));
                    if (i % 2) insert_thing(c, std::to_string(thread) + "-0");
                });
            } catch (const DbError& error) {
                EXPECT_EQ(error.kind(), ErrorKind::unique_violation);
                ++failed;
            }
        }
    });
    EXPECT_EQ(failed, 80);
    EXPECT_EQ(things(), 80);
}

TEST_F(Concurrency, WhoDecidesSeesWhatOthersDecided) {
    database->write([](Connection& c) {
        for (const char* id : {"a", "b", "c", "d"}) insert_thing(c, id);
    });
    // "Not the last one": each looks how many are left before it takes one away.
    run_threads(4, [&](int thread) {
        const std::string id(1, static_cast<char>('a' + thread));
        try {
            database->write(
                [&](Connection& c) {
                    if (c.query(statement("SELECT COUNT(*) AS n FROM thing WHERE n = 1"))
                            .only()
                            ->integer("n") > 1) {
                        c.execute(statement("UPDATE thing SET n = 0 WHERE id = $1"), id);
                    }
                },
                Isolation::deciding);
        } catch (const DbError& error) {
            EXPECT_EQ(error.kind(), ErrorKind::conflict);
        }
    });
    database->read([](Connection& c) {
        EXPECT_GE(c.query(statement("SELECT COUNT(*) AS n FROM thing WHERE n = 1")).only()->integer("n"), 1);
    });
}

TEST_F(Concurrency, AReaderSeesWholeTransactions) {
    std::atomic<bool> stop = false;
    std::jthread writer([&] {
        while (!stop) {
            database->write([](Connection& c) {
                c.execute(add, "left", 1);
                c.execute(add, "right", 1);
            });
        }
    });
    const Statement both = statement("SELECT COALESCE(SUM(n), 0) AS n FROM thing WHERE id = $1");
    for (int i = 0; i < 200; ++i) {
        database->read([&](Connection& c) {
            const std::int64_t left = c.query(both, "left").only()->integer("n");
            EXPECT_EQ(left, c.query(both, "right").only()->integer("n"));
        });
    }
    stop = true;
}

TEST_F(Concurrency, MoreReadersThanConnectionsTakeTurns) {
    run_threads(24, [&](int) {
        for (int i = 0; i < 20; ++i) EXPECT_EQ(things(), 0);
    });
}

class ShortWait : public ::testing::Test, protected SmallDatabase {
protected:
    ShortWait() : SmallDatabase(std::chrono::milliseconds(150)) {}
};

TEST_F(ShortWait, ReadersDoNotWaitForEverForAConnection) {
    std::function<void(int)> hold = [&](int depth) {
        database->read([&](Connection&) {
            if (depth < options.connections) {
                hold(depth + 1);
            } else {
                EXPECT_EQ(kind_of([&] { things(); }), ErrorKind::unavailable);
            }
        });
    };
    hold(1);
    EXPECT_EQ(things(), 0);
}

TEST_F(ShortWait, AnEndlessStatementEndsAsTimeoutAndTheNextWorks) {
    const Statement endless = statement(
        "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT COUNT(*) AS n FROM c WHERE "
        "n < 0");
    EXPECT_EQ(kind_of([&] { database->read([&](Connection& c) { c.query(endless); }); }), ErrorKind::timeout);
    EXPECT_EQ(kind_of([&] { database->write([&](Connection& c) { c.query(endless); }); }),
              ErrorKind::timeout);
    database->write([](Connection& c) { insert_thing(c, "a"); });
    EXPECT_EQ(things(), 1);
}

}  // namespace
}  // namespace digilots::db
