#include <gtest/gtest.h>

#include "plan/world_for_tests.h"

namespace digilots::plan {
namespace {

TEST(ReachOfAPart, APartIsLetReachOverWhatIsBelowItByOnePress) {
    base::TestClock clock{testing::at("2026-11-30T10:30:00Z")};
    const auto database = testing::fresh_database();
    PlanServer server{*database, clock};
    server.activate(town);
    Slice all = slice(*database, clock, server.neighbours());
    testing::PageServer pages{routes_of({all}), clock};
    pages.person = testing::person_with(http::Role::coordinator, town);
    auto client = pages.client();
    client.accept_language = "en";
    const auto project = server.part("project", "A", "", {{"starts", {"2026-01-01"}}, {"ends", {"2026-12-31"}}});
    const auto area = server.part("area", "AO1", project, {{"starts", {"2026-02-01"}}, {"ends", {"2027-06-30"}}});
    const auto page = client.get("/sundsvall/staff/plan/" + area);
    EXPECT_TRUE(page.says("A-AO1 area AO1 ends on 30 June 2027, after A project A does")) << page.html;
    EXPECT_EQ(client.submit(page, {}, "", "/reach").status, 200);
    const auto plan = server.kinds.kept.of(town);
    EXPECT_EQ(plan->find(project)->ends, base::parse_date("2027-06-30"));
    EXPECT_EQ(plan->find(project)->starts, base::parse_date("2026-01-01"));
    EXPECT_FALSE(client.get("/sundsvall/staff/plan/" + area).says("/reach"));
    pages.person = testing::person_with(http::Role::guide, town);
    EXPECT_FALSE(pages.client().get("/sundsvall/staff/plan/" + area).says("/reach"));
}

}  // namespace
}  // namespace digilots::plan
