// What stands at a place stands as the place does: it has ended with it, and nothing invites to what is not open.
#include <gtest/gtest.h>

#include "directory/directory_world.h"
#include "platform/base/json.h"
#include "platform/testing/database.h"
#include "platform/testing/page_client.h"

namespace digilots::directory {
namespace {

class EndedPlaces : public ::testing::Test, public DirectoryWorld {
protected:
    EndedPlaces() { client.accept_language = "sv"; }

    void set(const std::string& place, const std::string& status) {
        client.cookies()["session"] = "editor:2281";
        const auto form = client.get("/sundsvall/staff/directory/places/" + place);
        ASSERT_TRUE(client.submit(form, {{"status", status}, {"drop_in", "yes"}}).says("Sparat")) << place;
    }

    base::Json json(const std::string& url) {
        return base::parse_json(client.send(http::Method::get, url).html).value_or(base::Json());
    }

    digilots::testing::PageClient client{server};
};

TEST_F(EndedPlaces, TheRegisterSaysOfAServiceThatItsPlaceIsNotOpen) {
    EXPECT_FALSE(client.get("/sundsvall/staff/directory").says("Platsen är stängd"));
    set("sundsvall-mobidig", "closed");
    EXPECT_TRUE(client.get("/sundsvall/staff/directory").says("Platsen är stängd ·"));
    set("sundsvall-mobidig", "paused");
    EXPECT_TRUE(client.get("/sundsvall/staff/directory").says("Platsen är stängd tills vidare"));
    set("sundsvall-mobidig", "planned");
    EXPECT_TRUE(client.get("/sundsvall/staff/directory").says("Platsen har inte öppnat än"));
}

TEST_F(EndedPlaces, TheApiSaysHowAServiceStandsWithItsPlace) {
    const auto open = json("/api/v1/sundsvall/places/mobidig");
    ASSERT_FALSE(open["services"].items().empty());
    EXPECT_EQ(open["services"].items().front()["status"].text(), "open");
    set("sundsvall-mobidig", "paused");
    const auto paused = json("/api/v1/sundsvall/places/mobidig");
    EXPECT_FALSE(paused["services"].items().empty());
    for (const auto& service : paused["services"].items()) {
        EXPECT_EQ(service["status"].text(), "paused");
    }
    set("sundsvall-mobidig", "closed");
    const auto closed = json("/api/v1/sundsvall/places/mobidig");
    EXPECT_EQ(closed["status"].text(), "closed");
    EXPECT_TRUE(closed["services"].items().empty());
}

TEST_F(EndedPlaces, NothingInvitesToAPlaceThatIsNotOpen) {
    const std::string page = "/sundsvall/places/kulturmagasinet";
    set("sundsvall-kulturmagasinet", "open");
    EXPECT_TRUE(client.get(page).says("Kom utan att boka"));
    EXPECT_TRUE(client.get(page).says("Varje vardag") || client.get(page).says("13.00–15.00"));
    for (const auto* status : {"paused", "planned", "closed"}) {
        set("sundsvall-kulturmagasinet", status);
        const auto shown = client.get(page);
        EXPECT_EQ(shown.status, 200);
        for (const auto* invitation : {"Kom utan att boka", "Varje vardag", "kan bokas", "Gratis wifi", "Du kan skriva ut",
                                       "13.00–15.00", "Bra att veta innan du kommer"}) {
            EXPECT_FALSE(shown.says(invitation)) << status << ": " << invitation;
        }
    }
}

TEST_F(EndedPlaces, AnEveningWithoutDaysIsAMaybeUntilItsClosingTime) {
    const std::string evening = "?open=evening";
    clock.set(digilots::testing::at("2026-11-23T16:35:00Z"));
    const auto before = client.get("/harnosand/places" + evening);
    EXPECT_TRUE(before.says("/harnosand/places/digidelcenter"));
    EXPECT_TRUE(before.says("Kanske öppet i kväll"));
    EXPECT_FALSE(client.get("/harnosand/places").says("Kanske öppet i kväll"));
    clock.set(digilots::testing::at("2026-11-23T20:35:00Z"));
    EXPECT_FALSE(client.get("/harnosand/places" + evening).says("/harnosand/places/digidelcenter"));
    EXPECT_EQ(json("/api/v1/harnosand/places" + evening)["places"].items().size(), 0U);
}

TEST_F(EndedPlaces, TheApiDoesNotPromiseAnEveningWhoseDaysAreNotStated) {
    clock.set(digilots::testing::at("2026-11-23T16:35:00Z"));
    const auto maybe = json("/api/v1/harnosand/places?open=evening");
    ASSERT_FALSE(maybe["places"].items().empty());
    for (const auto& place : maybe["places"].items()) {
        if (place["slug"].text() == "digidelcenter") {
            EXPECT_TRUE(place["open_this_evening"].is_null());
        }
    }
    EXPECT_TRUE(json("/api/v1/harnosand/places/digidelcenter")["open_this_evening"].is_null());
    clock.set(digilots::testing::at("2026-11-23T20:35:00Z"));
    EXPECT_EQ(json("/api/v1/harnosand/places/digidelcenter")["open_this_evening"].as_bool(), false);
}

TEST_F(EndedPlaces, AMunicipalityThatHasEnteredNothingSaysSoAndShowsNoFilter) {
    municipalities.activate("4601", municipality::default_settings(*municipality::Municipalities::find("4601")));
    for (const std::string list : {"places", "e-services"}) {
        const auto page = client.get("/bergen/" + list);
        EXPECT_EQ(page.status, 200) << list;
        EXPECT_TRUE(page.says("Kommunen har ikke lagt inn noen")) << list;
        EXPECT_EQ(page.html.find("<select"), std::string::npos) << list;
        EXPECT_FALSE(page.says("Ta bort noe fra filteret")) << list;
        EXPECT_EQ(client.get("/bergen/" + list + "?topic=mobile").html.find("<select"), std::string::npos) << list;
    }
    EXPECT_NE(client.get("/sundsvall/places").html.find("<select"), std::string::npos);
}

}  // namespace
}  // namespace digilots::directory
