// What the parts of a plan come to: what they do not say, how the main processes stand, the pyramid of an edition.
#include <gtest/gtest.h>

#include "plan/pyramid.h"
#include "plan/world_for_tests.h"

namespace digilots::plan {
namespace {

using SumsOfAPlan = PlanPages;

TEST_F(SumsOfAPlan, WhatAPartAndWhatStandsAboveItDoNotSayIsTold) {
    const auto strategy = server.part("strategy", "", "");
    const auto project = server.part("project", "A", strategy,
                                     {{"municipal_goals", {"Equal help"}}, {"owner", {"leader"}}, {"starts", {"2026-01-01"}}});
    server.part("activity", "1", project, {{"targets", {"4.4"}}, {"goes_on", {"1"}}, {"resources", {"200 hours"}}});
    server.part("project", "B", "");
    server.part("project", "C", strategy, {{"done_on", {"2026-03-01"}}});
    const auto page = person(http::Role::guide).get("/sundsvall/staff/plan/unsaid");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("A goal: not said by 1 of 3")) << page.html;
    EXPECT_TRUE(page.says("A target of the UN: not said by 2 of 3"));
    EXPECT_TRUE(page.says("Resources: not said by 0 of 1"));
    EXPECT_TRUE(page.says("A strategy or action plan above it: not said by 1 of 2"));
    EXPECT_TRUE(page.says("Horizon, Phase")) << "of the activity";
    EXPECT_FALSE(page.says("C project C")) << "what is done is asked nothing";
}

TEST_F(SumsOfAPlan, EachMainProcessSaysHowItsPartsStand) {
    const auto project = server.part("project", "A", "", {{"processes", {"case"}}, {"begun_on", {"2026-02-01"}}});
    server.part("activity", "1", project, {{"processes", {"case", "reporting"}}, {"done_on", {"2026-03-01"}}});
    server.part("project", "B", "");
    const auto page = person(http::Role::guide).get("/sundsvall/staff/plan/processes");
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("1 project or activity is in no main process.")) << page.html;
    EXPECT_TRUE(page.says("/sundsvall/staff/plan/parts?processes=case"));
    EXPECT_FALSE(page.says("processes=execution")) << "nobody is led to an empty list";
}

TEST_F(SumsOfAPlan, ThePyramidNamesStrategiesPlansAndProjects) {
    const auto strategy = server.part("strategy", "", "");
    server.part("activity", "1", server.part("project", "A", strategy));
    server.part("project", "B", strategy);
    const auto page = person(http::Role::guide).get("/sundsvall/staff/plan");
    EXPECT_TRUE(page.says("A project A · B project B")) << page.html;
}

TEST_F(SumsOfAPlan, AnEditionOnPaperHasThePyramidOfWhatItKept) {
    http::Request request;
    request.language = "en";
    request.tenant.emplace();
    const html::Page page(request);
    const std::vector<KeptPart> kept{{.id = "1", .name = "Strategy", .kind = "strategy"},
                                     {.id = "2", .name = "A Help", .kind = "project"},
                                     {.id = "3", .name = "B Homes", .kind = "project"}};
    const auto picture = pyramid_of_kept(kept, page);
    EXPECT_TRUE(picture.alternative.contains(": 2.")) << picture.alternative;
    auto coordinator = person(http::Role::coordinator);
    server.part("strategy", "", "");
    const auto edition = coordinator.submit(coordinator.get("/sundsvall/staff/plan/editions"), {{"about", "Spring"}});
    const auto pdf = coordinator.get(edition.url + "/edition.pdf");
    EXPECT_TRUE(pdf.html.starts_with("%PDF"));
}

}  // namespace
}  // namespace digilots::plan
