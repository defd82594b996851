// What the desk asks is for each municipality to say; nothing that an entry says is lost by it.
#include <gtest/gtest.h>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_for_tests.h"

namespace digilots::inquiries {
namespace {

constexpr const char* settings = "/sundsvall/staff/settings/log-questions";

TEST(AskedFields, WhatIsUntickedIsNotAskedAnyMore) {
    DeskWorld world;
    EXPECT_TRUE(world.client.get("/sundsvall/staff/").says("name=\"gender\""));
    EXPECT_EQ(world.client.get(settings).status, 404) << "an administrator says it";
    world.client.cookies()["session"] = "administrator";
    const auto page = world.client.get(settings);
    EXPECT_TRUE(page.says("value=\"gender\" checked"));
    const auto saved = world.client.submit(page, {{"asked", "minutes"}, {"asked", "note"}}, "", "/log-questions");
    EXPECT_TRUE(saved.says("Saved")) << saved.html;
    const auto desk = world.client.get("/sundsvall/staff/");
    for (const char* gone : {"name=\"gender\"", "name=\"kind\"", "name=\"target_groups\"", "name=\"returning\"", "persons_women"})
        EXPECT_FALSE(desk.says(gone)) << gone;
    for (const char* asked : {"name=\"minutes\"", "name=\"note\"", "name=\"outcome\""}) EXPECT_TRUE(desk.says(asked)) << asked;
    EXPECT_TRUE(world.client.submit(desk, {{"topic", "bank"}}, "", "/staff/inquiries").says("Logged"));
    EXPECT_EQ(fields_not_asked(Inside::service(world.log.inquiries), harnosand.id), std::vector<std::string>{});
}

TEST(AskedFields, WhatAnEntrySaysStaysThoughItIsNotAsked) {
    DeskWorld world;
    Inquiry visit = a_visit();
    visit.gender = "women";
    visit.kind = "group";
    visit.persons.women = 3;
    const auto id = world.log.inquiries.log(sundsvall, visit, "guide", "", "")->id;
    Service& service = Inside::service(world.log.inquiries);
    std::vector<std::string> all;
    for (const auto& field : askable_fields()) all.emplace_back(field.name);
    ASSERT_TRUE(save_fields_not_asked(service, sundsvall.id, all, "anna", base::Seen::anything()));
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_FALSE(entry.says("name=\"age_band\""));
    EXPECT_EQ(world.client.submit(entry, {{"channel", "phone"}}).status, 200);
    const auto kept = world.log.inquiries.find(sundsvall, id);
    EXPECT_EQ(kept->channel, "phone");
    EXPECT_EQ(kept->gender, "women");
    EXPECT_EQ(kept->persons.women, 3);
    EXPECT_EQ(kept->minutes, 5);
}

TEST(AskedFields, OfTwoWhoSaveTheSecondIsToldOfTheFirst) {
    DeskWorld world;
    Service& service = Inside::service(world.log.inquiries);
    const auto seen = base::Seen::mark(mark_of_fields({}));
    EXPECT_TRUE(save_fields_not_asked(service, sundsvall.id, {"gender", "no such field"}, "anna", seen));
    EXPECT_FALSE(save_fields_not_asked(service, sundsvall.id, {"body"}, "kari", seen));
    EXPECT_EQ(fields_not_asked(service, sundsvall.id), std::vector<std::string>{"gender"});
}

}  // namespace
}  // namespace digilots::inquiries
