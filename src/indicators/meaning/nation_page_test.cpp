#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"

namespace digilots::indicators {
namespace {

class NationPageTest : public ::testing::Test, public PagesWorld {
protected:
    static std::size_t times(const std::string& text, std::string_view part) {
        std::size_t found = 0;
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
        return found;
    }
};

TEST_F(NationPageTest, ShowsEveryMunicipalityWithPlaceAndColourAndWhereTheFiguresComeFrom) {
    const auto page = client.get("/indicators/N07900");
    EXPECT_TRUE(page.heading().starts_with("Tillgång till fast bredband"));
    EXPECT_TRUE(page.says("Alla kommuner, 2022"));
    EXPECT_TRUE(page.says("290 kommuner har ett värde."));
    EXPECT_TRUE(page.says("Högt är bra"));
    EXPECT_TRUE(page.says("Källa: Kolada"));
    EXPECT_TRUE(page.says("Definitionen kommer med den första hämtningen från Kolada")) << "none is shipped";
    EXPECT_TRUE(page.says("Egna beräkningar: plats, gränser, färger"));
    EXPECT_TRUE(page.says("href=\"https://www.kolada.se/verktyg/fri-sokning/\""));
    EXPECT_TRUE(page.says("href=\"https://api.kolada.se/v3/kpi/N07900\""));
    EXPECT_TRUE(page.says("bland den bästa fjärdedelen: 7"));
    EXPECT_GE(times(page.html, "<th scope=\"row\">"), 290u);
    EXPECT_TRUE(page.says("/sundsvall/progress/indicators/N07900")) << "those here have a page of their own";
    EXPECT_FALSE(page.says("/stockholm/progress/indicators/N07900"));
}

TEST_F(NationPageTest, NamesTheEndsBesideTheMapWhereTheyAreFew) {
    const auto broadband = client.get("/indicators/N07900?year=2022");
    EXPECT_TRUE(broadband.says("De fem bästa"));
    EXPECT_TRUE(broadband.says("De fem sämsta"));
    EXPECT_FALSE(client.get("/indicators/U21347").says("De fem ")) << "a scale of 0 to 2: far more than five are equal";
}

TEST_F(NationPageTest, TheTableSortsByLinksAlone) {
    const auto by_name = client.get("/indicators/N07900?sort=name");
    EXPECT_LT(by_name.html.rfind(">Ale<"), by_name.html.rfind(">Överkalix<"));
    EXPECT_LT(by_name.html.rfind(">Ystad<"), by_name.html.rfind(">Åmål<")) << "Å stands behind Z";
    EXPECT_TRUE(by_name.says("aria-sort=\"ascending\""));
    EXPECT_TRUE(by_name.says("sort=-name#all"));
    const auto backwards = client.get("/indicators/N07900?sort=-name");
    EXPECT_TRUE(backwards.says("aria-sort=\"descending\""));
}

TEST_F(NationPageTest, MissingOnesAreListedWithTheirReasonAndNotRanked) {
    const auto page = client.get("/indicators/N00209?year=2022");
    EXPECT_TRUE(page.says("289 kommuner har ett värde."));
    EXPECT_TRUE(page.says("Kommuner utan värde"));
    EXPECT_TRUE(page.says("Inte inrapporterat"));
}

TEST_F(NationPageTest, EachKindOfCautionHasItsOwnWords) {
    EXPECT_TRUE(client.get("/indicators/U21347").says("samma värde att det inte går att dela in dem i fjärdedelar"));
    EXPECT_TRUE(client.get("/indicators/N00927").says("varken ett högt eller ett lågt värde bra i sig"));
    EXPECT_TRUE(client.get("/indicators/N07900?group=network:small").says("för få för att sätta färger"));
    EXPECT_TRUE(client.get("/indicators/N00914").says("Källan uppdaterar inte längre det här nyckeltalet"));
    EXPECT_TRUE(client.get("/indicators/N07900?year=1950").says("Det finns inga värden för det du valde"));
}

TEST_F(NationPageTest, NoColourIsDrawnAsYellowWhereNeitherEndIsGood) {
    const auto page = client.get("/indicators/N00927");
    EXPECT_EQ(times(page.html, "href=\"#map-1\""), 0u);
    EXPECT_GE(times(page.html, "href=\"#map-3\""), 290u);
    EXPECT_TRUE(page.says("ingen färg: 290 kommuner"));
}

TEST_F(NationPageTest, APageOfAllMunicipalitiesStaysLight) {
    EXPECT_LT(client.get("/indicators/N00927").html.size(), 150'000u);
}

TEST_F(NationPageTest, YearAndGenderAreChosenInAForm) {
    const auto page = client.get("/indicators/N00209");
    const auto women = client.submit(page, {{"year", "2018"}, {"gender", "K"}});
    EXPECT_TRUE(women.says("Alla kommuner, 2018"));
    EXPECT_TRUE(women.says("figures.csv?year=2018&amp;gender=K"));
}

TEST_F(NationPageTest, CsvHasOneLineAMunicipality) {
    const auto csv = client.send(http::Method::get, "/indicators/N00209/figures.csv?year=2022");
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(times(csv.html, "\r\n"), 291u);
    EXPECT_TRUE(csv.says(";not_reported;"));
    EXPECT_TRUE(csv.says("N00209;"));
}

TEST_F(NationPageTest, UnknownIndicatorIsNotThere) {
    EXPECT_EQ(client.get("/indicators/N99999").status, 404);
    EXPECT_EQ(client.send(http::Method::get, "/indicators/N99999/figures.csv").status, 404);
}

}  // namespace
}  // namespace digilots::indicators
