// What is closed stays, what shows nothing is no evidence, what comes again stands in its month.
#include <gtest/gtest.h>

#include "plan/world_for_tests.h"
#include "platform/calendar/icalendar.h"
#include "platform/calendar/wall_time.h"
#include "platform/tables/zip_file.h"

namespace digilots::plan {
namespace {

using RulesOfThePlan = PlanPages;

TEST_F(RulesOfThePlan, WhatIsClosedChangesOnlyInHowLongItIsKept) {
    const auto area = server.part("area", "AO1", "");
    auto client = coordinator();
    const auto path = "/sundsvall/staff/plan/" + area + "/close";
    ASSERT_EQ(client.submit(client.get(path), {}, "", "/close").status, 200);
    EXPECT_EQ(server.fault_of_change("plan_node", area, {{"status_note", {"It went well"}}}), "title");
    EXPECT_EQ(server.fault_of_change("plan_node", area, {{"keep_until", {"2036-12-31"}}}), "");
    const auto answer = client.get("/sundsvall/staff/plan/" + area + "/archive.zip").html;
    const auto zip = tables::ZipFile::open(answer, {});
    ASSERT_TRUE(zip && zip->find("manifest.csv"));
    EXPECT_NE(tables::unpacked(*zip, *zip->find("manifest.csv"), 100'000).find("2036-12-31"), std::string::npos);
}

TEST_F(RulesOfThePlan, EvidenceSaysSomethingOrWhereItStands) {
    const auto project = server.part("project", "A", "");
    const auto with = [&](const char* evidence, const char* where) {
        return register_::Draft{
            {"title", {"Report"}}, {"node", {project}}, {"evidence", {evidence}}, {"evidence_url", {where}}};
    };
    EXPECT_EQ(server.fault("plan_criterion", with("x", "")), "evidence");
    EXPECT_EQ(server.fault("plan_criterion", with("x", "https://example.org/report")), "");
    EXPECT_EQ(server.fault("plan_criterion", with("The report is adopted", "")), "");
}

TEST_F(RulesOfThePlan, ACircleIsRefusedBeforeAnythingIsAsked) {
    const auto project = server.part("project", "A", "", {{"ends", {"2027-12-31"}}});
    const auto area = server.part("area", "AO1", project, {{"ends", {"2027-06-30"}}});
    auto client = coordinator();
    const auto form = client.get("/sundsvall/staff/plan/parts/" + project + "/change");
    const auto refused = client.submit(form, {{"parent", area}}, "", "/change");
    EXPECT_TRUE(refused.says("That part stands below this one itself")) << refused.html;
    EXPECT_FALSE(refused.says("Save anyway"));
}

TEST_F(RulesOfThePlan, AYearTellsReviewsInTheirMonthAndIsReadByProcess) {
    server.part("activity", "1", "",
                {{"starts", {"2025-01-01"}}, {"goes_on", {"1"}}, {"cycle", {"Genomgång i mars"}}, {"processes", {"case"}}});
    const auto b = server.part("project", "B", "", {{"starts", {"2026-04-01"}}, {"processes", {"reporting"}}});
    server.part("activity", "2", b, {{"starts", {"2026-05-01"}}});
    auto client = coordinator();
    const auto year = client.get("/sundsvall/staff/plan/year?year=2026");
    EXPECT_TRUE(year.says("1 activity 1: Genomgång i mars")) << year.html;
    EXPECT_TRUE(year.says("B project B"));
    EXPECT_TRUE(year.says("Activities are not among them") && !year.says("activity 2")) << year.html;
    const auto of_project = client.get("/sundsvall/staff/plan/year?year=2026&part=" + b);
    EXPECT_TRUE(of_project.says("activity 2") && !of_project.says("Activities are not among them")) << of_project.html;
    const auto cases = client.get("/sundsvall/staff/plan/year?year=2026&process=case");
    EXPECT_TRUE(cases.says("1 activity 1"));
    EXPECT_FALSE(cases.says("B project B"));
    EXPECT_EQ(client.get("/sundsvall/staff/plan/year?process=fish").status, 200);
}

TEST_F(RulesOfThePlan, APartnersCalendarHasTheMeetingsOfItsGroups) {
    auto neighbours = server.neighbours();
    std::vector<std::string> asked;
    neighbours.meetings = [&](const http::Tenant&, const std::vector<std::string>& parts) {
        asked = parts;
        calendar::Event event;
        event.uid = "meeting-1@digilots";
        event.summary = "Steering group";
        event.whole_days = true;
        event.when = {.first = calendar::wall_time(*base::parse_date("2026-12-09"), 0), .length = std::chrono::hours(24)};
        return std::vector<calendar::Event>{event};
    };
    const Slice with_meetings = slice(*database, clock, neighbours);
    testing::PageServer served{routes_of({with_meetings}), clock};
    served.person = testing::person_with(http::Role::coordinator, town);
    const auto project = server.part("project", "A", ""), area = server.part("area", "AO1", project);
    auto client = served.client();
    const auto path = "/sundsvall/staff/plan/" + project + "/calendar";
    const auto made = client.submit(client.get(path), {}, "", "/calendar");
    const auto at = made.html.find("/plan/", made.html.find("<code>"));
    ASSERT_NE(at, std::string::npos) << made.html;
    const auto days = client.get("/sundsvall" + made.html.substr(at, made.html.find("</code>", at) - at));
    EXPECT_TRUE(days.says("SUMMARY:Steering group") && days.says("20261209")) << days.html;
    EXPECT_EQ(asked, (std::vector<std::string>{project, area}));
}

}  // namespace
}  // namespace digilots::plan
