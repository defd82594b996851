// What /readyz and doctor say of a database that may not be written.
#include "app/writing.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "app/examination.h"
#include "app/installation.h"
#include "platform/testing/database.h"
#include "platform/testing/somebody_else.h"

namespace digilots::app {
namespace {

TEST(Writing, AFileThatMayNotBeWrittenIsNamedAndForgottenWhenItMay) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    const auto database = db::open(place.options());
    if (database->engine() != db::Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
    Settings settings;
    settings.data = place.options().data_directory;
    const auto file = sqlite_file(settings);
    const testing::AsSomebodyElse other(settings.data);
    EXPECT_EQ(trouble_with_writing(settings, *database).reason, "");
    ::chmod(file.c_str(), 0400);
    EXPECT_EQ(trouble_with_writing(settings, *database).reason, "Permission denied");
    EXPECT_EQ(trouble_with_writing(settings, *database).where, file);
    ::chmod(file.c_str(), 0640);
    EXPECT_EQ(trouble_with_writing(settings, *database).reason, "");
    ::chmod(settings.data.c_str(), 0500);
    EXPECT_EQ(trouble_with_writing(settings, *database).where, settings.data);
    ::chmod(settings.data.c_str(), 0700);
}

TEST(Writing, IsReadyAgainWhenAFileThatMightNotBeWrittenAtTheStartIsMended) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    auto database = db::open(place.options());
    if (database->engine() != db::Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
    database.reset();
    Settings settings;
    settings.data = place.options().data_directory;
    const testing::AsSomebodyElse other(settings.data);
    ::chmod(sqlite_file(settings).c_str(), 0400);
    database = db::open(place.options());
    EXPECT_EQ(reason_not_ready(settings, *database), "the database cannot be written: Permission denied");
    ::chmod(sqlite_file(settings).c_str(), 0640);
    EXPECT_EQ(reason_not_ready(settings, *database), "");
    database.reset();
}

TEST(Writing, IsNotReadyWhileTheFileIsMovedOrCutOffAndSaysWhichWithoutItsFolder) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    auto database = db::open(place.options());
    if (database->engine() != db::Engine::sqlite) GTEST_SKIP() << "about SQLite's file";
    Settings settings;
    settings.data = place.options().data_directory;
    const auto file = sqlite_file(settings);
    std::filesystem::rename(file, file + ".moved");
    EXPECT_EQ(reason_not_ready(settings, *database),
              "the database cannot be used: digilots.db was moved, removed or replaced while it was in use");
    std::filesystem::rename(file + ".moved", file);
    EXPECT_EQ(reason_not_ready(settings, *database), "");
    database.reset();
    database = db::open(place.options());
    std::filesystem::resize_file(file, 0);
    EXPECT_EQ(reason_not_ready(settings, *database),
              "the database cannot be used: digilots.db was cut off or overwritten while it was in use");
}

TEST(Writing, DoctorNamesADatabaseFileThatIsMissingAndMakesNone) {
    const testing::TemporaryFolder folder;
    Settings settings;
    settings.data = folder.path().string() + "/data";
    const auto findings_say = [&](const std::string& words) {
        for (const auto& finding : examine(settings, base::TestClock(testing::at("2026-11-23T09:00:00Z")))) {
            if (finding.health == Health::wrong && finding.text.find(words) != std::string::npos) return true;
        }
        return false;
    };
    EXPECT_TRUE(findings_say("The database file " + settings.data + "/digilots.db is not there"));
    EXPECT_FALSE(std::filesystem::exists(settings.data));
    std::filesystem::create_directory(settings.data);
    EXPECT_TRUE(findings_say("restore the latest backup: digilots restore FOLDER"));
    EXPECT_TRUE(std::filesystem::is_empty(settings.data));
}

TEST(Writing, APostgresServerThatTakesReadsOnlyIsNamed) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    if (testing::engine_under_test() != db::Engine::postgresql) GTEST_SKIP() << "about PostgreSQL";
    const auto& location = place.options().location;
    auto options = place.options();
    options.location += (location.find('?') == std::string::npos ? "?" : "&") +
                        std::string("options=-c%20default_transaction_read_only%3Don");
    const auto database = db::open(options);
    EXPECT_EQ(trouble_with_writing({}, *database).reason, "the server takes reads only");
    EXPECT_EQ(trouble_with_writing({}, *db::open(place.options())).reason, "");
}

}  // namespace
}  // namespace digilots::app
