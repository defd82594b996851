#include <gtest/gtest.h>

#include <algorithm>

#include "municipality/municipality_for_tests.h"
#include "platform/audit/audit.h"

namespace digilots::municipality {
namespace {

using Words = std::vector<std::string>;

class Activation : public ::testing::Test, protected MunicipalityWorld {
protected:
    void activate_bergen() { municipalities.activate("4601", default_settings(*Municipalities::find("4601"))); }
    Settings bergen() { return municipalities.settings("4601"); }
};

TEST_F(Activation, a_norwegian_municipality_that_was_given_swedish_gets_norwegian_and_oslos_time) {
    municipalities.activate("4601", {});
    ASSERT_EQ(bergen().zone, "Europe/Stockholm");
    activate_bergen();
    EXPECT_EQ(bergen().languages, (Words{"nb", "en"}));
    EXPECT_EQ(bergen().zone, "Europe/Oslo");
}

TEST_F(Activation, languages_that_an_administrator_chose_stay) {
    activate_bergen();
    municipalities.save_settings("4601", Settings{}, "0192-account");
    activate_bergen();
    EXPECT_EQ(bergen().languages, (Words{"sv", "en"}));
    EXPECT_EQ(bergen().zone, "Europe/Stockholm");
}

TEST_F(Activation, another_change_by_hand_does_not_keep_the_wrong_country) {
    municipalities.activate("4601", {});
    auto settings = bergen();
    settings.phone = "55 56 55 56";
    municipalities.save_settings("4601", settings, "0192-account");
    activate_bergen();
    EXPECT_EQ(bergen().zone, "Europe/Oslo");
    EXPECT_EQ(bergen().phone, "55 56 55 56");
}

TEST_F(Activation, an_active_one_keeps_what_is_its_own_countrys) {
    auto settings = municipalities.settings(sundsvall);
    settings.languages = {"sv", "en", "fi"};
    municipalities.save_settings(sundsvall, settings, "0192-account");
    municipalities.activate(sundsvall, default_settings(*Municipalities::find(sundsvall)));
    EXPECT_EQ(municipalities.settings(sundsvall).languages, (Words{"sv", "en", "fi"}));
}

class NationsNetwork : public Activation {
protected:
    void save(const std::vector<std::string>& members, const std::vector<std::string>& ended = {}) {
        municipalities.save_network({"sverige", "Sverige", members, "", "SE", ended});
    }
    void activate(const char* id) { municipalities.activate(id, default_settings(*Municipalities::find(id))); }
    bool is_member(const char* id) {
        versions.refresh();
        const auto members = municipalities.network("sverige")->members;
        return std::ranges::find(members, id) != members.end();
    }
};

TEST_F(NationsNetwork, has_who_is_active_when_it_is_made_and_who_becomes_active_afterwards) {
    activate_bergen();
    save({});
    EXPECT_TRUE(is_member(sundsvall));
    EXPECT_TRUE(is_member(harnosand));
    EXPECT_FALSE(is_member("4601")) << "of another country";
    EXPECT_FALSE(is_member("2282")) << "not here";
    activate("2282");
    EXPECT_TRUE(is_member("2282"));
    activate("5001");
    EXPECT_FALSE(is_member("5001"));
    const auto told = database->read([](db::Connection& connection) { return audit::entries(connection, "2282", 10); });
    EXPECT_TRUE(std::ranges::any_of(told, [](const auto& one) { return one.entry.action == "network joined"; }));
}

TEST_F(NationsNetwork, whose_membership_ended_comes_in_again_only_by_name) {
    save({});
    save({}, {sundsvall, "2282"});
    EXPECT_FALSE(is_member(sundsvall));
    activate("2282");
    EXPECT_FALSE(is_member("2282")) << "it was taken out before it was here";
    activate(sundsvall);
    save({harnosand});
    EXPECT_FALSE(is_member(sundsvall)) << "whatever else is saved";
    save({sundsvall});
    EXPECT_TRUE(is_member(sundsvall));
    save({});
    EXPECT_TRUE(is_member(sundsvall)) << "it is in again for good";
}

TEST_F(NationsNetwork, any_other_network_has_nobody_by_itself) {
    municipalities.save_network({"teo", "TEO", {sundsvall}});
    activate("2282");
    versions.refresh();
    EXPECT_EQ(municipalities.network("teo")->members, Words{sundsvall});
    for (const char* key : {"ett-program", "en-region"}) {
        Municipality own;
        own.id = own.slug = own.name = key;
        own.country = "SE";
        own.is_own = true;
        own.is_on_map = false;
        municipalities.save_own(own);
    }
    save({"ett-program"});
    EXPECT_TRUE(is_member("ett-program")) << "who is no municipality is named";
    municipalities.activate("en-region", Settings{});
    EXPECT_FALSE(is_member("en-region"));
}

}  // namespace
}  // namespace digilots::municipality
