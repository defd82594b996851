// What was said of a campaign week stands on its page, in the plan and in tables, and never on residents' pages.
#include "activities/world_for_tests.h"

#include "platform/register/every_statement_for_tests.h"

namespace digilots::activities {
namespace {

class CampaignMessages : public ::testing::Test, protected World {
protected:
    register_::Surroundings around_week() {
        return municipality::surroundings_of(all.municipalities, all.activities.campaigns(), here, clock.now());
    }
    std::string add_week() {
        const auto added = all.activities.campaigns().add(around_week(),
                                                          {{"title", {"Digital week"}},
                                                           {"first_day", {"2026-11-23"}},
                                                           {"last_day", {"2026-11-29"}},
                                                           {"is_published", {"1"}}},
                                                          "anna");
        EXPECT_TRUE(added);
        return added ? added->id : "";
    }
    testing::Page say(testing::PageClient& client, const char* message, const char* channel, const char* reached) {
        return client.submit(client.get(client.get("/sundsvall/staff/campaigns/" + week).link("Write down a message")),
                             {{"message", message}, {"channel", channel}, {"said_on", "2026-11-20"}, {"reached", reached}});
    }

    std::string week = add_week();
};

TEST_F(CampaignMessages, EveryStatementRuns) {
    register_::run_every_statement(all.activities.campaign_messages(), all.activities.campaign_messages().around(here));
}

TEST_F(CampaignMessages, WhatWasSaidWhereAndToHowManyStandsUnderItsWeek) {
    auto client = staff();
    const auto page_of_week = "/sundsvall/staff/campaigns/" + week;
    EXPECT_TRUE(client.get(page_of_week).says("No message is written down yet."));
    EXPECT_LT(say(client, "Come and ask about BankID", "paper", "1200").status, 400);
    EXPECT_LT(say(client, "We are here all week", "web", "").status, 400);
    const auto page = client.get(page_of_week);
    for (const auto* line : {"2 messages, 2 ways, reached 1,200, of 1 it is not known",
                             "Leaflet, poster or newspaper, 20 November 2026: Come and ask about BankID (reached 1,200)",
                             "The web or social media, 20 November 2026: We are here all week (reach not known)"})
        EXPECT_TRUE(page.says(line)) << line << page.html;
    const auto list = client.get(page.link("Its messages"));
    EXPECT_TRUE(list.says("Come and ask about BankID") && list.says("We are here all week")) << list.html;
    EXPECT_EQ(say(client, "Ask Anna, 19121212-1212", "paper", "1").status, 422);
    EXPECT_EQ(say(client, "Said nowhere", "", "1").status, 422);
    ASSERT_TRUE(client.submit(client.get(page_of_week), {}, "", "/end").says("Ended"));
    EXPECT_TRUE(client.get(page_of_week).says("2 messages, 2 ways")) << "also once the week has ended";
    EXPECT_LT(say(client, "Thank you all", "web", "3").status, 400) << "and what is said after it";
}

TEST_F(CampaignMessages, TheyStandInThePlanAndItsTableAndOnNoPageOfResidents) {
    auto client = staff();
    say(client, "Come and ask about BankID", "paper", "1200");
    const auto plan = client.get("/sundsvall/staff/activity-plan?year=2026");
    EXPECT_TRUE(plan.says("20 November 2026: Come and ask about BankID") && plan.says("Messages of campaign weeks")) << plan.html;
    const auto csv = client.get("/sundsvall/staff/activity-plan.csv?year=2026").html;
    EXPECT_TRUE(csv.contains("Message of a campaign week") && csv.contains("Come and ask about BankID")) << csv;
    const auto programme = all.activities.programme(here);
    const auto public_page = resident().get("/sundsvall" + programme->campaigns.at(0).path());
    EXPECT_EQ(public_page.status, 200);
    EXPECT_FALSE(public_page.says("BankID") || public_page.says("1,200") || public_page.says("Messages")) << public_page.html;
}

TEST_F(CampaignMessages, TheTableOfThePlanIsInTheWordsOfWhoReadsIt) {
    const auto activity = all.add_activity("Help with your phone");
    all.add_session(activity, "2026-11-26");
    auto client = staff();
    const auto csv = client.get("/sundsvall/staff/activity-plan.csv?year=2026").html;
    EXPECT_TRUE(csv.contains("Month") && csv.contains("Where it comes from") && csv.contains("Campaign week")) << csv;
    EXPECT_FALSE(csv.contains("state_label") || csv.contains("planned") || csv.contains("competence;")) << csv;
}

TEST_F(CampaignMessages, TheyGoWithTime) {
    auto client = staff();
    say(client, "Come and ask about BankID", "paper", "1200");
    for (const auto& rule : retention_rules()) {
        if (rule.key != campaign_message_rule) continue;
        const Due due{.municipality_id = here, .before = testing::at("2032-01-01T00:00:00Z"), .now = clock.now()};
        const auto remove = [&](db::Connection& connection) { return rule.remove(connection, due, 100); };
        EXPECT_EQ(database->write(remove), 1);
        EXPECT_EQ(database->write(remove), 0);
    }
    EXPECT_TRUE(client.get("/sundsvall/staff/campaigns/" + week).says("No message is written down yet."));
}

}  // namespace
}  // namespace digilots::activities
