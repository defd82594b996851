// Whom the operator serves like a municipality: a region, a programme.
#include <gtest/gtest.h>

#include "municipality/municipality_for_tests.h"

namespace digilots::municipality {
namespace {

Municipality region() {
    Municipality own;
    own.id = own.slug = "region-gavleborg";
    own.name = "Region Gävleborg";
    own.country = "SE";
    own.population = 287'000;
    own.population_year = 2024;
    own.latitude = 60.67;
    own.longitude = 17.14;
    own.is_own = true;
    return own;
}

class OwnMunicipality : public ::testing::Test, protected MunicipalityWorld {
protected:
    void add(const Municipality& own) {
        municipalities.save_own(own);
        municipalities.activate(own.id, default_settings(own));
    }
};

TEST_F(OwnMunicipality, is_served_under_its_key_and_stands_on_the_start_page) {
    add(region());
    const auto tenant = municipalities.find_tenant("region-gavleborg");
    ASSERT_TRUE(tenant);
    EXPECT_EQ(tenant->id, "region-gavleborg");
    EXPECT_EQ(tenant->name, "Region Gävleborg");
    EXPECT_EQ(municipalities.active().back().name, "Region Gävleborg");
    const auto page = visitor().get("/");
    EXPECT_TRUE(page.says("href=\"/region-gavleborg/\""));
    EXPECT_TRUE(page.says("Regions and programmes"));
    EXPECT_TRUE(visitor().get("/?q=gävleborg").says("href=\"/region-gavleborg/\""));
    EXPECT_EQ(visitor().get("/region-gavleborg/accessibility").status, 200);
    EXPECT_EQ(Municipalities::find("region-gavleborg"), nullptr) << "it is no official one";
}

TEST_F(OwnMunicipality, never_takes_the_key_of_a_made_up_one) {
    auto own = region();
    own.id = own.slug = "lotsby";
    EXPECT_NE(fault_of_own(own, {}).find("made-up municipality of the demo"), std::string::npos);
    EXPECT_EQ(fault_of_own(*find_made_up("lotsby"), {}), "");
    EXPECT_TRUE(is_example_phone("+47 00 00 00 12"));
    EXPECT_FALSE(is_example_phone("+47 22 00 00 12"));
}

TEST_F(OwnMunicipality, in_norway_speaks_norwegian_by_oslos_time) {
    auto own = region();
    own.id = own.slug = "digihjelp-vest";
    own.country = "NO";
    add(own);
    EXPECT_EQ(municipalities.settings(own.id).languages.front(), "nb");
    EXPECT_EQ(municipalities.find_tenant(own.id)->zone, "Europe/Oslo");
    EXPECT_EQ(municipalities.find_tenant(own.id)->country, "NO");
    const auto statement = visitor().get("/nb/digihjelp-vest/accessibility");
    EXPECT_TRUE(statement.says("Tilsynet for universell utforming av ikt") && !statement.says("Digg)"))
        << "the law and the authority of its country";
}

TEST_F(OwnMunicipality, what_is_unknown_of_it_stays_unknown) {
    auto own = region();
    own.population = 0;
    own.population_year = 0;
    own.is_on_map = false;
    add(own);
    const auto known = municipalities.about(own.id);
    ASSERT_NE(known, nullptr);
    EXPECT_EQ(known->population_year, 0);
    EXPECT_FALSE(known->is_on_map);
    EXPECT_EQ(visitor().get("/").status, 200) << "it has no dot on the map";
}

TEST_F(OwnMunicipality, a_correction_is_seen_at_once_and_settings_stay) {
    add(region());
    EXPECT_TRUE(visitor().get("/").says("Region Gävleborg"));
    auto settings = municipalities.settings("region-gavleborg");
    settings.languages = {"sv", "fi"};
    ASSERT_TRUE(municipalities.save_settings("region-gavleborg", settings));
    auto own = region();
    own.name = "Gävleborgs län";
    add(own);
    EXPECT_TRUE(visitor().get("/").says("Gävleborgs län"));
    EXPECT_FALSE(visitor().get("/").says("Region Gävleborg"));
    EXPECT_EQ(municipalities.find_tenant("region-gavleborg")->name, "Gävleborgs län");
    EXPECT_EQ(municipalities.settings("region-gavleborg").languages, (std::vector<std::string>{"sv", "fi"}));
    EXPECT_EQ(municipalities.own().size(), 1U);
}

TEST_F(OwnMunicipality, another_server_serves_it_too) {
    const kept::Versions elsewhere(*database);
    const Municipalities other(*database, elsewhere, clock);
    EXPECT_FALSE(other.find_tenant("region-gavleborg"));
    add(region());
    elsewhere.refresh();
    EXPECT_TRUE(other.find_tenant("region-gavleborg"));
}

TEST_F(OwnMunicipality, is_a_member_of_networks) {
    add(region());
    municipalities.save_network({"helhet", "Helhet", {sundsvall, "region-gavleborg"}});
    EXPECT_EQ(municipalities.network("helhet")->members.size(), 2U);
}

TEST(OwnMunicipalityFaults, name_what_cannot_be_added) {
    EXPECT_EQ(fault_of_own(region(), {"login"}), "");
    const auto with_key = [](const char* key) {
        auto own = region();
        own.id = own.slug = key;
        return fault_of_own(own, {"login", "healthz"});
    };
    for (const char* key : {"", "Region", "å", "a/b", "1", "2281", "-a", "sundsvall", "login", "healthz", "sv", "a b", "NO-0301",
                            "en-nyckel-som-ar-alldeles-for-lang-for-en-adress"})
        EXPECT_NE(with_key(key), "") << key;
    const auto changed = [](auto change) {
        auto own = region();
        change(own);
        return fault_of_own(own, {});
    };
    EXPECT_NE(changed([](Municipality& own) { own.name = ""; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.name = "två\nrader"; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.name = std::string(101, 'a'); }), "");
    EXPECT_NE(changed([](Municipality& own) { own.country = "DK"; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.population_year = 0; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.population = -1; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.latitude = 0; }), "");
    EXPECT_NE(changed([](Municipality& own) { own.longitude = 170; }), "");
}

}  // namespace
}  // namespace digilots::municipality
