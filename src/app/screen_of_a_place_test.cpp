// The screen of a place: who is called stands beside what is on. And its page: when each activity is there next.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct ScreenOfAPlace : ::testing::Test, TownForTests {
    ScreenOfAPlace() { visitor.accept_language = "en"; }
};

TEST_F(ScreenOfAPlace, SaysWhoIsCalledAndHowManyWait) {
    const auto directory = application.directory.snapshot("2281");
    const auto& place = directory->places.front();
    const auto url = "/sundsvall/places/" + place.slug + "/screen";
    const auto tenant = application.municipalities.find_tenant("sundsvall").value();
    EXPECT_FALSE(visitor.get(url).says("Queue")) << "nobody took a number today";
    for (int number = 1; number <= 3; ++number) EXPECT_EQ(application.bookings.take_number(tenant, place.id, ""), number);
    EXPECT_TRUE(visitor.get(url).says("3 numbers wait."));
    EXPECT_EQ(application.bookings.call_next(tenant, place.id, ""), 1);
    EXPECT_EQ(application.bookings.call_next(tenant, place.id, ""), 2);
    const auto page = visitor.get(url);
    EXPECT_TRUE(page.says("Called now: 2") && page.says("Before it: 1") && page.says("1 number waits.")) << page.html;
    EXPECT_EQ(page.header("Refresh"), "60");
    EXPECT_FALSE(page.html.contains("id=\"main-menu\"")) << "nobody is there to press a menu";
    EXPECT_EQ(visitor.get(url + "?still=1").header("Refresh"), "");
}

TEST_F(ScreenOfAPlace, ItsPageSaysWhenEachActivityIsThereNext) {
    const auto directory = application.directory.snapshot("2281");
    const auto& place = directory->places.front();
    const auto url = "/sundsvall/places/" + place.slug;
    auto& activities = application.activities;
    const auto around = activities.activities().around("2281");
    const register_::Draft draft{{"title", {"Help with the phone"}}, {"kind", {"digital_cafe"}}, {"is_published", {"1"}}};
    const auto begins = calendar::wall_time(base::add_days(around.today, 7), 14 * 60);
    std::vector<activities::NewSession> sessions;
    for (const int week : {1, 0})
        sessions.push_back({.starts = begins + std::chrono::days(7 * week),
                            .ends = begins + std::chrono::days(7 * week) + std::chrono::hours(1),
                            .place = place.id});
    ASSERT_TRUE(activities.add(around, draft, sessions, "a", ""));
    const auto& words = i18n::translator("en");
    const auto day = words.date(base::add_days(around.today, 7)), later = words.date(base::add_days(around.today, 14));
    const auto page = visitor.get(url);
    EXPECT_TRUE(page.says("Help with the phone") && page.says("Next: ") && page.says(day)) << page.html;
    EXPECT_FALSE(page.says(later)) << "the next alone";
    const auto programme = activities.programme("2281");
    const auto* activity = programme->with_slug(programme->activities.front().slug);
    const auto* next = &activity->sessions.front();
    EXPECT_EQ(activities.cancel_session(around, next->id, "No water", "a", base::Seen::anything()), activities::Arranged::done);
    EXPECT_TRUE(visitor.get(url).says(later)) << "what is cancelled is not next";
}

}  // namespace
}  // namespace digilots::app
