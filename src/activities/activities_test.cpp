// From a rule to a session that was held and counted, as residents, staff and programs see it.
#include "activities/activities.h"

#include "activities/world_for_tests.h"
#include "platform/base/lists.h"
#include "platform/calendar/icalendar.h"
#include "platform/mail/outbox.h"
#include "platform/register/every_statement_for_tests.h"

namespace digilots::activities {
namespace {

class ActivityPages : public ::testing::Test, protected World {
protected:
    std::string slug_of(const std::string& activity) {
        return all.activities.programme(here)->with_id(activity)->slug;
    }
    std::string sign_up_url(const std::string& activity, const std::string& session) {
        return "/sundsvall/activities/" + slug_of(activity) + "/sessions/" + session + "/sign-up";
    }
    static std::string code_in(const testing::Page& page) {
        const auto path = page.url.substr(0, page.url.find('?'));
        return path.substr(path.rfind('/') + 1);
    }
    std::int64_t figure(std::string_view key, std::map<std::string, std::string> where = {}) {
        const auto measures = all.activities.measures();
        std::int64_t sum = 0;
        for (const auto& row :
             measures::find_measure(measures, key)
                 ->figures({{here},
                            {base::parse_date("2026-01-01").value(), base::parse_date("2027-12-31").value()},
                            {},
                            std::move(where)}))
            sum += row.value.amount;
        return sum;
    }
};

TEST_F(ActivityPages, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(all.activities.activities(), all.activities.activities().around(here));
    register_::run_every_statement(all.activities.partners(), all.activities.partners().around(here));
}

TEST_F(ActivityPages, SomebodySignsUpWithoutAnAccountAndCancelsByTheCodeThatTheyReadOut) {
    const auto activity = all.add_activity("Help with your phone");
    const auto session = all.add_session(activity, "2026-12-03", 1);
    auto client = resident();
    const auto programme = client.get("/sundsvall/activities");
    EXPECT_TRUE(programme.says("Help with your phone") && programme.says("1 seat left") &&
                programme.says("14:00"))
        << programme.html;
    const auto page = client.get("/sundsvall/activities/" + slug_of(activity));
    EXPECT_TRUE(page.says("schema.org") && page.says("Free of charge")) << page.html;
    const auto signed_up = client.submit(client.get(sign_up_url(activity, session)),
                                         {{"name", "Gun"}, {"by", "phone"}, {"contact", "070-174 06 35"}});
    EXPECT_TRUE(signed_up.says("You have a seat.")) << signed_up.html;
    EXPECT_EQ(signed_up.header("Cache-Control"), "no-store");
    EXPECT_EQ(signed_up.header("Referrer-Policy"), "no-referrer");
    EXPECT_FALSE(signed_up.says("070-174"));
    EXPECT_TRUE(signed_up.says("By phone, on the number that ends with 35")) << "masked, and so known again";
    const auto waiting = client.submit(client.get(sign_up_url(activity, session)),
                                       {{"by", "email"}, {"contact", "sven@example.org"}});
    EXPECT_TRUE(waiting.says("You are number 1 of those who wait.")) << waiting.html;

    std::string loud = code_in(signed_up);
    for (auto& letter : loud) letter = letter == '-' ? ' ' : static_cast<char>(std::toupper(letter));
    const auto found = client.submit(client.get("/sundsvall/sign-ups"), {{"code", loud}});
    EXPECT_TRUE(found.says("You have a seat.")) << found.html;
    const auto asked = client.get(found.link("I cannot come: cancel"));
    EXPECT_TRUE(asked.says("Do you want to cancel?"));
    EXPECT_EQ(all.session(session)->waiting, 1) << "a mail scanner that opens the link cancels nothing";
    EXPECT_TRUE(client.submit(asked, {}).says("You are not signed up any more"));
    EXPECT_TRUE(client.get("/sundsvall/sign-ups/" + code_in(waiting)).says("You have a seat."))
        << "in the same transaction";
    EXPECT_EQ(database->read([](db::Connection& connection) { return mail::count(connection).waiting; }), 1);
    EXPECT_EQ(client.get("/sundsvall/sign-ups/" + code_in(signed_up)).status, 404);
    EXPECT_EQ(client.get("/harnosand/sign-ups/" + code_in(waiting)).status, 404);
}

TEST_F(ActivityPages, WhatIsWrongIsSaidAndStays) {
    const auto activity = all.add_activity("Help with your phone");
    const auto session = all.add_session(activity, "2026-12-03", 5);
    auto client = resident();
    const auto url = sign_up_url(activity, session);
    for (const auto& [field, value] : testing::FormFields{
             {"name", "811218-9876"}, {"persons", "11"}, {"persons", "0"}, {"persons", "two"}}) {
        const auto again = client.submit(client.get(url), {{field, value}});
        EXPECT_EQ(again.status, 422) << value;
        EXPECT_TRUE(again.says(value));
    }
    EXPECT_EQ(client.submit(client.get(url), {{"by", "phone"}, {"contact", ""}}).status, 422);
    EXPECT_EQ(client.submit(client.get(url), {{"by", "none"}, {"contact", "at home"}}).status, 422);
    const auto caught = client.submit(client.get(url), {{"name", "Gun"}, {"website", "http://spam.example"}});
    EXPECT_TRUE(caught.status == 422 && caught.says("Gun") && !caught.says("spam.example")) << caught.html;
    EXPECT_TRUE(client.submit(caught, {}).says("You have a seat."))
        << "who was caught is asked again, not dropped";
    EXPECT_EQ(all.session(session)->taken, 1);
    EXPECT_EQ(client.get("/sundsvall/activities/" + slug_of(activity) + "/sessions/none/sign-up").status,
              404);
    clock.advance(std::chrono::hours(24 * 20));
    EXPECT_EQ(all.sign_up(session).error().why, NotSignedUp::Why::over);
}

TEST_F(ActivityPages, APartyHasSeatsOrWaitsWholeAndASmallerOneBehindMayTakeWhatItCannotUse) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    const auto three = all.sign_up(session, {.persons = 3});
    const auto two = all.sign_up(session, {.persons = 2}), one = all.sign_up(session, {.persons = 1});
    EXPECT_TRUE(three->is_confirmed && !two->is_confirmed && one->is_confirmed);
    EXPECT_EQ(two->position, 1);
    EXPECT_TRUE(all.activities.leave(sundsvall, one->code));
    EXPECT_FALSE(all.activities.follow(sundsvall, two->code)->is_confirmed) << "one seat is none for two";
    EXPECT_TRUE(all.activities.leave(sundsvall, three->code));
    EXPECT_TRUE(all.activities.follow(sundsvall, two->code)->is_confirmed);
    EXPECT_EQ(all.session(session)->taken, 2);
    EXPECT_EQ(all.session(session)->waiting, 0);
}

TEST_F(ActivityPages, ACoordinatorMovesEverySessionOfATermButOne) {
    const auto activity = all.add_activity("Café");
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/activities/" + activity + "/series");
    const auto looked = client.submit(form,
                                      {{"day", "2026-12-01"},
                                       {"starts", "14:00"},
                                       {"ends", "15:30"},
                                       {"repeat", "1"},
                                       {"times", "5"},
                                       {"except", "2026-12-22"},
                                       {"address", "The red house"},
                                       {"capacity", "8"}},
                                      "step=look");
    EXPECT_TRUE(looked.says("This adds 4 sessions") && looked.says("29 December 2026")) << looked.html;
    EXPECT_TRUE(all.activities.programme(here)->with_id(activity)->sessions.empty())
        << "the days are seen first";
    const auto added = client.submit(looked, {}, "step=add", "/series");
    EXPECT_EQ(added.status, 200);
    client.submit(looked, {}, "step=add", "/series");
    const auto sessions = all.activities.programme(here)->with_id(activity)->sessions;
    ASSERT_EQ(sessions.size(), 4U) << "the same form sent twice adds once";
    const auto asked = client.submit(client.get("/sundsvall/staff/sessions/" + sessions[1].id + "/change"),
                                     {{"starts", "16:00"}, {"ends", "17:00"}, {"reach", "all"}});
    EXPECT_TRUE(asked.status == 422 && asked.says("This changes 4 sessions.")) << asked.html;
    client.submit(asked, {}, "", "/change");
    client.submit(client.get("/sundsvall/staff/sessions/" + sessions[2].id + "/change"),
                  {{"starts", "14:00"}, {"ends", "15:30"}, {"day", "2026-12-17"}});
    std::vector<std::string> starts;
    for (const auto held = all.activities.programme(here); const auto& session : held->with_id(activity)->sessions)
        starts.push_back(base::format_utc(session.starts).substr(0, 16));
    EXPECT_EQ(base::joined(starts, " "),
              "2026-12-01T15:00 2026-12-08T15:00 2026-12-17T13:00 2026-12-29T15:00");
    const auto wrong = client.submit(form, {{"day", "2026-11-01"}, {"starts", "14:00"}, {"ends", "13:00"}});
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(client.submit(form, {{"day", "2026-11-01"}}).says("That time is past"));
    EXPECT_TRUE(client.submit(form, {{"day", "2026-12-01"}, {"repeat", "1"}, {"times", "5"}, {"until", "2027-01-10"}})
                    .says("not both"));
    EXPECT_TRUE(client.submit(form, {{"day", "2026-12-01"}, {"repeat", "1"}})
                    .says("a series that never ends cannot be planned"));
}

TEST_F(ActivityPages, FewerSeatsThanAreTakenAskAndDropNobody) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    for (int at = 0; at < 3; ++at) all.sign_up(session);
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/sessions/" + session + "/change");
    const auto asked = client.submit(form, {{"capacity", "2"}});
    EXPECT_TRUE(asked.status == 422 && asked.says("Nobody is taken out")) << asked.html;
    EXPECT_EQ(all.session(session)->capacity, 4);
    EXPECT_TRUE(client.submit(asked, {{"sure", "1"}}).says("The change is saved."));
    EXPECT_EQ(all.session(session)->taken, 3);
    EXPECT_FALSE(all.sign_up(session)->is_confirmed);
    client.submit(client.get("/sundsvall/staff/sessions/" + session + "/change"), {{"capacity", "9"}});
    EXPECT_EQ(all.session(session)->waiting, 0) << "who waits gets what is added";
}

TEST_F(ActivityPages, AReasonThatNamesSomebodyIsAskedAboutOnceForEverybodyReadsIt) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    auto client = staff();
    const std::string url = "/sundsvall/staff/sessions/" + session + "/cancel", reason = "Anna Svensson is ill, 070-174 06 35";
    const auto asked = client.submit(client.get(url), {{"reason", reason}}, "", "/cancel");
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Anna Svensson” may be a person’s name") && asked.says("“070-174 06 35” may be")) << asked.html;
    EXPECT_TRUE(asked.says(reason)) << "what was typed stands there";
    EXPECT_FALSE(resident().get("/sundsvall/activities/" + slug_of(activity)).says("Anna Svensson"));
    EXPECT_EQ(client.submit(asked, {{"reason", "Bo Larsson is ill"}}, "", "/cancel").status, 422) << "another name";
    EXPECT_TRUE(client.submit(asked, {{"reason", "Too few came."}}, "", "/cancel").says("Cancelled"));
}

TEST_F(ActivityPages, WhoIsSignedUpIsToldThatItIsCancelled) {
    const auto activity = all.add_activity("Café");
    const auto session = all.add_session(activity, "2026-12-03", 4);
    all.sign_up(session, {.by = ContactBy::email, .contact = "sven@example.org"});
    all.sign_up(session, {.name = "Gun", .by = ContactBy::phone, .contact = "070-174 06 35"});
    const auto quiet = all.sign_up(session);
    auto client = staff();
    const auto form = client.get("/sundsvall/staff/sessions/" + session + "/cancel");
    EXPECT_EQ(client.submit(form, {{"reason", ""}}).status, 422);
    const auto done = client.submit(form, {{"reason", "The guide is ill."}});
    EXPECT_TRUE(done.says("Cancelled") && done.says("Does not know that it is cancelled.")) << done.html;
    EXPECT_EQ(database->read([](db::Connection& connection) { return mail::count(connection).waiting; }), 1);
    EXPECT_TRUE(resident().get("/sundsvall/sign-ups/" + quiet->code).says("The guide is ill."));
    const auto duties = duty_kinds(all.activities);
    EXPECT_EQ(duties.back().now(here).size(), 1U);
    client.submit(done, {}, "", "/told");
    EXPECT_TRUE(duties.back().now(here).empty());
    EXPECT_EQ(all.sign_up(session).error().why, NotSignedUp::Why::cancelled);
    EXPECT_TRUE(
        resident().get("/sundsvall/activities/" + slug_of(activity)).says("Cancelled: The guide is ill."));
}

TEST_F(ActivityPages, WithTooFewItIsATaskOrCancelsItself) {
    auto planned = all.session_on("2026-12-03", 14, 8);
    planned.minimum = 3;
    planned.decide_on = base::parse_date("2026-12-02");
    const auto asks = all.activities.add_sessions(all.around(), all.add_activity("Asks"), {planned}, "anna");
    const auto itself = all.activities.add_sessions(
        all.around(), all.add_activity("Itself", {{"cancels_itself", {"1"}}}), {planned}, "anna");
    EXPECT_EQ(all.activities.decide(here), 0);
    EXPECT_TRUE(duty_kinds(all.activities).front().now(here).empty());
    clock.advance(std::chrono::hours(24 * 7));
    EXPECT_EQ(duty_kinds(all.activities).front().now(here).size(), 1U) << "nobody decides about the one that does it by itself";
    EXPECT_EQ(all.activities.decide(here), 1);
    EXPECT_EQ(all.session(itself->front())->status, Status::cancelled);
    EXPECT_EQ(all.session(asks->front())->status, Status::planned);
    EXPECT_EQ(duty_kinds(all.activities).front().now(here).size(), 1U);
}

TEST_F(ActivityPages, ALibrarianCountsByThumbAndTheFiguresFollow) {
    const auto activity = all.add_activity(
        "Café", {{"topics", {"bank"}}, {"languages", {"sv", "ar"}}, {"leader", {"peer"}}, {"campaign", {"Digital week"}}});
    const auto session = all.add_session(activity, "2026-11-25", 8);  // today at 14
    auto client = staff();
    const std::string page = "/sundsvall/staff/sessions/" + session + "/attendance";
    const auto early = client.get(page);
    EXPECT_TRUE(early.says("has not begun yet") && !early.html.contains("name=\"women\"")) << early.html;
    clock.advance(std::chrono::hours(6));
    EXPECT_EQ(duty_kinds(all.activities)[1].now(here).size(), 1U);
    auto form = client.get(page);
    for (int at = 0; at < 3; ++at) form = client.submit(form, {}, "step=women+", "/attendance");
    form = client.submit(form, {}, "step=women-", "/attendance");
    EXPECT_TRUE(form.says("value=\"2\"")) << form.html;
    EXPECT_EQ(client.submit(form, {{"men", "100000"}}).status, 422);
    EXPECT_EQ(client.submit(form, {{"group_older", "9"}}).status, 422) << "more than came";
    EXPECT_EQ(client.submit(form, {{"note", "811218-9876 came"}}).status, 422);
    const auto asked =
        client.submit(form, {{"men", "3"}, {"group_older", "4"}, {"did_not_come", "1"}, {"material", "120"}});
    EXPECT_EQ(asked.status, 422) << "nobody was signed up who could stay away";
    const auto done = client.submit(asked, {}, "", "/attendance");
    EXPECT_TRUE(done.says("What was counted is saved.") && done.says("Held")) << done.html;
    EXPECT_TRUE(duty_kinds(all.activities)[1].now(here).empty());
    EXPECT_EQ(figure("sessions_held"), 1);
    EXPECT_EQ(figure("sessions_held", {{"unit", "-"}}), 1) << "of no unit";
    EXPECT_EQ(figure("participants", {{"unit", "another"}}), 0);
    EXPECT_EQ(figure("participants"), 5);
    EXPECT_EQ(figure("participants_residents"), 5);
    EXPECT_EQ(figure("participants_staff", {{"topic", "bank"}}), 0);
    EXPECT_EQ(figure("participants", {{"gender", "women"}}), 2);
    EXPECT_EQ(figure("participants", {{"target_group", "older"}, {"topic", "bank"}}), 4);
    EXPECT_EQ(figure("participants", {{"topic", "print"}}), 0);
    EXPECT_EQ(figure("participants", {{"language", "ar"}, {"leader", "peer"}, {"gender", "women"}}), 2);
    EXPECT_EQ(figure("participants", {{"campaign", "Digital week"}, {"remote", "0"}}), 5);
    EXPECT_EQ(figure("participants", {{"language", "so"}}) + figure("participants", {{"remote", "1"}}), 0);
    EXPECT_EQ(figure("participants", {{"purpose", "competence"}}), 0);
    EXPECT_EQ(figure("activity_absent"), 1);
    EXPECT_EQ(figure("activity_costs", {{"cost", "material"}}), 12'000);
    const auto printed =
        client.send(http::Method::get, "/sundsvall/staff/sessions/" + session + "/sheet.pdf");
    EXPECT_TRUE(printed.status == 200 && printed.html.starts_with("%PDF"));
}

TEST_F(ActivityPages, WhoCameToASessionForStaffIsNoResident) {
    const auto client_count = [&](const std::string& session, const testing::FormFields& numbers) {
        auto client = staff();
        const std::string page = "/sundsvall/staff/sessions/" + session + "/attendance";
        client.submit(client.get(page), numbers, "", "/attendance");
    };
    const auto for_staff = all.add_session(all.add_activity("Training", {{"target_groups", {"staff"}}}), "2026-11-25", 8);
    const auto for_all = all.add_session(all.add_activity("Café"), "2026-11-25", 8);
    clock.advance(std::chrono::hours(6));
    client_count(for_staff, {{"women", "12"}});
    client_count(for_all, {{"women", "9"}, {"group_staff", "2"}});
    EXPECT_EQ(figure("participants"), 21);
    EXPECT_EQ(figure("participants_residents"), 7);
    EXPECT_EQ(figure("participants_staff"), 14);
    EXPECT_EQ(figure("participants_residents", {{"remote", "0"}}), 7) << "counted session by session";
    const std::string list = "/sundsvall/staff/sessions?from=2026-11-01&to=2026-11-30&figure=participants";
    auto client = staff();
    const auto behind = client.get(list + "_residents&remote=0");
    EXPECT_TRUE(behind.says("/staff/sessions/" + for_all + "\"")) << behind.html;
    EXPECT_FALSE(behind.says("/staff/sessions/" + for_staff)) << "employees alone";
    EXPECT_TRUE(client.get(list).says("/staff/sessions/" + for_staff + "\""));
    EXPECT_EQ(client.get(list + "&colour=red").status, 404) << "a limit that is none would list too many";
}

TEST_F(ActivityPages, AreFoundByDayAndByWhatOneTakesPartInFromHome) {
    const auto activity = all.add_activity("Culture at a distance");
    all.add_session(activity, "2026-11-27");
    auto far = all.session_on("2026-12-20");
    far.remote = "https://meet.example.org/culture";
    ASSERT_TRUE(all.activities.add_sessions(all.around(), activity, {far}, "anna"));
    auto client = resident();
    const std::string list = "/sundsvall/activities";
    const auto page = client.get(list);
    EXPECT_TRUE(page.says("27 November 2026") && page.says("20 December 2026")) << page.html;
    for (const auto* days : {"?to=2026-11-29", "?when=week"}) {
        const auto week = client.get(list + days);
        EXPECT_TRUE(week.says("27 November 2026") && !week.says("20 December 2026")) << days;
    }
    EXPECT_TRUE(client.get(list + "?when=week").says("value=\"week\" selected"));
    const auto home = client.get(page.link("To take part in from home"));
    EXPECT_TRUE(home.says("20 December 2026") && !home.says("27 November 2026"));
    EXPECT_FALSE(home.says("To take part in from home"));
}

TEST_F(ActivityPages, WhatIsDiscreetIsListedNowhereAndKeepsNoName) {
    const auto activity = all.add_activity("Shelter", {{"discreet", {"1"}}});
    const auto session = all.add_session(activity, "2026-12-03", 4);
    auto client = resident();
    for (const auto* list :
         {"/sundsvall/activities", "/sundsvall/activities.ics", "/api/v1/sundsvall/activities"})
        EXPECT_FALSE(client.send(http::Method::get, list).html.contains("Shelter")) << list;
    const auto page = client.get("/sundsvall/activities/" + slug_of(activity));
    EXPECT_TRUE(page.says("Leave this page quickly") && page.says("noindex") && !page.says("schema.org"))
        << page.html;
    EXPECT_TRUE(page.header("Cache-Control").contains("no-store")) << page.header("Cache-Control");
    const auto form = client.get(sign_up_url(activity, session));
    EXPECT_TRUE(form.says("Leave this page quickly") && form.says("data-leave")) << form.html;
    EXPECT_TRUE(form.header("Cache-Control").contains("no-store"));
    const auto code = client.submit(form, {}, "", "/sign-up");
    EXPECT_TRUE(code.says("Leave this page quickly")) << code.html;
    all.sign_up(session, {.name = "Gun", .by = ContactBy::phone, .contact = "070-174 06 35"});
    EXPECT_EQ(all.activities.signed_up(here, session).front().name, "");
}

TEST_F(ActivityPages, CalendarProgramsSubscribe) {
    const auto activity = all.add_activity("Café", {{"topics", {"bank"}}});
    all.add_session(activity, "2026-12-03", 4);
    all.add_session(all.add_activity("Lecture", {{"kind", {"lecture"}}}), "2026-12-04", 4);
    auto client = resident();
    const auto whole = client.send(http::Method::get, "/sundsvall/activities.ics").html;
    const auto calendar = calendar::read_icalendar(whole);
    ASSERT_TRUE(calendar) << whole;
    EXPECT_EQ(calendar->events.size(), 2U);
    EXPECT_EQ(calendar::read_icalendar(
                  client.send(http::Method::get, "/sundsvall/activities.ics?kind=lecture").html)
                  ->events.size(),
              1U);
    const auto one = calendar::read_icalendar(
        client.send(http::Method::get, "/sundsvall/activities/" + slug_of(activity) + ".ics").html);
    ASSERT_TRUE(one && one->events.size() == 1);
    EXPECT_EQ(calendar::minute_of(one->events[0].when.first), 14 * 60);
}

TEST_F(ActivityPages, TheScreenRenewsItselfOrStandsStill) {
    const auto place = all.directory.snapshot(here)->places.front();
    auto session = all.session_on("2026-11-25", 14, 4);
    session.place = place.id;
    all.activities.add_sessions(all.around(), all.add_activity("Café"), {session}, "anna");
    auto client = resident();
    const auto screen = client.get("/sundsvall/places/" + place.slug + "/screen");
    EXPECT_TRUE(screen.says("Café") && screen.header("Refresh") == "60") << screen.html;
    EXPECT_EQ(client.get("/sundsvall/places/" + place.slug + "/screen?still=1").header("Refresh"), "");
}

TEST_F(ActivityPages, SignUpsGoDaysAfterTheSessionAndNumbersStay) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    all.sign_up(session, {.name = "Gun"});
    const auto rule = retention_rules().front();
    const auto due = [&] {
        return Due{here, limit_of(rule.period, clock.now(), "Europe/Stockholm"), clock.now()};
    };
    database->write([&](db::Connection& connection) { EXPECT_EQ(rule.remove(connection, due(), 10), 0); });
    clock.advance(std::chrono::hours(24 * 17));
    database->write([&](db::Connection& connection) {
        EXPECT_EQ(rule.due(connection, due()), 1);
        EXPECT_EQ(rule.remove(connection, due(), 10), 1);
        EXPECT_EQ(rule.held(connection, here), 0);
    });
    EXPECT_TRUE(all.activities.signed_up(here, session).empty());
    EXPECT_EQ(all.session(session)->taken, 1);
}

TEST_F(ActivityPages, NobodyElseSeesThem) {
    const auto session = all.add_session(all.add_activity("Café"), "2026-12-03", 4);
    for (const std::string path : {"sessions", "activities", "activity-partners"})
        EXPECT_EQ(staff("neighbour").get("/sundsvall/staff/" + path).status, 404);
    EXPECT_EQ(staff("neighbour").get("/sundsvall/staff/sessions/" + session).status, 404);
}

}  // namespace
}  // namespace digilots::activities
