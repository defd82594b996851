// Help outside the desk: what is written down, its figures, and how long notes are kept.
#include "outreach/outreach.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "platform/base/time.h"
#include "platform/register/doubts.h"
#include "platform/register/import.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"
#include "taxonomy/taxonomy.h"

namespace digilots::outreach {
namespace {

constexpr const char* sundsvall = "2281";

class Outreach : public ::testing::Test {
protected:
    Outreach() {
        municipalities.activate(sundsvall, municipality::default_settings(*municipality::Municipalities::find(sundsvall)));
    }
    register_::Records& records(std::string_view key) {
        for (auto* one : all.registers)
            if (one->declaration().key == key) return *one;
        throw std::logic_error("no such register");
    }
    /// The id; "" where it is refused.
    std::string add(std::string_view key, const register_::Draft& draft) {
        auto& kind = records(key);
        auto around = kind.around(sundsvall);
        around.today = base::to_civil(clock.now(), around.zone).date;
        const auto added = kind.add(around, draft, "anna");
        return added ? added->id : "";
    }
    std::int64_t figure(std::string_view key, std::map<std::string, std::string> where = {}) {
        const auto* measure = measures::find_measure(all.measures, key);
        if (!measure) return -1;
        const auto rows = measure->figures({.municipalities = {sundsvall},
                                            .period = {base::parse_date("2026-11-01").value(),
                                                       base::parse_date("2026-11-30").value()},
                                            .by = {},
                                            .where = std::move(where)});
        return measures::total_of(*measure, rows).amount;
    }
    register_::Others others() {
        register_::Others found{.links = organisation.link_sources(),
                                .name_of = [](std::string_view id) { return std::string(id); }};
        for (const char* name : {"directory.place", "everyday.system", "activities.activity"})
            found.links[name] = {.choices = [](const register_::Surroundings&) {
                return std::vector<register_::Choice>{{.key = "one", .label = "One"}};
            }, .path = ""};
        return found;
    }
    testing::PageClient guide(const std::string& municipality = sundsvall) {
        server.person = testing::person_with(http::Role::guide, municipality);
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database = testing::fresh_database();
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    organisation::Organisation organisation{*database, versions, clock};
    directory::Directory directory{*database, versions, municipalities, organisation, clock};
    taxonomy::OwnTopics own_topics{*database, versions, clock};
    inquiries::Inquiries log{*database, directory, municipalities, organisation, own_topics, clock};
    Slice all = slice(*database, clock, others(), log);
    testing::PageServer server{routes_of({all}), clock};
};

TEST_F(Outreach, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(sundsvall));
}

TEST_F(Outreach, AssistedVisitsAreCountedByDayAndWhetherTheyWorked) {
    EXPECT_NE(add("assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"health"}}, {"helper", {"nurse"}},
                {"success", {"yes"}}, {"place", {"one"}}}), "");
    EXPECT_NE(add("assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"bank"}}, {"helper", {"guide"}}}), "");
    EXPECT_NE(add("assisted_visit", {{"day", {"2026-10-20"}}, {"purpose", {"bank"}}, {"helper", {"guide"}},
                {"success", {"yes"}}}), "");
    EXPECT_EQ(figure("assisted_visits"), 2);
    EXPECT_EQ(figure("assisted_visits_worked"), 1);
    EXPECT_EQ(figure("assisted_visits", {{"place", "one"}, {"helper", "nurse"}}), 1);
    EXPECT_EQ(figure("assisted_visits", {{"place", "hall"}}), 0);
    EXPECT_EQ(add("assisted_visit", {{"day", {"2026-11-24"}}, {"purpose", {"bank"}}, {"helper",
                {"guide"}}}), "") << "to come";
    EXPECT_EQ(add("assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"bank"}}, {"helper", {"guide"}},
                                     {"note", {"Kalle, 850709-9805"}}}), "") << "tells who";
}

TEST_F(Outreach, VisitsToGroupsGiveFiguresAndTrialsAndSeriesHoldTheirNumbersTogether) {
    EXPECT_NE(add("tour", {{"title", {"PRO"}}, {"day", {"2026-11-20"}}, {"persons", {"34"}}, {"languages", {"sv"}},
                           {"questions", {"Vad är BankID?\nMåste jag?"}}}), "");
    EXPECT_NE(add("tour", {{"title", {"SPF"}}, {"day", {"2026-11-21"}}}), "");
    EXPECT_EQ(figure("group_visits", {{"language", "sv"}}), 1);
    EXPECT_EQ(figure("group_visits", {{"language", "ar"}}), 0);
    EXPECT_NE(add("tour", {{"title", {"IM"}}, {"day", {"2026-11-19"}}, {"persons", {"5"}}, {"languages", {"sv", "ar"}}}), "");
    EXPECT_EQ(figure("group_visits", {{"language", "sv"}}), 2);
    EXPECT_EQ(figure("group_visits_people", {{"language", "ar"}}), 5) << "it stands under each of its languages";
    EXPECT_EQ(figure("group_visits"), 3) << "and counts once in the sum";
    EXPECT_NE(add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-22"}}, {"state", {"planned"}}, {"hours", {"14-15.30"}},
                           {"activity", {"one"}}}), "");
    EXPECT_EQ(figure("group_visits"), 3) << "what is planned is not counted";
    EXPECT_EQ(figure("group_visits_people"), 39);
    EXPECT_EQ(add("onboarding", {{"title", {"Appen"}}, {"invited", {"10"}}, {"reached", {"11"}}}), "");
    EXPECT_EQ(add("trial", {{"title", {"Ny e-tjänst"}}, {"day", {"2026-12-10"}}, {"state", {"held"}}}), "") << "to come";
    EXPECT_NE(add("trial", {{"title", {"Ny e-tjänst"}}, {"day", {"2026-12-10"}}, {"state", {"planned"}}}), "");
}

TEST_F(Outreach, AVisitToAGroupIsPlannedAndATaskUntilSomebodySaysHowItWent) {
    EXPECT_EQ(add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-30"}}}), "") << "to come: nobody has been there";
    EXPECT_EQ(add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-30"}}, {"state", {"planned"}}, {"persons", {"4"}}}), "");
    EXPECT_EQ(add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-30"}}, {"state", {"planned"}}, {"hours", {"noon"}}}), "");
    const auto id = add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-30"}}, {"state", {"planned"}}, {"hours", {"14-15"}}});
    ASSERT_NE(id, "");
    const auto first = base::parse_date("2026-11-01").value(), last = base::parse_date("2026-12-31").value();
    EXPECT_TRUE(guide().get("/sundsvall/staff/tours/new").says("value=\"held\" selected")) << "most are written down afterwards";
    const auto planned = tours_between(*database, sundsvall, first, last);
    ASSERT_EQ(planned.size(), 1u);
    EXPECT_TRUE(planned.front().title == "SFI" && planned.front().hours == "14-15" && !planned.front().is_held);
    const auto& duty = all.duties.back();
    EXPECT_TRUE(duty.now(sundsvall).empty());
    clock.set(testing::at("2026-12-01T10:00:00Z"));
    ASSERT_EQ(duty.now(sundsvall).size(), 1u);
    auto& tours = records("tour");
    auto around = tours.around(sundsvall);
    around.today = base::parse_date("2026-12-01").value();
    auto draft = tours.draft_of(*tours.find(sundsvall, id), around);
    draft["state"] = {"held"};
    draft["persons"] = {"12"};
    ASSERT_TRUE(tours.change(around, id, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(duty.now(sundsvall).empty());
}

TEST_F(Outreach, ListsOfWhatHappenedOnDaysAreReadNewestFirstUntilSomebodyTurnsThemRound) {
    for (const char* day : {"2026-11-03", "2026-11-20", "2026-11-11"})
        ASSERT_NE(add("tour", {{"title", {"Visit of " + std::string(day)}}, {"day", {day}}}), "");
    auto client = guide();
    const auto order = [](const testing::Page& page) {
        std::vector<std::size_t> at;
        for (const char* day : {"2026-11-20", "2026-11-11", "2026-11-03"})
            at.push_back(page.html.find(">Visit of " + std::string(day) + "<"));
        return at;
    };
    const auto newest = client.get("/sundsvall/staff/tours");
    EXPECT_TRUE(std::ranges::is_sorted(order(newest))) << newest.html;
    EXPECT_TRUE(newest.says("aria-sort=\"descending\""));
    const auto oldest = client.get(newest.link("Day"));
    EXPECT_TRUE(std::ranges::is_sorted(order(oldest), std::ranges::greater())) << oldest.html;
    const auto back = client.get(oldest.link("Day"));
    EXPECT_TRUE(std::ranges::is_sorted(order(back)));
    const auto by_name = client.get(newest.link("Group"));
    EXPECT_TRUE(by_name.says("aria-sort=\"ascending\"")) << "names begin at A";
    EXPECT_TRUE(std::ranges::is_sorted(order(by_name), std::ranges::greater()));
}

TEST_F(Outreach, ALaunchShowsTheHelpThatIsLoggedAtItsPlaceInItsTime) {
    inquiries::Inquiry entry;
    entry.place = "one";
    entry.topics = {"print"};
    entry.channel = "visit";
    entry.outcome = "answered";
    const auto tenant = *municipalities.find_tenant("sundsvall");
    const auto id = add("launch", {{"title", {"Ny e-tjänst"}}, {"place", {"one"}}, {"first_day", {"2026-11-01"}},
                                   {"last_day", {"2027-01-31"}}, {"topic", {"print"}}});
    ASSERT_NE(id, "");
    const auto open = add("launch", {{"title", {"Utan slut"}}, {"place", {"one"}}, {"first_day", {"2026-11-01"}}});
    EXPECT_EQ(records("launch").find(sundsvall, open)->text("last_day"), "2027-02-01") << "it is for a time";
    EXPECT_TRUE(guide().get("/sundsvall/staff/launches/" + id).says("0 entries in the log so far"));
    ASSERT_TRUE(log.log(tenant, entry, "anna", "", ""));
    entry.topics = {"bank"};
    ASSERT_TRUE(log.log(tenant, entry, "anna", "", ""));
    const auto page = guide().get("/sundsvall/staff/launches/" + id);
    EXPECT_TRUE(page.says("1 entry in the log so far")) << page.html;
    EXPECT_EQ(guide("2280").get("/sundsvall/staff/launches/" + id).status, 404);
}

TEST_F(Outreach, NotesGoWithTimeAndTheCountsStay) {
    const auto id = add("assisted_visit", {{"day", {"2026-11-20"}}, {"purpose", {"health"}}, {"helper", {"nurse"}},
                {"note", {"hörlurar"}}});
    const auto tour = add("tour", {{"title", {"PRO"}}, {"day", {"2026-11-20"}}, {"persons", {"3"}}, {"questions",
                {"Varför?"}}});
    const auto rule = retention_rules().front();
    const auto run = [&](const char* before) {
        return database->write([&](db::Connection& connection) {
            const Due due{.municipality_id = sundsvall, .before = testing::at(before), .now = clock.now()};
            return rule.remove(connection, due, 100);
        });
    };
    EXPECT_EQ(run("2026-11-19T00:00:00Z"), 0);
    EXPECT_EQ(run("2026-11-22T00:00:00Z"), 2);
    EXPECT_EQ(records("assisted_visit").find(sundsvall, id)->text("note"), "");
    EXPECT_EQ(records("tour").find(sundsvall, tour)->text("questions"), "");
    EXPECT_EQ(figure("assisted_visits"), 1);
    EXPECT_EQ(figure("group_visits_people"), 3);
}

TEST_F(Outreach, WhoDidNotComeIsATaskUntilAllHaveHadItAndGoesWithTime) {
    const auto id = add("walkthrough", {{"title", {"Year 3"}}, {"day", {"2026-11-20"}}, {"invited", {"24"}}, {"came", {"16"}}});
    ASSERT_NE(id, "");
    EXPECT_EQ(add("walkthrough", {{"title", {"B"}}, {"day", {"2026-11-20"}}, {"invited", {"4"}}, {"came", {"6"}}}), "");
    EXPECT_EQ(all.duties.front().now(sundsvall).size(), 1u);
    const auto give = [&](const char* way, const char* number) {
        return add("catch_up", {{"walkthrough", {id}}, {"way", {way}}, {"number", {number}}, {"state", {"done"}}});
    };
    EXPECT_NE(give("paper", "5"), "");
    auto& groups = records("walkthrough");
    EXPECT_FALSE(groups.remove(groups.around(sundsvall), id, "anna", base::Seen::anything())) << "its catch-ups would be left";
    EXPECT_TRUE(guide().get("/sundsvall/staff/walkthroughs/" + id).says("3 have not had it yet"));
    EXPECT_NE(give("introduction", "3"), "");
    EXPECT_TRUE(all.duties.front().now(sundsvall).empty());
    const auto rule = catch_up_retention();
    EXPECT_EQ(database->write([&](db::Connection& connection) {
        return rule.remove(connection, {.municipality_id = sundsvall, .before = testing::at("2027-12-01T00:00:00Z"),
                                        .now = clock.now()}, 100);
    }), 1);
    EXPECT_FALSE(records("walkthrough").find(sundsvall, id));
}

TEST_F(Outreach, NoMoreCatchUpThanDidNotCome) {
    const auto id = add("walkthrough", {{"title", {"Year 3"}}, {"day", {"2026-11-20"}}, {"invited", {"10"}}, {"came", {"4"}}});
    const auto give = [&](const char* number, const char* state = "planned") {
        return add("catch_up", {{"walkthrough", {id}}, {"way", {"paper"}}, {"number", {number}}, {"state", {state}}});
    };
    EXPECT_EQ(give("5000", "done"), "");
    EXPECT_EQ(give("7"), "");
    const auto four = give("4");
    EXPECT_NE(four, "");
    EXPECT_EQ(give("3"), "") << "four of the six are planned already";
    auto client = guide();
    const auto form = client.get("/sundsvall/staff/catch-ups/new?walkthrough=" + id);
    const auto again = client.submit(form, {{"way", "phone"}, {"number", "3"}}, "", "/catch-ups/new");
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(again.says("are in no other catch-up: 2.") && again.says("value=\"3\"")) << again.html;
    auto& catch_ups = records("catch_up");
    const auto change = [&](const char* number) {
        const auto draft = register_::Draft{
            {"walkthrough", {id}}, {"way", {"paper"}}, {"number", {number}}, {"state", {"planned"}}};
        return catch_ups.change(catch_ups.around(sundsvall), four, draft, "anna", base::Seen::anything()).has_value();
    };
    EXPECT_FALSE(change("7"));
    EXPECT_TRUE(change("6"));
    auto& groups = records("walkthrough");
    const auto correct = [&](const char* came) {
        const auto draft = register_::Draft{
            {"title", {"Year 3"}}, {"day", {"2026-11-20"}}, {"invited", {"10"}}, {"came", {came}}};
        return groups.change(groups.around(sundsvall), id, draft, "anna", base::Seen::anything()).has_value();
    };
    EXPECT_FALSE(correct("5")) << "six are written down";
    EXPECT_TRUE(correct("3"));
    auto table = std::string("Group;How they get it;How many;How it stands\nYear 3, 2026-11-20;On paper;2;Planned\n");
    auto plan = register_::plan_import(catch_ups, table, catch_ups.around(sundsvall));
    EXPECT_EQ(plan.count(register_::PlannedRow::Kind::refused), 1U) << plan.fault;
    using Use = register_::Records::Use;
    ASSERT_TRUE(catch_ups.set_use(catch_ups.around(sundsvall), four, Use::ended, "anna", base::Seen::anything()));
    EXPECT_NE(give("5"), "") << "what has ended leaves room";
    const auto ended = client.get("/sundsvall/staff/catch-ups/" + four);
    const auto refused = client.submit(ended, {}, "", "/use");
    EXPECT_TRUE(refused.says("are in no other catch-up: 2.")) << "used again it would be more than did not come";
    EXPECT_FALSE(catch_ups.set_use(catch_ups.around(sundsvall), four, Use::in_use, "anna", base::Seen::anything()));
}

TEST_F(Outreach, HoursEndAfterTheyBeginAndWhatIsCountedHasBeen) {
    const auto launch = [&](const char* hours) {
        return add("launch", {{"title", {"Ny"}}, {"place", {"one"}}, {"first_day", {"2026-11-01"}}, {"hours", {hours}}});
    };
    EXPECT_EQ(launch("9-25"), "");
    EXPECT_EQ(launch("12-9"), "");
    EXPECT_NE(launch("9-12, 13-16.30"), "");
    EXPECT_EQ(add("tour", {{"title", {"SFI"}}, {"day", {"2026-11-20"}}, {"hours", {"11-10"}}}), "");
    EXPECT_EQ(add("trial", {{"title", {"App"}}, {"day", {"2026-12-20"}}, {"hours", {"16-14"}}}), "");
    const auto group = [&](const char* day, const char* done_by) {
        return add("walkthrough", {{"title", {"Year 3"}}, {"day", {day}}, {"invited", {"24"}}, {"came", {"16"}},
                                   {"done_by", {done_by}}});
    };
    EXPECT_EQ(group("2027-03-01", ""), "") << "nobody can have come yet";
    EXPECT_EQ(group("2026-11-20", "2026-11-10"), "");
    EXPECT_NE(group("2026-11-20", "2026-12-10"), "");
    EXPECT_EQ(add("assisted_visit", {{"day", {"1926-11-20"}}, {"purpose", {"bank"}}, {"helper", {"guide"}}}), "");
}

TEST_F(Outreach, WhoGoesToAGroupIsTakenInTheHoursOfTheVisit) {
    auto& functions = organisation.function_records();
    const auto function = functions.add(functions.around(sundsvall), {{"title", {"Guide"}}}, "anna");
    ASSERT_TRUE(function);
    const register_::Draft visit{{"title", {"Solrosen"}}, {"day", {"2026-12-09"}}, {"state", {"planned"}},
                                 {"function", {function->id}}, {"people", {"2"}}};
    EXPECT_EQ(add("tour", visit), "") << "when is not said";
    auto in_hours = visit;
    in_hours["hours"] = {"10-11.30"};
    ASSERT_NE(add("tour", in_hours), "");
    ASSERT_NE(add("tour", {{"title", {"PRO"}}, {"day", {"2026-12-10"}}, {"state", {"planned"}}, {"hours", {"9-12"}}}), "");
    const auto taken = tours_that_take_time(*database, sundsvall, "Europe/Stockholm", clock.now());
    ASSERT_EQ(taken.size(), 1u) << "of the other nobody is said";
    EXPECT_TRUE(taken.front().function == function->id && taken.front().people == 2);
    EXPECT_EQ(taken.front().begin, testing::at("2026-12-09T09:00:00Z"));
    EXPECT_EQ(taken.front().end, testing::at("2026-12-09T10:30:00Z"));
    const auto& kind = records("tour");
    EXPECT_FALSE(register_::doubts_about(kind, kind.around(sundsvall), nullptr, in_hours).empty()) << "written down already";
}

TEST_F(Outreach, AFreeTrialIsOfNoUnitUntilOneTakesItAndOneThatIsOverIsATask) {
    const auto id = add("trial", {{"title", {"Ledig"}}, {"day", {"2026-12-10"}}, {"state", {"free"}}, {"unit", {}}});
    ASSERT_NE(id, "");
    EXPECT_FALSE(guide().get("/sundsvall/staff/trials/" + id).says("Take the time")) << "of whoever works in no unit";
    auto client = guide();
    server.person->unit = "library";
    const auto page = client.get("/sundsvall/staff/trials/" + id);
    EXPECT_TRUE(page.says("Take the time")) << page.html;
    client.submit(page, {}, "", "/take");
    server.person->unit = "school";
    EXPECT_GE(client.submit(page, {}, "", "/take").status, 400) << "another unit was faster";
    const auto trial = records("trial").find(sundsvall, id);
    ASSERT_TRUE(trial);
    EXPECT_TRUE(trial->text("unit") == "library" && trial->text("state") == "planned");
    const auto first = base::parse_date("2026-12-01").value(), last = base::parse_date("2026-12-31").value();
    EXPECT_EQ(trials_and_launches_between(*database, sundsvall, first, last).size(), 1u);
    const auto duties = trial_duties(*database, clock);
    EXPECT_TRUE(duties.now(sundsvall).empty());
    clock.set(testing::at("2026-12-11T10:00:00Z"));
    EXPECT_EQ(duties.now(sundsvall).size(), 1u);
}

}  // namespace
}  // namespace digilots::outreach
