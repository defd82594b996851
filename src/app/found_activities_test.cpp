// The one search finds what is arranged, and says the next date and free seats as they are now; what stood in the directory
// keeps its id, and its old address leads on.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/town_for_tests.h"
#include "platform/base/time.h"

namespace digilots::app {

namespace {

struct FoundActivities : ::testing::Test, TownForTests {
    FoundActivities() { visitor.accept_language = "en"; }

    /// In a week at 14, for two; its first session.
    std::string arrange(const std::string& title, bool is_discreet = false) {
        const auto around = application.activities.activities().around("2281");
        const auto begins = calendar::wall_time(base::add_days(around.today, 7), 14 * 60);
        register_::Draft draft{{"title", {title}}, {"kind", {"digital_cafe"}}, {"needs_sign_up", {"1"}},
                               {"is_published", {"1"}}, {"place", {"sundsvall-kulturmagasinet"}}};
        if (is_discreet) draft["discreet"] = {"1"};
        const auto id = application.activities.add(
            around, draft, {{.starts = begins, .ends = begins + std::chrono::hours(1), .capacity = 2}}, "a", "");
        EXPECT_TRUE(id);
        const auto programme = application.activities.programme("2281");
        return programme->with_id(id ? id->record.id : "")->sessions.front().id;
    }
    base::Json hit(const std::string& text, const std::string& municipality = "sundsvall") {
        const auto found = json("/api/v1/" + municipality + "/search?q=" + text);
        for (const auto& one : found["results"].items())
            if (one["kind"].text() == "activity") return one;
        return {};
    }
};

TEST_F(FoundActivities, WithTheNextDateAndFreeSeatsAsTheyAreNow) {
    const auto session = arrange("Surfkafé");
    const auto found = hit("surfkaf%C3%A9");
    EXPECT_EQ(found["title"].text(), "Surfkafé");
    EXPECT_EQ(found["next_starts"].text(), "2026-11-30T13:00:00.000Z");
    EXPECT_EQ(found["free_seats"].as_integer(), 2);
    const auto page = "/sundsvall/search?q=surfkaf%C3%A9";
    EXPECT_TRUE(visitor.get(page).says("2 seats left"));
    const auto tenant = *application.municipalities.find_tenant("sundsvall");
    ASSERT_TRUE(application.activities.sign_up(tenant, session, {.persons = 2}, i18n::translator("en")));
    EXPECT_TRUE(visitor.get(page).says("Full: you can wait for a seat")) << "no old page is kept";
    EXPECT_EQ(hit("surfkaf%C3%A9")["free_seats"].as_integer(), 0);
    clock.advance(std::chrono::hours(24 * 8));
    EXPECT_FALSE(visitor.get(page).says("Next:")) << "it is over";
}

TEST_F(FoundActivities, WhoWantsACourseFindsWhatIsArrangedBeforeThePlaces) {
    arrange("Mobilen från början");
    for (const char* asked : {"kurs", "jag%20vill%20g%C3%A5%20en%20kurs%20i%20mobil"}) {
        const auto found = json(std::string("/api/v1/sundsvall/search?q=") + asked);
        const auto& hits = found["results"].items();
        const auto kind = [&](const char* wanted) {
            return std::ranges::find_if(hits, [&](const base::Json& hit) { return hit["kind"].text() == wanted; });
        };
        EXPECT_NE(kind("activity"), hits.end()) << asked;
        EXPECT_LT(kind("activity"), kind("place")) << asked;
    }
}

TEST_F(FoundActivities, WhatIsDiscreetIsFoundByNobody) {
    arrange("Surfkafé", true);
    EXPECT_EQ(hit("surfkaf%C3%A9")["title"].text(), "");
    EXPECT_FALSE(visitor.get("/sundsvall/places/kulturmagasinet").says("Surfkafé"));
}

TEST_F(FoundActivities, WhatTheDirectoryHadKeepsItsIdAndItsAddressLeadsOn) {
    const auto salon = hit("digital%20salong", "kramfors");
    EXPECT_EQ(salon["id"].text(), "kramfors-digital-salong");
    EXPECT_EQ(salon["url"].text(), "/kramfors/activities/digital-salong");
    EXPECT_TRUE(salon["next_starts"].is_null()) << "no dates are made up";
    EXPECT_EQ(visitor.get_once("/kramfors/services/digital-salong").status, 308);
    const auto moved = visitor.get("/kramfors/services/digital-salong");
    EXPECT_EQ(moved.status, 200);
    EXPECT_EQ(moved.url, "/kramfors/activities/digital-salong");
    EXPECT_TRUE(moved.says("cirka 4 per termin, cirka 8 per år"));
    EXPECT_TRUE(moved.says("Byaföreningen i Marieberg"));
    const auto tenant = *application.municipalities.find_tenant("kramfors");
    EXPECT_TRUE(application.referral.find(tenant, "activity:kramfors-digital-salong", i18n::translator("sv")));
    EXPECT_TRUE(visitor.get("/kramfors/places").says("Digital Salong"));
    EXPECT_TRUE(visitor.get("/kramfors/activities").says("cirka 4 per termin"));
    EXPECT_EQ(hit("f%C3%B6rel%C3%A4sningar", "timra")["why"].text().substr(0, 7), "Planned") << "planned, and said to be";
}

TEST_F(FoundActivities, PlacesStillListThemAsActivities) {
    const auto place = json("/api/v1/sundsvall/places/kulturmagasinet");
    const auto is_course = [](const base::Json& service) {
        return service["id"].text() == "sundsvall-kurser" && service["kind"].text() == "activity";
    };
    EXPECT_TRUE(std::ranges::any_of(place["services"].items(), is_course));
    EXPECT_TRUE(visitor.get("/sundsvall/places/kulturmagasinet").says("Korta kurser"));
    staff.accept_language = "en";
    EXPECT_TRUE(staff.get("/sundsvall/staff/slips/activity/sundsvall-kurser").says("Korta kurser"));
    EXPECT_TRUE(staff.get("/sundsvall/staff/?q=korta%20kurser").says("activity:sundsvall-kurser"));
}

}  // namespace

}  // namespace digilots::app
