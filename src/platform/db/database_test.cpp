// What every slice may rely on, the same on both engines.
#include "platform/db/database.h"

#include <gtest/gtest.h>

#include <limits>

#include "platform/base/ensure.h"
#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

class DatabaseTest : public ::testing::Test, protected SmallDatabase {};

TEST_F(DatabaseTest, KeepsEveryValueExactly) {
    const std::int64_t least = std::numeric_limits<std::int64_t>::min();
    database->write([&](Connection& c) {
        c.execute(insert, "least", least, 0.1, "å 🙂 '; DROP TABLE thing; --");
        c.execute(insert, "most", std::numeric_limits<std::int64_t>::max(), 1e300, "");
        c.execute(insert, "none", std::nullopt, std::optional<double>(), Null{});
    });
    database->read([&](Connection& c) {
        const Rows first = c.query(select_one, "least");
        EXPECT_EQ(first[0].integer("n"), least);
        EXPECT_EQ(first[0].get<double>("x"), 0.1);
        EXPECT_EQ(first[0].text("t"), "å 🙂 '; DROP TABLE thing; --");
        const Rows second = c.query(select_one, "most");
        EXPECT_EQ(second[0].integer("n"), std::numeric_limits<std::int64_t>::max());
        EXPECT_EQ(second[0].get<double>("x"), 1e300);
        EXPECT_EQ(second[0].get<std::optional<std::string>>("t"), "");
        const Rows third = c.query(select_one, "none");
        EXPECT_EQ(third[0].get<std::optional<std::int64_t>>("n"), std::nullopt);
        EXPECT_EQ(third[0].get<std::optional<std::string>>("t"), std::nullopt);
        EXPECT_EQ(third[0].text_or_empty("t"), "");
        EXPECT_FALSE(c.query(select_one, "missing").only());
    });
}

TEST_F(DatabaseTest, SumsAndAveragesKeepTheirTypes) {
    database->write([&](Connection& c) {
        c.execute(insert, "a", 1, 1.5, "x");
        c.execute(insert, "b", 2, 2.0, "y");
    });
    database->read([&](Connection& c) {
        const Rows rows =
            c.query(statement("SELECT SUM(n) AS total, AVG(n) AS mean, SUM(x) AS sum_x, MAX(n) > 1 AS big, "
                              "COALESCE(SUM(n), 0) AS safe FROM thing"));
        EXPECT_EQ(rows[0].integer("total"), 3);
        EXPECT_EQ(rows[0].get<double>("mean"), 1.5);
        EXPECT_EQ(rows[0].get<double>("sum_x"), 3.5);
        EXPECT_TRUE(rows[0].flag("big"));
        EXPECT_EQ(rows[0].integer("safe"), 3);
    });
}

TEST_F(DatabaseTest, SaysWhenTheReaderAsksForAnotherType) {
    database->write([&](Connection& c) { c.execute(insert, "a", 7, std::nullopt, "text"); });
    database->read([&](Connection& c) {
        const Rows rows = c.query(select_one, "a");
        EXPECT_EQ(kind_of([&] { rows[0].integer("t"); }), ErrorKind::type_mismatch);
        EXPECT_EQ(kind_of([&] { rows[0].text("n"); }), ErrorKind::type_mismatch);
        EXPECT_EQ(kind_of([&] { rows[0].flag("n"); }), ErrorKind::type_mismatch);
        EXPECT_EQ(kind_of([&] { rows[0].get<double>("x"); }), ErrorKind::type_mismatch);
        EXPECT_THROW(rows[0].text("nowhere"), base::Bug);
    });
}

TEST_F(DatabaseTest, AnOptionalFilterIsOneQuery) {
    database->write([&](Connection& c) {
        c.execute(insert, "a", 1, 1.0, "x");
        c.execute(insert, "b", 2, 2.0, "y");
    });
    const Statement filter =
        statement("SELECT id FROM thing WHERE (CAST($1 AS TEXT) IS NULL OR t = $1) ORDER BY id LIMIT $2");
    database->read([&](Connection& c) {
        EXPECT_EQ(c.query(filter, std::optional<std::string>(), 10).size(), 2U);
        EXPECT_EQ(c.query(filter, "y", 10).size(), 1U);
        EXPECT_EQ(c.query(filter, std::nullopt, 1).size(), 1U);
    });
}

TEST_F(DatabaseTest, TextOrdersByItsBytesAndLikeTellsCasesApart) {
    database->write([&](Connection& c) {
        for (const char* id : {"b", "B", "a", "å", "_", "Z"}) c.execute(insert, id, 1, 1.0, id);
    });
    database->read([&](Connection& c) {
        std::string order;
        for (const Row row : c.query(statement("SELECT id FROM thing ORDER BY id"))) order += row.text("id");
        EXPECT_EQ(order, "BZ_abå");
        EXPECT_EQ(c.query(statement("SELECT id FROM thing WHERE t LIKE 'b%'")).size(), 1U);
    });
}

TEST_F(DatabaseTest, AnExceptionTakesEverythingBack) {
    EXPECT_THROW(database->write([&](Connection& c) {
        c.execute(insert, "a", 1, 1.0, "x");
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(things(), 0);
}

TEST_F(DatabaseTest, NamesWhatWasViolated) {
    database->write([&](Connection& c) { c.execute(insert, "a", 1, 1.0, "x"); });
    const auto write = [&](const char* text) {
        database->write([&](Connection& c) { c.execute(statement(text)); });
    };
    EXPECT_EQ(kind_of([&] { write("INSERT INTO thing (id) VALUES ('a')"); }), ErrorKind::unique_violation);
    EXPECT_EQ(kind_of([&] { write("INSERT INTO part VALUES ('p', 'nothing', 1)"); }), ErrorKind::constraint);
    EXPECT_EQ(kind_of([&] { write("INSERT INTO part VALUES ('p', 'a', -1)"); }), ErrorKind::constraint);
    EXPECT_EQ(kind_of([&] { write("INSERT INTO part VALUES ('p', 'a', NULL)"); }), ErrorKind::constraint);
    EXPECT_EQ(kind_of([&] { write("INSERT INTO nowhere VALUES (1)"); }), ErrorKind::other);
}

TEST_F(DatabaseTest, NothingRunsAfterAFailedStatementAndNothingIsKept) {
    database->write([&](Connection& c) { c.execute(insert, "a", 1, 1.0, "x"); });
    EXPECT_EQ(kind_of([&] {
                  database->write([&](Connection& c) {
                      c.execute(insert, "b", 1, 1.0, "x");
                      try {
                          c.execute(insert, "a", 1, 1.0, "x");
                      } catch (const DbError&) {
                          // A closure that swallows the error must not commit half of itself.
                      }
                  });
              }),
              ErrorKind::unique_violation);
    EXPECT_EQ(things(), 1);
}

TEST_F(DatabaseTest, ReadersCannotWriteAndSeeOneMoment) {
    EXPECT_EQ(kind_of([&] { database->read([&](Connection& c) { c.execute(insert, "a", 1, 1.0, "x"); }); }),
              ErrorKind::read_only);
    database->read([&](Connection& c) {
        EXPECT_EQ(c.query(count).only()->integer("things"), 0);
        database->write([&](Connection& w) { w.execute(insert, "a", 1, 1.0, "x"); });
        EXPECT_EQ(c.query(count).only()->integer("things"), 0);
    });
    EXPECT_EQ(things(), 1);
}

TEST_F(DatabaseTest, RefusesTextThatOnlyOneEngineCouldStore) {
    for (const std::string& text : {std::string("a\0b", 3), std::string("\xff")}) {
        EXPECT_EQ(
            kind_of([&] { database->write([&](Connection& c) { c.execute(insert, "a", 1, 1.0, text); }); }),
            ErrorKind::constraint);
    }
}

TEST_F(DatabaseTest, WritesManyRowsWithOneStatement) {
    database->write([&](Connection& c) {
        std::vector<std::vector<Value>> rows;
        for (int i = 0; i < 1'000; ++i)
            rows.push_back({to_value(std::to_string(i)), to_value(i), Null{}, to_value("x")});
        c.execute_many(insert, rows);
    });
    EXPECT_EQ(things(), 1'000);
    EXPECT_EQ(kind_of([&] {
                  database->write([&](Connection& c) {
                      c.execute_many(insert, {{to_value("new"), Null{}, Null{}, Null{}},
                                              {to_value("7"), Null{}, Null{}, Null{}}});
                  });
              }),
              ErrorKind::unique_violation);
    EXPECT_EQ(things(), 1'000);
}

TEST_F(DatabaseTest, CountsChangesAndReturnsRows) {
    database->write([&](Connection& c) {
        EXPECT_EQ(c.execute(insert, "a", 1, 1.0, "x"), 1);
        const Rows rows =
            c.query(statement("INSERT INTO thing (id, n) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE "
                              "SET n = thing.n + excluded.n RETURNING n"),
                    "a", 4);
        EXPECT_EQ(rows.only()->integer("n"), 5);
        EXPECT_EQ(c.execute(statement("UPDATE thing SET t = 'y' WHERE id = $1"), "missing"), 0);
    });
}

TEST_F(DatabaseTest, ManyMoreStatementsThanTheCacheHolds) {
    database->read([&](Connection& c) {
        for (int i = 0; i < 400; ++i) {
            const std::string text = "SELECT CAST($1 AS BIGINT) + " + std::to_string(i) + " AS n";
            EXPECT_EQ(c.query(statement(text.c_str()), 1).only()->integer("n"), i + 1);
        }
    });
}

TEST_F(DatabaseTest, IsAliveAndSound) {
    database->ping();
    EXPECT_TRUE(database->check_integrity().empty());
}

}  // namespace
}  // namespace digilots::db
