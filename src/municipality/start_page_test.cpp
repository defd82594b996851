#include <gtest/gtest.h>

#include "municipality/municipality_for_tests.h"

namespace digilots::municipality {
namespace {

class StartPage : public ::testing::Test, protected MunicipalityWorld {};

TEST_F(StartPage, lists_those_that_are_here) {
    auto person = visitor();
    const auto page = person.get("/");
    EXPECT_EQ(page.link("Sundsvall"), "/sundsvall/");
    EXPECT_EQ(page.link("Härnösand"), "/harnosand/");
    EXPECT_FALSE(page.says("Örnsköldsvik"));
    EXPECT_LT(page.html.size(), 40'000U);
}

TEST_F(StartPage, tells_the_number_of_each_and_that_it_can_ring) {
    auto settings = default_settings(*Municipalities::find("2281"));
    settings.phone = "060-19 10 00";
    municipalities.save_settings("2281", settings);
    const auto page = visitor().get("/");
    EXPECT_TRUE(page.says("href=\"tel:060191000\"")) << page.html;
    EXPECT_EQ(page.link("Sundsvall can ring you"), "/sundsvall/ask?by=phone");
}

TEST_F(StartPage, leads_to_the_figures_of_all_municipalities) {
    const auto page = visitor().get("/");
    EXPECT_EQ(page.link("The wheels of all municipalities"), "/wheels");
    EXPECT_EQ(page.link("Compare municipalities"), "/indicators");
}

TEST_F(StartPage, finds_by_part_of_a_name_also_without_the_dots) {
    auto person = visitor();
    EXPECT_EQ(person.get("/?q=harno").link("Härnösand"), "/harnosand/");
    const auto page = person.get("/?q=ornsk");
    EXPECT_TRUE(page.says("Örnsköldsvik"));
    EXPECT_TRUE(page.says("not here yet"));
    EXPECT_TRUE(person.get("/?q=atlantis").says("No municipality has that name."));
}

TEST_F(StartPage, any_text_is_just_text) {
    auto person = visitor();
    const auto page = person.get("/?q=%3Cscript%3E%27%22%F0%9F%98%80");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("<script>'"));
}

TEST_F(StartPage, shows_a_municipality_as_soon_as_it_is_active) {
    auto person = visitor();
    person.get("/");
    municipalities.activate("2284", default_settings(*Municipalities::find("2284")));
    EXPECT_EQ(person.get("/").link("Örnsköldsvik"), "/ornskoldsvik/");
}

TEST_F(StartPage, speaks_swedish_and_norwegian) {
    auto person = visitor();
    EXPECT_EQ(person.get("/sv/").heading(), "Välj din kommun");
    EXPECT_EQ(person.get("/nb/").heading(), "Velg kommunen din");
}

TEST_F(StartPage, pages_about_the_service_name_who_provides_and_where_facts_come_from) {
    auto person = visitor();
    EXPECT_EQ(person.get("/accessibility").link("Accessibility statement of Sundsvall"), "/sundsvall/accessibility");
    const auto open_data = person.get("/open-data");
    for (const auto* notice : {"© Kartverket", "GeoNames", "date-holidays", "CC BY 3.0", "Källa: Kolada"}) {
        EXPECT_TRUE(open_data.says(notice)) << notice;
    }
}

TEST_F(StartPage, other_processes_changes_are_taken_in_on_refresh) {
    const auto elsewhere = db::open(place.options());
    kept::Versions known_elsewhere(*elsewhere);
    Municipalities other(*elsewhere, known_elsewhere, clock);
    EXPECT_FALSE(municipalities.find_tenant("ornskoldsvik").has_value());
    other.activate("2284", default_settings(*Municipalities::find("2284")));
    versions.refresh();
    EXPECT_TRUE(municipalities.find_tenant("ornskoldsvik").has_value());
}

}  // namespace
}  // namespace digilots::municipality
