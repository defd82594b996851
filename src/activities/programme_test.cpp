// What residents see of all that is on: as a list and as a month, whole or a part.
#include <algorithm>

#include "activities/pages.h"
#include "activities/soft_hyphens.h"
#include "activities/world_for_tests.h"
#include "platform/calendar/icalendar.h"
#include "platform/print/pdf.h"

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

TEST_F(ProgrammePages, IsKeptUntilASeatIsTakenOrASessionIsOver) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    auto client = resident();
    EXPECT_TRUE(client.get("/sundsvall/activities").says("4 seats left"));
    ASSERT_TRUE(all.sign_up(session));
    EXPECT_TRUE(client.get("/sundsvall/activities").says("3 seats left"));
    const auto found = all.activities.programme(here)->session(session);
    clock.set(found.session->ends - std::chrono::minutes(1));
    EXPECT_TRUE(client.get("/sundsvall/activities").says("3 seats left"));
    clock.set(found.session->ends);
    EXPECT_FALSE(client.get("/sundsvall/activities").says("3 seats left")) << "it is over";
}

TEST_F(ProgrammePages, LongNamesOfPlacesAreHyphenatedInTheMonth) {
    const std::string hyphen = "\xC2\xAD";
    EXPECT_EQ(with_soft_hyphens("Medborgarkontoret Lotsby"), "Medborgar" + hyphen + "kontoret Lotsby");
    EXPECT_EQ(with_soft_hyphens("Kulturmagasinet"), "Kultur" + hyphen + "magasinet");
    EXPECT_EQ(with_soft_hyphens("Socialtjänstens mottagning"), "Socialtjänstens mottagning") << "one part";
    EXPECT_EQ(with_soft_hyphens("Ytterhogdals bygdegård, Café-huset"), "Ytterhogdals bygdegård, Café-huset");
    EXPECT_EQ(with_soft_hyphens(""), "");
    auto session = all.session_on("2026-12-03", 14, 4);
    session.address = "Stadsbiblioteket";
    all.activities.add_sessions(all.around(), all.add_activity("Café"), {session}, "anna");
    EXPECT_TRUE(resident().get("/sundsvall/activities?view=month&month=2026-12").says("Stads" + hyphen + "biblioteket"));
    EXPECT_TRUE(resident().get("/sundsvall/activities").says("Stadsbiblioteket")) << "where there is room it is whole";
}

TEST_F(ProgrammePages, OfALongProgrammeNothingIsLeftOut) {
    constexpr int activities = 6, sessions = 400;
    for (int number = 0; number < activities; ++number) {
        std::vector<NewSession> times;
        for (int at = sessions; at-- > 0;) {
            const auto day = base::format_date(base::add_days(*base::parse_date("2026-12-01"), at));
            auto& session = times.emplace_back(all.session_on(day.c_str(), 14, 4));
            session.address = "The hall";
        }
        all.activities.add_sessions(all.around(), all.add_activity("Café " + std::to_string(number)), times, "anna");
    }
    const auto programme = all.activities.programme(here);
    for (const auto& activity : programme->activities) {
        EXPECT_EQ(activity.sessions.size(), static_cast<std::size_t>(sessions));
        EXPECT_TRUE(std::ranges::is_sorted(activity.sessions, {}, &Session::starts));
    }
    auto client = resident();
    const auto first = client.get("/sundsvall/activities?when=");
    EXPECT_TRUE(first.says("2,400 sessions to come")) << first.html;
    const auto last = client.get("/sundsvall/activities?page=48");
    EXPECT_TRUE(last.says("4 January 2028")) << last.html;
    EXPECT_FALSE(first.says("4 January 2028"));
}

TEST_F(ProgrammePages, WhatHasNoDaysIsNotHeldFromHome) {
    all.add_activity("Salon in the villages", {{"per_term", {"4"}}});
    auto session = all.session_on("2026-12-03", 14, 4);
    session.remote = "https://meet.example.org/secret";
    session.address = "";
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

TEST_F(ProgrammePages, ACancelledSessionStandsAsCancelledWhereverResidentsLook) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    all.add_session(all.add_activity("Course"), "2026-12-03", 4);
    auto client = staff();
    client.submit(client.get("/sundsvall/staff/sessions/" + session + "/cancel"), {{"reason", "The guide is ill."}});
    for (const char* path : {"activities?from=2026-12-03&to=2026-12-03", "activities?view=month&month=2026-12"}) {
        const auto page = resident().get(std::string("/sundsvall/") + path);
        EXPECT_TRUE(page.says("Cancelled: The guide is ill.")) << page.html;
    }
    EXPECT_TRUE(resident().get("/sundsvall/activities").says("1 session to come")) << "it is none that one can come to";
    const auto feed = resident().get("/sundsvall/activities.ics");
    EXPECT_TRUE(feed.says("STATUS:CANCELLED") && feed.says("The guide is ill.")) << feed.html;
    const auto api = resident().get("/api/v1/sundsvall/activities");
    EXPECT_TRUE(api.says(R"("status":"cancelled")") && api.says(R"("reason":"The guide is ill.")")) << api.html;
    const auto calendar = calendar::read_icalendar(feed.html);
    EXPECT_TRUE(std::ranges::any_of(calendar->events,
                                    [](const auto& event) { return event.is_cancelled && event.sequence > 1; }));
    EXPECT_FALSE(resident().get("/sundsvall/activities?free=1").says("The guide is ill.")) << "no seat is free there";
}

TEST_F(ProgrammePages, OnPaperItIsThePartThatWasChosen) {
    all.add_session(all.add_activity("Café", {{"topics", {"bank"}}}), "2026-12-03", 4);
    all.add_session(all.add_activity("Course", {{"topics", {"print"}}}), "2026-12-04", 4);
    auto client = resident();
    const auto chosen = client.get("/sundsvall/activities?topic=bank&to=2026-12-20");
    for (const auto* query : {"?topic=bank&amp;to=2026-12-20", "paper=a3", "size=large"})
        EXPECT_NE(chosen.html.find(query), std::string::npos) << query << chosen.html;
    const auto file = [&](const std::string& query) {
        return client.send(http::Method::get, "/sundsvall/activities/programme.pdf" + query);
    };
    EXPECT_EQ(file("?topic=bank").status, 200);
    EXPECT_NE(file("?topic=bank").html.size(), file("").html.size());
    EXPECT_EQ(file("?topic=zzz").header("Location"), "/sundsvall/activities/programme.pdf");
    EXPECT_EQ(file("?paper=a3&size=large&topic=bank").status, 200);
}

TEST_F(ProgrammePages, DaysAreTypedAndWhatComesAgainIsNoMereWish) {
    all.add_activity("Every Tuesday", {{"frequency", {"Every Tuesday, 9–12"}}});
    all.add_activity("Salon in the villages", {{"per_term", {"4"}}});
    all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    auto client = resident();
    const auto page = client.get("/sundsvall/activities");
    const auto again = page.html.find("Comes again, days not set"), without = page.html.find("Without dates yet");
    ASSERT_TRUE(again != std::string::npos && without != std::string::npos) << page.html;
    EXPECT_TRUE(page.html.find("Every Tuesday, 9") < without && page.html.find("Salon in the villages") > without);
    const auto asked = client.get("/sundsvall/activities?from=2026-12-01&to=2026-12-02");
    EXPECT_FALSE(asked.says("Café"));
    EXPECT_NE(asked.html.find("value=\"2026-12-02\""), std::string::npos) << "what was typed stands in the fields";
}

TEST_F(ProgrammePages, WhoJustComesFindsTheWayInAndWhoSignsUpGetsItWithTheCode) {
    auto session = all.session_on("2026-12-03", 14, 4);
    session.remote = "https://meet.example.org/secret";
    const auto open = all.add_activity("Open", {{"needs_sign_up", {}}}), closed = all.add_activity("Closed");
    all.activities.add_sessions(all.around(), open, {session}, "anna");
    const auto ids = all.activities.add_sessions(all.around(), closed, {session}, "anna");
    auto client = resident();
    const auto page = [&](const std::string& activity) {
        return client.get("/sundsvall/activities/" + all.activities.programme(here)->with_id(activity)->slug);
    };
    EXPECT_TRUE(page(open).says("meet.example.org/secret"));
    EXPECT_FALSE(page(closed).says("meet.example.org/secret"));
    const auto signed_up = all.sign_up(ids->front());
    const auto followed = client.get("/sundsvall/sign-ups/" + signed_up->code);
    EXPECT_TRUE(followed.says("meet.example.org/secret")) << followed.html;
    const auto file = client.send(http::Method::get, "/sundsvall/sign-ups/" + signed_up->code + ".ics");
    EXPECT_TRUE(file.status == 200 && file.html.contains("BEGIN:VEVENT")) << file.html;
    EXPECT_EQ(file.header("Cache-Control"), "no-store");
    EXPECT_EQ(client.send(http::Method::get, "/sundsvall/sign-ups/k7m2-9xqd-4tfh.ics").status, 404);
}

TEST_F(ProgrammePages, WhatStaffHadKeptInTheDirectoryLeadsToWhereItIsNow) {
    auto client = staff();
    const auto moved = client.send(http::Method::get, "/sundsvall/staff/directory/activities/one");
    EXPECT_EQ(moved.status, 308);
    EXPECT_EQ(moved.header("Location"), "/sundsvall/staff/activities/one");
    EXPECT_EQ(client.send(http::Method::get, "/sundsvall/staff/directory/activities").header("Location"),
              "/sundsvall/staff/activities");
}

TEST_F(ProgrammePages, WhatCannotBeUsedOfTheAddressIsSaidAndTheRestIs) {
    all.add_session(all.add_activity("Café", {{"topics", {"bank"}}}), "2026-12-03");
    all.add_session(all.add_activity("Walk", {{"topics", {"mobile"}}}), "2026-12-04");
    auto client = resident();
    const auto page = client.get("/sundsvall/activities?topic=bank&place=nowhere&language=zz&from=abc&campaign=None&free=maybe");
    EXPECT_EQ(page.status, 200);
    for (const auto* said : {"Place: “nowhere” is none of the choices", "Language: “zz” is none of the choices",
                             "From the day: “abc” is no day", "Campaign week: “None” is none of the choices",
                             "Seats: “maybe” is none of the choices"})
        EXPECT_TRUE(page.says(said)) << said << page.html;
    EXPECT_TRUE(page.says("Café") && !page.says("Walk")) << "the topic holds" << page.html;
    EXPECT_TRUE(client.get("/sundsvall/activities?topic=zzz").says("Topic: “zzz” is none of the choices"));
    const auto round = client.get("/sundsvall/activities?from=2026-12-20&to=2026-12-01");
    EXPECT_TRUE(round.says("The last day is before the first, so no session fits.")) << round.html;
    EXPECT_FALSE(client.get("/sundsvall/activities?topic=bank&from=2026-12-01&when=week&remote=1").says("is not used"));
}

TEST_F(ProgrammePages, CalendarsEscapeNamesAndKeepTheLinesOfTheText) {
    const auto id = all.add_activity("Kafé, fika; prat", {{"about", {"Ta med:\ntelefon\nladdare"}}});
    all.add_session(id, "2026-12-03");
    const auto path = all.activities.programme(here)->with_id(id)->path();
    const auto text = resident().get("/sundsvall" + path + ".ics").html;
    EXPECT_TRUE(text.contains("X-WR-CALNAME:Kafé\\, fika\\; prat\\, Sundsvall")) << text;
    EXPECT_TRUE(text.contains("DESCRIPTION:Ta med:\\ntelefon\\nladdare")) << text;
}

/// All that stands on it, a line for each paragraph; then how many rows its tables have.
std::pair<std::string, std::size_t> on_paper(const print::Document& document) {
    std::pair<std::string, std::size_t> found;
    for (const auto& block : document.blocks) {
        if (const auto* paragraph = std::get_if<print::Paragraph>(&block.is)) found.first += paragraph->text.words + "\n";
        if (const auto* table = std::get_if<print::Table>(&block.is)) found.second += table->rows.size();
    }
    return found;
}

TEST_F(ProgrammePages, OnPaperACampaignWeekHasItsDaysThemeAndPartnersAndAPosterIsOneSheet) {
    auto& weeks = all.activities.campaigns();
    ASSERT_TRUE(weeks.add(municipality::surroundings_of(all.municipalities, weeks, here, clock.now()),
                          {{"title", {"Digital week"}}, {"theme", {"Safe on the net"}}, {"first_day", {"2026-12-01"}},
                           {"last_day", {"2026-12-07"}}, {"partners", {"PRO\nThe library"}}, {"is_published", {"1"}}},
                          "anna"));
    const auto activity = all.add_activity("Café", {{"campaign", {"Digital week"}}});
    std::vector<NewSession> sessions;
    for (int hour = 6; hour < 21; ++hour)
        for (const char* day : {"2026-12-02", "2026-12-03"}) sessions.push_back(all.session_on(day, hour));
    ASSERT_TRUE(all.activities.add_sessions(all.around(), activity, sessions, "anna"));
    http::Request request;
    request.tenant = all.municipalities.find_tenant("sundsvall");
    request.language = "en";
    const html::Page page(request);
    const Filter filter{.campaign = "Digital week", .from = base::parse_date("2026-12-01"), .to = base::parse_date("2026-12-07")};
    const auto document = programme_on_paper({all.activities}, filter, {}, page);
    EXPECT_EQ(document.title, "Digital week, Sundsvall");
    const auto [text, rows] = on_paper(document);
    for (const auto* said : {"1 December 2026 – 7 December 2026", "Safe on the net", "Who arranges with us: PRO, The library"})
        EXPECT_TRUE(text.contains(said)) << said << text;
    EXPECT_FALSE(text.contains("From the day") || text.contains("more later")) << text;
    EXPECT_EQ(rows, 30U);
    const auto [poster, on_poster] = on_paper(programme_on_paper({all.activities}, filter, {.paper = print::Paper::a3}, page));
    EXPECT_EQ(on_poster, 1U) << "what comes again takes one row";
    EXPECT_TRUE(poster.contains("24 more later: see the web, or ask us.")) << poster;
    for (int number = 0; number < 40; ++number) {
        const auto more = all.add_activity("Help with a rather long name at the place where people meet, number " +
                                               std::to_string(number),
                                           {{"campaign", {"Digital week"}}});
        ASSERT_TRUE(all.activities.add_sessions(all.around(), more, {all.session_on("2026-12-04", 10)}, "anna"));
    }
    for (const auto size : {print::Size::usual, print::Size::large}) {
        const auto full = programme_on_paper({all.activities}, filter, {.paper = print::Paper::a3, .size = size}, page);
        EXPECT_EQ(print::number_of_pages(full), 1U) << on_paper(full).first;
        EXPECT_GE(on_paper(full).second, 2U);
    }
}

}  // namespace
}  // namespace digilots::activities
