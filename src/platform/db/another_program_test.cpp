// A file of SQLite that another program made is left as it is, down to the last byte.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "platform/db/sqlite_connection.h"
#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

class AnothersFile : public ::testing::Test {
protected:
    void SetUp() override {
        if (testing::engine_under_test() != Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
        options.location = "sqlite:" + file;
    }

    void make(const char* script) {
        std::filesystem::remove(file);
        std::ofstream(file).close();
        SqliteConnection other(file, SqliteConnection::Access::write, std::chrono::seconds(1));
        other.run_script(script);
    }

    static std::string content(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// What opening says; "" where it went well.
    std::string refusal() const {
        try {
            open(options);
        } catch (const DbError& error) {
            return error.what();
        }
        return "";
    }

    testing::TemporaryFolder folder;
    // A name that would mean something in an address.
    std::string file = (folder.path() / "50%3f of it?#.db").string();
    Options options;
};

TEST_F(AnothersFile, IsRefusedAndKeepsEveryByte) {
    make("PRAGMA journal_mode = DELETE; CREATE TABLE customer (id TEXT); INSERT INTO customer VALUES ('a');");
    const auto before = content(file);
    const auto message = refusal();
    EXPECT_NE(message.find(file + " is no database of Digilots"), std::string::npos) << message;
    EXPECT_NE(message.find("the table customer"), std::string::npos) << message;
    EXPECT_NE(message.find("--data"), std::string::npos) << message;
    EXPECT_TRUE(content(file) == before);
    for (const char* part : {"-wal", "-shm", "-journal"}) EXPECT_FALSE(std::filesystem::exists(file + part)) << part;
}

TEST_F(AnothersFile, IsRefusedWhileTheOtherProgramHasItOpen) {
    make("CREATE TABLE gone (id TEXT); DROP TABLE gone;");
    SqliteConnection other(file, SqliteConnection::Access::write, std::chrono::seconds(1));
    other.run_script("CREATE VIEW customer AS SELECT 1 AS id;");
    const auto before = content(file) + content(file + "-wal");
    EXPECT_NE(refusal().find("the table customer"), std::string::npos) << "stands in the log alone";
    EXPECT_TRUE(content(file) + content(file + "-wal") == before);
}

TEST_F(AnothersFile, IsTakenWhereItHoldsNoTable) {
    make("PRAGMA user_version = 7;");
    EXPECT_EQ(refusal(), "");
    EXPECT_EQ(open(options)->migrate({&first_migration, 1}).size(), 1U);
    EXPECT_EQ(refusal(), "") << "ours by now";
}

}  // namespace
}  // namespace digilots::db
