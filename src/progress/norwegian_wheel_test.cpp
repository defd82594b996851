// The wheels of Norway's municipalities with the demo's figures, which are made up and say so wherever they are shown.
#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "progress/progress_world.h"

namespace digilots::progress {

namespace {

ProgressWorld& norwegian_world() {
    static ProgressWorld& world = [] -> ProgressWorld& {
        static ProgressWorld made(Figures::none);
        indicators::load_made_up_figures(*made.database, made.clock);
        return made;
    }();
    return world;
}

TEST(NorwegianWheel, IsThereForLargeAndSmallWithNobodyHavingChosenAnything) {
    for (const char* slug : {"oslo", "utsira", "bergen", "fedje"}) {
        const auto page = norwegian_world().visitor("nb").get("/wheels/" + std::string(slug));
        ASSERT_EQ(page.status, 200) << slug;
        std::size_t targets = 0;
        for (const auto& link : page.all("a"))
            targets += link.attribute("class").find("wheel-target") != std::string_view::npos ? 1 : 0;
        EXPECT_EQ(targets, 14U) << slug;
        EXPECT_TRUE(page.says("oppdiktede testtall")) << slug;
        EXPECT_TRUE(page.says("Tallene her er oppdiktet")) << slug;
        EXPECT_FALSE(page.says("Kilde: Kolada")) << slug;
    }
}

TEST(NorwegianWheel, IsNotComparedWithASwedishMunicipality) {
    const auto page = norwegian_world().visitor("nb").get("/wheels/oslo?compare=Kalix");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Kalix ligger i Sverige. Norske indikatorer finnes ikke der"));
}

TEST(NorwegianWheel, SaysOnItsTargetsAndFilesThatTheFiguresAreMadeUp) {
    auto client = norwegian_world().visitor("nb");
    const auto target = client.get("/wheels/oslo/targets/3.8");
    ASSERT_EQ(target.status, 200);
    EXPECT_TRUE(target.says("Tallene her er oppdiktet"));
    EXPECT_NE(client.get("/wheels/oslo/wheel.svg").html.find("Testtall"), std::string::npos);
    for (const char* file : {"wheel.csv", "wheel.csv?compare=Bergen", "wheel/years.csv", "targets/3.8/figures.csv"}) {
        const auto csv = client.get("/wheels/oslo/" + std::string(file));
        EXPECT_EQ(csv.status, 200) << file;
        EXPECT_NE(csv.html.find("made-up-test-figures"), std::string::npos) << file;
        for (const char* unmarked : {",kostra\r", ",kostra\n"}) EXPECT_EQ(csv.html.find(unmarked), std::string::npos) << file;
    }
    const auto api = client.get("/api/v1/wheels/oslo");
    ASSERT_EQ(api.status, 200);
    EXPECT_NE(api.html.find("\"made_up\":true"), std::string::npos);
}

TEST(NorwegianWheel, ASwedishWheelSaysNothingOfTestFigures) {
    auto client = read_world().visitor("nb");
    const auto page = client.get("/wheels/ydre");
    ASSERT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("oppdikte"));
    EXPECT_EQ(client.get("/api/v1/wheels/ydre").html.find("made_up"), std::string::npos);
}

}  // namespace
}  // namespace digilots::progress
