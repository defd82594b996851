// What residents see of all that is on: as a list and as a month, whole or a part.
#include "activities/world_for_tests.h"

namespace digilots::activities {
namespace {

class ProgrammePages : public ::testing::Test, protected World {};

TEST_F(ProgrammePages, AMonthIsATableThatSaysWhatTheListSays) {
    const auto activity = all.add_activity("Café");
    auto session = all.session_on("2026-12-03", 14, 4);
    session.address = "The hall";
    all.activities.add_sessions(all.around(), activity, {session}, "anna");
    auto client = resident();
    const auto month = client.get("/sundsvall/activities?view=month&month=2026-12");
    for (const auto* text : {"Thursday", "Week 49", "Thursday 3 December 2026", "14:00", "Café", "The hall", "4 seats left",
                             "Sign up", "Week 53"})
        EXPECT_TRUE(month.says(text)) << text << month.html;
    EXPECT_NE(month.html.find("<th scope=\"col\">Sunday</th>"), std::string::npos);
    EXPECT_FALSE(month.says("Nothing is planned this month"));
    EXPECT_TRUE(client.get(month.link("As a list")).says("Café"));
    const auto empty = client.get(month.link("The next month"));
    EXPECT_TRUE(empty.says("Nothing is planned this month with this choice.") && empty.says("Week 1")) << empty.html;
}

TEST_F(ProgrammePages, WhatHasNoDaysIsNotHeldFromHome) {
    all.add_activity("Salon in the villages", {{"per_term", {"4"}}});
    auto session = all.session_on("2026-12-03", 14, 4);
    session.remote = "https://meet.example.org/secret";
    const auto activity = all.add_activity("Song at home");
    all.activities.add_sessions(all.around(), activity, {session}, "anna");
    auto client = resident();
    EXPECT_TRUE(client.get("/sundsvall/activities").says("Salon in the villages"));
    const auto at_home = client.get("/sundsvall/activities?remote=1");
    EXPECT_TRUE(at_home.says("Song at home") && at_home.says("From home, by the web")) << at_home.html;
    EXPECT_FALSE(at_home.says("Salon in the villages"));
    const auto slug = all.activities.programme(here)->with_id(activity)->slug;
    for (const auto* path : {"/sundsvall/activities/", "/sundsvall/activities/song-at-home.ics", "/sundsvall/activities.ics"}) {
        const std::string whole = std::string(path) + (std::string_view(path).ends_with('/') ? slug : "");
        EXPECT_EQ(client.send(http::Method::get, whole).html.find("secret"), std::string::npos)
            << "who has signed up gets the address: " << whole;
    }
    EXPECT_FALSE(client.get("/sundsvall/activities?to=2026-12-01").says("Song at home"));
}

TEST_F(ProgrammePages, OnPaperItIsOfTheDaysThatAreAskedFor) {
    all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    auto client = resident();
    const auto file = client.send(http::Method::get, "/sundsvall/activities/programme.pdf?from=2026-12-01&to=2026-12-20");
    EXPECT_TRUE(file.status == 200 && file.html.starts_with("%PDF")) << file.status;
    EXPECT_EQ(client.send(http::Method::get, "/sundsvall/activities/programme.pdf?to=2026-12-20&from=soon").header("Location"),
              "/sundsvall/activities/programme.pdf?to=2026-12-20");
}

TEST_F(ProgrammePages, WhatStaffHadKeptInTheDirectoryLeadsToWhereItIsNow) {
    auto client = staff();
    const auto moved = client.send(http::Method::get, "/sundsvall/staff/directory/activities/one");
    EXPECT_EQ(moved.status, 308);
    EXPECT_EQ(moved.header("Location"), "/sundsvall/staff/activities/one");
    EXPECT_EQ(client.send(http::Method::get, "/sundsvall/staff/directory/activities").header("Location"),
              "/sundsvall/staff/activities");
}

}  // namespace
}  // namespace digilots::activities
