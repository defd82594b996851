// What leaves the plan: its archive, the table for a tool outside, what contributes to a target; what keeps a part from going.
#include <gtest/gtest.h>

#include "plan/pages.h"
#include "plan/world_for_tests.h"
#include "platform/base/uuid.h"
#include "platform/register/import.h"
#include "platform/tables/zip_file.h"

namespace digilots::plan {
namespace {

struct LeavingThePlan : PlanPages {
    LeavingThePlan()
        : PlanPages([this](Neighbours& neighbours) {
              neighbours.papers = [](const std::vector<std::string>& parts, const html::Page&) {
                  return Papers{"Secretariat", {{"beside/minutes.csv", "Minutes", std::to_string(parts.size())}}};
              };
              neighbours.named = [this](db::Connection&, std::string_view, std::string_view) { return named; };
          }) {}

    std::int64_t named = 0;
};

TEST_F(LeavingThePlan, AnArchiveListsEachOfItsFilesWithItsSumAndWhoKeepsIt) {
    const auto project = server.part("project", "A", ""), area = server.part("area", "AO1", project);
    server.add("plan_document", {{"title", {"Study"}}, {"node", {area}}, {"kind", {"pre_study"}}});
    server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}, {"number", {"1"}}});
    const auto answer = coordinator().get("/sundsvall/staff/plan/" + project + "/archive.zip");
    ASSERT_EQ(answer.status, 200);
    const auto zip = tables::ZipFile::open(answer.html, {});
    ASSERT_TRUE(zip);
    constexpr std::size_t most = 1'000'000;
    const auto manifest = tables::unpacked(*zip, *zip->find("manifest.csv"), most);
    std::size_t number = 0;
    for (const auto& entry : zip->entries()) {
        if (entry.name == "manifest.csv") continue;
        ++number;
        const auto sum = base::sha256_hex(tables::unpacked(*zip, entry, most));
        EXPECT_NE(manifest.find(entry.name + ";" + sum + ";"), std::string::npos) << entry.name << "\n" << manifest;
    }
    EXPECT_GE(number, 6U);
    EXPECT_NE(manifest.find("Secretariat"), std::string::npos);
    EXPECT_NE(manifest.find("not closed"), std::string::npos);
    ASSERT_TRUE(zip->find("beside/minutes.csv"));
    EXPECT_EQ(tables::unpacked(*zip, *zip->find("beside/minutes.csv"), most), "2") << "the project and its area";
    EXPECT_EQ(coordinator().get("/sundsvall/staff/plan/nothing/archive.zip").status, 404);
}

TEST_F(LeavingThePlan, AToolOutsideGetsWhatIsWorkedOutAndSendsBackWhatIsSaid) {
    server.part("activity", "1", "", {{"starts", {"2026-01-01"}}, {"ends", {"2026-02-01"}}});
    const auto told = coordinator().get("/sundsvall/staff/plan/follow-up.csv");
    EXPECT_EQ(told.status, 200);
    for (const char* said : {"activity 1", "Late", "Its time was over on"})
        EXPECT_NE(told.html.find(said), std::string::npos) << said << told.html;
    const auto book = coordinator().get("/sundsvall/staff/plan/follow-up.xlsx");
    EXPECT_EQ(book.status, 200);
    EXPECT_TRUE(book.html.starts_with("PK"));
}

TEST_F(LeavingThePlan, TheTableForAToolOutsideComesBackWithWhatItSays) {
    const auto project = server.part("project", "A", ""), area = server.part("area", "AO1", project);
    server.part("area", "AO1", server.part("project", "B", ""));
    auto table = coordinator().get("/sundsvall/staff/plan/follow-up.csv").html;
    auto around = server.around();
    around.words = &i18n::translator("en");
    const auto same = register_::plan_import(server.kinds.nodes, table, around);
    ASSERT_EQ(same.fault, "");
    EXPECT_EQ(same.count(register_::PlannedRow::Kind::same), 4U) << table;
    const auto at = table.find(area + "#1");
    ASSERT_NE(at, std::string::npos) << table;
    const auto line = table.rfind('\n', at) + 1, end = table.rfind(';', at);
    table.replace(line, end - line, "AO1;area AO1;Area of activities;A project A;2026-11-02;;It goes well");
    const auto said = register_::plan_import(server.kinds.nodes, table, around);
    EXPECT_EQ(said.count(register_::PlannedRow::Kind::changed), 1U) << table;
    ASSERT_TRUE(register_::carry_out(server.kinds.nodes, said, around, "tool"));
    EXPECT_EQ(server.kinds.kept.of(town)->find(area)->status_note, "It goes well");
    EXPECT_EQ(server.kinds.kept.of(town)->find(area)->begun, base::parse_date("2026-11-02"));
}

TEST_F(LeavingThePlan, ATableThatMovesAPartBelowItselfIsRefusedAndNothingOfItIsWritten) {
    const auto plan = server.part("plan", "P", ""), project = server.part("project", "A", plan);
    const auto area = server.part("area", "AO1", project);
    const auto table = "Name;Stands below;Reference (leave as it is)\nRenamed;A project A;" + area +
                       "\nproject A;A-AO1 area AO1;" + project + "\n";
    const auto moved = register_::plan_import(server.kinds.nodes, table, server.around());
    ASSERT_EQ(moved.fault, "");
    EXPECT_EQ(moved.count(register_::PlannedRow::Kind::refused), 1U);
    EXPECT_FALSE(register_::carry_out(server.kinds.nodes, moved, server.around(), "anna"));
    const auto kept = server.kinds.kept.of(town);
    EXPECT_EQ(kept->find(project)->parent, plan);
    EXPECT_EQ(kept->find(area)->title, "area AO1");
}

TEST_F(LeavingThePlan, OnlyWhatEveryoneMaySeeContributesToATarget) {
    const register_::Draft shown{{"is_published", {"1"}}, {"targets", {"4.4"}}}, hidden{{"targets", {"4.4"}}};
    server.part("project", "A", "", shown);
    server.part("project", "B", "", hidden);
    const auto plan = server.kinds.kept.of(town);
    EXPECT_EQ(contributing_to(*plan, "4.4"), std::vector<std::string>{"A project A"});
    EXPECT_TRUE(contributing_to(*plan, "10.2").empty());
    EXPECT_EQ(contributing_to(*plan, "").size(), 1U);
}

TEST_F(LeavingThePlan, APartThatADecisionNamesIsNotDeleted) {
    const auto project = server.part("project", "A", "");
    auto& nodes = *all.registers.front();
    named = 1;
    EXPECT_FALSE(nodes.remove(server.around(), project, "anna", base::Seen::anything()));
    named = 0;
    EXPECT_TRUE(nodes.remove(server.around(), project, "anna", base::Seen::anything()));
}

TEST_F(LeavingThePlan, AShortFormSaysSoAndALongTextInItIsAskedAbout) {
    const auto project = server.part("project", "A", "");
    const auto id = server.add("plan_document",
                               {{"title", {"Study"}}, {"node", {project}}, {"kind", {"pre_study"}}, {"is_short", {"1"}}});
    auto client = coordinator();
    const auto form = client.get("/sundsvall/staff/plan/documents/" + id + "/change");
    EXPECT_TRUE(form.says("two or three sentences")) << form.html;
    const auto asked = client.submit(form, {{"section_1", std::string(700, 'a')}}, "", "/change");
    EXPECT_TRUE(asked.says("long for a short form")) << asked.html;
    EXPECT_TRUE(client.get("/sundsvall/staff/plan/documents/" + id + "/document").says("short form"));
}

}  // namespace
}  // namespace digilots::plan
