// Commands that need what is there say that nothing is, and make nothing. Another program's database is nobody's but its own.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/application.h"
#include "app/command.h"
#include "app/examination.h"
#include "app/installation.h"
#include "platform/base/embedded.h"
#include "platform/base/log.h"
#include "platform/db/migrations.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

struct Needing {
    const Command& command;
    std::map<std::string, std::vector<std::string>, std::less<>> values;
};

std::vector<Needing> commands_that_need_data() {
    return {{user_add_command(), {{"role", {"operator"}}, {"email", {"a@example.org"}}, {"password-stdin", {}}}},
            {user_list_command(), {}},
            {user_disable_command(), {{"email", {"a@example.org"}}}},
            {token_add_command(), {{"municipality", {"sundsvall"}}, {"scope", {"statistics:read"}}}},
            {token_list_command(), {}},
            {token_revoke_command(), {{"municipality", {"sundsvall"}}, {"id", {"a"}}}},
            {search_reindex_command(), {}},
            {doctor_command(), {{"rebuild-counts", {}}}},
            {backup_command(), {{"destination", {"/nowhere/copy"}}}},
            {kolada_sync_command(), {}},
            {kolada_import_command(), {{"shipped", {}}}},
            {kostra_sync_command(), {}},
            {kostra_import_command(), {{"file", {"/nowhere/table.json"}}}},
            {municipality_list_command(), {}},
            {network_save_command(), {{"key", {"teo"}}, {"name", {"TEO"}}, {"member", {"2281"}}}},
            {network_list_command(), {}},
            {network_aggregate_command(), {{"network", {"teo"}}, {"period", {"2026-Q3"}}}},
            {network_pull_command(), {{"network", {"teo"}}, {"period", {"2026-Q3"}}}},
            {jobs_list_command(), {}},
            {jobs_retry_command(), {{"all", {}}}},
            {jobs_drop_command(), {{"id", {"a"}}}}};
}

/// What the command refuses with; "" where it does not.
std::string refusal(const Needing& needing, const Settings& settings) {
    Arguments arguments;
    arguments.values = needing.values;
    try {
        needing.command.run(settings, arguments);
    } catch (const CommandError& error) {
        EXPECT_EQ(error.exit_code(), 1) << needing.command.name;
        return error.what();
    }
    return "";
}

Settings settings_of(const testing::DatabasePlace& place) {
    Settings settings;
    settings.data = place.options().data_directory;
    settings.database = place.options().location;
    return settings;
}

TEST(NoData, WhatNeedsDataSaysThatThereIsNoFileAndMakesNone) {
    const testing::TemporaryFolder folder;
    Settings settings;
    settings.data = (folder.path() / "mistyped").string();
    for (const auto& needing : commands_that_need_data()) {
        const auto text = refusal(needing, settings);
        EXPECT_NE(text.find("/mistyped/digilots.db is not there"), std::string::npos) << needing.command.name << text;
        EXPECT_NE(text.find("digilots serve"), std::string::npos) << needing.command.name;
        EXPECT_FALSE(std::filesystem::exists(settings.data)) << needing.command.name;
    }
}

TEST(NationalNetwork, IsLedByWhoIsInItByItself) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    const auto settings = settings_of(place);
    {
        const base::SystemClock clock;
        const auto database = db::open(place.options());
        kept::Versions versions(*database);
        municipality::Municipalities municipalities(*database, versions, clock);
        for (const char* id : {"2281", "2282"})
            municipalities.activate(id, municipality::default_settings(*municipality::Municipalities::find(id)));
    }
    const auto save = [&](std::map<std::string, std::vector<std::string>> values) {
        values.insert({{"key", {"sverige"}}, {"name", {"Sverige"}}, {"national", {"SE"}}});
        Arguments arguments;
        arguments.values = {values.begin(), values.end()};
        return network_save_command().run(settings, arguments);
    };
    EXPECT_THROW(save({{"lead", {"2281"}}, {"without", {"2281"}}}), CommandError) << "who goes does not lead";
    EXPECT_THROW(save({{"lead", {"2283"}}}), CommandError) << "it is not here";
    EXPECT_EQ(save({{"lead", {"2281"}}}), 0);
}

TEST(NoData, WhatNeedsDataSaysThatADatabaseHoldsNothingYet) {
    const testing::DatabasePlace place(testing::Schema::empty);
    const auto settings = settings_of(place);
    const auto database = db::open(place.options());
    for (const auto& needing : commands_that_need_data()) {
        EXPECT_NE(refusal(needing, settings).find("holds nothing yet"), std::string::npos) << needing.command.name;
    }
    EXPECT_FALSE(database->read([](db::Connection& connection) { return db::holds_our_tables(connection); }));
}

TEST(NoData, ToldWhatWouldBeMadeNothingIsMade) {
    const testing::TemporaryFolder folder;
    Settings settings;
    settings.data = (folder.path() / "new").string();
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(refusal({migrate_command(), {{"dry-run", {}}}}, settings), "");
    const auto mapping = (folder.path() / "mapping.json").string();
    std::ofstream(mapping) << base::embedded_file("data/demo/mapping.json").value();
    EXPECT_EQ(refusal({import_mapping_command(), {{"dry-run", {}}, {"file", {mapping}}}}, settings), "");
    const auto told = ::testing::internal::GetCapturedStdout();
    for (const char* line : {"would apply 0001_", "Sundsvall"}) EXPECT_NE(told.find(line), std::string::npos) << line;
    EXPECT_FALSE(std::filesystem::exists(settings.data));
}

TEST(NoData, DoctorSaysWhoseADatabaseIs) {
    const testing::DatabasePlace place(testing::Schema::empty);
    db::open(place.options())->write([](db::Connection& connection) {
        constexpr const char* text = "CREATE TABLE customer (id TEXT)";
        connection.execute(db::Statement{"make_customer", text, text});
    });
    const auto found = examine(settings_of(place), base::TestClock(testing::at("2026-11-23T09:00:00Z")));
    EXPECT_EQ(found.back().health, Health::wrong);
    EXPECT_NE(found.back().text.find("no database of Digilots"), std::string::npos) << found.back().text;
}

TEST(NoData, AMunicipalityThatHasEnteredNothingIsAdvisedAndNothingIsWrong) {
    const testing::DatabasePlace place(testing::Schema::migrated);
    const base::TestClock clock(testing::at("2026-11-23T09:00:00Z"));
    const auto settings = settings_of(place);
    {
        const auto database = open_migrated_database(settings);
        Application application(*database, search_folder(settings), clock);
        const auto sundsvall = municipality::Municipalities::find("2281");
        application.municipalities.activate("2281", municipality::default_settings(*sundsvall));
    }
    std::string advice;
    for (const auto& finding : examine(settings, clock)) {
        EXPECT_NE(finding.health, Health::wrong) << finding.matter << ": " << finding.text;
        if (finding.matter == "directory") advice = finding.text;
    }
    EXPECT_NE(advice.find("digilots import mapping FILE"), std::string::npos) << advice;
}

TEST(CommandsWithoutData, AskAnInstallationThatSaysNothingOfHowItWasMade) {
    base::set_log_level(base::LogLevel::info);
    ::testing::internal::CaptureStderr();
    { const EmptyInstallation asked; }
    base::set_log_level(base::LogLevel::info);
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "") << "a command prints its answer alone";
}

}  // namespace
}  // namespace digilots::app
