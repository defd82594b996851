// What a politician prints: one side, whatever the plan holds; and what is asked of a document before it counts as finished.
#include <gtest/gtest.h>

#include "plan/pages.h"
#include "plan/world_for_tests.h"
#include "platform/tables/zip_file.h"
#include "platform/testing/pdf_reader.h"

namespace digilots::plan {
namespace {

using PlanOnPaper = PlanPages;

TEST_F(PlanOnPaper, APoliticianGetsOneSideWithTheNextStepTheDayAndEachGoalOnce) {
    std::string goals;
    for (int number = 1; number <= 3; ++number)
        goals += "Goal " + std::to_string(number) +
                 " of the municipality, in which quite many words say that everyone is to take part in the digital society "
                 "whatever their age, income or where they live\n";
    const auto strategy =
        server.part("strategy", "S", "", {{"is_published", {"1"}}, {"municipal_goals", {goals}}, {"targets", {"4.4"}}});
    for (const char* code : {"A", "B", "C", "D", "E"}) {
        const auto project = server.part("project", code, strategy, {{"is_published", {"1"}}, {"ends", {"2027-06-30"}}});
        for (const char* area : {"AO1", "AO2", "AO3"}) server.part("area", area, project, {{"is_published", {"1"}}});
        server.add("plan_milestone",
                   {{"title", {std::string("Map of ") + code}}, {"node", {project}}, {"deadline", {"2026-12-20"}}});
    }
    const auto paper = testing::read_pdf(coordinator().get("/sundsvall/progress/plan.pdf").html);
    EXPECT_EQ(paper.pages, 1);
    const auto first = paper.text.find("Goal 1 of the municipality");
    EXPECT_NE(first, std::string::npos) << paper.text;
    EXPECT_EQ(paper.text.find("Goal 1 of the municipality", first + 1), std::string::npos) << "said once";
    for (const char* said : {"Map", "Printed", "not approved yet"})
        EXPECT_NE(paper.text.find(said), std::string::npos) << said << paper.text;
}

TEST_F(PlanOnPaper, ADocumentWithEmptySectionsIsAskedAboutBeforeItIsFinished) {
    const auto project = server.part("project", "A", "");
    const auto id = server.add("plan_document", {{"title", {"Study"}}, {"node", {project}}, {"kind", {"pre_study"}}});
    auto client = coordinator();
    const auto form = client.get("/sundsvall/staff/plan/documents/" + id + "/change");
    const auto asked = client.submit(form, {{"section_1", "Why"}, {"finished_on", "2026-11-30"}}, "", "/change");
    EXPECT_TRUE(asked.says("Sections in which nothing stands: 5.")) << asked.html;
}

TEST_F(PlanOnPaper, WhatIsWrittenStaysUnderTheHeadingsOfItsTemplate) {
    const auto project = server.part("project", "A", "");
    const auto id = server.add(
        "plan_document",
        {{"title", {"Study"}}, {"node", {project}}, {"kind", {"inventory"}}, {"section_6", {"An important conclusion"}}});
    auto client = coordinator();
    const auto form = client.get("/sundsvall/staff/plan/documents/" + id + "/change");
    const auto refused = client.submit(form, {{"kind", "definition"}}, "", "/change");
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Begin another document for another template.")) << refused.html;
}

TEST_F(PlanOnPaper, AnArchiveHoldsWhatWasSaidAndWhatWaitsForWhat) {
    const auto project = server.part("project", "A", ""), other = server.part("project", "B", "");
    server.add("plan_comment", {{"title", {"Is the budget in it?"}}, {"node", {project}}});
    server.add("plan_dependency", {{"title", {"Needs the map"}}, {"node", {project}}, {"kind", {"first"}}, {"other", {other}}});
    const auto answer = coordinator().get("/sundsvall/staff/plan/" + project + "/archive.zip");
    const auto zip = tables::ZipFile::open(answer.html, {});
    ASSERT_TRUE(zip);
    constexpr std::size_t most = 1'000'000;
    ASSERT_TRUE(zip->find("comments.csv"));
    EXPECT_NE(tables::unpacked(*zip, *zip->find("comments.csv"), most).find("Is the budget in it?"), std::string::npos);
    ASSERT_TRUE(zip->find("dependencies.csv"));
    const auto waits = tables::unpacked(*zip, *zip->find("dependencies.csv"), most);
    EXPECT_NE(waits.find("Needs the map"), std::string::npos) << waits;
    EXPECT_NE(waits.find("B project B"), std::string::npos) << waits;
}

}  // namespace
}  // namespace digilots::plan
