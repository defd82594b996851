// What /readyz and doctor say of a database that may not be written.
#include "app/writing.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

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
