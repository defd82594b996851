// What an operator relies on when the disk, the clock or another program is in the way. SQLite has the disk
// in its own hands, so these run on SQLite alone; PostgreSQL's are in postgres_faults_test.cpp.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <future>
#include <thread>

#include "platform/db/testing_tables.h"
#include "platform/testing/somebody_else.h"

namespace digilots::db {
namespace {

using namespace std::chrono_literals;

/// SQLite's own file layer, except that fsync fails or the disk is full while told to.
namespace failing_disk {

std::atomic<bool> sync_fails = false;
std::atomic<bool> is_full = false;
std::atomic<bool> is_read_only = false;
/// Two kinds of files have two sets of functions: the database locks, its log does not.
struct Layer {
    const sqlite3_io_methods* original = nullptr;
    sqlite3_io_methods changed{};
};
Layer database_layer;
Layer log_layer;

template <Layer& layer>
int sync(sqlite3_file* file, int flags) {
    return sync_fails ? SQLITE_IOERR_FSYNC : layer.original->xSync(file, flags);
}

template <Layer& layer>
int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    if (is_read_only) return SQLITE_IOERR_WRITE;
    return is_full ? SQLITE_FULL : layer.original->xWrite(file, bytes, size, at);
}

template <Layer& layer>
void put_between(sqlite3_file* file) {
    if (!layer.original) {
        layer.original = file->pMethods;
        layer.changed = *layer.original;
        layer.changed.xSync = sync<layer>;
        layer.changed.xWrite = write<layer>;
    }
    file->pMethods = &layer.changed;
}

int open_file(sqlite3_vfs* self, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* base = static_cast<sqlite3_vfs*>(self->pAppData);
    // As on a file system that was mounted read-only: SQLite's own layer opens for reading what it may not write.
    if (is_read_only && (flags & SQLITE_OPEN_MAIN_DB))
        flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
    const int code = base->xOpen(base, name, file, flags, out_flags);
    if (code != SQLITE_OK || !file->pMethods) return code;
    if (flags & SQLITE_OPEN_MAIN_DB) put_between<database_layer>(file);
    if (flags & SQLITE_OPEN_WAL) put_between<log_layer>(file);
    return code;
}

void install() {
    static sqlite3_vfs layer;
    if (layer.zName) return;
    sqlite3_vfs* base = sqlite3_vfs_find(nullptr);
    layer = *base;
    layer.zName = "failing_disk";
    layer.pAppData = base;
    layer.xOpen = open_file;
    sqlite3_vfs_register(&layer, 1);
}

}  // namespace failing_disk

class SqliteOnly : public ::testing::Test, protected SmallDatabase {
protected:
    explicit SqliteOnly(std::chrono::milliseconds wait_limit = 10s) : SmallDatabase(wait_limit) {}

    void SetUp() override {
        if (database->engine() != Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
    }

    std::string file() const { return options.data_directory + "/digilots.db"; }
};

class WaitingWrites : public SqliteOnly {
protected:
    WaitingWrites() : SqliteOnly(200ms) {}

    /// Holds the writing thread inside a transaction until release().
    void hold() {
        holder_ = std::thread([&, released = release_.get_future().share()] {
            while (!begun_) {  // on a busy machine it may not get its turn within the limit
                kind_of([&] {
                    database->write([&](Connection&) {
                        begun_ = true;  // may run again together with its group
                        begun_.notify_one(), released.wait();
                    });
                });
            }
        });
        begun_.wait(false);
    }
    void release() {
        release_.set_value();
        holder_.join();
    }

private:
    std::atomic<bool> begun_ = false;
    std::promise<void> release_;
    std::thread holder_;
};

TEST_F(WaitingWrites, WhatHasNotBegunInTimeNeverRuns) {
    hold();
    std::atomic<bool> ran = false;
    EXPECT_EQ(kind_of([&] { database->write([&](Connection&) { ran = true; }); }), ErrorKind::timeout);
    release();
    database->write([](Connection& c) { insert_thing(c, "later"); });
    EXPECT_FALSE(ran);
    EXPECT_EQ(things(), 1);
}

TEST_F(WaitingWrites, WhatHasBegunIsWaitedForBeyondTheLimit) {
    database->write([](Connection& c) {
        insert_thing(c, "slow");
        std::this_thread::sleep_for(400ms);  // the behaviour under test is the time itself
    });
    EXPECT_EQ(things(), 1);
}

TEST_F(WaitingWrites, AGroupIsCommittedTogetherWithoutTheOneThatFails) {
    hold();
    std::vector<std::jthread> writers;
    std::atomic<int> waiting = 0;
    std::atomic<int> refused = 0;
    for (int i = 0; i < 8; ++i) {
        writers.emplace_back([&, i] {
            ++waiting;
            try {
                database->write([&](Connection& c) {
                    insert_thing(c, std::to_string(i));
                    if (i == 3) throw std::runtime_error("no");
                    if (i == 5) c.execute(statement("INSERT INTO part VALUES ('p', 'missing', 1)"));
                });
            } catch (const std::exception&) {
                ++refused;
            }
        });
    }
    while (waiting < 8) std::this_thread::yield();
    release();
    writers.clear();
    EXPECT_EQ(refused, 2);
    EXPECT_EQ(things(), 6);
}

TEST_F(WaitingWrites, AnInterruptedStatementDoesNotUndoItsNeighbours) {
    hold();
    std::vector<std::jthread> writers;
    std::atomic<int> kept = 0;
    for (int i = 0; i < 6; ++i) {
        writers.emplace_back([&, i] {
            try {
                database->write([&](Connection& c) {
                    insert_thing(c, std::to_string(i));
                    if (i != 3) return;
                    // Interrupting an INSERT makes SQLite roll back the whole transaction.
                    c.execute(
                        statement("WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
                                  "INSERT INTO thing (id) SELECT 'x' || n FROM c"));
                });
                ++kept;
            } catch (const DbError& error) {
                EXPECT_EQ(error.kind(), ErrorKind::timeout);
            }
        });
    }
    release();
    writers.clear();
    EXPECT_EQ(things(), kept);
}

TEST_F(WaitingWrites, AnotherProgramsLockIsWaitedForNoLongerThanTheLimit) {
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(file().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    EXPECT_EQ(kind_of([&] { database->write([](Connection& c) { insert_thing(c, "a"); }); }),
              ErrorKind::timeout);
    EXPECT_EQ(things(), 0);
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    database->write([](Connection& c) { insert_thing(c, "b"); });
    EXPECT_EQ(things(), 1);
}

TEST_F(SqliteOnly, TwoOpenDatabasesWriteInTurns) {
    const auto second = open(options);
    const auto insert_many = [](Database& database, const std::string& prefix) {
        for (int i = 0; i < 200; ++i) {
            database.write([&](Connection& c) { insert_thing(c, prefix + std::to_string(i)); });
        }
    };
    {
        std::jthread one([&] { insert_many(*database, "a"); });
        std::jthread two([&] { insert_many(*second, "b"); });
    }
    EXPECT_EQ(things(), 400);
    EXPECT_TRUE(second->check_integrity().empty());
}

class FailingDisk : public ::testing::Test {
protected:
    FailingDisk() : place(testing::Schema::empty) {}

    void SetUp() override {
        if (testing::engine_under_test() != Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
        failing_disk::install();
        database = open(place.options());
        database->migrate({&first_migration, 1});
        write("before");
    }

    void write(const std::string& id) {
        database->write([&](Connection& c) { insert_thing(c, id); });
    }

    std::string ids() {
        std::string all;
        database->read([&](Connection& c) {
            for (const Row row : c.query(statement("SELECT id FROM thing ORDER BY id")))
                all += row.text("id") + " ";
        });
        return all;
    }

    void expect_sound_after_opening_again() {
        database.reset();
        database = open(place.options());
        EXPECT_EQ(ids(), "before later ");
        EXPECT_TRUE(database->check_integrity().empty());
    }

    testing::DatabasePlace place;
    std::unique_ptr<Database> database;
};

TEST_F(FailingDisk, ThatDoesNotSyncIsNeverAcknowledgedAndIsOverWhenItIsOver) {
    failing_disk::sync_fails = true;
    for (int i = 0; i < 3; ++i) EXPECT_EQ(kind_of([&] { write("during"); }), ErrorKind::io);
    EXPECT_EQ(ids(), "before ");
    failing_disk::sync_fails = false;
    write("later");
    EXPECT_EQ(ids(), "before later ");
    expect_sound_after_opening_again();
}

TEST_F(FailingDisk, ThatIsFullRefusesWritesKeepsReadingAndRecoversByItself) {
    failing_disk::is_full = true;
    std::vector<std::jthread> writers;
    for (int i = 0; i < 8; ++i) {
        writers.emplace_back([&, i] {
            EXPECT_EQ(kind_of([&] { write("during" + std::to_string(i)); }), ErrorKind::disk_full);
        });
    }
    writers.clear();
    EXPECT_EQ(ids(), "before ");
    database->ping();
    failing_disk::is_full = false;
    write("later");
    EXPECT_EQ(ids(), "before later ");
    expect_sound_after_opening_again();
}

TEST_F(FailingDisk, ThatTurnedReadOnlyRefusesEachWriteForAWhileAndRecoversByItself) {
    failing_disk::is_read_only = true;
    EXPECT_EQ(kind_of([&] { write("during"); }), ErrorKind::io);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(kind_of([&] { write("during"); }), ErrorKind::unavailable) << i;
    EXPECT_EQ(ids(), "before ");
    failing_disk::is_read_only = false;
    write("later");
    EXPECT_EQ(ids(), "before later ");
    expect_sound_after_opening_again();
}

TEST_F(SqliteOnly, AFileThatMayOnlyBeReadIsReadAndTakesWritesAgainWithoutARestart) {
    database->write([](Connection& c) { insert_thing(c, "before"); });
    database.reset();
    const testing::AsSomebodyElse other(options.data_directory);
    std::filesystem::permissions(file(), std::filesystem::perms::owner_read);
    database = open(options);
    const auto write = [&] { database->write([](Connection& c) { insert_thing(c, "during"); }); };
    for (int i = 0; i < 5; ++i) EXPECT_EQ(kind_of(write), ErrorKind::unavailable) << i;
    EXPECT_EQ(things(), 1);
    // The log beside it was made with the file's own mode.
    for (const char* part : {"", "-wal", "-shm"})
        std::filesystem::permissions(file() + part, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    EXPECT_EQ(kind_of(write), std::nullopt);
    EXPECT_EQ(things(), 2);
    database.reset();
}

TEST_F(SqliteOnly, AnEmptyFileIsRefusedAndAMissingOneBeginsAnew) {
    database.reset();
    std::filesystem::resize_file(file(), 0);
    for (const char* log : {"-wal", "-shm"}) std::filesystem::remove(file() + log);
    try {
        open(options);
        ADD_FAILURE() << "an empty file was taken for a new installation";
    } catch (const DbError& error) {
        EXPECT_EQ(error.kind(), ErrorKind::corrupt);
        EXPECT_NE(std::string(error.what()).find("digilots restore"), std::string::npos) << error.what();
    }
    EXPECT_EQ(std::filesystem::file_size(file()), 0U) << "left as it was";
    std::filesystem::remove(file());
    EXPECT_EQ(open(options)->migrate({&first_migration, 1}).size(), 1U);
}

TEST_F(SqliteOnly, ACopyUnderLoadHoldsWhatWasAcknowledgedBefore) {
    std::atomic<int> acknowledged = 0;
    std::atomic<bool> stop = false;
    std::vector<std::jthread> writers;
    for (int thread = 0; thread < 4; ++thread) {
        writers.emplace_back([&, thread] {
            for (int i = 0; !stop; ++i) {
                database->write([&](Connection& c) {
                    insert_thing(c, std::to_string(thread) + "-" + std::to_string(i));
                });
                ++acknowledged;
            }
        });
    }
    for (int copy = 0; copy < 5; ++copy) {
        while (acknowledged < 100 * (copy + 1)) std::this_thread::yield();
        const int before = acknowledged;
        const std::string target = options.data_directory + "/copy.db";
        database->copy_to(target);
        Options copied = options;
        copied.location = "sqlite:" + target;
        const auto restored = open(copied);
        EXPECT_GE(restored->read([](Connection& c) { return c.query(count).only()->integer("things"); }),
                  before);
        EXPECT_TRUE(restored->check_integrity().empty());
        EXPECT_TRUE(restored->pending({&first_migration, 1}).empty());
    }
    stop = true;
}

TEST_F(SqliteOnly, AKilledProcessLosesNothingAcknowledged) {
    database.reset();
    int channel[2];
    ASSERT_EQ(pipe(channel), 0);
    const pid_t server = fork();
    if (server == 0) {
        const auto own = open(options);
        for (int i = 0;; ++i) {
            own->write([&](Connection& c) { insert_thing(c, std::to_string(i)); });
            if (write(channel[1], "+", 1) != 1) _exit(1);
        }
    }
    char acknowledgement = 0;
    int acknowledged = 0;
    while (acknowledged < 200 && read(channel[0], &acknowledgement, 1) == 1) ++acknowledged;
    kill(server, SIGKILL);
    waitpid(server, nullptr, 0);
    close(channel[1]);
    while (read(channel[0], &acknowledgement, 1) == 1) ++acknowledged;
    close(channel[0]);
    database = open(options);
    EXPECT_GE(things(), acknowledged);
    EXPECT_LE(things(), acknowledged + 1);
    EXPECT_TRUE(database->check_integrity().empty());
}

TEST(OpenSqlite, SaysWhatIsWrongWithTheLocation) {
    for (const char* location :
         {"mysql://x", "sqlite:/nowhere/at/all.db", "postgresql://127.0.0.1:1/x", "postgresql://[bad"}) {
        EXPECT_EQ(kind_of([&] { open({.location = location, .wait_limit = 1s}); }), ErrorKind::unavailable)
            << location;
    }
    const testing::TemporaryFolder folder;
    const std::string file = folder.path() / "text.db";
    FILE* text = fopen(file.c_str(), "w");
    for (int i = 0; i < 1000; ++i) fputs("this is no database", text);
    fclose(text);
    EXPECT_EQ(kind_of([&] { open({.location = "sqlite:" + file}); }), ErrorKind::corrupt);
}

}  // namespace
}  // namespace digilots::db
