// What an edition keeps, who approves it or sends it back, and what everyone is told of it.
#include <gtest/gtest.h>

#include "plan/edition_record.h"
#include "plan/pages.h"
#include "plan/world_for_tests.h"

namespace digilots::plan {
namespace {

struct EditionsOfAPlan : PlanPages {
    EditionsOfAPlan()
        : PlanPages([this](Neighbours& neighbours) {
              neighbours.decisions = [](const html::Page&) {
                  return std::vector<DecisionOfGroup>{
                      {"decision-1", "Steering group, 9 November 2026: the plan is adopted", base::parse_date("2026-11-09")}};
              };
              neighbours.held = [this](std::string_view, const http::Identity&) { return held; };
          }) {}

    testing::Page made(const testing::FormFields& fields = {{"about", ""}}) {
        auto coordinator = person(http::Role::coordinator);
        return coordinator.submit(coordinator.get("/sundsvall/staff/plan/editions"), fields);
    }
    testing::Page step(const testing::Page& edition, const testing::FormFields& fields,
                       http::Role role = http::Role::coordinator) {
        auto client = person(role);
        return client.submit(client.get(edition.url), fields, "", "/editions/");
    }

    std::vector<std::string> held;
};

const testing::FormFields yes{{"result", "approved"}, {"day", "2026-11-16"}};

TEST_F(EditionsOfAPlan, WhatChangedNamesGoalsOwnersExclusionsMilestonesAndDaysAsPeopleWriteThem) {
    const auto project = server.part("project", "A", "", {{"ends", {"2027-01-31"}}, {"exclusions", {"No buildings"}}});
    const auto milestone =
        server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}, {"deadline", {"2026-10-31"}}});
    const auto first = made();
    ASSERT_EQ(server.fault_of_change("plan_node", project,
                                     {{"owner", {"leader"}},
                                      {"resources", {"Two people"}},
                                      {"exclusions", {""}},
                                      {"targets", {"4.4"}},
                                      {"ends", {"2027-05-31"}}}),
              "");
    ASSERT_EQ(server.fault_of_change("plan_milestone", milestone, {{"deadline", {"2026-12-20"}}}), "");
    const auto second = made();
    for (const char* said :
         {"Who answers for it: nothing is said; now leader", "Resources: nothing is said; now Two people",
          "What is not part of it: No buildings; now nothing is said", "Targets of the UN: nothing is said; now 4.4",
          "the milestone “Map” moved from 31 October 2026 to 20 December 2026", "31 January 2027; now until 31 May 2027"})
        EXPECT_TRUE(second.says(said)) << said << second.html;
    auto coordinator = person(http::Role::coordinator);
    const auto kept = coordinator.get(first.url);
    EXPECT_TRUE(kept.says("No buildings")) << "as it was approved";
    EXPECT_TRUE(kept.says("31 October 2026"));
    EXPECT_FALSE(kept.says("Two people"));
    EXPECT_TRUE(coordinator.get(first.url + "/edition.pdf").html.starts_with("%PDF"));
    EXPECT_EQ(coordinator.get("/sundsvall/staff/plan/editions/nothing/edition.pdf").status, 404);
}

TEST_F(EditionsOfAPlan, AnEditionFromBeforeAllWasKeptIsNotSaidToHaveChanged) {
    const auto old = parts_of_json(
        R"([{"id":"1","name":"A","kind":"project","starts":"","ends":"","phase":""}])");
    ASSERT_EQ(old.size(), 1U);
    auto today = old;
    today[0].is_whole = true;
    today[0].said["owner"] = "leader";
    EXPECT_TRUE(changes_between(old, today).empty()) << "what it did not keep is not known";
    EXPECT_EQ(parts_of_json(as_json(today)), today);
}

TEST_F(EditionsOfAPlan, AStepNeedsTheDayOrTheDecisionOfItsGroup) {
    server.part("project", "A", "");
    const auto edition = made();
    EXPECT_EQ(step(edition, {{"result", "approved"}}).status, 422) << "on which day?";
    EXPECT_EQ(step(edition, {{"result", "approved"}, {"day", "2026-12-24"}}).status, 422) << "still to come";
    EXPECT_EQ(step(edition, {{"result", "approved"}, {"day", "2026-11-16"}, {"decision", "decision-1"}}).status, 422)
        << "the decision has another day";
    EXPECT_EQ(step(edition, {{"day", "2026-11-16"}}).status, 422) << "what did it say?";
    EXPECT_EQ(step(edition, {{"result", "approved"}, {"day", "1990-01-01"}}).status, 422) << "a year that was typed wrong";
    const auto taken = step(edition, {{"result", "approved"}, {"decision", "decision-1"}});
    EXPECT_TRUE(taken.says("Approved, 9 November 2026")) << taken.html;
    EXPECT_TRUE(taken.says("Steering group, 9 November 2026: the plan is adopted"));
    EXPECT_TRUE(taken.says("/staff/bodies/decisions/decision-1"));
    EXPECT_EQ(step(edition, {{"result", "approved"}, {"day", "2026-11-08"}}).status, 422) << "before the group before it";
    EXPECT_EQ(step(edition, {{"result", "approved"}, {"day", "2026-11-09"}}).status, 200);
}

TEST_F(EditionsOfAPlan, AGroupSendsAnEditionBackWithACommentAndNobodyTakesAStepOfItThen) {
    server.part("project", "A", "");
    const auto edition = made();
    step(edition, yes);
    EXPECT_EQ(step(edition, {{"result", "returned"}, {"day", "2026-11-17"}}).status, 422) << "why?";
    const auto returned = step(edition, {{"result", "returned"}, {"day", "2026-11-17"}, {"why", "The costs are missing"}});
    EXPECT_TRUE(returned.says("Sent back by: Owners")) << returned.html;
    EXPECT_TRUE(returned.says("Sent back, 17 November 2026. The costs are missing"));
    EXPECT_FALSE(returned.says("Save what the group said"));
    EXPECT_TRUE(person(http::Role::guide).get("/sundsvall/staff/plan/editions").says("Sent back by: Owners"));
    EXPECT_FALSE(approved_edition(server.kinds, town));
}

TEST_F(EditionsOfAPlan, AStepThatNamesAFunctionIsTakenByItsHolderAlone) {
    server.part("project", "A", "");
    const auto edition = made({{"function_1", "leader"}});
    auto coordinator = person(http::Role::coordinator);
    const auto waits = coordinator.get(edition.url);
    EXPECT_TRUE(waits.says("noted by whoever holds the function leader")) << waits.html;
    EXPECT_FALSE(waits.says("Save what the group said"));
    held = {"leader"};
    auto guide = person(http::Role::guide);
    const auto form = guide.get(edition.url);
    held.clear();
    EXPECT_EQ(guide.submit(form, yes, "", "/editions/").status, 403) << "the function went to somebody else meanwhile";
    held = {"leader"};
    const auto taken = step(edition, yes, http::Role::guide);
    EXPECT_TRUE(taken.says("Approved, 16 November 2026")) << taken.html;
    EXPECT_FALSE(taken.says("Save what the group said")) << "the next step is any coordinator’s";
    EXPECT_TRUE(step(edition, yes).says("What they say: Steering group"));
}

TEST_F(EditionsOfAPlan, EveryoneIsToldWhichEditionIsApprovedAndReadsThatOne) {
    const auto shown = server.part("project", "A", "", {{"is_published", {"1"}}, {"resources", {"Inside"}}});
    server.part("project", "B", "");
    auto resident = person(http::Role::guide);
    resident.forget_cookies();
    const auto address = "/sundsvall/progress/plan/approved";
    EXPECT_TRUE(resident.get("/sundsvall/progress/plan").says("What is shown here is not approved yet"));
    EXPECT_TRUE(resident.get(address).says("not approved yet"));
    const auto edition = made();
    for (int taken = 0; taken < 3; ++taken) step(edition, yes);
    ASSERT_EQ(server.fault_of_change("plan_node", shown, {{"title", {"Renamed"}}}), "");
    EXPECT_TRUE(resident.get("/sundsvall/progress/plan").says("Edition 1 of the plan is approved by the steering group, 16"));
    const auto page = resident.get(address);
    EXPECT_TRUE(page.says("A project A")) << "as it was approved" << page.html;
    for (const char* inside : {"Renamed", "B project B", "Inside"}) EXPECT_FALSE(page.says(inside)) << inside;
    ASSERT_EQ(server.fault_of_change("plan_node", shown, {{"is_published", {}}}), "");
    EXPECT_FALSE(resident.get(address).says("A project A")) << "hidden today";
}

}  // namespace
}  // namespace digilots::plan
