// Each municipality answers for its own accessibility: its name, its number, its authority, its review.
#include <gtest/gtest.h>

#include "municipality/municipality_for_tests.h"

namespace digilots::municipality {
namespace {

class AccessibilityStatement : public ::testing::Test, protected MunicipalityWorld {
protected:
    testing::PageClient admin = signed_in("administrator");
    testing::Page save(const std::string& reviewed) {
        return admin.submit(admin.get("/sundsvall/staff/settings"),
                            {{"phone", "060-19 10 00"}, {"accessibility_reviewed", reviewed}});
    }
};

TEST_F(AccessibilityStatement, NamesTheMunicipalityItsNumberAndTheAuthorityOfItsCountry) {
    save("");
    municipalities.activate("4601", default_settings(*Municipalities::find("4601")));
    auto person = visitor();
    const auto swedish = person.get("/sv/sundsvall/accessibility");
    EXPECT_EQ(swedish.heading(), "Tillgänglighetsredogörelse");
    EXPECT_TRUE(swedish.says("Kommunen som ansvarar för de här sidorna är Sundsvall."));
    EXPECT_TRUE(swedish.says("060-19 10 00") && swedish.says("Myndigheten för digital förvaltning (Digg)"));
    EXPECT_FALSE(swedish.says("uutilsynet") || swedish.says("Bergen"));
    const auto norwegian = person.get("/nb/bergen/accessibility");
    EXPECT_EQ(norwegian.heading(), "Tilgjengelighetserklæring");
    EXPECT_TRUE(norwegian.says("er Bergen.") && norwegian.says("Tilsynet for universell utforming av ikt"));
    EXPECT_FALSE(norwegian.says("Digg)") || norwegian.says("060-19"));
}

TEST_F(AccessibilityStatement, SaysWhenTheMunicipalityLastWentThroughItOrThatItHasNot) {
    auto person = visitor();
    EXPECT_TRUE(person.get("/sv/sundsvall/accessibility").says("Kommunen har inte gått igenom den här redogörelsen ännu."));
    EXPECT_TRUE(save("2026-11-20").says("The settings are saved."));
    const auto reviewed = person.get("/sv/sundsvall/accessibility");
    EXPECT_TRUE(reviewed.says("Kommunen gick senast igenom den här redogörelsen den 20 november 2026."));
    EXPECT_FALSE(reviewed.says("inte gått igenom"));
    EXPECT_TRUE(person.get("/sv/harnosand/accessibility").says("har inte gått igenom")) << "each for itself";
    EXPECT_TRUE(save("").says("The settings are saved."));
    EXPECT_TRUE(person.get("/sv/sundsvall/accessibility").says("har inte gått igenom"));
}

TEST_F(AccessibilityStatement, NobodyHasGoneThroughItTomorrow) {
    for (const auto* wrong : {"2026-11-24", "i går", "2026-02-30"}) {
        const auto page = save(wrong);
        EXPECT_EQ(page.status, 422) << wrong;
        const bool is_day = std::string_view(wrong) == "2026-11-24";
        EXPECT_TRUE(page.says(is_day ? "Write the date of today or of an earlier day." : "Write a date, such as 2026-11-26."))
            << wrong;
    }
    EXPECT_TRUE(save("2026-11-23").says("The settings are saved.")) << "today";
}

TEST_F(AccessibilityStatement, IsWhereTheFooterLeads) {
    EXPECT_EQ(visitor().get("/sundsvall/accessibility").link("Accessibility"), "/sundsvall/accessibility");
    EXPECT_EQ(visitor().get("/").link("Accessibility"), "/accessibility");
    EXPECT_EQ(visitor().get("/accessibility").link("Accessibility statement of Härnösand"), "/harnosand/accessibility");
}

}  // namespace
}  // namespace digilots::municipality
