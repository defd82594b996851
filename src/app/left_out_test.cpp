// One record that the search cannot take: the installation starts, finds all others, and names the one.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/application.h"
#include "app/examination.h"
#include "app/installation.h"
#include "platform/base/embedded.h"
#include "platform/http/metrics.h"
#include "platform/testing/database.h"

namespace digilots::app {

namespace {

/// As no form and no import takes it: a place under an id that no index takes.
constexpr const char* add_text =
    "UPDATE directory_place SET id = $1, slug = $1 WHERE municipality_id = '2281' AND id = 'sundsvall-kulturmagasinet'";
constexpr db::Statement spoil_place{"spoil_place", add_text, add_text};

TEST(LeftOut, OneBadRecordKeepsNobodyFromStartingAndIsNamed) {
    const testing::TemporaryFolder folder;
    Settings settings;
    settings.data = folder.path().string();
    const base::TestClock clock(testing::at("2026-11-23T09:00:00Z"));
    const auto database = open_migrated_database(settings);
    {
        Application application(*database, search_folder(settings), clock);
        const auto mapping = base::embedded_file("data/demo/mapping.json").value();
        const auto plan = directory::plan_import(*database, std::string(mapping), "mapping.json");
        ASSERT_TRUE(plan.errors.empty()) << plan.errors.front();
        directory::apply_import(*database, application.municipalities, plan, clock.now());
        database->write([](db::Connection& connection) {
            connection.execute(spoil_place, "sundsvall-" + std::string(300, 'x'));
        });
    }
    Application application(*database, search_folder(settings), clock);
    application.catch_up_index();
    EXPECT_FALSE(application.search_is_stale());
    ASSERT_EQ(application.not_searchable().size(), 1u);
    EXPECT_TRUE(application.not_searchable().front().starts_with("place:2281:sundsvall-xxx"));
    EXPECT_NE(http::metrics_text().find("digilots_search_records_left_out 1"), std::string::npos);
    const auto tenant = application.municipalities.find_tenant("sundsvall");
    EXPECT_FALSE(application.referral.search(*tenant, "bankid", i18n::translator("sv")).hits.empty());
    const auto findings = examine(settings, clock);
    const auto names_it = [](const Finding& finding) {
        return finding.text.find("place:2281:sundsvall-xxx") != std::string::npos;
    };
    EXPECT_TRUE(std::ranges::any_of(findings, names_it));
    application.reindex();
    EXPECT_EQ(application.not_searchable().size(), 1u);
}

}  // namespace

}  // namespace digilots::app
