// A village asks for an activity, staff plan it, it is seen by the code.
#include "activities/requests.h"

#include <algorithm>
#include <set>

#include "activities/world_for_tests.h"
#include "platform/mail/outbox.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/steps.h"

namespace digilots::activities {
namespace {

constexpr const char* form_of_requests = "/sundsvall/activity-requests";

class ActivityRequests : public ::testing::Test, protected World {
protected:
    testing::FormFields wish(const std::map<std::string, std::string>& further = {}) {
        std::map<std::string, std::string> typed{
            {"title", "Salon in the hall"}, {"locality", "Lillholmen"}, {"asker_kind", "village"},
            {"asker", "The village of Lillholmen"}, {"kind", "digital_salong"}, {"expected", "20"}};
        for (const auto& [name, value] : further) typed[name] = value;
        return {typed.begin(), typed.end()};
    }
    testing::Page ask(const std::map<std::string, std::string>& further = {}) {
        auto client = resident();
        return client.submit(client.get(form_of_requests), wish(further));
    }
    static std::string code_of_page(const testing::Page& page) {
        const auto path = page.url.substr(0, page.url.find('?'));
        return path.substr(path.rfind('/') + 1);
    }
    std::vector<register_::Record> requests() {
        auto& records = all.activities.requests();
        return records.list(records.around(here), {.with_ended = true}, 100, 0).records;
    }
    std::string only_request() {
        const auto listed = requests();
        EXPECT_EQ(listed.size(), 1U);
        return listed.empty() ? "" : listed.front().id;
    }
    bool change(const std::string& id, const register_::Draft& changes) {
        auto& records = all.activities.requests();
        const auto record = records.find(here, id).value();
        auto draft = records.draft_of(record, records.around(here));
        for (const auto& [name, values] : changes) draft[name] = values;
        return bool(records.change(records.around(here), id, draft, "anna", base::Seen::mark(records.mark_of(record))));
    }
    std::int64_t letters() {
        return database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    }
    std::vector<Duty> to_tell() { return request_duties(all.activities).now(here); }
    std::optional<RequestContact> contact(const std::string& id) {
        return request_contact(Inside::of(all.activities), here, id);
    }
};

TEST_F(ActivityRequests, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(all.activities.requests(), all.activities.requests().around(here));
}

TEST_F(ActivityRequests, AVillageAsksAndSeesByTheCodeWhatBecomesOfIt) {
    EXPECT_TRUE(resident().get("/sundsvall/activities").says("Ask for one"));
    const auto asked = ask();
    EXPECT_TRUE(asked.says("We have your request") && asked.says("Salon in the hall")) << asked.html;
    EXPECT_EQ(asked.header("Cache-Control"), "no-store");
    EXPECT_EQ(asked.header("Referrer-Policy"), "no-referrer");
    const auto code = code_of_page(asked);
    auto staff_member = staff();
    const auto board = staff_member.get("/sundsvall/staff/activity-requests/board");
    EXPECT_TRUE(board.says("Salon in the hall") && board.says("Lillholmen") && board.says("Wished for")) << board.html;

    const auto id = only_request();
    const auto record = staff_member.get("/sundsvall/staff/activity-requests/" + id);
    const auto made = staff_member.submit(record, {}, "", id + "/activity");
    EXPECT_TRUE(record.says("Make it an activity") && made.says("Salon in the hall")) << made.html;
    const auto after = requests().front();
    EXPECT_EQ(after.text("state"), "found");
    const auto activity = after.text("activity");
    EXPECT_FALSE(all.activities.programme(here)->with_id(activity)->is_published) << "residents see it when staff say so";
    EXPECT_EQ(staff_member.submit(record, {}, "", id + "/activity").status, 409)
        << "pressed twice it is one activity";
    EXPECT_EQ(all.activities.programme(here)->activities.size(), 1U);

    auto& records = all.activities.activities();
    const auto unpublished = records.find(here, activity).value();
    auto draft = records.draft_of(unpublished, records.around(here));
    draft["is_published"] = {"1"};
    EXPECT_TRUE(records.change(records.around(here), activity, draft, "anna", base::Seen::anything()));
    EXPECT_FALSE(resident().get("/sundsvall/activity-requests/" + code).says("It is planned."));
    all.add_session(activity, "2027-03-04");
    const auto early = resident().get("/sundsvall/activity-requests/" + code);
    EXPECT_TRUE(early.says("It is planned.") && early.says("4 March 2027"))
        << "a day that all can see is told before anybody moves the request" << early.html;
    EXPECT_TRUE(change(id, {{"state", {"planned"}}, {"answer", {"We come in March."}}}));
    const auto followed = resident().get("/sundsvall/activity-requests/" + code);
    EXPECT_TRUE(followed.says("It is planned.") && followed.says("We come in March.") && followed.says("4 March 2027"))
        << followed.html;
}

TEST_F(ActivityRequests, WithADayThatAllCanSeeItIsPlannedEverywhereAndTheVillageIsToldOnce) {
    const auto code = code_of_page(ask({{"by", "email"}, {"contact", "byn@example.org"}}));
    const auto id = only_request();
    auto staff_member = staff();
    staff_member.submit(staff_member.get("/sundsvall/staff/activity-requests/" + id), {}, "", id + "/activity");
    const auto activity = requests().front().text("activity");
    all.add_session(activity, "2027-03-04");
    EXPECT_EQ(requests().front().text("state"), "found") << "residents do not see it yet";
    EXPECT_EQ(letters(), 0);
    auto& records = all.activities.activities();
    auto draft = records.draft_of(records.find(here, activity).value(), records.around(here));
    draft["is_published"] = {"1"};
    ASSERT_TRUE(records.change(records.around(here), activity, draft, "anna", base::Seen::anything()));
    EXPECT_EQ(requests().front().text("state"), "planned");
    EXPECT_EQ(letters(), 1);
    all.add_session(activity, "2027-03-11");
    EXPECT_EQ(letters(), 1) << "once";
    EXPECT_TRUE(resident().get("/sundsvall/activity-requests/" + code).says("It is planned."));
    const auto tenant = sundsvall;
    http::Request request;
    request.tenant = tenant;
    request.language = "en";
    const auto matter = followed_requests(all.activities).find(html::Page(request), code);
    ASSERT_TRUE(matter);
    EXPECT_EQ(matter->standing, "It is planned.");
}

TEST_F(ActivityRequests, PlacesThatTheDirectoryKnowsNearbyAreSuggestedWithWhatTheyHave) {
    all.import_places();
    const auto snapshot = all.directory.snapshot(here);
    const auto there = std::ranges::find_if(snapshot->places, [](const directory::Place& place) {
        return place.status == directory::Status::open && !place.collective && !place.mobile;
    });
    ASSERT_NE(there, snapshot->places.end());
    EXPECT_NE(resident().get(form_of_requests).html.find("<option value=\"" + there->name + "\">"), std::string::npos);
    const auto asked = ask({{"locality", there->name}});
    EXPECT_TRUE(asked.says("Places there and near") && asked.says(there->name)) << asked.html;
    EXPECT_FALSE(ask({{"locality", "Nowhere that anybody knows"}}).says("Places there and near"));
    const auto again = ask({{"locality", there->name}, {"title", ""}});
    EXPECT_TRUE(again.status == 422 && again.says(there->name)) << again.html;
}

TEST_F(ActivityRequests, TheSameFormSentTwiceAsksOnce) {
    auto client = resident();
    const auto form = client.get(form_of_requests);
    const auto first = client.submit(form, wish()), second = client.submit(form, wish());
    EXPECT_EQ(code_of_page(first), code_of_page(second));
    EXPECT_EQ(requests().size(), 1U);
    client.submit(form, wish({{"title", "Another"}}));
    EXPECT_EQ(requests().size(), 2U);
}

TEST_F(ActivityRequests, WhatIsWrongIsSaidAndWhatWasTypedStays) {
    const auto number = ask({{"wish", "Ring 19121212-1212 in the evening"}});
    EXPECT_EQ(number.status, 422);
    EXPECT_TRUE(number.says("looks like a number of a person") && number.says("in the evening")) << number.html;
    const auto named = ask({{"wish", "Help Anna Svensson at Storgatan 5"}});
    EXPECT_TRUE(named.status == 422 && named.says("may be a person") && named.says("may be somebody’s address")) << named.html;
    EXPECT_TRUE(requests().empty());
    const auto nowhere = ask({{"locality", ""}, {"suits", "In spring"}, {"by", "phone"}, {"contact", "nobody"}});
    EXPECT_EQ(nowhere.status, 422);
    EXPECT_TRUE(nowhere.says("Write in which village") && nowhere.says("Write the phone number") && nowhere.says("In spring"))
        << nowhere.html;
    EXPECT_EQ(ask({{"website", "https://example.org"}}).status, 422) << "machines fill in all fields";
    EXPECT_TRUE(requests().empty());
    EXPECT_TRUE(ask().says("We have your request"));
    EXPECT_FALSE(resident().get(form_of_requests).says("Lillholmen")) << "nobody has looked at what was typed";
    EXPECT_TRUE(change(only_request(), {{"state", {"found"}}}));
    EXPECT_TRUE(resident().get(form_of_requests).says("Lillholmen")) << "what was written before is offered";
}

TEST_F(ActivityRequests, ACodeThatNeverWasAndOneThatIsOverAreTheSameAndGuessingWaits) {
    const auto code = code_of_page(ask());
    const auto id = only_request();
    auto& records = all.activities.requests();
    EXPECT_EQ(resident().get("/harnosand/activity-requests/" + code).status, 404);
    EXPECT_TRUE(records.remove(records.around(here), id, "anna", base::Seen::anything()));
    const auto over = resident().get("/sundsvall/activity-requests/" + code);
    const auto never = resident().get("/sundsvall/activity-requests/k7m2-9xqd-4tfh");
    EXPECT_EQ(over.status, 404);
    EXPECT_EQ(never.status, 404);
    EXPECT_TRUE(over.says("There is no request with this code") && never.says("There is no request with this code"));
    int status = 404;
    for (int guess = 0; guess < 60 && status == 404; ++guess)
        status = resident().get("/sundsvall/activity-requests/k7m2-9xqd-4tfh").status;
    EXPECT_EQ(status, 429);
}

TEST_F(ActivityRequests, WhoGaveAnEMailIsWrittenToAndTheAddressGoesWhenItIsOver) {
    const auto asked = ask({{"by", "email"}, {"contact", "byalag@example.org"}});
    EXPECT_FALSE(asked.says("byalag@example.org"));
    const auto id = only_request();
    EXPECT_TRUE(change(id, {{"state", {"found"}}}));
    EXPECT_EQ(letters(), 0) << "nothing yet that they need to hear";
    EXPECT_TRUE(change(id, {{"state", {"planned"}}}));
    EXPECT_EQ(letters(), 1);
    EXPECT_TRUE(change(id, {{"answer", {"On a Tuesday."}}}));
    EXPECT_EQ(letters(), 1);
    EXPECT_TRUE(change(id, {{"outcome", {"For ourselves."}}}));
    EXPECT_EQ(letters(), 1);
    EXPECT_TRUE(contact(id));
    EXPECT_TRUE(change(id, {{"state", {"declined"}}}));
    EXPECT_EQ(letters(), 1);
    EXPECT_FALSE(contact(id)) << "nobody needs it any more";
    EXPECT_TRUE(to_tell().empty());
}

TEST_F(ActivityRequests, ANeedOfOneInventoryIsAskedAboutBeforeItIsAWishTwice) {
    auto& records = all.activities.requests();
    register_::Draft wish{{"title", {"Help to print"}}, {"locality", {"Hallen"}}, {"found_in", {"Autumn inventory"}}};
    const auto add = [&] { return bool(records.add(records.around(here), wish, "anna")); };
    EXPECT_TRUE(add());
    EXPECT_FALSE(add()) << "it is there";
    wish["is_another"] = {"1"};
    EXPECT_TRUE(add()) << "who means another one says so";
    wish.erase("is_another");
    wish["found_in"] = {"Spring inventory"};
    EXPECT_TRUE(add());
}

TEST_F(ActivityRequests, NobodyIsDeclinedWithoutAWord) {
    ask({});
    const auto id = only_request();
    EXPECT_FALSE(change(id, {{"state", {"declined"}}}));
    EXPECT_TRUE(change(id, {{"state", {"declined"}}, {"answer", {"There is nobody who can come."}}}));
}

TEST_F(ActivityRequests, WhoGaveAPhoneNumberIsToldByStaffOnce) {
    ask({{"by", "phone"}, {"contact", "060-19 10 11"}});
    const auto id = only_request();
    EXPECT_TRUE(to_tell().empty());
    EXPECT_TRUE(change(id, {{"state", {"declined"}}, {"answer", {"There is nobody who can come."}}}));
    const auto duties = to_tell();
    ASSERT_EQ(duties.size(), 1U);
    auto staff_member = staff();
    const auto page = staff_member.get("/sundsvall" + duties.front().path);
    EXPECT_TRUE(page.says("060-19 10 11") && page.says("Tell them that it is declined.")) << page.html;
    staff_member.submit(page, {}, "", "/told");
    EXPECT_TRUE(to_tell().empty());
    EXPECT_FALSE(contact(id)) << "it is over and they know it";
}

TEST_F(ActivityRequests, MovedOnTheBoardByWhoComesFirst) {
    ask({{"by", "phone"}, {"contact", "060-19 10 11"}});
    const auto id = only_request();
    const std::string board = "/sundsvall/staff/activity-requests/board", move = id + "/state";
    auto anna = staff(), bo = staff("bo");
    const auto as_bo_sees_it = bo.get(board);
    const auto moved = anna.submit(anna.get(board), {}, "state=found", move);
    EXPECT_TRUE(moved.says("The request is moved.") && moved.says("Move on: Planned")) << moved.html;
    EXPECT_EQ(bo.submit(as_bo_sees_it, {}, "state=found", move).status, 409);
    EXPECT_EQ(requests().front().text("state"), "found");
    EXPECT_TRUE(moved.says("/staff/activity-requests/" + id + "/change#state")) << "declining is answered in the form";
    EXPECT_TRUE(to_tell().empty());
    anna.submit(anna.get(board), {}, "state=planned", move);
    EXPECT_EQ(to_tell().size(), 1U) << "whoever asked is to hear of it";
}

TEST_F(ActivityRequests, ThePlanOfAYearHasSessionsRequestsAndWhatHasNoMonth) {
    const auto activity = all.add_activity("Help with your phone");
    all.add_session(activity, "2027-02-11");
    ask({{"title", "In March"}});
    EXPECT_TRUE(change(only_request(), {{"plan_year", {"2027"}}, {"plan_month", {"03"}}}));
    ask({{"title", "Some day"}});
    auto staff_member = staff();
    const auto plan = staff_member.get("/sundsvall/staff/activity-plan?year=2027");
    for (const auto* text : {"11 February 2027", "Help with your phone", "In March, Lillholmen", "Some day, Lillholmen"})
        EXPECT_TRUE(plan.says(text)) << text << plan.html;
    EXPECT_TRUE(plan.says("Nothing is planned in: January, April, May")) << "in a sentence, not under nine headings";
    EXPECT_FALSE(staff_member.get("/sundsvall/staff/activity-plan?year=2028").says("In March"));
    all.add_activity("Salon in the villages", {{"per_term", {"4"}}});
    const auto again = staff_member.get("/sundsvall/staff/activity-plan?year=2027");
    EXPECT_TRUE(again.says("Salon in the villages") && again.says("Comes again, days not set")) << again.html;
    const auto printed = staff_member.get(again.link("The plan to print (PDF)"));
    EXPECT_TRUE(printed.status == 200 && printed.html.starts_with("%PDF")) << printed.status;
    const auto csv = staff_member.get("/sundsvall/staff/activity-plan.csv?year=2027").html;
    EXPECT_NE(csv.find("2027;03") != std::string::npos ? csv.find("2027;03") : csv.find("2027,03"), std::string::npos) << csv;
    EXPECT_FALSE(change(requests().back().id, {{"plan_year", {""}}, {"plan_month", {"04"}}})) << "a month of no year";
}

TEST_F(ActivityRequests, ThePlanSaysWhatIsSupportWhatIsCompetenceAndWhomWeVisit) {
    all.add_session(all.add_activity("Café"), "2027-02-11");
    all.add_session(all.add_activity("Course", {{"purpose", {"competence"}}}), "2027-02-12");
    all.add_activity("Salon in the villages", {{"per_term", {"4"}}, {"purpose", {"competence"}}});
    all.activities.know_planned([](const html::Page&, int year) {
        return std::vector<BesideActivities>{{.day = base::Date(std::chrono::year(year) / 3 / 4),
                                              .hours = "14-15",
                                              .title = "Pensioners",
                                              .where = "Village hall",
                                              .state = "Planned",
                                              .url = "/sundsvall/staff/tours/one",
                                              .unit = ""}};
    });
    const auto plan = staff().get("/sundsvall/staff/activity-plan?year=2027");
    for (const auto* text : {"Support to residents", "Competence development", "Visits to groups",
                             "4 March 2027 14-15: Pensioners", "Village hall · Planned"})
        EXPECT_TRUE(plan.says(text)) << text << plan.html;
    const auto csv = staff().get("/sundsvall/staff/activity-plan.csv?year=2027").html;
    for (const auto* text : {"Pensioners", "Comes again, days not set", "Competence development", "Support to residents"})
        EXPECT_NE(csv.find(text), std::string::npos) << text << csv;
    EXPECT_TRUE(staff().get("/sundsvall/staff/activity-plan.pdf?year=2027").html.starts_with("%PDF"));
}

TEST_F(ActivityRequests, TheMadeUpOnesStandInAllStates) {
    load_demo_requests(all.activities, sundsvall, "anna");
    std::set<std::string> states;
    for (const auto& request : requests()) states.insert(request.text("state"));
    EXPECT_EQ(states.size(), request_states().size());
    EXPECT_EQ(requests().size(), 7U) << "none is refused";
}

TEST_F(ActivityRequests, CountedByStateAndLocality) {
    ask();
    ask({{"locality", "Storlund"}});
    EXPECT_TRUE(change(requests().front().id, {{"state", {"planned"}}}));
    const auto measure = requests_asked(all.activities);
    const periods::Period year{base::parse_date("2026-01-01").value(), base::parse_date("2026-12-31").value()};
    EXPECT_EQ(measure.figures({{here}, year, {"locality"}, {}}).size(), 2U);
    const auto planned = measure.figures({{here}, year, {}, {{"state", "planned"}}});
    ASSERT_EQ(planned.size(), 1U);
    EXPECT_EQ(planned.front().value.amount, 1);
}

TEST_F(ActivityRequests, HowTheyAreReachedHasItsTime) {
    ask({{"by", "phone"}, {"contact", "060-19 10 11"}});
    const auto id = only_request();
    const auto rule = request_contact_retention();
    const auto now = clock.now();
    const auto gone = [&](base::Instant before) {
        return database->write([&](db::Connection& connection) {
            return rule.due(connection, {here, before, now}) + rule.remove(connection, {here, before, now}, 10);
        });
    };
    EXPECT_EQ(gone(now - std::chrono::days(1)), 0);
    EXPECT_TRUE(contact(id));
    EXPECT_EQ(gone(now + std::chrono::days(1)), 2);
    EXPECT_FALSE(contact(id));
    EXPECT_EQ(requests().size(), 1U);
    ask({{"by", "phone"}, {"contact", "060-19 10 11"}, {"title", "Another"}});
    auto& records = all.activities.requests();
    const auto other = requests().front().id == id ? requests().back().id : requests().front().id;
    EXPECT_TRUE(records.remove(records.around(here), other, "anna", base::Seen::anything()));
    EXPECT_EQ(gone(now - std::chrono::days(1)), 2) << "what the deleted one held goes with it";
}

TEST_F(ActivityRequests, AddressesOfStepsLeadToTheRequestAndAKindIsChosenFromThere) {
    ask({{"kind", ""}});
    const auto id = only_request();
    const std::string page = "/sundsvall/staff/activity-requests/" + id;
    auto client = staff();
    for (const auto* step : {"/activity", "/state", "/told"}) {
        const auto led = client.get(page + step);
        EXPECT_EQ(led.status, 200) << step;
        EXPECT_TRUE(led.says("Choose a kind, and the request can be made an activity.")) << step;
    }
    EXPECT_EQ(client.get("/sundsvall/staff/activity-requests/nobody/activity").status, 404);
    EXPECT_EQ(client.get(client.get(page).link("Choose a kind")).status, 200);
}

}  // namespace
}  // namespace digilots::activities
