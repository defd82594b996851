// The whole tree as JSON: out, changed, and in again.
#include <gtest/gtest.h>

#include <algorithm>

#include "plan/world_for_tests.h"
#include "platform/base/json.h"
#include "platform/register/import.h"
#include "platform/testing/upload.h"

namespace digilots::plan {
namespace {

using base::Json;

struct TreeAsJson : PlanPages {
    testing::Page send_tree(const std::string& body) {
        auto client = program({"plan:read", "plan:write"});
        return client.send(http::Method::post, "/api/v1/sundsvall/plan/tree", body,
                           {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}});
    }
    static Json read(const testing::Page& answer) { return base::parse_json(answer.html).value_or(Json()); }
    static std::string with_checked(const std::string& children, const Json& looked) {
        return R"({"checked":")" + std::string(looked["checked"].text()) + R"(","children":)" + children + "}";
    }
    static std::string part_called(const std::string& id, const std::string& more) {
        return R"({"id":")" + id + R"(")" + (more.empty() ? "" : "," + more) + "}";
    }

    const std::string strategy = server.part("strategy", "S", "");
    const std::string a = server.part("project", "A", strategy, {{"municipal_goals", {"Equal help\nNearby"}}});
    const std::string b = server.part("project", "B", strategy, {{"ends", {"2027-12-31"}}});
    const std::string area = server.part("area", "AO1", a, {{"processes", {"case"}}, {"exclusions", {"No schools"}}});
};

TEST_F(TreeAsJson, WhatGoesOutAndComesInAgainChangesNothing) {
    auto guide = person(http::Role::guide);
    const auto file = guide.get("/sundsvall/staff/plan/tree.json");
    ASSERT_EQ(file.status, 200);
    const auto around = server.around();
    const auto table = server.kinds.nodes.declaration().from_json(file.html, around);
    ASSERT_TRUE(table) << table.error();
    const auto planned = register_::plan_import(server.kinds.nodes, *table, around);
    EXPECT_EQ(planned.fault, "");
    EXPECT_EQ(planned.count(register_::PlannedRow::Kind::same), 4U) << file.html;
    const auto looked = read(send_tree(file.html));
    EXPECT_EQ(looked["same"].as_integer(), 4);
    EXPECT_EQ(looked["parts"].items().size(), 0U);
}

TEST_F(TreeAsJson, WhatItWouldDoIsToldFirstAndThenDoneOnce) {
    const auto children = "[" + part_called(strategy, R"("children":[)" + part_called(b, R"("title":"Homes","children":[)" +
                          part_called(area, R"("code":"A-AO1","children":[{"title":"Lecture","kind":"activity","code":"1"}])") +
                          "]") + "]") + "]";
    const auto looked = read(send_tree(R"({"children":)" + children + "}"));
    EXPECT_EQ(looked["is_saved"].as_bool(), false);
    EXPECT_EQ(looked["added"].as_integer(), 1);
    EXPECT_EQ(looked["changed"].as_integer(), 2);
    EXPECT_EQ(looked["refused"].as_integer(), 0);
    EXPECT_EQ(looked["not_named"].as_integer(), 1) << "A is not sent, and stays";
    EXPECT_EQ(server.kinds.kept.of(town)->find(b)->title, "project B") << "nothing is saved yet";
    const auto done = send_tree(with_checked(children, looked));
    ASSERT_EQ(done.status, 200) << done.html;
    EXPECT_EQ(read(done)["is_saved"].as_bool(), true);
    const auto plan = server.kinds.kept.of(town);
    EXPECT_EQ(plan->find(b)->title, "Homes");
    EXPECT_EQ(plan->find(b)->ends, base::parse_date("2027-12-31")) << "what is not named stays";
    EXPECT_EQ(plan->whole_code(*plan->find(area)), "B-AO1") << "it went to B with its own code";
    ASSERT_EQ(plan->below(area).size(), 1U);
    EXPECT_EQ(plan->whole_code(*plan->below(area).front()), "B-AO1-1");
    EXPECT_NE(plan->find(a), nullptr);
    EXPECT_EQ(send_tree(with_checked(children, looked)).status, 200) << "sent twice";
    EXPECT_EQ(server.kinds.kept.of(town)->below(area).size(), 1U);
}

TEST_F(TreeAsJson, NothingIsMovedUnderItselfNorChangedUnseen) {
    const auto under_itself = "[" + part_called(a, R"("children":[)" + part_called(area, R"("children":[)" +
                              part_called(a, "") + "]") + "]") + "]";
    const auto below_own_area =
        "[" + part_called(area, R"("children":[)" + part_called(a, "") + "]") + "]";
    for (const auto& children : {under_itself, below_own_area}) {
        const auto looked = read(send_tree(R"({"children":)" + children + "}"));
        EXPECT_GE(looked["refused"].as_integer().value_or(0), 1) << children;
        EXPECT_EQ(send_tree(with_checked(children, looked)).status, 422) << children;
    }
    EXPECT_EQ(server.kinds.kept.of(town)->find(area)->parent, a);
    const auto one = "[" + part_called(strategy, R"("title":"Renamed")") + "]";
    const auto looked = read(send_tree(R"({"children":)" + one + "}"));
    ASSERT_EQ(server.fault_of_change("plan_node", strategy, {{"cycle", {"Each March"}}}), "");
    EXPECT_EQ(send_tree(with_checked(one, looked)).status, 409) << "somebody else has changed it";
    EXPECT_EQ(server.kinds.kept.of(town)->find(strategy)->title, "strategy S");
}

TEST_F(TreeAsJson, OnePartComesBackWithWhatIsBelowItAndStaysWhereItStands) {
    auto client = program({"plan:read", "plan:write"});
    const auto told = client.send(http::Method::get, "/api/v1/sundsvall/plan/" + a, "", {{"Authorization", "Bearer x"}});
    EXPECT_TRUE(told.says("No schools") && told.says("\"case\"")) << told.html;
    const auto looked = read(send_tree(told.html));
    EXPECT_EQ(looked["same"].as_integer(), 2) << told.html;
    EXPECT_EQ(looked["changed"].as_integer(), 0);
}

TEST_F(TreeAsJson, ANewTreeThatIsSentTwiceIsThereOnce) {
    const std::string children = R"([{"title":"Help","kind":"project","code":"C","children":[)"
                                 R"({"title":"Lessons","kind":"area","code":"C-AO1","goes_on":true}]}])";
    const auto looked = read(send_tree(R"({"children":)" + children + "}"));
    EXPECT_EQ(looked["added"].as_integer(), 2);
    EXPECT_EQ(send_tree(with_checked(children, looked)).status, 200);
    const auto plan = server.kinds.kept.of(town);
    ASSERT_EQ(plan->placed().size(), 6U);
    const auto again = read(send_tree(R"({"children":)" + children + "}"));
    EXPECT_EQ(again["same"].as_integer(), 2);
    EXPECT_EQ(again["not_named"].as_integer(), 4);
    const auto is_lessons = [](const Placed& one) { return one.node->title == "Lessons"; };
    const auto lessons = std::ranges::find_if(plan->placed(), is_lessons);
    ASSERT_NE(lessons, plan->placed().end());
    EXPECT_EQ(plan->whole_code(*lessons->node), "C-AO1");
    EXPECT_TRUE(lessons->node->goes_on);
}

TEST_F(TreeAsJson, WhatIsNoTreeSaysWhy) {
    EXPECT_EQ(send_tree("[").status, 400);
    EXPECT_EQ(send_tree("{}").status, 422);
    EXPECT_EQ(send_tree(R"({"children":"all"})").status, 422);
    EXPECT_EQ(send_tree(R"({"children":[1]})").status, 422);
    const auto percent = send_tree(R"({"children":[{"title":"Help","kind":"project","percent":40}]})");
    EXPECT_TRUE(percent.says("percent") && percent.says("Help")) << percent.html;
    const auto unknown = read(send_tree(R"({"children":[{"id":"no-such-part","title":"Help","kind":"project"}]})"));
    EXPECT_EQ(unknown["refused"].as_integer(), 1);
    EXPECT_EQ(program({"plan:read"}).send(http::Method::post, "/api/v1/sundsvall/plan/tree", "{}",
                                          {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}}).status, 403);
}

TEST_F(TreeAsJson, SomebodyTakesTheFileInOnThePageOfTables) {
    auto client = coordinator();
    const auto form = client.get("/sundsvall/staff/plan/parts/import");
    EXPECT_TRUE(form.says("XLSX, ODS, CSV or JSON"));
    const auto json = R"({"children":[)" + part_called(strategy, R"("title":"Digital together")") + "]}";
    const auto looked = testing::upload(client, form, {}, {"file", "tree.json", json});
    EXPECT_TRUE(looked.says("Digital together")) << looked.html;
    client.submit(looked, {}, "", "/import");
    EXPECT_EQ(server.kinds.kept.of(town)->find(strategy)->title, "Digital together");
}

}  // namespace
}  // namespace digilots::plan
