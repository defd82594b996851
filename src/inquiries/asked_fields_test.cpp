// What the desk asks is for each municipality to say; nothing that an entry says is lost by it.
#include <gtest/gtest.h>

#include <algorithm>

#include "inquiries/asked_fields.h"
#include "inquiries/desk_for_tests.h"
#include "inquiries/desk_page.h"
#include "platform/base/lists.h"
#include "platform/testing/html_form.h"

namespace digilots::inquiries {
namespace {

/// Of a municipality that has chosen nothing.
std::vector<std::string> usually_not_asked() {
    std::vector<std::string> names;
    for (const auto& field : askable_fields())
        if (!field.is_usual) names.emplace_back(field.name);
    return names;
}

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
    EXPECT_EQ(fields_not_asked(Inside::service(world.log.inquiries), harnosand.id, ""), usually_not_asked());
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
    ASSERT_TRUE(save_desk_settings(service, sundsvall.id, "", DeskSettings{all}, "anna", base::Seen::anything()));
    const auto entry = world.client.get("/sundsvall/staff/inquiries/" + id);
    EXPECT_FALSE(entry.says("name=\"age_band\""));
    EXPECT_EQ(world.client.submit(entry, {{"channel", "phone"}}).status, 200);
    const auto kept = world.log.inquiries.find(sundsvall, id);
    EXPECT_EQ(kept->channel, "phone");
    EXPECT_EQ(kept->gender, "women");
    EXPECT_EQ(kept->persons.women, 3);
    EXPECT_EQ(kept->minutes, 5);
}

TEST(AskedFields, OfAPlaceThatIsGoneNothingIsSavedForAll) {
    DeskWorld world;
    world.client.cookies()["session"] = "administrator";
    auto page = world.client.get(settings);
    const std::string other = "01a226d5-ffff-7fff-8fff-ffffffffffff";
    page.html.insert(page.html.find("<option", page.html.find("name=\"place\"")), "<option value=\"" + other + "\"></option>");
    const auto gone = world.client.submit(page, {{"place", other}, {"asked", "minutes"}}, "", "/log-questions");
    EXPECT_EQ(gone.status, 422) << gone.html;
    EXPECT_TRUE(gone.says("nothing was saved") && gone.says("value=\"minutes\" checked")) << gone.html;
    EXPECT_FALSE(gone.says("value=\"gender\" checked")) << "what was typed stands";
    EXPECT_EQ(fields_not_asked(Inside::service(world.log.inquiries), sundsvall.id, ""), usually_not_asked());
}

TEST(AskedFields, OfTwoWhoSaveTheSecondIsToldOfTheFirst) {
    DeskWorld world;
    Service& service = Inside::service(world.log.inquiries);
    const auto seen = base::Seen::mark(mark_of_settings(desk_settings(service, sundsvall.id, "")));
    EXPECT_TRUE(save_desk_settings(service, sundsvall.id, "", DeskSettings{{"gender", "no such field"}}, "anna", seen));
    EXPECT_FALSE(save_desk_settings(service, sundsvall.id, "", DeskSettings{{"body"}}, "kari", seen));
    EXPECT_EQ(fields_not_asked(service, sundsvall.id, ""), std::vector<std::string>{"gender"});
}

/// The topics of the desk's buttons, in the order of their keys.
std::vector<std::string> buttons_of(DeskWorld& world) { return desk_topics(Inside::service(world.log.inquiries), sundsvall, ""); }

TEST(DeskButtons, StandInTheOrderThatAnAdministratorHasSet) {
    DeskWorld world;
    const auto own = world.log.own_topics.add(sundsvall.id, {"", "Skoterleder", "bus_card", {}, false}, "admin").value();
    const auto usual = buttons_of(world);
    world.client.cookies()["session"] = "administrator";
    const auto page = world.client.get(settings);
    auto wanted = usual;
    std::swap(wanted.front(), wanted.back());
    wanted[4] = "cv";
    testing::FormFields typed;
    for (const auto& topic : wanted) typed.emplace_back("button", topic);
    EXPECT_TRUE(world.client.submit(page, typed, "", "/log-questions").says("Saved"));
    EXPECT_EQ(buttons_of(world), wanted);
    EXPECT_EQ(fields_not_asked(Inside::service(world.log.inquiries), sundsvall.id, ""), usually_not_asked())
        << "the rest stays as it was";
    EXPECT_TRUE(world.client.get("/sundsvall/staff/").says("id=\"topic-cv\""));
    auto hidden = *taxonomy::find_own(*world.log.own_topics.of(sundsvall.id), own);
    hidden.hidden = true;
    ASSERT_TRUE(world.log.own_topics.change(sundsvall.id, hidden, 0, "admin"));
    const auto after = buttons_of(world);
    ASSERT_EQ(after.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const bool stays = wanted[i] != own;
        EXPECT_EQ(after[i] == wanted[i], stays) << wanted[i] << ": the others keep their keys";
    }
}

TEST(DeskButtons, TakeNoTopicTwiceAndGoBackToTheUsualOnes) {
    DeskWorld world;
    const auto usual = buttons_of(world);
    world.client.cookies()["session"] = "administrator";
    const auto save = [&](const testing::FormFields& typed) {
        return world.client.submit(world.client.get(settings), typed, "", "/log-questions").status;
    };
    EXPECT_EQ(save({{"button", "cv"}, {"button", "cv"}, {"button", ""}, {"button", "print"}}), 200);
    EXPECT_EQ(buttons_of(world), (std::vector<std::string>{"cv", "print"}));
    testing::FormFields all;
    for (const auto& topic : usual) all.emplace_back("button", topic);
    EXPECT_EQ(save(all), 200);
    EXPECT_TRUE(desk_settings(Inside::service(world.log.inquiries), sundsvall.id, "").buttons.empty()) << "as if never chosen";
    EXPECT_EQ(buttons_of(world), usual);
}

TEST(AskedFields, APlaceMayHaveItsOwnAndGoBackToWhatHoldsForAll) {
    DeskWorld world;
    const std::string library = "sundsvall-kulturmagasinet", hall = "sundsvall-kommunhuset";
    const std::string of_library = std::string(settings) + "?place=" + library;
    const auto asks = [&](const std::string& place) {
        return !base::holds(fields_not_asked(Inside::service(world.log.inquiries), sundsvall.id, place), "problem");
    };
    world.client.cookies()["session"] = "administrator";
    EXPECT_FALSE(asks(library)) << "new questions wait until somebody chooses them";
    const auto saved = world.client.submit(world.client.get(of_library), {{"asked", "problem"}, {"button", "cv"}}, "",
                                           "/log-questions");
    EXPECT_TRUE(saved.says("This place has chosen for itself")) << saved.html;
    EXPECT_TRUE(asks(library));
    EXPECT_FALSE(asks(hall));
    Service& service = Inside::service(world.log.inquiries);
    EXPECT_EQ(desk_topics(service, sundsvall, library), std::vector<std::string>{"cv"});
    EXPECT_EQ(desk_topics(service, sundsvall, hall).size(), 10u);
    world.client.submit(world.client.get(of_library), {{"asked", "problem"}}, "as_all=1", "/log-questions");
    EXPECT_FALSE(asks(library));
    EXPECT_EQ(desk_topics(service, sundsvall, library).size(), 10u);
}

TEST(AskedFields, WhatIsChosenButNotShownIsShownAndNothingIsSaved) {
    DeskWorld world;
    const std::string library = "sundsvall-kulturmagasinet";
    const auto asks = [&](const std::string& place, const char* field) {
        return !base::holds(fields_not_asked(Inside::service(world.log.inquiries), sundsvall.id, place), field);
    };
    world.client.cookies()["session"] = "administrator";
    const auto page = world.client.get(settings);
    const auto shown = world.client.submit(page, {{"place", library}, {"asked", "minutes"}}, "", "/log-questions");
    EXPECT_EQ(shown.status, 409) << shown.html;
    EXPECT_TRUE(shown.says("Nothing is saved yet") && shown.says("What holds for all stands here.")) << shown.html;
    const auto form = testing::find_form(shown.html, {{"asked", ""}}, "/log-questions");
    ASSERT_TRUE(form);
    const auto ticked = std::ranges::count_if(form->values, [](const auto& one) { return one.first == "asked"; });
    EXPECT_EQ(ticked, 1) << "what was ticked stands";
    EXPECT_TRUE(asks("", "gender") && asks(library, "gender"));
    EXPECT_TRUE(world.client.submit(shown, {}, "", "/log-questions").says("This place has chosen for itself"));
    EXPECT_TRUE(asks("", "gender") && !asks(library, "gender"));
    const auto looked = world.client.submit(world.client.get(settings), {{"place", library}}, "show=1", "/log-questions");
    EXPECT_TRUE(looked.status == 200 && looked.url.ends_with("?place=" + library)) << looked.url;
}

}  // namespace
}  // namespace digilots::inquiries
