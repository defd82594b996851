// Commands that are given twice at once, or twice after each other.
#include <gtest/gtest.h>

#include <fstream>

#include "app/command.h"
#include "app/installation.h"
#include "app/town_for_tests.h"
#include "platform/jobs/lease.h"

namespace digilots::app {
namespace {

Settings settings_for(const testing::DatabasePlace& place) {
    Settings settings;
    settings.data = place.options().data_directory;
    settings.database = place.options().location;
    return settings;
}

TEST(CommandsAtTheSameTime, OfTwoDemosOneLoadsAndTheOtherSaysSoAndMakesNothing) {
    const testing::DatabasePlace place{testing::Schema::migrated};
    const base::SystemClock clock;
    const auto settings = settings_for(place);
    const auto database = open_migrated_database(settings);
    {
        const jobs::Lease first(*database, clock, "demo");
        try {
            demo_command().run(settings, {});
            ADD_FAILURE() << "two at once";
        } catch (const CommandError& refused) {
            EXPECT_NE(std::string(refused.what()).find("is being loaded into this database by another one"), std::string::npos)
                << refused.what();
        }
        EXPECT_EQ(installation_fact(*database, "demo"), "");
    }
    const jobs::Lease next(*database, clock, "demo");  // free again
}

/// What a command says.
class Printed {
public:
    Printed() { ::testing::internal::CaptureStdout(); }
    std::string text() { return ::testing::internal::GetCapturedStdout(); }
};

class ImportedTwice : public ::testing::Test, protected TownForTests {
protected:
    std::string import(const std::string& kind, const std::string& rows, bool again, int code) {
        const auto file = (folder_.path() / "table.csv").string();
        std::ofstream(file) << rows;
        Arguments arguments;
        arguments.values = {{"file", {file}}, {"municipality", {"sundsvall"}}, {"kind", {kind}}};
        if (again) arguments.values["again"] = {};
        Printed printed;
        EXPECT_EQ(import_table_command().run(settings_for(place), arguments), code);
        return printed.text();
    }

    testing::TemporaryFolder folder_;
};

TEST_F(ImportedTwice, ATableIsTakenInOnceUnlessAgainIsSaid) {
    const std::string rows = "What is to be done\r\nRing växeln\r\nRing växeln\r\n";
    EXPECT_NE(import("tasks", rows, false, 0).find("tasks: 2 new"), std::string::npos);
    const auto second = import("tasks", rows, false, 0);
    EXPECT_NE(second.find("2 of the rows were imported already on 20"), std::string::npos) << second;
    EXPECT_NE(second.find("Imported already; nothing new."), std::string::npos) << second;
    const auto mended = import("tasks", rows + "Skriv\r\n", false, 0);
    EXPECT_NE(mended.find("tasks: 1 new, 0 changed, 2 as they are"), std::string::npos) << mended;
    EXPECT_NE(import("tasks", rows, true, 0).find("tasks: 2 new"), std::string::npos);
    EXPECT_NE(import("tasks", "What is to be done;To be done by\r\nFel;igår\r\n", false, 1).find("1 refused"), std::string::npos);
}

}  // namespace
}  // namespace digilots::app
