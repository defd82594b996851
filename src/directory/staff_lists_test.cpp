// The lists of records for staff: search, filters, order, tables out and in, history.
#include <gtest/gtest.h>

#include "directory/editor_for_tests.h"
#include "directory/registers.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/import.h"

namespace digilots::directory {
namespace {

class StaffLists : public EditorTest {
protected:
    const std::string folder = "/sundsvall/staff/directory/";
    register_::Surroundings around(RecordKind kind) {
        auto all = directory.records(kind).around("2281");
        all.words = &i18n::translator("sv");
        return all;
    }
};

TEST_F(StaffLists, EveryStatementIsRun) {
    for (const auto kind : all_kinds) register_::run_every_statement(directory.records(kind), around(kind));
}

TEST_F(StaffLists, AreSearchedFilteredAndSorted) {
    const auto places = client.get(folder + "places");
    EXPECT_EQ(places.heading(), "Platser");
    EXPECT_TRUE(places.says("Kulturmagasinet"));
    const auto found = client.submit(places, {{"q", "kommunhus"}});
    EXPECT_TRUE(found.says("Kommunhuset") && !found.says("Kulturmagasinet"));
    EXPECT_FALSE(client.get(folder + "places?status=planned").says(">Kommunhuset<"));
    EXPECT_LT(places.html.find("Kulturmagasinet"), places.html.find("Kommunhuset")) << "Bibliotek comes first";
    const auto turned = client.get(folder + "places?sort=-name");
    EXPECT_GT(turned.html.find("Kulturmagasinet"), turned.html.find("Kommunhuset"));
    for (const char* kind : {"services", "e-services", "contacts"}) EXPECT_EQ(client.get(folder + kind).status, 200) << kind;
    EXPECT_TRUE(client.get("/sundsvall/staff/directory").says("href=\"" + folder + "places\""));
}

TEST_F(StaffLists, WhatGoesOutAndComesInAgainChangesNothing) {
    for (const char* municipality : {"2281", "2280", "2260", "2132"}) {
        for (const auto kind : all_kinds) {
            auto& records = directory.records(kind);
            auto here = around(kind);
            here.municipality_id = municipality;
            const auto plan = plan_import(records, table_of_register(records, {}, here), here);
            EXPECT_EQ(plan.fault, "");
            EXPECT_FALSE(plan.rows.empty() && kind == RecordKind::place) << municipality;
            for (const auto& row : plan.rows) {
                EXPECT_EQ(row.kind, register_::PlannedRow::Kind::same) << municipality << " " << row.name;
                for (const auto& refused : row.refused)
                    ADD_FAILURE() << row.name << ": " << refused.column << ": " << refused.message;
                for (const auto& change : row.changes) ADD_FAILURE() << row.name << ": " << change.field;
            }
        }
    }
}

TEST_F(StaffLists, ATableAddsEquipmentAndHours) {
    auto& places = directory.records(RecordKind::place);
    const auto here = around(RecordKind::place);
    const auto label = [](taxonomy::List list, const char* key) {
        return taxonomy::label(list, key, i18n::translator("sv"));
    };
    const auto table = "Namn;" + i18n::translator("sv").t(TEXT("Kind of place")) +
                       ";Öppettider: måndag;Utrustning\nNya huset;" + label(taxonomy::List::place_kind, "library") +
                       ";8-16;\"" + label(taxonomy::List::aid, "tablet") + "; iPad; 4; Kan bokas\"\n";
    const auto plan = plan_import(places, table, here);
    ASSERT_EQ(plan.fault, "");
    ASSERT_EQ(plan.count(register_::PlannedRow::Kind::added), 1u) << plan.rows[0].refused.front().message;
    ASSERT_TRUE(carry_out(places, plan, here, "account-1"));
    const auto* added = place("nya-huset");
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->hours.rule, "Mo 08:00-16:00");
    ASSERT_EQ(added->aids.size(), 1u);
    EXPECT_EQ(added->aids[0].type, "tablet");
    EXPECT_EQ(added->aids[0].count, 4);
    EXPECT_EQ(added->aids[0].bookable, Answer::yes);
}

TEST_F(StaffLists, AnEditOfAnImportedRecordFromATableStaysBesideWhatTheImportSays) {
    auto& places = directory.records(RecordKind::place);
    const auto here = around(RecordKind::place);
    const auto plan = plan_import(places,
                                  "Namn;Adress;Referens (låt stå)\nKommunhuset;Nya gatan 3;sundsvall-kommunhuset\n",
                                  here);
    ASSERT_TRUE(carry_out(places, plan, here, "account-1"));
    EXPECT_EQ(place("sundsvall-kommunhuset")->address, "Nya gatan 3");
    import(mapping());
    EXPECT_EQ(place("sundsvall-kommunhuset")->address, "Nya gatan 3");
    EXPECT_TRUE(client.get(town_hall).says("här står ”Nya gatan 3”"));
}

TEST_F(StaffLists, WhatWasDoneToARecordStandsBelowItsForm) {
    client.submit(client.get(town_hall), {{"phone", "060-19 10 00"}, {"hours_day_0", "9-12"}}, "", town_hall);
    client.submit(client.get(town_hall), {}, "", "/verified");
    const auto page = client.get(town_hall);
    EXPECT_TRUE(page.says("Öppettider, Telefon"));
    EXPECT_TRUE(page.says("Kontrollerad i dag"));
}

}  // namespace
}  // namespace digilots::directory
