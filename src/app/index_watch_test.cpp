// Somebody removes the search index under a running server.
#include "app/index_watch.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "app/examination.h"
#include "app/installation.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

namespace files = std::filesystem;
using namespace std::chrono_literals;

class RemovedSearchIndex : public ::testing::Test {
protected:
    RemovedSearchIndex() {
        settings.data = (folder.path() / "data").string();
        settings.database = place.options().location;
        if (settings.is_sqlite()) settings.database = "sqlite:" + place.options().data_directory + "/digilots.db";
        database = open_migrated_database(settings);
        application = std::make_unique<Application>(*database, search_folder(settings), clock);
        for (const char* id : {"2281", "2132"}) {
            application->municipalities.activate(id, municipality::default_settings(*municipality::Municipalities::find(id)));
        }
        auto& e_services = application->directory.records(directory::RecordKind::e_service);
        EXPECT_TRUE(e_services.add(e_services.around("2281"),
                                   {{"name", {"Plats i förskolan"}}, {"url", {"https://example.org/"}}, {"status", {"open"}}}, "a"));
        watch = std::make_unique<IndexWatch>(*application);
        watch->look(start);
        EXPECT_EQ(watch->reason_not_ready(), "");
        entries = application->index->size();
        EXPECT_GT(entries, 0U);
    }

    bool doctor_is_content() const {
        for (const auto& finding : examine(settings, clock)) {
            if (finding.matter == "search index" && finding.health == Health::wrong) return false;
        }
        return true;
    }

    const testing::TemporaryFolder folder;
    const testing::DatabasePlace place{testing::Schema::migrated};
    const base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
    const std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
    Settings settings;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<Application> application;
    std::unique_ptr<IndexWatch> watch;
    std::size_t entries = 0;
};

TEST_F(RemovedSearchIndex, IsToldAndBuiltAnewAtTheNextLook) {
    files::remove_all(search_folder(settings));
    EXPECT_EQ(watch->reason_not_ready(), "the search index is missing and is being built anew");
    EXPECT_FALSE(doctor_is_content());
    watch->look(start + 1s);
    EXPECT_EQ(watch->reason_not_ready(), "");
    EXPECT_EQ(application->index->size(), entries);
    EXPECT_TRUE(doctor_is_content());
}

TEST_F(RemovedSearchIndex, ThatCannotBeBuiltIsTriedEachMinuteAndKeepsNobodyAway) {
    const auto aside = folder.path() / "aside";
    files::rename(settings.data, aside);
    watch->look(start + 1s);
    EXPECT_EQ(watch->reason_not_ready(), "") << "searches go on without it";
    files::rename(aside, settings.data);
    files::remove_all(search_folder(settings));
    watch->look(start + 2s);
    EXPECT_TRUE(application->search_is_missing()) << "not each second";
    watch->look(start + 62s);
    EXPECT_FALSE(application->search_is_missing());
    EXPECT_EQ(application->index->size(), entries);
}

}  // namespace
}  // namespace digilots::app
