// The plan as people keep it.
#include <gtest/gtest.h>

#include "plan/world_for_tests.h"
#include "platform/base/embedded.h"
#include "platform/base/json.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::plan {
namespace {

using PlanOfATown = PlanPages;

TEST_F(PlanOfATown, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(town));
}

TEST_F(PlanOfATown, NoPartStandsBelowItselfNorBelowALowerOneAndACodeIsThereOnceBelowItsParent) {
    const auto strategy = server.part("strategy", "", ""), project = server.part("project", "A", strategy);
    const auto area = server.part("area", "AO1", project);
    ASSERT_NE(area, "");
    EXPECT_EQ(server.fault_of_change("plan_node", project, {{"parent", {area}}}), "parent");
    EXPECT_EQ(server.fault_of_change("plan_node", project, {{"parent", {project}}}), "parent");
    EXPECT_EQ(server.fault_of_change("plan_node", project, {{"kind", {"activity"}}}), "kind");
    const register_::Draft twin{{"title", {"Twin"}}, {"kind", {"area"}}, {"code", {"AO1"}}, {"parent", {project}}};
    EXPECT_EQ(server.fault("plan_node", twin), "code");
    const auto other = server.part("project", "B", strategy);
    EXPECT_NE(server.part("area", "AO1", other), "") << "the same code below another";
    const auto plan = server.kinds.kept.of(town);
    EXPECT_EQ(plan->whole_code(*plan->find(area)), "A-AO1");
    EXPECT_FALSE(server.kinds.nodes.remove(server.around(), project, "anna", base::Seen::anything())) << "an area is below it";
    EXPECT_TRUE(server.kinds.nodes.remove(server.around(), area, "anna", base::Seen::anything()));
}

TEST_F(PlanOfATown, ACircleOfDependenciesIsRefusedAndABrokenOneIsTold) {
    const auto a = server.part("project", "A", "", {{"starts", {"2026-01-01"}}, {"ends", {"2027-01-01"}}});
    const auto b = server.part("project", "B", "", {{"starts", {"2026-06-01"}}}), c = server.part("project", "C", "");
    const auto waits = [](const std::string& node, const std::string& other, const char* kind) {
        return register_::Draft{{"title", {"Budget first"}}, {"node", {node}}, {"kind", {kind}}, {"other", {other}}};
    };
    EXPECT_EQ(server.fault("plan_dependency", waits(b, a, "first")), "");
    EXPECT_EQ(server.fault("plan_dependency", waits(c, b, "first")), "");
    EXPECT_EQ(server.fault("plan_dependency", waits(a, c, "first")), "other");
    EXPECT_EQ(server.fault("plan_dependency", waits(a, a, "beside")), "other");
    EXPECT_EQ(server.fault("plan_dependency", waits(a, c, "beside")), "");
    EXPECT_EQ(server.status(b).standing, Standing::attention);
    EXPECT_TRUE(person(http::Role::guide).get("/sundsvall/staff/plan").says("B project B begins before A project A is over"));
}

TEST_F(PlanOfATown, StatusIsWorkedOutFromWhatIsBelow) {
    const auto project = server.part("project", "A", "", {{"ends", {"2027-12-31"}}});
    EXPECT_EQ(server.status(project).standing, Standing::unknown) << "nothing is known: never zero";
    const auto done = server.part("activity", "1", project, {{"begun_on", {"2026-02-01"}}, {"done_on", {"2026-03-01"}}});
    EXPECT_EQ(server.status(project).standing, Standing::on_way);
    const auto late = server.part("activity", "2", project, {{"ends", {"2026-10-01"}}});
    EXPECT_EQ(server.status(late).standing, Standing::late);
    EXPECT_EQ(server.status(project).standing, Standing::attention);
    const auto reasons = server.status(project).reasons;
    EXPECT_EQ(words_of(reasons.front(), i18n::translator("en")), "Lowest parts below it that are done: 1 of 2");
    EXPECT_EQ(server.fault_of_change("plan_node", late, {{"done_on", {"2026-12-24"}}}), "done_on") << "still to come";
    EXPECT_EQ(server.fault_of_change("plan_node", late, {{"done_on", {"2026-11-20"}}, {"series", {"cafe"}}}), "");
    EXPECT_EQ(server.status(project).standing, Standing::on_way);
    EXPECT_EQ(server.status(done).standing, Standing::done);
}

TEST_F(PlanOfATown, WhatIsBelowIsSeenAboveMilestonesTasksAndBrokenDependencies) {
    const auto plan = server.part("plan", "", ""), project = server.part("project", "A", plan);
    const auto activity = server.part("activity", "1", project, {{"starts", {"2026-11-01"}}, {"begun_on", {"2026-11-01"}}});
    EXPECT_EQ(server.status(plan).standing, Standing::on_way);
    server.tasks[activity] = {.done = 1, .open = 2, .overdue = 1};
    EXPECT_EQ(server.status(activity).standing, Standing::attention);
    EXPECT_EQ(server.status(plan).standing, Standing::attention);
    server.tasks.clear();
    const auto sleeping = server.part("activity", "2", project, {{"starts", {"2026-11-02"}}});
    EXPECT_EQ(server.status(plan).standing, Standing::attention) << "to begin, and not begun";
    EXPECT_EQ(server.fault_of_change("plan_node", sleeping, {{"begun_on", {"2026-11-03"}}}), "");
    const auto map = server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}, {"deadline", {"2026-11-20"}}});
    EXPECT_EQ(server.status(plan).standing, Standing::attention) << "a milestone two levels below";
    EXPECT_EQ(server.fault_of_change("plan_milestone", map, {{"done_on", {"2026-11-21"}}}), "");
    EXPECT_EQ(server.status(plan).standing, Standing::on_way);
    const auto other = server.part("project", "B", plan, {{"ends", {"2027-06-01"}}});
    server.add("plan_dependency", {{"title", {"First"}}, {"node", {activity}}, {"kind", {"first"}}, {"other", {other}}});
    EXPECT_EQ(server.status(project).standing, Standing::attention);
}

TEST_F(PlanOfATown, OfWhatNothingIsKnownNobodySaysThatItIsLate) {
    const auto strategy = server.part("strategy", "", "", {{"ends", {"2024-12-31"}}});
    const auto project = server.part("project", "A", strategy);
    EXPECT_EQ(server.status(strategy).standing, Standing::unknown);
    const auto activity = server.part("activity", "1", project, {{"begun_on", {"2024-02-01"}}});
    EXPECT_EQ(server.status(strategy).standing, Standing::late) << "begun, and over without being done";
    EXPECT_EQ(server.fault_of_change("plan_node", activity, {{"done_on", {"2024-03-01"}}}), "");
}

TEST_F(PlanOfATown, WhatHasOpenCriteriaIsNotDoneAndAProjectIsHandedOverBeforeItCloses) {
    const auto project = server.part("project", "A", "");
    const auto criterion = server.add("plan_criterion", {{"title", {"Final report"}}, {"node", {project}}});
    EXPECT_EQ(server.fault_of_change("plan_node", project, {{"done_on", {"2026-11-20"}}}), "done_on");
    EXPECT_EQ(server.fault_of_change("plan_criterion", criterion, {{"evidence", {"The report"}}}), "");
    EXPECT_EQ(server.fault_of_change("plan_node", project, {{"done_on", {"2026-11-20"}}}), "");
    server.is_handed_over = false;
    auto coordinator = person(http::Role::coordinator);
    const auto path = "/sundsvall/staff/plan/" + project + "/close";
    EXPECT_TRUE(coordinator.get(path).says("Plan its handing over"));
    server.is_handed_over = true;
    const auto form = coordinator.get(path);
    server.is_handed_over = false;
    EXPECT_EQ(coordinator.submit(form, {}, "", "/close").status, 422) << "it was taken back meanwhile";
    EXPECT_FALSE(server.kinds.kept.of(town)->find(project)->closed);
    server.is_handed_over = true;
    EXPECT_EQ(coordinator.submit(form, {}, "", "/close").status, 200);
    EXPECT_TRUE(server.kinds.kept.of(town)->find(project)->closed);
}

TEST_F(PlanOfATown, APeriodShorterThanWhatIsBelowIsAskedAboutOnce) {
    const auto project = server.part("project", "A", "", {{"starts", {"2026-01-01"}}, {"ends", {"2027-12-31"}}});
    server.part("area", "AO1", project, {{"starts", {"2026-02-01"}}, {"ends", {"2027-06-01"}}});
    auto coordinator = person(http::Role::coordinator);
    const auto form = coordinator.get("/sundsvall/staff/plan/parts/" + project + "/change");
    const auto asked = coordinator.submit(form, {{"ends", "2026-12-31"}}, "", "/change");
    EXPECT_TRUE(asked.says("Parts below it that end after it does: 1.")) << asked.html;
    EXPECT_EQ(server.kinds.kept.of(town)->find(project)->ends, base::parse_date("2027-12-31"));
    coordinator.submit(asked, {}, "", "/change");
    EXPECT_EQ(server.kinds.kept.of(town)->find(project)->ends, base::parse_date("2026-12-31"));
}

TEST_F(PlanOfATown, AMoveTellsWhatIsMissingAsksWhyAndIsKept) {
    const auto area = server.part("area", "AO1", "");
    auto coordinator = person(http::Role::coordinator);
    const auto path = "/sundsvall/staff/plan/" + area;
    const auto form = coordinator.get(path + "/phase");
    EXPECT_TRUE(form.says("Not finished yet: Pre-study (need and benefit), Inventory (technology and function)")) << form.html;
    const auto refused = coordinator.submit(form, {{"phase", "3"}, {"why", ""}});
    EXPECT_EQ(refused.status, 422);
    const auto moved = coordinator.submit(refused, {{"phase", "3"}, {"why", "The supplier is ready"}});
    EXPECT_EQ(moved.status, 200) << moved.html;
    EXPECT_TRUE(moved.says("The supplier is ready"));
    EXPECT_TRUE(moved.says("Not finished then: Project definition (carrying it out).")) << moved.html;
    EXPECT_EQ(server.kinds.kept.of(town)->find(area)->phase, "3");
    coordinator.submit(form, {{"phase", "2"}, {"why", "Too late"}});
    EXPECT_EQ(server.kinds.kept.of(town)->find(area)->phase, "3") << "the form had seen another phase";
    EXPECT_EQ(person(http::Role::guide).get(path + "/phase").status, 404);
}

TEST_F(PlanOfATown, ClosingWaitsForEvidenceOrAnAcceptedException) {
    const auto project = server.part("project", "A", "");
    const register_::Draft report{{"title", {"Final report"}}, {"node", {project}}};
    const auto criterion = server.add("plan_criterion", report);
    auto coordinator = person(http::Role::coordinator);
    const auto path = "/sundsvall/staff/plan/" + project + "/close";
    EXPECT_TRUE(coordinator.get(path).says("Final report"));
    EXPECT_EQ(server.fault_of_change("plan_criterion", criterion, {{"exception_why", {"It is known"}}}), "exception_by");
    const register_::Draft accepted{
        {"exception_by", {"Steering group"}}, {"exception_on", {"2026-11-20"}}, {"exception_why", {"It is known"}}};
    EXPECT_EQ(server.fault_of_change("plan_criterion", criterion, accepted), "");
    const auto form = coordinator.get(path);
    server.add("plan_criterion", {{"title", {"Who follows up"}}, {"node", {project}}});
    const auto refused = coordinator.submit(form, {}, "", "/close");
    EXPECT_EQ(refused.status, 422) << "another criterion came meanwhile";
    EXPECT_FALSE(server.kinds.kept.of(town)->find(project)->closed);
    const auto plan = server.kinds.kept.of(town);
    for (const auto* one : plan->criteria_of(project))
        server.fault_of_change("plan_criterion", one->id, {{"evidence", {"The report"}}});
    EXPECT_EQ(coordinator.submit(coordinator.get(path), {}, "", "/close").status, 200);
    EXPECT_TRUE(server.kinds.kept.of(town)->find(project)->closed);
    const register_::Draft nothing{{"evidence", {""}}, {"exception_by", {""}}, {"exception_on", {""}}, {"exception_why", {""}}};
    EXPECT_EQ(server.fault_of_change("plan_criterion", criterion, nothing), "evidence") << "it is closed by that";
}

TEST_F(PlanOfATown, AnEditionStaysAsItWasAndIsApprovedStepByStep) {
    const auto project = server.part("project", "A", "");
    auto coordinator = person(http::Role::coordinator);
    const auto first = coordinator.submit(coordinator.get("/sundsvall/staff/plan/editions"), {{"about", "Spring"}});
    EXPECT_TRUE(first.says("It is the first edition."));
    ASSERT_EQ(server.fault_of_change("plan_node", project, {{"title", {"Renamed"}}}), "");
    const auto second = coordinator.submit(coordinator.get("/sundsvall/staff/plan/editions"), {{"about", ""}});
    EXPECT_TRUE(second.says("Renamed: “A project A” is “A Renamed”")) << second.html;
    const testing::FormFields yes{{"result", "approved"}, {"day", "2026-11-16"}};
    const auto approved = coordinator.submit(second, yes, "", "/editions/");
    EXPECT_TRUE(approved.says("What they say: Owners")) << approved.html;
    EXPECT_TRUE(approved.says("Approved, 16 November 2026")) << "the day of the meeting, not of the click";
    coordinator.submit(second, yes, "", "/editions/");
    EXPECT_TRUE(coordinator.get(second.url).says("What they say: Owners")) << "the second press approved nothing";
    const auto done = coordinator.submit(coordinator.submit(approved, yes, "", "/editions/"), yes, "", "/editions/");
    EXPECT_FALSE(done.says("What they say")) << done.html;
    EXPECT_TRUE(coordinator.get(first.url).says("A project A"));
}

TEST_F(PlanOfATown, PagesAndFilesOfATownWithoutAPlanAndWithOne) {
    const char* paths[] = {"/staff/plan", "/staff/plan/timeline", "/staff/plan/timeline?time=2026-Q2", "/staff/plan/editions",
                           "/progress/plan", "/progress/plan/calendar.ics", "/staff/plan/timeline.pdf", "/progress/plan.pdf"};
    auto guide = person(http::Role::guide);
    for (const char* path : paths) EXPECT_EQ(guide.get(std::string("/sundsvall") + path).status, 200) << path;
    const auto project = server.part(
        "project", "A", "", {{"is_published", {"1"}}, {"starts", {"2026-03-01"}}, {"ends", {"2027-03-01"}}});
    server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}, {"number", {"1"}}, {"deadline", {"2026-12-01"}}});
    const auto document = server.add("plan_document", {{"title", {"Study"}}, {"node", {project}}, {"kind", {"pre_study"}}});
    server.part("project", "B", "");
    for (const char* path : paths) EXPECT_EQ(guide.get(std::string("/sundsvall") + path).status, 200) << path;
    for (const char* ending : {"", ".pdf", ".odt"})
        EXPECT_EQ(guide.get("/sundsvall/staff/plan/documents/" + document + "/document" + ending).status, 200) << ending;
    EXPECT_TRUE(guide.get("/sundsvall/progress/plan").says("A project A"));
    EXPECT_FALSE(guide.get("/sundsvall/progress/plan").says("B project B")) << "not published";
    EXPECT_FALSE(guide.get("/sundsvall/progress/plan/timeline").says("B project B")) << "not published";
    EXPECT_TRUE(guide.get("/sundsvall/progress/plan/calendar.ics").says("SUMMARY:Map"));
    EXPECT_EQ(all.duties.front().now(town).size(), 1U);
}

TEST_F(PlanOfATown, AWholeCodeThatComesBackIsTheSameCodeAndDoubtsAreTold) {
    const auto project = server.part("project", "A", "", {{"ends", {"2026-12-31"}}}), area = server.part("area", "AO1", project);
    auto client = program({"plan:read", "plan:write"});
    const auto answer = client.send(http::Method::patch, "/api/v1/sundsvall/plan/" + area,
                                    R"({"code":"A-AO1","ends":"2027-06-30"})",
                                    {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}, {"If-Match", "1"}});
    EXPECT_EQ(answer.status, 200) << answer.html;
    EXPECT_EQ(base::parse_json(answer.html).value()["warnings"].items().size(), 1U) << answer.html;
    const auto plan = server.kinds.kept.of(town);
    EXPECT_EQ(plan->whole_code(*plan->find(area)), "A-AO1");
}

TEST_F(PlanOfATown, AProgramMovesAPartAsOnItsPage) {
    const auto project = server.part("project", "A", "");
    auto client = program({"plan:read", "plan:write"});
    const auto move = [&](const char* body, const char* version) {
        return client.send(http::Method::patch, "/api/v1/sundsvall/plan/" + project, body,
                           {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}, {"If-Match", version}});
    };
    EXPECT_EQ(move(R"({"phase":"2"})", "1").status, 422) << "nobody says why";
    EXPECT_EQ(move(R"({"phase":"5","why":"On"})", "1").status, 422);
    EXPECT_EQ(move(R"({"phase":"2","why":"On","title":"B"})", "1").status, 422);
    EXPECT_EQ(move(R"({"phase":2,"why":"On"})", "1").status, 422);
    EXPECT_EQ(server.kinds.kept.of(town)->find(project)->phase, "");
    const auto moved = move(R"({"phase":"2","why":"The board decided"})", "1");
    ASSERT_EQ(moved.status, 200) << moved.html;
    EXPECT_TRUE(moved.html.contains("Not finished yet: Pre-study")) << moved.html;
    EXPECT_EQ(move(R"({"phase":"3","why":"On"})", "1").status, 412);
    EXPECT_EQ(server.kinds.kept.of(town)->find(project)->phase, "2");
    EXPECT_TRUE(coordinator().get("/sundsvall/staff/plan/" + project).says("The board decided"));
}

TEST_F(PlanOfATown, AMunicipalitySaysWhichDocumentsItsPhasesAskFor) {
    const auto project = server.part("project", "A", "");
    auto client = coordinator();
    const auto page = "/sundsvall/staff/plan/" + project + "/phase";
    EXPECT_TRUE(client.get(page).says("Training and information"));
    const register_::Draft none{{"title", {"We are three"}}, {"kind", {"training"}}, {"phase", {"none"}}};
    server.add("plan_required", none);
    EXPECT_EQ(server.fault("plan_required", none), "kind") << "said twice";
    server.add("plan_required", {{"title", {"Before anything"}}, {"kind", {"evaluation"}}, {"phase", {"1"}}});
    const auto said = client.get(page);
    EXPECT_FALSE(said.says("Training and information"));
    EXPECT_TRUE(said.says("Evaluation and improvement"));
    EXPECT_TRUE(client.get("/sundsvall/staff/plan/required").says("We are three"));
}

TEST_F(PlanOfATown, ProgramsSayWhichVersionTheyHaveSeen) {
    auto client = program({"plan:read", "plan:write"});
    const auto made = client.send(http::Method::post, "/api/v1/sundsvall/plan",
                                  R"({"title":"Hosts","kind":"activity","targets":["4.4"]})",
                                  {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}});
    ASSERT_EQ(made.status, 201) << made.html;
    const std::string id(base::parse_json(made.html).value()["id"].text());
    const auto change = [&](const char* body, const char* version) {
        std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer x"},
                                                                 {"Content-Type", "application/json"}};
        if (*version) headers.emplace_back("If-Match", version);
        return client.send(http::Method::patch, "/api/v1/sundsvall/plan/" + id, body, headers).status;
    };
    EXPECT_EQ(change(R"({"title":"Digital hosts"})", ""), 428);
    EXPECT_EQ(change(R"({"title":"Digital hosts"})", "\"1\""), 200);
    EXPECT_EQ(change(R"({"title":"Other"})", "\"1\""), 412);
    EXPECT_EQ(change(R"({"ends":"2020-01-01","starts":"2021-01-01"})", "\"2\""), 422);
    EXPECT_EQ(change(R"({"percent":40})", "\"2\""), 422) << "no percentage by hand";
    const auto read = client.send(http::Method::get, "/api/v1/sundsvall/plan/" + id, "", {{"Authorization", "Bearer x"}});
    EXPECT_TRUE(read.header("ETag").starts_with("\"2-")) << read.header("ETag");
    EXPECT_EQ(change(R"({"title":"Hosts of ours"})", std::string(read.header("ETag")).c_str()), 200);
    EXPECT_EQ(change(R"({"title":"Digital hosts"})", "*"), 200);
    EXPECT_EQ(server.kinds.kept.of(town)->find(id)->title, "Digital hosts");
}

}  // namespace
}  // namespace digilots::plan
