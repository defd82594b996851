// A campaign week: its activities by name, its page with the programme of its days, its result against the goal.
#include "activities/world_for_tests.h"

#include <algorithm>

#include "platform/register/every_statement_for_tests.h"

namespace digilots::activities {
namespace {

class CampaignWeek : public ::testing::Test, protected World {
protected:
    register_::Records& campaigns() { return all.activities.campaigns(); }
    register_::Surroundings around_campaigns() {
        return municipality::surroundings_of(all.municipalities, campaigns(), here, clock.now());
    }
    register_::Draft draft(const std::string& title) {
        return {{"title", {title}},         {"theme", {"Safe on the net"}},    {"first_day", {"2026-11-23"}},
                {"last_day", {"2026-11-29"}}, {"partners", {"PRO\nThe library"}}, {"goal_sessions", {"4"}},
                {"goal_participants", {"40"}}, {"is_published", {"1"}}};
    }
    std::string add(const std::string& title) {
        const auto added = campaigns().add(around_campaigns(), draft(title), "anna");
        EXPECT_TRUE(added) << title;
        return added ? added->id : "";
    }
    const Campaign& only() {
        kept = all.activities.programme(here);
        return kept->campaigns.at(0);
    }

    std::shared_ptr<const Programme> kept;
    std::string week = add("Digital week");
    std::string phone = all.add_activity("Help with your phone", {{"campaign", {"Digital week"}}});
    std::string other = all.add_activity("Café");
};

TEST_F(CampaignWeek, EveryStatementRuns) {
    register_::run_every_statement(campaigns(), around_campaigns());
}

TEST_F(CampaignWeek, ItsPageShowsWhatIsHeldOnItsDaysAlone) {
    all.add_session(phone, "2026-11-26");
    all.add_session(phone, "2026-12-03");
    all.add_session(other, "2026-11-27");
    const auto page = resident().get("/sundsvall" + only().path());
    EXPECT_TRUE(page.says("Digital week") && page.says("Safe on the net") && page.says("The library")) << page.html;
    EXPECT_TRUE(page.says("Thursday 26 November 2026") && !page.says("3 December") && !page.says("27 November")) << page.html;
    const auto programme = resident().get("/sundsvall/activities");
    EXPECT_EQ(resident().get(programme.link("Digital week")).status, 200);
    EXPECT_FALSE(resident().get("/sundsvall/activities?campaign=Digital+week").says("Café"));
    const auto activity = resident().get("/sundsvall" + kept->with_id(phone)->path());
    EXPECT_EQ(activity.link("More of the campaign: Digital week"), "/sundsvall" + only().path());
    auto hidden = draft("Digital week");
    hidden.erase("is_published");
    ASSERT_TRUE(campaigns().change(around_campaigns(), week, hidden, "anna", base::Seen::anything()));
    EXPECT_EQ(resident().get("/sundsvall" + only().path()).status, 404);
}

TEST_F(CampaignWeek, WhatWasHeldInItStaysOnItsPageWhenTheActivityMovesToAnotherWeek) {
    all.add_session(phone, "2026-11-23");
    clock.set(testing::at("2026-12-01T09:00:00Z"));
    all.versions.refresh();
    ASSERT_TRUE(resident().get("/sundsvall" + only().path()).says("23 November 2026"));
    auto& records = all.activities.activities();
    auto moved = records.draft_of(*records.find(here, phone), all.around());
    moved["campaign"] = {"Next week"};
    ASSERT_TRUE(records.change(all.around(), phone, moved, "anna", base::Seen::anything()));
    all.versions.refresh();
    EXPECT_TRUE(resident().get("/sundsvall" + only().path()).says("23 November 2026"));
}

TEST_F(CampaignWeek, StaffFindItsActivitiesAndItsResultAgainstTheGoal) {
    const auto session = all.add_session(phone, "2026-11-26"), elsewhen = all.add_session(phone, "2026-12-03");
    clock.advance(std::chrono::hours(24 * 10));
    for (const auto& one : {session, elsewhen})
        ASSERT_EQ(all.activities.count(all.around(), one, {.women = 6, .men = 3}, "anna", base::Seen::anything()),
                  Arranged::done);
    auto client = staff();
    const auto page = client.get("/sundsvall/staff/campaigns/" + week);
    EXPECT_TRUE(page.says("Sessions held: 1 of a goal of 4") && page.says("Participants: 9 of a goal of 40")) << page.html;
    EXPECT_TRUE(page.says("Help with your phone: 1 activity session, 9 came")) << page.html;
    const auto list = client.get(page.link("Its activities"));
    EXPECT_TRUE(list.says("Help with your phone") && !list.says("Café")) << list.html;
}

TEST_F(CampaignWeek, ItIsChosenAtAnActivityAndFoundHoweverATableWritesIt) {
    auto client = staff();
    const auto form = client.get(client.get("/sundsvall/staff/campaigns/" + week).link("New activity of it"));
    EXPECT_TRUE(form.says("<option value=\"Digital week\" selected>")) << form.html;
    const auto written = all.add_activity("Drop in", {{"campaign", {" digital WEEK "}}});
    EXPECT_EQ(all.activities.programme(here)->with_id(written)->campaign, "Digital week");
    const auto page = client.get("/sundsvall/staff/activities/" + written);
    EXPECT_EQ(page.link("Campaign week: Digital week"), "/sundsvall/staff/campaigns/" + week);
    const auto elsewhere = all.add_activity("Others", {{"campaign", {"A week of others"}}});
    EXPECT_TRUE(client.get("/sundsvall/staff/activities/" + elsewhere + "/change").says("selected>A week of others<"));
}

TEST_F(CampaignWeek, ItStandsInThePlanOfItsYearAndLastsADayWithoutALastOne) {
    auto one_day = draft("A day");
    one_day["last_day"] = {""};
    ASSERT_TRUE(campaigns().add(around_campaigns(), one_day, "anna"));
    const auto all_of_them = all.activities.programme(here);
    const auto one = std::ranges::find(all_of_them->campaigns, "A day", &Campaign::title);
    ASSERT_NE(one, all_of_them->campaigns.end());
    EXPECT_EQ(one->first, one->last);
    const auto plan = staff().get("/sundsvall/staff/activity-plan?year=2026");
    for (const auto* line : {"23 November 2026: A day", "23 November 2026 – 29 November 2026: Digital week", "Campaign weeks"})
        EXPECT_TRUE(plan.says(line)) << line << plan.html;
    EXPECT_TRUE(staff().get("/sundsvall/staff/activity-plan.csv?year=2026").html.contains("Campaign week;Digital week"));
}

TEST_F(CampaignWeek, ItsResultStaysWhenItEndsAndWhenItsActivityGoesIntoTheNext) {
    const auto session = all.add_session(phone, "2026-11-26");
    clock.advance(std::chrono::hours(24 * 10));
    ASSERT_EQ(all.activities.count(all.around(), session, {.women = 6, .men = 3}, "anna", base::Seen::anything()),
              Arranged::done);
    auto next = draft("Next week");
    next["first_day"] = next["last_day"] = {"2026-12-20"};
    ASSERT_TRUE(campaigns().add(around_campaigns(), next, "anna"));
    auto moved = all.activities.activities().draft_of(*all.activities.activities().find(here, phone), all.around());
    moved["campaign"] = {"Next week"};
    ASSERT_TRUE(all.activities.activities().change(all.around(), phone, moved, "anna", base::Seen::anything()));
    const auto says_result = [&] {
        const auto page = staff().get("/sundsvall/staff/campaigns/" + week);
        return page.says("Sessions held: 1 of a goal of 4") && page.says("Participants: 9 of a goal of 40");
    };
    EXPECT_TRUE(says_result()) << "what was held stays where it was held";
    ASSERT_TRUE(campaigns().change(around_campaigns(), week, draft("Digital week 2026"), "anna", base::Seen::anything()));
    EXPECT_TRUE(says_result()) << "under its new name, too";
    auto client = staff();
    ASSERT_TRUE(client.submit(client.get("/sundsvall/staff/campaigns/" + week), {}, "", "/end").says("Ended"));
    EXPECT_TRUE(says_result()) << "it has ended: that is when the result is wanted";
}

TEST_F(CampaignWeek, WhatHasBeenStandsBelowWhatIsToCome) {
    all.add_session(phone, "2026-11-23");
    all.add_session(phone, "2026-11-26");
    const auto page = resident().get("/sundsvall" + only().path());
    EXPECT_LT(page.html.find("Thursday 26 November 2026"), page.html.find("What has been")) << page.html;
    EXPECT_GT(page.html.find("Monday 23 November 2026"), page.html.find("What has been")) << page.html;
}

TEST_F(CampaignWeek, TwoMessagesThatAreAlikeNameTheirFields) {
    auto client = staff();
    const auto page = client.submit(client.get("/sundsvall/staff/campaigns/new"),
                                    {{"title", "W"},
                                     {"first_day", "2026-11-02"},
                                     {"goal_sessions", "many"},
                                     {"goal_participants", "few"}});
    EXPECT_EQ(page.status, 422);
    for (const auto* said :
         {"Goal: how many sessions: Write a whole number", "Goal: how many participants: Write a whole number"})
        EXPECT_TRUE(page.says(said)) << page.html;
}

TEST_F(CampaignWeek, ItsNameIsItsOwnAndWhatIsCalledByItFollows) {
    EXPECT_FALSE(campaigns().add(around_campaigns(), draft("Digital week"), "anna"));
    ASSERT_TRUE(campaigns().change(around_campaigns(), week, draft("Digital week 2026"), "anna", base::Seen::anything()));
    EXPECT_EQ(all.activities.programme(here)->with_id(phone)->campaign, "Digital week 2026");
    auto wrong = draft("Another");
    wrong["last_day"] = {"2026-11-01"};
    EXPECT_FALSE(campaigns().add(around_campaigns(), wrong, "anna"));
}

}  // namespace
}  // namespace digilots::activities
