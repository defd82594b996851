// What becomes of writes when somebody moves, removes or damages the file that is open.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "platform/db/testing_tables.h"
#include "platform/testing/somebody_else.h"

namespace digilots::db {
namespace {

class SqliteFile : public ::testing::Test, protected SmallDatabase {
protected:
    SqliteFile() : SmallDatabase(std::chrono::seconds(10)) {}

    void SetUp() override {
        if (database->engine() != Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
    }

    std::string file() const { return options.data_directory + "/digilots.db"; }
};

TEST_F(SqliteFile, AFileThatIsMovedOrRemovedWhileOpenTakesNoWritesUntilItIsBack) {
    const auto write = [&](const char* id) { database->write([&](Connection& c) { insert_thing(c, id); }); };
    write("before");
    for (const std::string part : {"", "-wal", "-shm"}) {
        std::filesystem::rename(file() + part, file() + ".moved");
        for (int i = 0; i < 3; ++i) EXPECT_EQ(kind_of([&] { write("during"); }), ErrorKind::unavailable) << part << i;
        EXPECT_EQ(kind_of([&] { database->ping(); }), ErrorKind::unavailable) << part;
        EXPECT_FALSE(std::filesystem::exists(file() + part)) << "nothing new in its place";
        std::filesystem::rename(file() + ".moved", file() + part);
        database->ping();
        write(("later" + part).c_str());
    }
    EXPECT_EQ(things(), 4);
    std::filesystem::copy_file(file(), file() + ".copy");
    std::filesystem::rename(file() + ".copy", file());
    EXPECT_EQ(kind_of([&] { write("during"); }), ErrorKind::unavailable) << "another file of the same name";
}

TEST_F(SqliteFile, SideFilesMadeWhileNothingMightBeWrittenMayBeWrittenAgainWithTheDatabase) {
    const auto mode_of = [&](const std::string& part) {
        struct stat status {};
        return ::stat((file() + part).c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
    };
    database.reset();
    const testing::AsSomebodyElse other(options.data_directory);
    ::chmod(file().c_str(), 0400);
    database = open(options);
    EXPECT_THROW(database->write([](Connection& c) { insert_thing(c, "during"); }), DbError);
    ASSERT_EQ(mode_of("-shm"), 0400U);
    ::chmod(file().c_str(), 0640);
    database->ping();
    for (const std::string part : {"", "-wal", "-shm"}) EXPECT_EQ(mode_of(part), 0640U) << part;
    database->write([](Connection& c) { insert_thing(c, "after"); });
    EXPECT_EQ(things(), 1);
    database.reset();
}

TEST_F(SqliteFile, WritesGoThroughAtOnceWhenADatabaseThatWasOpenedUnwritableIsMended) {
    database.reset();
    const testing::AsSomebodyElse other(options.data_directory);
    ::chmod(file().c_str(), 0400);
    database = open(options);
    ::chmod(file().c_str(), 0640);
    database->write([](Connection& c) { insert_thing(c, "after"); });
    EXPECT_EQ(things(), 1);
    database.reset();
}

TEST_F(SqliteFile, AFileThatIsGoneAtTheEndLeavesItsLogAndNothingBeginsAnewBesideIt) {
    database->write([](Connection& c) { insert_thing(c, "before"); });
    std::filesystem::rename(file(), file() + ".moved");
    database.reset();
    EXPECT_EQ(kind_of([&] { open(options); }), ErrorKind::unavailable);
    std::filesystem::rename(file() + ".moved", file());
    database = open(options);
    EXPECT_EQ(things(), 1);
}

TEST_F(SqliteFile, AFileThatIsCutOffOrOverwrittenWhileOpenTakesNoWrites) {
    const auto write = [&] { database->write([](Connection& c) { insert_thing(c, "during"); }); };
    const std::string copy = file() + ".copy";
    database.reset();   // all is in the file, nothing in its log
    std::filesystem::copy_file(file(), copy);
    for (const bool is_cut_off : {true, false}) {
        std::filesystem::remove(file());
        std::filesystem::copy_file(copy, file());
        for (const char* log : {"-wal", "-shm"}) std::filesystem::remove(file() + log);
        database = open(options);
        if (is_cut_off) {
            std::filesystem::resize_file(file(), 0);
        } else {
            FILE* text = fopen(file().c_str(), "r+");
            for (int i = 0; i < 500; ++i) fputs("this is no database", text);
            fclose(text);
        }
        for (int i = 0; i < 3; ++i) EXPECT_EQ(kind_of(write), ErrorKind::corrupt) << is_cut_off << i;
        EXPECT_EQ(kind_of([&] { database->ping(); }), ErrorKind::corrupt) << is_cut_off;
        database.reset();
    }
}

TEST_F(SqliteFile, AFileThatGrowsUnderAnotherServerIsNotCutOff) {
    database->write([](Connection& c) { insert_thing(c, "before"); });
    database->ping();
    // As in the middle of bringing the log over: the first page says how many there will be, the others are still to come.
    std::fstream first_page(file(), std::ios::in | std::ios::out | std::ios::binary);
    first_page.seekg(28);
    char pages[4] = {};
    first_page.read(pages, 4);
    const char more[4] = {0, 0, 1, 0};
    first_page.seekp(28);
    first_page.write(more, 4);
    first_page.flush();
    EXPECT_EQ(kind_of([&] { database->ping(); }), std::nullopt);
    first_page.seekp(28);
    first_page.write(pages, 4);
    first_page.close();
    database->write([](Connection& c) { insert_thing(c, "after"); });
    EXPECT_EQ(things(), 2);
}

}  // namespace
}  // namespace digilots::db
