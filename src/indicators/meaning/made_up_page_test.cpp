// Made-up figures on the pages of one indicator: in the country, and for Vadsø, which is here.
#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"

namespace digilots::indicators {
namespace {

TEST(MadeUpFigures, AreMarkedOnEveryPageOfTheirIndicator) {
    PagesWorld world;
    ASSERT_TRUE(load_made_up_figures(*world.database, world.clock));
    const std::string path = "/indicators/kostra:13502:KOSandel150000";
    for (const auto& address : {path, "/vadso/progress" + path}) {
        const auto page = world.client.get(address);
        ASSERT_EQ(page.status, 200) << address;
        EXPECT_NE(page.html.find("oppdikte") == std::string::npos, page.html.find("påhittade") == std::string::npos)
            << address << ": in one of the two languages";
        EXPECT_EQ(page.html.find("statbank/table/13502\">Kilde"), std::string::npos) << address;
        EXPECT_EQ(page.html.find("statbank/table/13502\">Källa"), std::string::npos) << "the source has other figures";
    }
    EXPECT_TRUE(world.client.get(path + "/figures.csv").says("made-up-test-figures"));
    EXPECT_FALSE(world.client.get("/indicators/N00209").says("påhittade"));
}

}  // namespace
}  // namespace digilots::indicators
