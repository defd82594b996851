#include "app/backup_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/child_process.h"
#include "app/command.h"
#include "app/postgres_dump.h"

namespace digilots::app {
namespace {

class BackupFilesTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string pattern = ::testing::TempDir() + "backup-XXXXXX";
        folder = mkdtemp(pattern.data());
        std::ofstream(folder + "/digilots.db") << "data";
        seal_backup(folder, {{"engine", "sqlite"}, {"created", "2026-11-22T01:10:35.123Z"}});
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string folder;
};

TEST_F(BackupFilesTest, ASealedFolderGivesItsManifestBack) {
    auto manifest = open_sealed_backup(folder);
    EXPECT_EQ(manifest["engine"], "sqlite");
    EXPECT_EQ(manifest["created"], "2026-11-22T01:10:35.123Z");
}

TEST_F(BackupFilesTest, AChangedFileIsRefused) {
    std::ofstream(folder + "/digilots.db", std::ios::app) << "x";
    EXPECT_THROW(open_sealed_backup(folder), CommandError);
}

TEST_F(BackupFilesTest, AMissingFileIsRefused) {
    std::filesystem::remove(folder + "/digilots.db");
    EXPECT_THROW(open_sealed_backup(folder), CommandError);
}

TEST_F(BackupFilesTest, AFolderWithoutChecksumsIsRefused) {
    std::filesystem::remove(folder + "/SHA256SUMS");
    EXPECT_THROW(open_sealed_backup(folder), CommandError);
}

TEST_F(BackupFilesTest, TheUsualToolChecksItToo) {
    EXPECT_EQ(run_child({"sh", "-c", "cd " + folder + " && sha256sum --quiet -c SHA256SUMS"}, {}).exit_code, 0);
}

TEST(ChildProcess, TellsHowItEndedAndWhatWentWrong) {
    const auto result = run_child({"sh", "-c", "echo \"$SECRET\" >&2; exit 3"}, {{"SECRET", "told"}});
    EXPECT_EQ(result.exit_code, 3);
    EXPECT_EQ(result.errors, "told\n");
    EXPECT_EQ(run_child({"/there/is/no/such/program"}, {}).exit_code, 127);
}

TEST(PostgresUrl, ThePasswordLeavesTheUrl) {
    const auto split = split_password("postgresql://anna:s%40cret@db.example:5432/digilots?sslmode=require");
    EXPECT_EQ(split.url, "postgresql://anna@db.example:5432/digilots?sslmode=require");
    EXPECT_EQ(split.password, "s@cret");
    EXPECT_EQ(split_password("postgresql://postgres@%2Ftmp%2Fx/digilots").url, "postgresql://postgres@%2Ftmp%2Fx/digilots");
    EXPECT_EQ(split_password("postgresql://db.example/digilots").password, "");
}

}  // namespace
}  // namespace digilots::app
