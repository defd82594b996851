// A first start that is cut off, and the next.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <latch>
#include <optional>
#include <thread>
#include <vector>

#include "platform/db/testing_tables.h"

namespace digilots::db {
namespace {

using namespace std::chrono_literals;

class FirstStart : public ::testing::Test, protected SmallDatabase {
protected:
    FirstStart() : SmallDatabase(10s) {}

    void SetUp() override {
        if (database->engine() != Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
        database.reset();
        for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(file() + part);
    }

    std::string file() const { return options.data_directory + "/digilots.db"; }
    std::optional<ErrorKind> start() const {
        return kind_of([&] { open(options)->migrate({&first_migration, 1}); });
    }
};

TEST_F(FirstStart, KilledAtAnyMomentLeavesNothingThatTheNextRefuses) {
    for (int round = 0; round < 40; ++round) {
        for (const auto& entry : std::filesystem::directory_iterator(options.data_directory))
            std::filesystem::remove_all(entry);
        const pid_t first = fork();
        if (first == 0) {
            start();
            _exit(0);
        }
        std::this_thread::sleep_for(100us * round);  // the moment of the kill is what is tried
        kill(first, SIGKILL);
        waitpid(first, nullptr, 0);
        EXPECT_TRUE(!std::filesystem::exists(file()) || std::filesystem::file_size(file()) > 0) << round;
        ASSERT_EQ(start(), std::nullopt) << round;
    }
    EXPECT_TRUE(open(options)->check_integrity().empty());
}

TEST_F(FirstStart, SeveralAtOnceMakeOneDatabase) {
    for (int round = 0; round < 30; ++round) {
        for (const auto& entry : std::filesystem::directory_iterator(options.data_directory))
            std::filesystem::remove_all(entry);
        std::latch all(4);
        std::array<std::optional<ErrorKind>, 4> faults;
        std::vector<std::jthread> starts;
        for (auto& fault : faults)
            starts.emplace_back([&] {
                all.arrive_and_wait();
                fault = kind_of([&] { open(options); });
            });
        starts.clear();
        for (const auto& fault : faults) EXPECT_EQ(fault, std::nullopt) << round;
        ASSERT_EQ(start(), std::nullopt) << round;
        for (const auto& entry : std::filesystem::directory_iterator(options.data_directory))
            EXPECT_EQ(entry.path().string().find("-begun"), std::string::npos) << entry.path();
    }
}

TEST_F(FirstStart, OnAFullDiskLeavesNothingThatTheNextRefuses) {
    const pid_t first = fork();
    if (first == 0) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit none{100, 100};  // no page fits in
        setrlimit(RLIMIT_FSIZE, &none);
        _exit(start() == ErrorKind::disk_full ? 0 : 1);
    }
    int status = 0;
    waitpid(first, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "told as a full disk";
    for (const char* part : {"", "-begun", "-begun-journal"})
        EXPECT_FALSE(std::filesystem::exists(file() + part)) << part;
    EXPECT_EQ(start(), std::nullopt);
}

TEST_F(FirstStart, WhatAnEarlierOneHasBegunIsMadeAnew) {
    for (const char* part : {"", "-journal", "-wal"})
        std::ofstream(file() + "-begun" + part) << (*part ? "cut off" : "");
    EXPECT_EQ(start(), std::nullopt);
    for (const char* part : {"", "-journal", "-wal"})
        EXPECT_FALSE(std::filesystem::exists(file() + "-begun" + part)) << part;
    const auto others = std::filesystem::status(file()).permissions() & std::filesystem::perms::others_all;
    EXPECT_EQ(others, std::filesystem::perms::none);
}

}  // namespace
}  // namespace digilots::db
