#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"

namespace digilots::indicators {
namespace {

class ManageIndicatorsPageTest : public ::testing::Test, public PagesWorld {
protected:
    ManageIndicatorsPageTest() { sign_in("coordinator"); }

    std::string add_visits() {
        const auto page = client.get("/sundsvall/staff/indicators");
        const auto added = client.submit(page, {{"title", "Besök på DigidelCenter"}, {"unit", "number"}, {"direction", "high"}});
        EXPECT_TRUE(added.says("Nyckeltalet finns nu. Fyll i dess värden."));
        return added.url.substr(0, added.url.find('?'));
    }
};

TEST_F(ManageIndicatorsPageTest, OthersAreTurnedAway) {
    sign_in("guide");
    EXPECT_EQ(client.get("/sundsvall/staff/indicators").status, 404);
    EXPECT_EQ(client.get("/sundsvall/staff/indicators/N07900").status, 404);
}

TEST_F(ManageIndicatorsPageTest, ADecisionChangesTheColourHereAndNowhereElseAndIsRemembered) {
    const auto page = client.get("/sundsvall/staff/indicators/N07900");
    EXPECT_TRUE(page.says("Nu gäller: Högt är bra."));
    EXPECT_TRUE(page.says("Förslag som följer med Digilots"));
    const auto saved = client.submit(page, {{"direction", "neither"}, {"reason", "Vi mäter på annat sätt"}});
    EXPECT_TRUE(saved.says("Sparat."));
    EXPECT_TRUE(saved.says("Nu gäller: Varken högt eller lågt är bra."));
    EXPECT_TRUE(saved.says("Vi mäter på annat sätt"));
    EXPECT_TRUE(saved.says(">Du</td>"));
    const auto shown = client.get("/sundsvall/progress/indicators/N07900");
    EXPECT_TRUE(shown.says("<b>Grå</b> <span>varken högt eller lågt är bra</span>"));
    EXPECT_TRUE(shown.says("Beslutat av Sundsvall"));
    EXPECT_FALSE(client.get("/overkalix/progress/indicators/N07900").says("<span>varken högt"));
}

TEST_F(ManageIndicatorsPageTest, ADecisionNeedsAReason) {
    const auto page = client.get("/sundsvall/staff/indicators/N07900");
    const auto refused = client.submit(page, {{"direction", "low"}, {"reason", "  "}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Skriv varför, i en mening."));
    EXPECT_TRUE(client.get("/sundsvall/staff/indicators/N07900").says("Nu gäller: Högt är bra."));
}

TEST_F(ManageIndicatorsPageTest, AFormThatIsSentTwiceAddsOneOfEachContent) {
    const auto form = client.get("/sundsvall/staff/indicators");
    const testing::FormFields visits{{"title", "Besök"}, {"unit", "number"}, {"direction", "high"}};
    const testing::FormFields calls{{"title", "Samtal"}, {"unit", "number"}, {"direction", "high"}};
    const auto first = client.submit(form, visits), second = client.submit(form, calls);
    EXPECT_EQ(client.submit(form, visits).url, first.url);
    EXPECT_EQ(client.submit(form, calls).url, second.url);
    EXPECT_NE(second.url, first.url) << "changed after going back";
    EXPECT_EQ(indicators.local("2281").size(), 2u);
    const auto wrong = client.submit(form, {{"title", "\u200b"}});
    EXPECT_EQ(wrong.status, 422) << "nothing that anybody sees";
}

TEST_F(ManageIndicatorsPageTest, OwnFiguresAreTypedInAndShownWithoutInventedOnes) {
    const std::string url = add_visits();
    auto page = client.submit(client.get(url), {{"year", "2025"}, {"value", "1 234"}});
    EXPECT_TRUE(page.says("Värdet är sparat."));
    EXPECT_TRUE(page.says("1\u00a0234"));
    page = client.submit(client.get(url), {{"year", "2024"}, {"missing", "not_published"}});
    EXPECT_TRUE(page.says("Inte publicerat"));
    page = client.submit(client.get(url), {{"year", "2023"}, {"value", "0"}});
    EXPECT_TRUE(page.says("<td class=\"numeric\">0</td>"));
    EXPECT_TRUE(client.get("/sundsvall/staff/indicators").says("1\u00a0234"));
}

TEST_F(ManageIndicatorsPageTest, WhatWasChosenForAnOwnIndicatorStandsInItsHistoryAndItsDecimalsStay) {
    const std::string url = add_visits();
    const auto added = client.get(url);
    EXPECT_TRUE(added.says("Nu gäller: Högt är bra"));
    EXPECT_FALSE(added.says("Ingen har bestämt än"));
    EXPECT_TRUE(added.says("Valdes när nyckeltalet lades till."));
    const auto filled = client.submit(added, {{"year", "2025"}, {"value", "1 234,5"}});
    EXPECT_TRUE(filled.says("1\u00a0234,5"));
    EXPECT_TRUE(client.get("/sundsvall/staff/indicators").says("1\u00a0234,5"));
}

TEST_F(ManageIndicatorsPageTest, WrongFiguresAreRefusedWithWhatToDo) {
    const std::string url = add_visits();
    const auto no_number = client.submit(client.get(url), {{"year", "2025"}, {"value", "många"}});
    EXPECT_EQ(no_number.status, 422);
    EXPECT_TRUE(no_number.says("Skriv ett tal"));
    EXPECT_TRUE(no_number.says("value=\"2025\"")) << "what was typed stays";
    const auto no_year = client.submit(client.get(url), {{"year", "2099"}, {"value", "1"}});
    EXPECT_TRUE(no_year.says("Skriv ett årtal mellan 1970 och 2026."));
}

TEST_F(ManageIndicatorsPageTest, AnOwnIndicatorNeedsAName) {
    const auto refused = client.submit(client.get("/sundsvall/staff/indicators"),
                                       {{"title", ""}, {"unit", "number"}, {"direction", "high"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Skriv vad som mäts"));
}

TEST_F(ManageIndicatorsPageTest, FiguresOfOtherMunicipalitiesCannotBeTypedIn) {
    EXPECT_EQ(client.post_once("/sundsvall/staff/indicators/N07900/figures", {{"year", "2022"}, {"value", "1"}}).status, 403)
        << "no page offers it";
    EXPECT_FALSE(client.get("/sundsvall/staff/indicators/N07900").says("Fyll i ett värde"));
}

TEST_F(ManageIndicatorsPageTest, UpdatesAreForAdministrators) {
    EXPECT_EQ(client.get("/sundsvall/staff/indicator-updates").status, 404);
    sign_in("administrator");
    const auto page = client.get("/sundsvall/staff/indicator-updates");
    EXPECT_EQ(page.heading(), "Hämtade siffror");
    EXPECT_EQ(client.get("/sundsvall/staff/indicator-updates/none").status, 404);
    EXPECT_TRUE(client.get("/sundsvall/staff/indicators").says("/sundsvall/staff/indicator-updates"));
}

}  // namespace
}  // namespace digilots::indicators
