// What is recommended, and what came of it: each names the other.
#include <optional>

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

struct Wishes : NeedsAndDeeds {
    std::string wish(register_::Draft to) {
        to["title"] = {"Tell that there is help"};
        to["from_group"] = {"The library"};
        return here.add("wish", sundsvall_of_deeds, to);
    }
    std::string state_of(const std::string& id) { return here.records("wish").find(sundsvall_of_deeds, id)->text("state"); }
    /// The open task that a wish is; nothing where it is none.
    std::optional<register_::Record> task_of(const std::string& id) {
        here.application->tasks.agree(sundsvall_of_deeds);
        auto& tasks = here.application->tasks.records();
        for (const auto& task : tasks.list(tasks.around(sundsvall_of_deeds), {}, 100, 0).records)
            if (task.text("about") == "wish:" + id && task.text("state") == "open") return task;
        return std::nullopt;
    }
    std::string function(const char* title) {
        auto& functions = here.application->organisation.function_records();
        const auto added = functions.add(functions.around(sundsvall_of_deeds), {{"title", {title}}}, "anna");
        here.application->refresh();
        return added ? added->id : "";
    }
};

TEST_F(Wishes, AreATaskOfTheFunctionThatIsAskedAndBothReadHowTheyStand) {
    const auto communication = function("Communication");
    const auto id = wish({{"function", {communication}}});
    ASSERT_NE(id, "");
    const auto task = task_of(id);
    ASSERT_TRUE(task);
    EXPECT_EQ(task->text("function"), communication);
    auto client = here.as("2281/coordinator");
    const auto page = client.get("/sundsvall/staff/tasks/" + task->id);
    EXPECT_TRUE(page.says("The library wishes it, and does not know yet whether it will be done.")) << page.html;
    client.submit(page, {}, "", "/done");
    EXPECT_EQ(state_of(id), "done") << "whoever closes the task says so to those who wished it";
    EXPECT_FALSE(task_of(id));
}

TEST_F(Wishes, EndAsATaskWhereTheirPageSaysThatTheyAreNotDone) {
    const auto id = wish({{"function", {function("Communication")}}});
    ASSERT_TRUE(task_of(id));
    auto& wishes = here.records("wish");
    const auto around = wishes.around(sundsvall_of_deeds);
    auto draft = wishes.draft_of(*wishes.find(around, id), around);
    draft["state"] = {"declined"};
    draft["answer"] = {"It is said every week"};
    ASSERT_TRUE(wishes.change(around, id, draft, "bo", base::Seen::anything()));
    EXPECT_FALSE(task_of(id));
}

TEST_F(Wishes, ToAGroupAreATaskOfItsSecretary) {
    const auto secretary = function("Secretary");
    const auto group = here.add("body_group", sundsvall_of_deeds,
                                {{"title", {"Communication group"}}, {"kind", {"working_group"}}, {"function", {secretary}}});
    ASSERT_NE(group, "");
    const auto id = wish({{"body", {group}}});
    const auto task = task_of(id);
    ASSERT_TRUE(task);
    EXPECT_EQ(task->text("function"), secretary);
    auto client = here.as("2281/guide");
    const auto page = client.get("/sundsvall/staff/bodies/steering-groups/" + group);
    EXPECT_TRUE(client.get(page.link("What others wish of it")).says("Tell that there is help")) << page.html;
}

TEST_F(Wishes, ToSomebodyWhoIsOnlyWrittenAreNobodysTaskAndToNobodyAreNone) {
    EXPECT_EQ(wish({}), "");
    const auto id = wish({{"to_group", {"The village association"}}});
    ASSERT_NE(id, "");
    EXPECT_FALSE(task_of(id));
}

}  // namespace
}  // namespace digilots::app
