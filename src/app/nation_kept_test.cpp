// What one municipality saves costs the others nothing, however many they are: counted, not timed.
#include <gtest/gtest.h>

#include "app/application.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/testing/counting_database.h"
#include "platform/testing/database.h"

namespace digilots::app {
namespace {

struct NationKept : ::testing::Test {
    NationKept() {
        for (const auto& one : municipality::Municipalities::all()) {
            if (one.country != "SE") continue;
            application.municipalities.activate(one.id, municipality::default_settings(one));
            slugs.push_back(one.slug);
        }
        visit_all("/");
        visit_all("/search?q=bankid");
    }

    int visit(const std::string& path) {
        database.take_reads();
        http::Request request;
        request.path = path;
        const auto response = server.handle(std::move(request));
        EXPECT_EQ(response.status, 200) << path;
        return database.take_reads();
    }
    /// How often the database was read for all but Sundsvall.
    int visit_all(const std::string& page) {
        int reads = 0;
        for (const auto& slug : slugs)
            if (slug != "sundsvall") reads += visit("/" + slug + page);
        return reads;
    }
    void save_settings() {
        auto settings = application.municipalities.settings("2281");
        settings.phone = "060-19 10 00";
        application.municipalities.save_settings("2281", settings);
    }

    base::TestClock clock{testing::at("2026-11-23T09:00:00Z")};
    std::unique_ptr<db::Database> opened = testing::fresh_database();
    testing::CountingDatabase database{*opened};
    Application application{database, "", clock};
    http::Server server{{}, application.routes(), application.gatekeeper(), html::error_page, clock};
    std::vector<std::string> slugs;
};

TEST_F(NationKept, SettingsSavedInOneMunicipalityMakeNoOtherBeLoadedAgain) {
    ASSERT_EQ(slugs.size(), 290u);
    visit("/sundsvall/");
    save_settings();
    EXPECT_EQ(visit_all("/"), 0) << "the pages that they have already shown";
    EXPECT_EQ(visit_all("/places?open=now"), 0) << "pages that nobody has asked for yet";
    EXPECT_EQ(visit_all("/search?q=dator"), 0);
    EXPECT_EQ(visit("/sundsvall/"), 2) << "its settings and its records";
}

TEST_F(NationKept, AnOwnTopicOrGoalOfOneMunicipalityMakesNoOtherBeLoadedAgain) {
    visit_all("/progress");
    ASSERT_TRUE(application.own_topics.add("2281", {"", "Läxhjälpen", "print", {}, false}, "admin"));
    ASSERT_TRUE(application.progress.save_goal("2281", {"", 18, "Alla med", "#1e5aa8", {}}, "admin"));
    EXPECT_EQ(visit_all("/"), 0);
    EXPECT_EQ(visit_all("/search?q=surfplatta"), 0);
    EXPECT_EQ(visit_all("/progress"), 0);
    EXPECT_GT(visit("/sundsvall/progress"), 0);
}

TEST_F(NationKept, AtMidnightOnlyWhoIsAskedForIsLoaded) {
    visit("/sundsvall/");
    clock.set(testing::at("2026-11-24T06:00:00Z"));
    EXPECT_EQ(visit("/sundsvall/"), 1) << "its records, on the new day";
    EXPECT_EQ(visit("/timra/"), 1);
}

}  // namespace
}  // namespace digilots::app
