// Records belong to units of the municipality: lists are filtered by them, and an editor may be limited to one.
#include <gtest/gtest.h>

#include <algorithm>

#include "directory/editor_for_tests.h"
#include "platform/register/records.h"
#include "platform/testing/html_form.h"

namespace digilots::directory {
namespace {

constexpr const char* library = "/sundsvall/staff/directory/places/sundsvall-kulturmagasinet";

class UnitsOfTheDirectory : public EditorTest {
protected:
    UnitsOfTheDirectory() {
        culture = add_unit("Culture", "");
        libraries = add_unit("Libraries", culture);
        client.accept_language = "en";
        EXPECT_EQ(client.submit(client.get(library), {{"unit", libraries}}).status, 200);
    }
    std::string add_unit(const std::string& name, const std::string& parent) {
        auto& records = organisation.unit_records();
        return records.add(records.around("2281"), {{"name", {name}}, {"parent", {parent}}}, "admin")->id;
    }
    testing::PageClient limited_to(const std::string& unit) {
        testing::PageClient person(server);
        person.accept_language = "en";
        person.cookies()["session"] = "editor-of-" + unit;
        return person;
    }

    std::string culture, libraries;
};

TEST_F(UnitsOfTheDirectory, AListOfAUnitHoldsWhatIsBelowItAndWhatIsDoneAtItsPlaces) {
    const auto places = client.get("/sundsvall/staff/directory/places?unit=" + culture);
    EXPECT_TRUE(places.says("Kulturmagasinet"));
    EXPECT_TRUE(places.says("Culture › Libraries"));
    EXPECT_FALSE(places.says("Kommunhuset"));
    const auto without = client.get("/sundsvall/staff/directory/places?unit=-");
    EXPECT_TRUE(without.says("Kommunhuset"));
    const auto& services = place("sundsvall-kulturmagasinet")->services;
    ASSERT_FALSE(services.empty());
    const auto listed = client.get("/sundsvall/staff/directory/services?unit=" + culture);
    for (const auto& service : services) EXPECT_TRUE(listed.says(service.title)) << service.title;
}

TEST_F(UnitsOfTheDirectory, ThePhoneListIsOfAllOrOfOneUnitInEachFormat) {
    const auto all = client.get("/sundsvall/staff/phone-list");
    EXPECT_TRUE(all.says("Kulturmagasinet") && all.says("Kommunhuset"));
    auto person = limited_to(culture);
    EXPECT_TRUE(person.get("/sundsvall/staff/phone-list").says("Kommunhuset")) << "who is limited still refers to all";
    const auto part = client.get("/sundsvall/staff/phone-list?unit=" + culture);
    EXPECT_TRUE(part.says("Kulturmagasinet") && !part.says("Kommunhuset"));
    for (const auto& link : {"/staff/phone-list.pdf?size=large&amp;unit=" + culture, "/staff/phone-list.odt?unit=" + culture})
        EXPECT_TRUE(part.html.contains(link)) << link;
    const auto whole = client.send(http::Method::get, "/sundsvall/staff/phone-list.odt");
    const auto file = client.send(http::Method::get, "/sundsvall/staff/phone-list.odt?unit=" + culture);
    EXPECT_EQ(file.status, 200);
    EXPECT_LT(file.html.size(), whole.html.size());
}

TEST_F(UnitsOfTheDirectory, WhoIsLimitedToAUnitChangesWhatBelongsToItAndReadsTheRest) {
    auto person = limited_to(culture);
    EXPECT_EQ(person.submit(person.get(library), {{"phone", "060-19 10 00"}}).status, 200);
    EXPECT_EQ(place("sundsvall-kulturmagasinet")->phone, "060-19 10 00");
    const auto other = person.get(town_hall);
    EXPECT_TRUE(other.says("This does not belong to your unit"));
    EXPECT_FALSE(other.says("<textarea") || other.says("name=\"phone\"")) << "nothing to type that cannot be saved";
    EXPECT_FALSE(other.says("Checked today: all is right"));
    const auto all = person.get("/sundsvall/staff/directory");
    std::size_t buttons = 0;
    for (const auto& form : digilots::testing::all_forms(all.html)) buttons += form.action.ends_with("/directory/verified");
    EXPECT_EQ(buttons, 1 + place("sundsvall-kulturmagasinet")->services.size()) << "only where it would be done";
}

TEST_F(UnitsOfTheDirectory, AskingForAUnitThatIsNotThereFindsNothing) {
    for (const char* list : {"/places", "/services", "/e-services", "/contacts"}) {
        const auto page = client.get("/sundsvall/staff/directory" + std::string(list) + "?unit=gone");
        EXPECT_TRUE(page.says("0 found") && page.says("Nothing fits what you asked for")) << list;
    }
    EXPECT_EQ(client.get("/sundsvall/staff/directory/places/table?unit=gone").html.find("Kulturmagasinet"), std::string::npos);
    const auto directory = client.get("/sundsvall/staff/directory?unit=gone");
    EXPECT_FALSE(directory.says("Kommunhuset"));
    EXPECT_TRUE(directory.says("A unit that is no longer here")) << "and never looks like all";
}

TEST_F(UnitsOfTheDirectory, WhoIsLimitedFindsTheirOwnFirstAndAllWhereTheyAsk) {
    auto person = limited_to(culture);
    for (const std::string page : {"/sundsvall/staff/directory", "/sundsvall/staff/directory/to-complete"}) {
        EXPECT_TRUE(person.get(page).says("Kommunhuset")) << page << ": of no unit, so everybody's";
        EXPECT_TRUE(client.get(page).says("Kommunhuset")) << page;
        EXPECT_FALSE(client.get(page + "?unit=" + culture).says("Kommunhuset")) << page;
        EXPECT_TRUE(client.get(page + "?unit=-").says("Kommunhuset")) << page;
    }
    const std::string town_hall = "/sundsvall/staff/directory/places/sundsvall-kommunhuset";
    EXPECT_EQ(client.submit(client.get(town_hall), {{"unit", add_unit("The town hall", "")}}).status, 200);
    for (const std::string page : {"/sundsvall/staff/directory", "/sundsvall/staff/directory/to-complete"}) {
        EXPECT_FALSE(person.get(page).says("Kommunhuset")) << page;
        EXPECT_TRUE(person.get(page + "?unit=").says("Kommunhuset")) << page;
    }
    EXPECT_TRUE(person.get("/sundsvall/staff/directory").says("Kulturmagasinet"));
}

TEST_F(UnitsOfTheDirectory, WhatOnlyStaffSeeIsNothingThatSomebodyHasChecked) {
    testing::PageClient resident(server);
    resident.accept_language = "en";
    const auto says = [&] { return resident.get("/sundsvall/places/kulturmagasinet").says("Checked since then"); };
    EXPECT_FALSE(says()) << "its unit was changed";
    client.submit(client.get(library), {{"notes", "Key at the desk"}});
    EXPECT_FALSE(says());
    client.submit(client.get(library), {{"phone", "060-19 10 00"}});
    EXPECT_TRUE(says());
}

TEST_F(UnitsOfTheDirectory, OnlyTheOwnUnitIsOfferedToWhoIsLimitedToIt) {
    auto person = limited_to(libraries);
    const auto page = person.get("/sundsvall/staff/directory/places/new");
    const auto form = digilots::testing::find_form(page.html, {{"unit", ""}}, "/new");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->choices.at("unit"), std::vector<std::string>{libraries});
    EXPECT_NE(std::ranges::find(form->values, std::pair<std::string, std::string>{"unit", libraries}), form->values.end());
}

TEST_F(UnitsOfTheDirectory, VerifyingAnothersRecordIsRefusedAsWhatItIs) {
    auto person = limited_to(culture);
    const auto own = person.get("/sundsvall/staff/directory");
    for (const auto& form : digilots::testing::all_forms(own.html)) {
        if (!form.action.ends_with("/directory/verified")) continue;
        auto values = form.filled({{"kind", "place"}, {"id", "sundsvall-kommunhuset"}});
        const auto refused = person.post_once(form.action, values);
        EXPECT_EQ(refused.status, 403);
        EXPECT_TRUE(refused.says("This belongs to another unit.")) << "and not that a form was open too long";
        return;
    }
    FAIL() << "no form";
}

TEST_F(UnitsOfTheDirectory, NothingOfAnotherUnitIsChangedPastThePage) {
    const auto before = place("sundsvall-kommunhuset")->verified_on;
    const auto form = client.get(town_hall);
    auto person = limited_to(culture);
    const auto own = digilots::testing::find_form(person.get(library).html, {{"csrf_token", ""}}, "");
    ASSERT_TRUE(own);
    const auto token = std::ranges::find(own->values, "csrf_token", &std::pair<std::string, std::string>::first)->second;
    // What another's form says, sent by the limited one.
    for (const auto& sent : digilots::testing::all_forms(form.html)) {
        if (!sent.is_post || sent.action == "/logout") continue;
        auto values = sent.filled({});
        for (auto& [name, value] : values) {
            if (name == "phone") value = "060-99 99 99";
            if (name == "csrf_token") value = token;
        }
        const auto answer = person.post_once(sent.action, values);
        EXPECT_TRUE(answer.status == 403 || answer.status == 422) << sent.action << " " << answer.status;
    }
    EXPECT_NE(place("sundsvall-kommunhuset")->phone, "060-99 99 99");
    EXPECT_EQ(place("sundsvall-kommunhuset")->verified_on, before);
}

TEST_F(UnitsOfTheDirectory, ATableThatChangesAnothersRecordIsNotTakenIn) {
    auto person = limited_to(culture);
    auto rows = client.get("/sundsvall/staff/directory/contacts/table").html;
    const auto name = directory.snapshot("2281")->contacts.front().title;
    const auto found = rows.find(name);
    ASSERT_NE(found, std::string::npos);
    rows.replace(found, name.size(), "Taken over");
    const auto plan = person.submit(person.get("/sundsvall/staff/directory/contacts/import"), {{"rows", rows}});
    EXPECT_TRUE(plan.says("You may only change what belongs to your own unit.")) << plan.html;
    for (const auto held = directory.snapshot("2281");
         const auto& contact : held->contacts) EXPECT_NE(contact.title, "Taken over");
}

TEST_F(UnitsOfTheDirectory, NothingIsGivenToAnotherUnitNorTakenOutOfAll) {
    auto person = limited_to(libraries);
    const auto refused = person.submit(person.get(library), {{"unit", ""}, {"address", "Packhusgatan 4"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("You may only change what belongs to your own unit."));
    EXPECT_TRUE(refused.says("Packhusgatan 4")) << "what was typed stays";
    EXPECT_EQ(place("sundsvall-kulturmagasinet")->unit, libraries);
}

TEST_F(UnitsOfTheDirectory, AContactWhoseFunctionNobodyHoldsIsToComplete) {
    const auto to_complete = [&] { return client.get("/sundsvall/staff/directory/to-complete?what=holder"); };
    EXPECT_FALSE(to_complete().says("Say who holds the function"));
    auto& functions = organisation.function_records();
    auto around = functions.around("2281");
    organisation.know({.people = {[](const register_::Surroundings&) {
                                      return std::vector<register_::Choice>{{.key = "anna", .label = "Anna"}};
                                  },
                                  ""},
                       .contacts = directory.records(RecordKind::contact).others().links.at("directory.contact"),
                       .name_of = [](std::string_view) { return std::string(); }});
    const auto function = functions.add(
        around, {{"title", {"Switchboard"}}, {"holder", {"anna"}}, {"contact", {"sundsvall-telefon"}}}, "a");
    ASSERT_TRUE(function);
    EXPECT_FALSE(to_complete().says("Say who holds the function"));
    database->write([&](db::Connection& connection) { organisation.hand_over(connection, "2281", "anna", "", "a"); },
                    db::Isolation::deciding);
    EXPECT_TRUE(to_complete().says("Say who holds the function")) << to_complete().html;
}

TEST_F(UnitsOfTheDirectory, WhatALimitedOneAddsBelongsToTheirUnit) {
    auto person = limited_to(libraries);
    const auto saved = person.submit(person.get("/sundsvall/staff/directory/contacts/new"), {{"title", "Book bus"}});
    EXPECT_EQ(saved.status, 200) << saved.html;
    const auto listed = client.get("/sundsvall/staff/directory/contacts?unit=" + libraries);
    EXPECT_TRUE(listed.says("Book bus"));
}

}  // namespace
}  // namespace digilots::directory
