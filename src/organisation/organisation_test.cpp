#include "organisation/organisation.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/audit/audit.h"
#include "platform/html/error_page.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_client.h"
#include "platform/testing/race.h"

namespace digilots::organisation {
namespace {

constexpr const char* sundsvall = "2281";
constexpr const char* units_page = "/sundsvall/staff/settings/units";
constexpr const char* rhythms_page = "/sundsvall/staff/settings/rhythms";
constexpr const char* functions_page = "/sundsvall/staff/functions";

http::Tenant tenant() { return {sundsvall, "sundsvall", "Sundsvall", "Europe/Stockholm", {"sv", "en"}, "", false, ""}; }

register_::Choices colleagues() {
    return [](const register_::Surroundings&) {
        return std::vector<register_::Choice>{{.key = "anna", .label = "Anna"}, {.key = "bo", .label = "Bo"}};
    };
}

class OrganisationPages : public ::testing::Test {
protected:
    OrganisationPages() {
        organisation.know({.people = {colleagues(), ""},
                           .contacts = {[](const register_::Surroundings&) {
                               return std::vector<register_::Choice>{{.key = "desk", .label = "The desk"}};
                           }, ""},
                           .name_of = [](std::string_view) { return std::string("Admin"); },
                           .kinds = [](const register_::Surroundings&) {
                               return std::vector<register_::Choice>{{.key = "place", .label = "Places"}};
                           }});
    }

    testing::PageClient signed_in(const char* role) {
        testing::PageClient client(server);
        client.accept_language = "en";
        client.cookies()["session"] = role;
        return client;
    }
    testing::Page add_unit(const std::string& name, const std::string& parent = "") {
        return admin.submit(admin.get(units_page), {{"name", name}, {"parent", parent}}, "", "units");
    }
    std::string id_of(std::string_view name) {
        const auto units = organisation.units(sundsvall);
        const auto found = std::ranges::find(*units, name, &Unit::name);
        return found == units->end() ? "" : found->id;
    }
    std::string add_function(const std::string& title, const testing::FormFields& more) {
        testing::FormFields fields{{"title", title}};
        fields.insert(fields.end(), more.begin(), more.end());
        const auto saved = admin.submit(admin.get(std::string(functions_page) + "/new"), fields);
        EXPECT_TRUE(saved.says("The function is added.")) << saved.html;
        return saved.url.substr(0, saved.url.find('?')).substr(std::string(functions_page).size() + 1);
    }
    std::int64_t hand_over(const std::string& from, const std::string& to) {
        return database->write([&](db::Connection& connection) {
            return organisation.hand_over(connection, sundsvall, from, to, "admin");
        }, db::Isolation::deciding);
    }
    std::string holder(const std::string& id) { return organisation.function_records().find(sundsvall, id)->text("holder"); }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    Organisation organisation{*database, versions, clock};
    http::Server server{{},
                        routes_of({slice(organisation)}),
                        testing::gatekeeper_for(sundsvall,
                                                [](std::string_view slug) {
                                                    return slug == "sundsvall" ? std::optional(tenant()) : std::nullopt;
                                                },
                                                &versions),
                        html::error_page,
                        clock};
    testing::PageClient admin = signed_in("administrator");
};

TEST(Units, AUnitIsNamedFromTheTopAndHoldsAllBelowIt) {
    const Units units{{"c", "Culture", ""}, {"l", "Library", "c"}, {"b", "Book bus", "l"}, {"s", "Schools", ""}};
    EXPECT_EQ(full_name(units, "b"), "Culture › Library › Book bus");
    EXPECT_EQ(full_name(units, "gone"), "");
    EXPECT_EQ(within(units, "c"), (std::vector<std::string>{"c", "l", "b"}));
    EXPECT_EQ(within(units, "gone"), (std::vector<std::string>{"gone"}));
}

TEST(Units, ARingOfUnitsEnds) {
    const Units units{{"a", "A", "b"}, {"b", "B", "a"}};
    EXPECT_EQ(within(units, "a"), (std::vector<std::string>{"a", "b"}));
    EXPECT_NE(full_name(units, "a"), "");
}

TEST(Units, WhoIsLimitedToAUnitThatIsGoneReachesNothingElse) {
    http::Identity identity;
    EXPECT_FALSE(limit_of({}, identity));
    identity.unit = "gone";
    identity.only_unit = true;
    EXPECT_EQ(limit_of({{"a", "A", ""}}, identity), std::vector<std::string>{});
    identity.unit = "a";
    EXPECT_EQ(limit_of({{"a", "A", ""}, {"b", "B", "a"}}, identity), (std::vector<std::string>{"a", "b"}));
}

TEST_F(OrganisationPages, EachUnitStandsBehindTheOneThatItBelongsTo) {
    add_unit("Culture");
    add_unit("Schools");
    add_unit("Library", id_of("Culture"));
    add_unit("Adult education", id_of("Schools"));
    add_unit("Book bus", id_of("Library"));
    const auto page = admin.get(units_page);
    std::size_t at = 0;
    for (const char* name : {">Culture<", ">Library<", ">Book bus<", ">Schools<", ">Adult education<"}) {
        const auto next = page.html.find(name, at);
        ASSERT_NE(next, std::string::npos) << name;
        at = next;
    }
}

TEST_F(OrganisationPages, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(organisation.unit_records(), organisation.unit_records().around(sundsvall));
    register_::run_every_statement(organisation.function_records(), organisation.function_records().around(sundsvall));
    register_::run_every_statement(organisation.rhythm_records(), organisation.rhythm_records().around(sundsvall));
}

TEST_F(OrganisationPages, WhatAnHourCostsIsForWhoChangesFunctions) {
    const auto id = add_function("Digital guide", {{"hour_cost", "411,50"}});
    const std::string page = std::string(functions_page) + "/" + id, table = std::string(functions_page) + "/table";
    auto guide = signed_in("guide");
    const auto says_cost = [](const testing::Page& shown) { return shown.says("411.5") || shown.says("411,5"); };
    EXPECT_EQ(guide.get(table + ".xlsx").status, 200);
    for (const auto& path : {page, table}) {
        EXPECT_TRUE(says_cost(admin.get(path))) << path;
        const auto shown = guide.get(path);
        EXPECT_TRUE(shown.says("Digital guide")) << shown.html;
        EXPECT_FALSE(says_cost(shown)) << shown.html;
    }
    EXPECT_TRUE(admin.get(table).says("Cost of an hour"));
    EXPECT_FALSE(guide.get(table).says("Cost of an hour")) << "nor an empty column";
}

TEST_F(OrganisationPages, UnitsStandInEachOtherAndNeverInThemselves) {
    EXPECT_TRUE(add_unit("Culture").says("The unit is added."));
    EXPECT_TRUE(add_unit("Library", id_of("Culture")).says("The unit is added."));
    const std::string culture = std::string(units_page) + "/" + id_of("Culture");
    const auto open = admin.get(culture);
    const auto form = *testing::find_form(open.html, {{"parent", ""}}, culture);
    EXPECT_EQ(form.choices.at("parent"), std::vector<std::string>{""}) << "neither itself nor one below it is offered";
    EXPECT_TRUE(admin.post_once(culture, form.filled({{"parent", id_of("Library")}}))
                    .says("A unit cannot belong to itself or to one below it."));
    EXPECT_TRUE(add_unit("library", id_of("Culture")).says("There is already a unit with this name there."));
    EXPECT_TRUE(add_unit("Library").says("The unit is added.")) << "elsewhere the name is free";
    EXPECT_EQ(organisation.units(sundsvall)->size(), 3U);
    EXPECT_EQ(organisation.units(sundsvall)->at(1).parent, id_of("Culture")) << "each behind the one that it belongs to";
    EXPECT_TRUE(admin.get(units_page).says("Culture › Library"));
}

TEST_F(OrganisationPages, OnlyAnAdministratorChangesUnitsAndEverybodyAtWorkSeesThem) {
    EXPECT_EQ(signed_in("guide").get(units_page).status, 200);
    EXPECT_EQ(signed_in("coordinator").post_once(units_page, {{"name", "Schools"}}).status, 404);
    EXPECT_EQ(testing::PageClient(server).get_once(units_page).status, 303);
    EXPECT_TRUE(organisation.units(sundsvall)->empty());
}

TEST_F(OrganisationPages, AFunctionIsFoundByItsUnitAndByHavingNobody) {
    add_unit("Culture");
    add_unit("Library", id_of("Culture"));
    add_function("Lending desk", {{"unit", id_of("Library")}, {"holder", "anna"}, {"contact", "desk"}});
    add_function("Rota", {});
    const auto list = [&](const std::string& query) { return signed_in("guide").get(functions_page + query); };
    EXPECT_TRUE(list("").says("Lending desk") && list("").says("Rota"));
    const auto of_culture = list("?unit=" + id_of("Culture"));
    EXPECT_TRUE(of_culture.says("Lending desk"));
    EXPECT_FALSE(of_culture.says("Rota")) << of_culture.html;
    const auto of_nobody = list("?holder=-");
    EXPECT_TRUE(of_nobody.says("Rota"));
    EXPECT_FALSE(of_nobody.says("Lending desk"));
}

TEST_F(OrganisationPages, AKindOfRecordHasARhythmThatAnAdministratorSets) {
    EXPECT_EQ(rhythm_of(*organisation.rhythms(sundsvall), "place").months, usual_months);
    const auto guide = add_function("Guide", {{"holder", "anna"}});
    const auto saved = admin.submit(admin.get(rhythms_page), {{"kind", "place"}, {"months", "3"}, {"seen_to_by", guide}});
    EXPECT_TRUE(saved.says("It is added.")) << saved.html;
    EXPECT_EQ(rhythm_of(*organisation.rhythms(sundsvall), "place").months, 3);
    EXPECT_EQ(rhythm_of(*organisation.rhythms(sundsvall), "place").function, guide);
    EXPECT_EQ(rhythm_of(*organisation.rhythms(sundsvall), "contact").months, usual_months);
    EXPECT_TRUE(admin.submit(admin.get(rhythms_page), {{"kind", "place"}}).says("It is said already how often"));
    EXPECT_EQ(admin.submit(admin.get(rhythms_page), {{"kind", "place"}, {"months", "0"}}).status, 422);
    EXPECT_EQ(signed_in("coordinator").post_once(rhythms_page, {{"kind", "place"}}).status, 404);
    EXPECT_EQ(signed_in("guide").get(rhythms_page).status, 200);
}

TEST_F(OrganisationPages, AFunctionThatNobodyHoldsIsADuty) {
    add_function("Guide", {{"holder", "anna"}});
    const auto rota = add_function("Rota", {});
    const auto duties = slice(organisation).duties.front().now(sundsvall);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().name, "Rota");
    EXPECT_EQ(duties.front().path, "/staff/functions/" + rota);
}

TEST_F(OrganisationPages, NobodyStandsInForThemselves) {
    const auto form = admin.get(std::string(functions_page) + "/new");
    const auto refused = admin.submit(form, {{"title", "Guide"}, {"holder", "anna"}, {"stand_in", "anna"}});
    EXPECT_TRUE(refused.says("Nobody stands in for themselves."));
    EXPECT_TRUE(refused.says("Guide")) << "what was typed stays";
}

TEST_F(OrganisationPages, WhoLeavesHandsEverythingOverAndTheTrailSaysWhat) {
    const auto held = add_function("Guide", {{"holder", "anna"}, {"stand_in", "bo"}});
    const auto stood_in = add_function("Rota", {{"holder", "bo"}, {"stand_in", "anna"}});
    EXPECT_EQ(organisation.held_by(sundsvall, "anna").size(), 2U);
    EXPECT_EQ(hand_over("anna", "bo"), 2);
    EXPECT_EQ(holder(held), "bo");
    EXPECT_EQ(organisation.function_records().find(sundsvall, held)->text("stand_in"), "") << "Bo does not stand in for Bo";
    EXPECT_EQ(organisation.function_records().find(sundsvall, stood_in)->text("stand_in"), "");
    EXPECT_TRUE(organisation.held_by(sundsvall, "anna").empty());
    EXPECT_EQ(hand_over("bo", ""), 2);
    EXPECT_EQ(holder(held), "");
    const auto history = admin.get(std::string(functions_page) + "/" + held);
    EXPECT_TRUE(history.says("Handed over")) << history.html;
}

TEST_F(OrganisationPages, AFormOpenedBeforeTheHandingOverDoesNotBringTheLeaverBack) {
    const auto id = add_function("Guide", {{"holder", "anna"}});
    const std::string url = std::string(functions_page) + "/" + id + "/change";
    const auto form = admin.get(url);
    hand_over("anna", "");
    EXPECT_EQ(admin.submit(form, {{"note", "Mondays"}}).status, 409);
    EXPECT_EQ(holder(id), "");
}

}  // namespace
}  // namespace digilots::organisation
