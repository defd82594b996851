#include <gtest/gtest.h>

#include <algorithm>

#include "municipality/municipality_for_tests.h"
#include "platform/audit/audit.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/old_database.h"

namespace digilots::municipality {
namespace {

class SettingsPage : public ::testing::Test, protected MunicipalityWorld {
protected:
    testing::PageClient admin = signed_in("administrator");
    testing::FormFields with(const testing::FormFields& fields) {
        testing::FormFields all{{"phone", "060-19 10 00"}};
        for (const auto& field : fields) {
            if (field.first == "phone") all.clear();
        }
        all.insert(all.end(), fields.begin(), fields.end());
        return all;
    }
    testing::Page save(const testing::FormFields& fields) {
        return admin.submit(admin.get("/sundsvall/staff/settings"), with(fields));
    }
    Settings stored() { return municipalities.settings(sundsvall); }
};

TEST_F(SettingsPage, asks_for_the_phone_until_there_is_one) {
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings").says("The phone number is missing"));
    EXPECT_TRUE(save({{"phone", ""}}).says("Write the phone number that residents can call."));
    EXPECT_TRUE(save({{"phone", "call us"}}).says("Write one phone number"));
    EXPECT_TRUE(save({{"phone", "060-19 10 00"}}).says("The settings are saved."));
    EXPECT_EQ(municipalities.find_tenant("sundsvall")->phone, "060-19 10 00");
    EXPECT_FALSE(admin.get("/sundsvall/staff/settings").says("The phone number is missing"));
}

TEST_F(SettingsPage, a_language_that_nobody_offers_is_said_beside_the_field) {
    const auto forms = testing::all_forms(admin.get("/sundsvall/staff/settings").html);
    const auto form = std::ranges::find_if(forms, [](const auto& one) { return one.choices.contains("page_languages"); });
    ASSERT_NE(form, forms.end());
    auto values = form->filled({{"phone", "060-19 10 00"}, {"response_limit", "3"}});
    values.emplace_back("page_languages", "made-up");
    const auto page = admin.post_once(form->action, values);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("What was chosen is not in the list. Choose again."));
    EXPECT_TRUE(page.says("value=\"3\"")) << "nothing typed is lost";
    EXPECT_TRUE(page.says("id=\"page_languages-error\""));
}

TEST_F(SettingsPage, marks_numbers_kept_for_fiction) {
    EXPECT_TRUE(save({{"phone", "0980-319 20 05"}}).says("The phone number is an example"));
    EXPECT_TRUE(municipalities.find_tenant("sundsvall")->phone_is_example);
    save({{"phone", "+46 60 19 10 00"}});
    EXPECT_FALSE(municipalities.find_tenant("sundsvall")->phone_is_example);
}

TEST_F(SettingsPage, a_pasted_number_is_kept_with_plain_signs) {
    EXPECT_TRUE(save({{"phone", "060\u00A0–\u00A019\u00A010\u00A000"}}).says("The settings are saved."));
    EXPECT_EQ(stored().phone, "060 - 19 10 00");
    EXPECT_TRUE(admin.get("/sundsvall/").says("href=\"tel:+4660191000\""));
    EXPECT_TRUE(save({{"phone", "tel:+46(0)60-19 10 00"}}).says("The settings are saved."));
    EXPECT_TRUE(admin.get("/sundsvall/").says("href=\"tel:+4660191000\""));
    EXPECT_TRUE(save({{"phone", "060-19 10 00, 060-19 10 01"}}).says("Write one phone number"));
}

TEST_F(SettingsPage, a_colour_must_carry_white_text_and_the_message_says_the_ratio) {
    const auto page = save({{"primary_colour", "#777777"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("4.4 to 1")) << "4.48 is not rounded up";
    EXPECT_TRUE(page.says("at least 4.5 to 1"));
    EXPECT_EQ(stored().primary_colour, "");
    EXPECT_TRUE(save({{"primary_colour", "blue"}}).says("#005b99"));
    save({{"primary_colour", "005B99"}});
    EXPECT_EQ(stored().primary_colour, "#005b99");
    EXPECT_TRUE(visitor().get("/sundsvall/theme.css").says("#005b99"));
    EXPECT_EQ(visitor().get("/harnosand/theme.css").html, "");
}

TEST_F(SettingsPage, phone_hours_are_checked_and_kept_as_a_rule) {
    EXPECT_TRUE(save({{"phone_day_0", "17:00-8:00"}}).says("must close after it opens"));
    const auto wrong = save({{"phone_day_0", "morning"}, {"phone_day_1", "8-12"}});
    EXPECT_TRUE(wrong.says("Write times such as 8-12, 13-16.30") && wrong.says("value=\"morning\"")) << "nothing typed is lost";
    save({{"phone_day_0", "8-17"}, {"phone_day_1", "8-17"}, {"phone_day_2", "8.00–17.00"}, {"phone_day_3", "8-17"},
          {"phone_day_4", "8-16"}});
    EXPECT_EQ(stored().phone_hours, "Mo-Th 08:00-17:00; Fr 08:00-16:00; PH off");
    save({{"phone_day_4", "8-17"}});
    EXPECT_EQ(stored().phone_hours, "Mo-Fr 08:00-17:00; PH off");
}

TEST_F(SettingsPage, a_day_has_as_many_phone_hours_as_there_are) {
    save({{"phone_day_0", "8-12, 13-16.30"}, {"phone_day_2", "10-12"}});
    EXPECT_EQ(stored().phone_hours, "Mo 08:00-12:00,13:00-16:30; We 10:00-12:00; PH off");
    const auto page = admin.get("/sundsvall/staff/settings");
    EXPECT_TRUE(page.says("value=\"08:00-12:00,13:00-16:30\"")) << page.html;
    save({});
    EXPECT_EQ(stored().phone_hours, "Mo 08:00-12:00,13:00-16:30; We 10:00-12:00; PH off") << "what stands there is kept";
}

TEST_F(SettingsPage, hours_that_the_form_cannot_show_are_kept) {
    auto settings = stored();
    settings.phone_hours = "Mo-Fr 08:00-12:00 \"by appointment\"";
    municipalities.save_settings(sundsvall, settings);
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings").says("Mo-Fr 08:00-12:00"));
    save({});
    EXPECT_EQ(stored().phone_hours, "Mo-Fr 08:00-12:00 \"by appointment\"");
}

TEST_F(SettingsPage, the_promise_is_a_whole_number_or_nothing) {
    EXPECT_TRUE(save({{"response_limit", "soon"}}).says("Write a whole number"));
    EXPECT_TRUE(save({{"response_limit", "0"}}).says("1 or more"));
    EXPECT_TRUE(save({{"response_limit", "366"}}).says("365 or less"));
    save({{"response_limit", "2"}, {"response_unit", "days"}});
    EXPECT_EQ(stored().response_limit, 2);
    EXPECT_EQ(stored().response_unit, PromiseUnit::days);
}

TEST_F(SettingsPage, languages_zone_and_desk_are_choices) {
    save({{"default_language", "en"}, {"zone", "Europe/Oslo"}, {"fallback_place", "kc"}});
    EXPECT_EQ(stored().languages.front(), "en");
    EXPECT_EQ(stored().zone, "Europe/Oslo");
    EXPECT_EQ(stored().fallback_place, "kc");
}

TEST_F(SettingsPage, changes_stand_in_the_trail_by_the_names_of_fields) {
    save({{"phone", "060-19 10 00"}});
    const auto entries =
        database->read([](db::Connection& connection) { return audit::entries(connection, sundsvall, 10); });
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries[0].entry.action, "settings changed");
    EXPECT_EQ(entries[0].entry.actor, "0192-account");
    EXPECT_EQ(entries[0].entry.detail, "phone");
}

TEST_F(SettingsPage, belongs_to_the_administrator_of_this_municipality) {
    EXPECT_EQ(signed_in("guide").get("/sundsvall/staff/settings").status, 404);
    EXPECT_EQ(admin.get("/harnosand/staff/settings").status, 404);
    EXPECT_EQ(admin.post_once("/sundsvall/staff/settings", {{"phone", "1"}}).status, 403)
        << "without the form's token";
    EXPECT_TRUE(visitor().get_once("/sundsvall/staff/settings").header("Location").starts_with("/login"));
}

TEST_F(SettingsPage, what_was_typed_stays_beside_hours_that_are_kept_where_something_is_wrong) {
    auto settings = stored();
    settings.phone_hours = "Mo-Fr 08:00-12:00; Dec 24 off";
    municipalities.save_settings(sundsvall, settings);
    const auto page = save({{"phone", "call us"}, {"response_limit", "3"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("value=\"call us\"") && page.says("value=\"3\""));
    EXPECT_TRUE(page.says("Mo-Fr 08:00-12:00; Dec 24 off"));
}

TEST_F(SettingsPage, only_a_desk_of_the_list_can_be_chosen) {
    const auto forms = testing::all_forms(admin.get("/sundsvall/staff/settings").html);
    const auto form = std::ranges::find_if(forms, [](const auto& one) { return one.choices.contains("fallback_place"); });
    ASSERT_NE(form, forms.end());
    auto values = form->filled({{"phone", "060-19 10 00"}});
    std::erase_if(values, [](const auto& value) { return value.first == "fallback_place"; });
    values.emplace_back("fallback_place", "elsewhere");
    EXPECT_EQ(admin.post_once(form->action, values).status, 422);
    EXPECT_EQ(stored().fallback_place, "");
}

TEST_F(SettingsPage, stand_in_a_table_as_declared_and_every_statement_runs) {
    register_::run_every_statement(municipalities.records(), municipalities.records().around(sundsvall));
}

TEST_F(SettingsPage, of_a_database_from_before_come_over_as_they_were) {
    testing::OldDatabase before("_municipality_register");
    constexpr const char* into =
        "INSERT INTO municipality_active (municipality_id, languages, zone, phone, phone_is_example, phone_hours, "
        "primary_colour, response_limit, response_unit, fallback_place, activated_at, accessibility_reviewed) ";
    for (const char* row :
         {"VALUES ('2281', 'sv,en,ar', 'Europe/Stockholm', '0980-319 20 05', 1, 'Mo-Fr 08:00-17:00; PH off', '#005b99', 2, "
          "'days', 'kc', '2026-01-01T00:00:00.000Z', '2026-03-04')",
          "VALUES ('4601', 'nb', 'Europe/Oslo', '', 0, '', '', NULL, 'working_days', '', '2026-01-01T00:00:00.000Z', '')"})
        before.run((std::string(into) + row).c_str());
    auto& opened = before.brought_over();
    kept::Versions known(opened);
    Municipalities moved(opened, known, clock);
    const auto here = moved.settings(sundsvall), there = moved.settings("4601");
    EXPECT_EQ(here.languages, (std::vector<std::string>{"sv", "en", "ar"}));
    EXPECT_TRUE(here.phone == "0980-319 20 05" && here.phone_is_example);
    EXPECT_EQ(here.phone_hours, "Mo-Fr 08:00-17:00; PH off");
    EXPECT_EQ(here.primary_colour, "#005b99");
    EXPECT_TRUE(here.response_limit == 2 && here.response_unit == PromiseUnit::days);
    EXPECT_EQ(here.fallback_place, "kc");
    EXPECT_EQ(here.accessibility_reviewed, base::parse_date("2026-03-04"));
    EXPECT_EQ(there.languages, std::vector<std::string>{"nb"});
    EXPECT_TRUE(there.zone == "Europe/Oslo" && there.phone.empty() && !there.response_limit && !there.phone_is_example);
    EXPECT_EQ(moved.active().size(), 2u);
    EXPECT_FALSE(moved.is_active(harnosand));
    EXPECT_TRUE(moved.save_settings(sundsvall, here));
    EXPECT_EQ(moved.records().find(sundsvall, sundsvall)->version, 1) << "nothing has changed by coming over";
}

TEST_F(SettingsPage, networks_are_shown) {
    municipalities.save_network({"teo", "TEO", {sundsvall}});
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings").says("TEO"));
    municipalities.save_network({"teo", "TEO", {harnosand}});
    EXPECT_TRUE(admin.get("/sundsvall/staff/settings").says("The municipality is in no network."));
}

}  // namespace
}  // namespace digilots::municipality
