// A contact is a function: what looks like a person's own is asked about before it is saved.
#include <gtest/gtest.h>

#include "directory/editor_for_tests.h"
#include "directory/registers.h"
#include "platform/register/import.h"

namespace digilots::directory {
namespace {

class PersonsOwn : public EditorTest {
protected:
    const std::string contacts = "/sundsvall/staff/directory/contacts";
    testing::Page add(const testing::FormFields& fields) { return client.submit(client.get(contacts + "/new"), fields); }
    const Contact* named(std::string_view title) {
        snapshot = directory.snapshot(municipality);
        for (const auto& contact : snapshot->contacts)
            if (contact.title == title) return &contact;
        return nullptr;
    }
};

TEST_F(PersonsOwn, IsAskedAboutOnceAndMayBeSavedAnyway) {
    const auto asked = add({{"title", "Anna Andersson"}, {"phone", "070-174 06 35"}, {"email", "anna.andersson@gmail.com"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("”Anna Andersson” kan vara namnet på en person")) << asked.html;
    EXPECT_TRUE(asked.says("”070-174 06 35” kan vara en persons egen mobiltelefon"));
    EXPECT_TRUE(asked.says("”anna.andersson@gmail.com” kan vara en persons egen e-postadress"));
    EXPECT_TRUE(asked.says("Spara ändå") && asked.says("value=\"Anna Andersson\""));
    EXPECT_EQ(named("Anna Andersson"), nullptr) << "nothing is saved yet";

    const auto another = client.submit(asked, {{"title", "Bo Nilsson"}});
    EXPECT_EQ(another.status, 422) << "another name is asked about anew";
    const auto saved = client.submit(another, {{"title", "Bo Nilsson"}});
    EXPECT_TRUE(saved.says("Sparat")) << saved.html;
    ASSERT_NE(named("Bo Nilsson"), nullptr);

    const auto changed = client.submit(client.get(contacts + "/" + named("Bo Nilsson")->id), {{"words", "wifi"}});
    EXPECT_TRUE(changed.says("Sparat")) << "what stood there is not asked about again" << changed.html;
}

TEST_F(PersonsOwn, AFunctionIsSavedWithoutAQuestion) {
    EXPECT_TRUE(add({{"title", "Bygglov"}, {"phone", "060-19 10 00"}, {"email", "bygglov@sundsvall.se"}}).says("Sparat"));
    EXPECT_NE(named("Bygglov"), nullptr);
}

TEST_F(PersonsOwn, RolesOfPlacesAndEServicesAreNoNamesEither) {
    const auto asked = client.submit(client.get(town_hall), {{"staff_roles", "Vägledare\nKarin Berg"}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("”Karin Berg” kan vara namnet på en person")) << asked.html;
    EXPECT_TRUE(client.submit(asked, {{"staff_roles", "Vägledare"}}).says("Sparat"));
}

TEST_F(PersonsOwn, WhoSavedMeanwhileIsToldOfFirst) {
    ASSERT_TRUE(add({{"title", "Växeln"}}).says("Sparat"));
    const auto form = contacts + "/" + named("Växeln")->id;
    const auto mine = client.get(form);
    ASSERT_TRUE(client.submit(client.get(form), {{"title", "Växel"}}).says("Sparat"));
    EXPECT_EQ(client.submit(mine, {{"title", "Anna Andersson"}}).status, 409);
}

TEST_F(PersonsOwn, ATableSaysItOfItsRows) {
    auto& records = directory.records(RecordKind::contact);
    auto around = records.around(municipality);
    const auto& swedish = i18n::translator("sv");
    around.words = &swedish;
    const auto plan = plan_import(records, "Funktion;Telefon\nAnna Andersson;070-174 06 35\nBygglov;060-19 10 00\n", around);
    ASSERT_EQ(plan.rows.size(), 2u) << plan.fault;
    EXPECT_EQ(plan.rows[0].kind, register_::PlannedRow::Kind::added) << "it can be taken in";
    EXPECT_EQ(plan.rows[0].doubts.size(), 2u);
    EXPECT_TRUE(plan.rows[1].doubts.empty());
    const auto shown = client.submit(client.get(contacts + "/import"), {{"rows", "Funktion\nAnna Andersson\n"}});
    EXPECT_TRUE(shown.says("”Anna Andersson” kan vara namnet på en person")) << shown.html;
}

}  // namespace
}  // namespace digilots::directory
