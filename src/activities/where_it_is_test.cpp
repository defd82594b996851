// A session is somewhere: in forms, for programs, for residents; and where its place has closed somebody is told.
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class WhereSessionsAre : public ::testing::Test, protected World {
protected:
    testing::Page post(const std::string& body) {
        return resident().send(http::Method::post, "/api/v1/sundsvall/activities", body,
                               {{"Authorization", "Bearer x"}, {"Content-Type", "application/json"}});
    }
    std::string open_place() {
        for (const auto held = all.directory.snapshot(here); const auto& place : held->places)
            if (place.status == directory::Status::open && place.listed()) return place.id;
        return "";
    }
};

TEST_F(WhereSessionsAre, AreAddedAndChangedOnlyToSomewhere) {
    const auto activity = all.add_activity("Café", {{"is_published", {}}});
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + activity + "/series");
    const testing::FormFields when{{"day", "2026-12-03"}, {"starts", "14:00"}, {"ends", "15:00"}};
    const auto nowhere = client.submit(form, when, "step=add");
    EXPECT_TRUE(nowhere.status == 422 && nowhere.says("Say where it is: a place")) << nowhere.html;
    auto with_link = when;
    with_link.emplace_back("remote", "https://example.org/meet");
    const auto added = client.submit(form, with_link, "step=add");
    EXPECT_TRUE(added.says("1 session is added") && added.says("Residents do not see them yet")) << added.html;
    ASSERT_EQ(all.activities.programme(here)->with_id(activity)->sessions.size(), 1U);
    const auto session = all.activities.programme(here)->with_id(activity)->sessions.front().id;
    const auto change = "/sundsvall/staff/sessions/" + session + "/change";
    const auto emptied = client.submit(client.get(change), {{"remote", ""}});
    EXPECT_TRUE(emptied.status == 422 && emptied.says("Say where it is: a place")) << emptied.html;
    EXPECT_EQ(all.session(session)->remote, "https://example.org/meet");
}

TEST_F(WhereSessionsAre, ProgramsSayWhereOrMeanTheUsualPlace) {
    const std::string session = R"("sessions":[{"starts":"2026-12-03T14:00","ends":"2026-12-03T15:00"}])",
                      repeat = R"("repeat":{"rule":"FREQ=WEEKLY;COUNT=2","starts":"2026-12-03T14:00","minutes":60)";
    const auto nowhere = post(R"({"title":"X","kind":"lecture",)" + session + "}");
    EXPECT_TRUE(nowhere.status == 422 && nowhere.says("sessions[0].place")) << nowhere.html;
    const auto never = post(R"({"title":"X","kind":"lecture",)" + repeat + "}}");
    EXPECT_TRUE(never.status == 422 && never.says("repeat.place")) << never.html;
    const auto both = post(R"({"title":"X","kind":"lecture",)" + session + "," + repeat + R"(,"address":"Hall"}})");
    EXPECT_TRUE(both.status == 422 && both.says("not both")) << both.html;
    EXPECT_TRUE(all.activities.programme(here)->activities.empty());
    const auto usual = post(R"({"title":"X","kind":"lecture","place":")" + open_place() + "\"," + session + "}");
    EXPECT_EQ(usual.status, 201) << usual.html;
    EXPECT_EQ(all.activities.programme(here)->activities.front().sessions.front().place, open_place());
}

TEST_F(WhereSessionsAre, WhatHasNoDaysSaysWhereAllTheSame) {
    const auto directory = all.directory.snapshot(here);
    const auto* place = directory->place(open_place());
    ASSERT_NE(place, nullptr);
    all.add_activity("Workshop", {{"frequency", {"Every Tuesday"}}, {"place", {place->id}}, {"needs_sign_up", {}}});
    all.add_activity("Salon", {{"frequency", {"Now and then"}}, {"needs_sign_up", {}}});
    const auto programme = all.activities.programme(here);
    for (const auto& activity : programme->activities) {
        const auto page = resident().get("/sundsvall" + activity.path());
        const auto where = activity.place.empty() ? std::string("where it is") : place->name;
        EXPECT_TRUE(page.says(where)) << activity.title << page.html;
        EXPECT_FALSE(page.says("You are signed up")) << "nobody signs up";
        const auto told = resident().get("/api/v1/sundsvall/activities/" + activity.slug);
        EXPECT_TRUE(told.says(activity.place.empty() ? "\"place\":null" : "\"place\":\"" + place->id)) << told.html;
    }
}

TEST_F(WhereSessionsAre, APlaceIsChosenByItsNameInAddresses) {
    const auto directory = all.directory.snapshot(here);
    const auto* place = directory->place(open_place());
    auto session = all.session_on("2026-12-03");
    session.place = place->id;
    ASSERT_TRUE(all.activities.add_sessions(all.around(), all.add_activity("Café"), {session}, "anna"));
    const auto found = resident().get("/sundsvall/activities?place=" + place->slug);
    EXPECT_TRUE(found.says("3 December 2026") && !found.says("so it is not used")) << found.html;
}

TEST_F(WhereSessionsAre, AtAPlaceThatHasClosedTheyAreATaskAndTheirPageSaysSo) {
    auto& places = all.directory.records(directory::RecordKind::place);
    const auto id = open_place();
    auto session = all.session_on("2026-12-03");
    session.place = id;
    const auto ids = all.activities.add_sessions(all.around(), all.add_activity("Café"), {session}, "anna");
    ASSERT_TRUE(ids);
    const auto duties = [&] {
        for (const auto& kind : duty_kinds(all.activities))
            if (kind.key == "activities.closed_place") return kind.now(here);
        return std::vector<Duty>{};
    };
    EXPECT_TRUE(duties().empty());
    const auto sequence = [&] {
        const auto feed = resident().get("/sundsvall/activities.ics").html;
        return std::stoll(feed.substr(feed.find("SEQUENCE:") + 9));
    };
    const auto before = sequence();
    auto draft = places.draft_of(places.find(here, id).value(), places.around(here));
    draft["status"] = {"closed"};
    ASSERT_TRUE(places.change(places.around(here), id, draft, "anna", base::Seen::anything()));
    ASSERT_EQ(duties().size(), 1U);
    EXPECT_EQ(duties().front().path, "/staff/sessions/" + ids->front());
    EXPECT_TRUE(staff().get("/sundsvall/staff/sessions/" + ids->front()).says("The place where it is to be has closed"));
    const auto page = resident().get("/sundsvall" + all.activities.programme(here)->activities.front().path());
    EXPECT_TRUE(page.says("The place has closed: nobody can sign up") && !page.says("/sign-up\"")) << page.html;
    EXPECT_FALSE(all.sign_up(ids->front()));
    EXPECT_TRUE(page.html.contains("EventPostponed")) << page.html;
    EXPECT_TRUE(resident().get("/sundsvall/activities.ics").html.contains("The place has closed"));
    EXPECT_GT(sequence(), before) << "calendar programs take it for a change";
    EXPECT_TRUE(resident().get("/api/v1/sundsvall/activities").html.contains(R"("place_closed":true)"));
    const auto told = resident().send(http::Method::post, "/api/v1/sundsvall/sessions/" + ids->front() + "/sign-ups", "{}",
                                      {{"Content-Type", "application/json"},
                                       {"Idempotency-Key", "8b0a2a1e-6a1c-4f0e-9a53-3a0d5d1c7b12"}});
    EXPECT_TRUE(told.status == 409 && told.says("The place has closed")) << told.html;
}

TEST_F(WhereSessionsAre, AreHeldInAnyLanguageThatPeopleSpeak) {
    const auto made = post(R"({"title":"Kafé","kind":"lecture","languages":["so","fi"]})");
    ASSERT_EQ(made.status, 201) << made.html;
    const auto activity = all.activities.programme(here)->activities.front();
    all.add_session(activity.id, "2026-12-03");
    const auto page = resident().get("/sundsvall" + activity.path());
    EXPECT_TRUE(page.says("Somali") && page.says("Finnish")) << page.html;
    EXPECT_TRUE(resident().get("/sundsvall/activities?language=so").says("3 December 2026"));
    EXPECT_FALSE(resident().get("/sundsvall/activities?language=ti").says("3 December 2026"));
    EXPECT_TRUE(resident().get("/sundsvall/activity-requests").says("Tigrinya")) << "it can be asked for";
}

}  // namespace
}  // namespace digilots::activities
