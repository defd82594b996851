// What is recommended, and what came of it: each names the other.
#include "app/networks_for_tests.h"

namespace digilots::app {
namespace {

constexpr const char* sundsvall_of_deeds = "2281";

struct NeedsAndDeeds : ::testing::Test {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    InstallationForTests here{clock, {sundsvall_of_deeds}};
};

TEST_F(NeedsAndDeeds, ARecommendationAndWhatCameOfItNameEachOther) {
    const auto part = here.add("plan_node", sundsvall_of_deeds, {{"title", {"Help in villages"}}, {"kind", {"activity"}}});
    const auto activity =
        here.add("activity", sundsvall_of_deeds, {{"title", {"Café in the village"}}, {"kind", {"digital_cafe"}}});
    const auto round = here.add("mapping_round", sundsvall_of_deeds, {{"title", {"Autumn"}}});
    const auto recommended = here.add("recommendation", sundsvall_of_deeds,
                                      {{"title", {"Be where people live"}},
                                       {"round", {round}},
                                       {"area", {"support"}},
                                       {"kind", {"idea"}},
                                       {"node", {part}},
                                       {"activity", {activity}}});
    ASSERT_NE(recommended, "");
    auto client = here.as("2281/coordinator");
    const auto path = "/sundsvall/staff/needs/recommendations/" + recommended;
    const auto page = client.get(path);
    EXPECT_TRUE(page.says("Help in villages") && page.says("Café in the village")) << page.html;
    const auto in_plan = client.get("/sundsvall/staff/plan/" + part);
    EXPECT_EQ(in_plan.link("Be where people live"), path) << in_plan.html;
    const auto arranged = client.get("/sundsvall/staff/activities/" + activity);
    EXPECT_EQ(arranged.link("Recommendation: Be where people live"), path) << arranged.html;
    EXPECT_TRUE(client.get("/sundsvall/staff/needs/recommendations?node=" + part).says("Be where people live"));
}

TEST_F(NeedsAndDeeds, WhatIsRecommendedBeginsAPartOfThePlan) {
    const auto round = here.add("mapping_round", sundsvall_of_deeds, {{"title", {"Autumn"}}});
    const auto recommended =
        here.add("recommendation", sundsvall_of_deeds,
                 {{"title", {"Be where people live"}}, {"round", {round}}, {"area", {"support"}}, {"kind", {"idea"}}});
    auto client = here.as("2281/coordinator");
    const auto page = client.get("/sundsvall/staff/needs/recommendations/" + recommended);
    const auto form = client.get(page.link("Make it an activity of the plan"));
    EXPECT_TRUE(form.says("value=\"Be where people live\"")) << form.html;
}

TEST_F(NeedsAndDeeds, ObstaclesAreCountedInTheLog) {
    const auto tenant = *here.application->municipalities.find_tenant("sundsvall");
    here.application->database.write([&](db::Connection& connection) {
        for (const char* day : {"2025-11-10", "2026-03-10", "2026-11-20"}) {
            inquiries::Inquiry one;
            one.channel = "visit";
            one.outcome = "answered";
            one.topics = {"bank"};
            one.barrier = "no_e_id";
            one.at = base::from_civil(base::parse_date(day).value(), 12, 0, tenant.zone);
            here.application->inquiries.log_within(connection, tenant, one, "guide");
        }
    });
    const auto page = here.as("2281/guide").get("/sundsvall/staff/needs/barriers");
    EXPECT_TRUE(page.says(">2</td>")) << "of this month and the eleven before it: " << page.html;
    EXPECT_TRUE(page.says("Nothing is decided about"));
}

}  // namespace
}  // namespace digilots::app
