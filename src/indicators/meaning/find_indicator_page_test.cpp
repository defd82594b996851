#include <gtest/gtest.h>

#include "indicators/meaning/pages_world.h"

namespace digilots::indicators {
namespace {

class FindIndicatorPageTest : public ::testing::Test, public PagesWorld {};

TEST_F(FindIndicatorPageTest, ListsWhatComesWithTheProgramByArea) {
    const auto page = client.get("/indicators");
    EXPECT_EQ(page.heading(), "Nyckeltal");
    EXPECT_TRUE(page.says("193 nyckeltal"));
    EXPECT_TRUE(page.says("/indicators/N07900"));
    EXPECT_TRUE(page.says("uppdateras inte längre")) << "retired ones say so";
}

TEST_F(FindIndicatorPageTest, GroupAndAreaStandInTheAddress) {
    const auto page = client.get("/indicators?group=digitalisation&area="
                                 "Infrastruktur%2C%20milj%C3%B6-%20och%20h%C3%A4lsoskydd%20mm");
    EXPECT_TRUE(page.says("4 nyckeltal"));
    EXPECT_TRUE(page.says("/indicators/N07900"));
    EXPECT_FALSE(page.says("/indicators/N31816"));
}

TEST_F(FindIndicatorPageTest, SearchFindsPartsOfWordsAndKeepsTheFilter) {
    const auto page = client.get("/indicators?q=bredband");
    EXPECT_TRUE(page.says("/indicators/N07900"));
    EXPECT_FALSE(page.says("/indicators/N31816"));
    const auto filtered = client.submit(page, {{"group", "agenda2030"}});
    EXPECT_TRUE(filtered.says("/indicators/N07900"));
    EXPECT_EQ(filtered.url.find("q=bredband") != std::string::npos, true);
}

TEST_F(FindIndicatorPageTest, NothingFoundSaysWhatToDo) {
    EXPECT_TRUE(client.get("/indicators?q=qqqqzzzz").says("Prova ett annat ord"));
}

}  // namespace
}  // namespace digilots::indicators
