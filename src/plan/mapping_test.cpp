// Strategies and programmes as a mapping holds them.
#include <gtest/gtest.h>

#include <algorithm>

#include "plan/world_for_tests.h"
#include "platform/base/embedded.h"

namespace digilots::plan {
namespace {

constexpr const char* overkalix = "2513";

struct PlanOfTheMapping : ::testing::Test {
    PlanOfTheMapping() {
        server.activate(overkalix);
        municipality::Municipality programme;
        programme.id = programme.slug = "digihjelpen";
        programme.name = "Digihjelpen";
        programme.country = "NO";
        programme.is_own = true;
        programme.is_on_map = false;
        server.municipalities.save_own(programme);
        server.activate("digihjelpen");
        take_in();
    }
    void take_in() {
        const auto plan = plan_mapping(server.kinds, base::embedded_file("data/demo/mapping.json").value(), "mapping.json");
        told = plan.description;
        plan.apply();
    }

    base::TestClock clock{testing::at("2026-11-30T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    PlanServer server{*database, clock};
    std::string told;
};

TEST_F(PlanOfTheMapping, AStrategyHasItsProjectsAndAreas) {
    const auto plan = server.kinds.kept.of(overkalix);
    const auto number = [&](Kind kind) {
        return std::ranges::count_if(plan->placed(), [&](const Placed& one) { return one.node->kind == kind; });
    };
    EXPECT_EQ(number(Kind::project), 5);
    EXPECT_EQ(number(Kind::area), 12);
    EXPECT_EQ(number(Kind::activity), 0) << "their texts are not in the source";
    const auto* strategy = plan->find("overkalix-strategy");
    ASSERT_TRUE(strategy);
    EXPECT_EQ(strategy->status_note, "65 aktiviteter; texterna står inte i källan.");
    EXPECT_EQ(strategy->municipal_goals.size(), 3U);
    EXPECT_EQ(plan->whole_code(*plan->find("overkalix-plan-a-ao1")), "A-AO1");
    EXPECT_EQ(plan->dependencies().size(), 4U) << "A is first, the others may run beside each other";
}

TEST_F(PlanOfTheMapping, AProgrammeHasTenMilestonesWithoutLeadsAndSixCriteriaThatKeepItOpen) {
    const auto plan = server.kinds.kept.of("digihjelpen");
    ASSERT_EQ(plan->milestones().size(), 10U);
    for (const auto& one : plan->milestones()) EXPECT_EQ(one.lead, "") << one.number;
    EXPECT_EQ(plan->milestones()[0].open_responsible, "alle");
    EXPECT_EQ(plan->milestones()[8].deadline, base::parse_date("2017-11-13"));
    EXPECT_EQ(plan->milestones()[0].title, "Beskrive rammer og grunnleggende organisering av tilbudet");
    const auto criteria = plan->criteria_of("digihjelpen-project");
    EXPECT_EQ(criteria.size(), 6U);
    for (const auto* one : criteria) EXPECT_FALSE(one->is_met());
    EXPECT_EQ(plan->find("digihjelpen-project")->municipal_goals.size(), 5U);
}

TEST_F(PlanOfTheMapping, WhatIsEditedHereIsKept) {
    take_in();
    EXPECT_TRUE(told.contains("2513, 0 new records, 0 changed")) << told;
    auto& nodes = server.kinds.nodes;
    auto draft = nodes.draft_of(*nodes.find(overkalix, "overkalix-plan-a"), server.around(overkalix));
    draft["title"] = {"Ny rubrik"};
    ASSERT_TRUE(nodes.change(server.around(overkalix), "overkalix-plan-a", draft, "anna", base::Seen::anything()));
    take_in();
    EXPECT_TRUE(told.contains("overkalix-plan-a: edited here, kept as it is")) << told;
    EXPECT_EQ(server.kinds.kept.of(overkalix)->find("overkalix-plan-a")->title, "Ny rubrik");
}

}  // namespace
}  // namespace digilots::plan
