#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"

namespace digilots::indicators {
namespace {

class StandingPageTest : public ::testing::Test, public PagesWorld {};

TEST_F(StandingPageTest, ShowsTheFigureItsPlaceItsLimitsAndItsAge) {
    const auto page = client.get("/overkalix/progress/indicators/N07900");
    EXPECT_TRUE(page.says("Överkalix, 2022"));
    EXPECT_TRUE(page.says("av 290</b>"));
    EXPECT_TRUE(page.says("Gräns för grönt: "));
    EXPECT_TRUE(page.says("Gräns för rött: "));
    EXPECT_TRUE(page.says("Siffran är 4 år gammal."));
    EXPECT_TRUE(page.says(" sedan 2021, till det bättre.")) << "what changed since the year before";
    EXPECT_TRUE(page.says("Så sätts färgen"));
    EXPECT_TRUE(page.says("Källa: Kolada"));
    EXPECT_TRUE(page.says("Egna beräkningar"));
    EXPECT_TRUE(page.says("dot-marked")) << "marked in the spread";
}

TEST_F(StandingPageTest, LeadsToWhereTheDirectionIsDecidedOnlyWhoDecidesItThere) {
    const std::string link = "/staff/indicators/N07900";
    EXPECT_FALSE(client.get("/sundsvall/progress/indicators/N07900").says(link));
    sign_in("coordinator");
    EXPECT_TRUE(client.get("/sundsvall/progress/indicators/N07900").says(link));
    EXPECT_FALSE(client.get("/overkalix/progress/indicators/N07900").says(link)) << "it would lead to 404";
}

TEST_F(StandingPageTest, EveryYearHasItsColourInWords) {
    const auto page = client.get("/sundsvall/progress/indicators/N07900");
    for (const char* year : {"2013", "2018", "2022"}) {
        EXPECT_TRUE(page.says("<th scope=\"row\">" + std::string(year) + "</th>")) << year;
    }
    EXPECT_TRUE(page.says("<b>Grön</b>") || page.says("<b>Gul</b>") || page.says("<b>Röd</b>"));
}

TEST_F(StandingPageTest, WomenAndMenStandBesideEachOtherWithTheGap) {
    const auto page = client.get("/sundsvall/progress/indicators/N00209?year=2022");
    EXPECT_TRUE(page.says("Kvinnor och män, 2022"));
    EXPECT_TRUE(page.says("Värdet för män är "));
    EXPECT_TRUE(page.says("procentenheter högre än för kvinnor."));
}

TEST_F(StandingPageTest, ComparesWithAnotherMunicipalityAndAnotherGroup) {
    const auto page = client.get("/sundsvall/progress/indicators/N07900?with=2513&group=county&year=2022");
    EXPECT_TRUE(page.says("Sundsvall och Överkalix, 2022"));
    EXPECT_TRUE(page.says("Kommuner i Västernorrlands län"));
    EXPECT_TRUE(page.says("för få kommuner att jämföra med")) << "seven are too few for a colour";
    const auto chosen = client.submit(client.get("/sundsvall/progress/indicators/N07900"), {{"with", "2513"}});
    EXPECT_TRUE(chosen.says("Sida vid sida"));
}

TEST_F(StandingPageTest, AMissingFigureIsGreyWithItsReason) {
    const auto page = client.get("/overkalix/progress/indicators/N00563?year=2021");
    EXPECT_TRUE(page.says("standing-unknown"));
    EXPECT_TRUE(page.says("Inte inrapporterat"));
    EXPECT_TRUE(page.says("<b>Grå</b> <span>värde saknas</span>"));
    EXPECT_FALSE(page.says("Plats 0"));
}

TEST_F(StandingPageTest, ANorwegianMunicipalityHasNoFigureFromKolada) {
    const auto page = client.get("/vadso/progress/indicators/N07900");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("href=\"#mark-unknown\""));
}

TEST_F(StandingPageTest, CsvHasOneLineAYear) {
    const auto csv = client.send(http::Method::get, "/sundsvall/progress/indicators/N07900/figures.csv?with=2513");
    EXPECT_EQ(csv.status, 200);
    EXPECT_TRUE(csv.says(";2281;Sundsvall;2013;"));
    EXPECT_TRUE(csv.says(";2513;Överkalix;2022;"));
}

TEST_F(StandingPageTest, StaffWhoMayDecideFindTheWay) {
    EXPECT_FALSE(client.get("/sundsvall/progress/indicators/N07900").says("/sundsvall/staff/indicators/N07900"));
    sign_in("coordinator");
    EXPECT_TRUE(client.get("/sundsvall/progress/indicators/N07900").says("/sundsvall/staff/indicators/N07900"));
}

}  // namespace
}  // namespace digilots::indicators
