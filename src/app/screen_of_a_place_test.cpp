// The screen of a place: who is called stands beside what is on.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct ScreenOfAPlace : ::testing::Test, TownForTests {
    ScreenOfAPlace() { visitor.accept_language = "en"; }
};

TEST_F(ScreenOfAPlace, SaysWhoIsCalledAndHowManyWait) {
    const auto& place = application.directory.snapshot("2281")->places.front();
    const auto url = "/sundsvall/places/" + place.slug + "/screen";
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    EXPECT_FALSE(visitor.get(url).says("Queue")) << "nobody took a number today";
    for (int number = 1; number <= 3; ++number) EXPECT_EQ(application.bookings.take_number(tenant, place.id, ""), number);
    EXPECT_TRUE(visitor.get(url).says("3 numbers wait."));
    EXPECT_EQ(application.bookings.call_next(tenant, place.id), 1);
    EXPECT_EQ(application.bookings.call_next(tenant, place.id), 2);
    const auto page = visitor.get(url);
    EXPECT_TRUE(page.says("Called now: 2 · 1") && page.says("1 number waits.")) << page.html;
    EXPECT_EQ(page.header("Refresh"), "60");
    EXPECT_EQ(visitor.get(url + "?still=1").header("Refresh"), "");
}

}  // namespace
}  // namespace digilots::app
