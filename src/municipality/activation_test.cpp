#include <gtest/gtest.h>

#include "municipality/municipality_for_tests.h"

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

}  // namespace
}  // namespace digilots::municipality
