// How people and programs work in the plan together: what is new, comments, the week by letter; and that a large plan's pages
// stay small.
#include <gtest/gtest.h>

#include "plan/digest.h"
#include "plan/week.h"
#include "plan/world_for_tests.h"
#include "platform/base/json.h"
#include "platform/jobs/runner.h"
#include "platform/mail/outbox.h"
#include "platform/testing/page_server.h"
#include "platform/testing/race.h"

namespace digilots::plan {
namespace {

const std::string karins = testing::person_with(http::Role::guide, town).account_id;

/// Monday 30 November 2026.
struct TogetherInThePlan : PlanPages {
    TogetherInThePlan()
        : PlanPages([this](Neighbours& neighbours) {
              neighbours.letters.site = "https://digilots.example";
              neighbours.letters.readers = [](std::string_view) {
                  return std::vector<Letters::Reader>{{karins, "karin@sundsvall.example"}, {"bo", "no address"}};
              };
          }) {}

    base::Json changes(const std::string& query) {
        auto client = program({"plan:read"});
        const auto answer =
            client.send(http::Method::get, "/api/v1/sundsvall/plan/changes" + query, "", {{"Authorization", "Bearer x"}});
        EXPECT_EQ(answer.status, 200) << answer.html;
        return base::parse_json(answer.html).value();
    }
    /// How many letters a run of the job adds.
    std::size_t run_letters() {
        const auto letters = [&] {
            return database->read([](db::Connection& connection) { return mail::list(connection).size(); });
        };
        const auto before = letters();
        jobs::Runner runner(*database, clock,
                            {{.name = "plan_digest", .title = {"A job"}, .work = all.jobs.front().work}});
        database->write([&](db::Connection& connection) { jobs::add(connection, {.kind = "plan_digest"}, clock.now()); });
        runner.run_due();
        return letters() - before;
    }
};

TEST_F(TogetherInThePlan, AProgramLearnsWhatIsNewInItsOrderAndMissesNothing) {
    EXPECT_EQ(*changes("")["next"].as_integer(), 0);
    const auto project = server.part("project", "A", "");
    const auto milestone = server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}});
    ASSERT_EQ(server.fault_of_change("plan_node", project, {{"title", {"Renamed"}}}), "");
    ASSERT_TRUE(server.kinds.milestones.remove(server.around(), milestone, "anna", base::Seen::anything()));
    const auto told = changes("");
    const auto& items = told["changes"].items();
    ASSERT_EQ(items.size(), 4U);
    const char* whats[] = {"added", "added", "changed", "deleted"};
    for (std::size_t at = 0; at < items.size(); ++at) {
        EXPECT_EQ(items[at]["what"].text(), whats[at]);
        EXPECT_EQ(items[at]["part"].text(), project) << "also of what is deleted";
    }
    EXPECT_EQ(items[3]["kind"].text(), "plan_milestone");
    const auto part = changes("?limit=3");
    EXPECT_TRUE(*part["more"].as_bool());
    const auto rest = changes("?since=" + std::to_string(*part["next"].as_integer()));
    EXPECT_EQ(rest["changes"].items().size(), 1U);
    EXPECT_FALSE(*rest["more"].as_bool());
    pages->person = testing::person_with(http::Role::guide, town);
    auto nobody = pages->client();
    nobody.forget_cookies();
    EXPECT_EQ(nobody.send(http::Method::get, "/api/v1/sundsvall/plan/changes").status, 401);
}

TEST_F(TogetherInThePlan, PlacesInTheFeedAreGivenOnceHoweverManyWrite) {
    constexpr int writers = 4, each = 5;
    testing::race(writers, [&](int writer) {
        for (int number = 0; number < each; ++number) {
            const auto title = "Part " + std::to_string(writer) + " " + std::to_string(number);
            server.add("plan_node", {{"title", {title}}, {"kind", {"activity"}}});
        }
    });
    const auto told = changes("?limit=500");
    ASSERT_EQ(told["changes"].items().size(), std::size_t{writers * each});
    for (std::size_t at = 0; at < told["changes"].items().size(); ++at)
        EXPECT_EQ(*told["changes"].items()[at]["position"].as_integer(), static_cast<std::int64_t>(at + 1));
}

TEST_F(TogetherInThePlan, ACommentThatAsksAFunctionIsItsTaskUntilItIsAnswered) {
    const auto project = server.part("project", "A", "");
    const auto document =
        server.add("plan_document", {{"title", {"Study"}}, {"node", {project}}, {"kind", {"pre_study"}}});
    auto guide = person(http::Role::guide);
    const auto path = "/sundsvall/staff/plan/documents/" + document + "/document";
    EXPECT_TRUE(guide.get(path).says("No comment yet."));
    const auto form = guide.get("/sundsvall/staff/plan/comments/new?part=" + project + "&document=" + document);
    const auto saved = guide.submit(form, {{"title", "Is the budget in it?"}, {"section", "4"}, {"function", "leader"}});
    EXPECT_EQ(saved.status, 200) << saved.html;
    for (const auto& shown : {path, "/sundsvall/staff/plan/" + project}) {
        EXPECT_TRUE(guide.get(shown).says("Is the budget in it?")) << shown;
        EXPECT_TRUE(guide.get(shown).says("not answered yet")) << shown;
        EXPECT_TRUE(guide.get(shown).says("section 4")) << shown;
    }
    const auto& duty = all.duties.back();
    ASSERT_EQ(duty.key, "plan.comment");
    const auto open = duty.now(town);
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open[0].responsible, "function:leader");
    const auto comment = open[0].id;
    ASSERT_EQ(server.fault_of_change("plan_comment", comment, {{"answer", {"Yes, in section 4."}}}), "");
    EXPECT_TRUE(duty.now(town).empty());
    EXPECT_TRUE(guide.get(path).says("Yes, in section 4."));
    EXPECT_FALSE(server.kinds.documents.remove(server.around(), document, "anna", base::Seen::anything()))
        << "somebody has commented on it";
    const register_::Draft nowhere{{"title", {"Where?"}}, {"node", {project}}, {"section", {"2"}}};
    EXPECT_EQ(server.fault("plan_comment", nowhere), "document");
}

TEST_F(TogetherInThePlan, TheWeekComesByLetterOnceToWhoAsksForItAndHasSomethingToTell) {
    auto karin = person(http::Role::guide);
    EXPECT_EQ(run_letters(), 0U) << "nobody asked for it";
    const auto saved = karin.submit(karin.get("/sundsvall/staff/plan/digest"), {{"day", "2"}}, "", "/digest");
    EXPECT_TRUE(saved.says("Your choice is saved.")) << saved.html;
    EXPECT_EQ(run_letters(), 0U) << "it is Monday, and Tuesday was chosen";
    const auto project = server.part("project", "A", "");
    server.add("plan_milestone", {{"title", {"Map"}}, {"node", {project}}, {"deadline", {"2026-12-08"}}});
    clock.set(testing::at("2026-12-01T08:00:00Z"));
    Digests(server.kinds).set_day(town, "bo", 1);
    testing::race(4, [&](int) { run_letters(); });
    EXPECT_EQ(database->read([](db::Connection& connection) { return mail::list(connection).size(); }), 1U);
    static constexpr const char* newest = "SELECT subject || ' ' || body AS words FROM mail_letter ORDER BY id DESC LIMIT 1";
    static constexpr db::Statement words{"test", newest, newest};
    const auto letter =
        database->read([](db::Connection& connection) { return connection.query(words)[0].text("words"); });
    for (const char* said : {"A project A: 2 ändringar", "Map (A project A)", "https://digilots.example/sv/sundsvall/staff/plan\n",
                             "/staff/plan/digest"})
        EXPECT_NE(letter.find(said), std::string::npos) << said << "\n" << letter;
    EXPECT_EQ(run_letters(), 0U) << "once a week";
    database->write([](db::Connection& connection) { end_digest(connection, town, karins); });
    clock.set(testing::at("2026-12-08T08:00:00Z"));
    EXPECT_EQ(run_letters(), 0U) << "the account is closed";
}

TEST_F(TogetherInThePlan, ALargePlanIsFoldedAndEachPartOpensWhatIsBelowIt) {
    constexpr int projects = 40;
    std::string first;
    for (int number = 0; number < projects; ++number) {
        const auto code = "P" + std::to_string(number);
        const auto project = server.part("project", code.c_str(), "", {{"starts", {"2026-01-01"}}, {"ends", {"2027-12-31"}}});
        const auto area = server.part("area", "AO1", project);
        if (number == 0) {
            first = project;
            server.part("activity", "X1", area, {{"starts", {"2026-02-01"}}, {"ends", {"2026-03-01"}}});
        }
    }
    auto guide = person(http::Role::guide);
    const auto page = guide.get("/sundsvall/staff/plan");
    EXPECT_FALSE(page.says("area AO1"));
    EXPECT_TRUE(page.says("The plan is large"));
    EXPECT_LE(page.html.size(), 150'000U);
    EXPECT_TRUE(guide.get("/sundsvall/staff/plan?down=areas").says("area AO1"));
    const auto timeline = guide.get("/sundsvall/staff/plan/timeline");
    EXPECT_TRUE(timeline.says("40 parts are not drawn here")) << timeline.html;
    EXPECT_LE(timeline.html.size(), 150'000U);
    EXPECT_TRUE(timeline.says("/staff/plan/timeline?part=" + first));
    const auto one = guide.get("/sundsvall/staff/plan/timeline?part=" + first);
    EXPECT_TRUE(one.says("activity X1"));
    EXPECT_FALSE(one.says("P1 project P1"));
    EXPECT_TRUE(one.says("?part=" + first + "&amp;time=2026"));
    EXPECT_EQ(guide.get("/sundsvall/staff/plan/timeline.pdf?part=" + first).status, 200);
}

TEST_F(TogetherInThePlan, AYearTellsMonthByMonthWhatBeginsIsReachedMovesAndEnds) {
    const auto project =
        server.part("project", "A", "", {{"starts", {"2025-03-01"}}, {"ends", {"2027-05-31"}}});
    const auto other = server.part("project", "B", "", {{"starts", {"2027-01-01"}}, {"ends", {"2027-09-30"}}});
    server.add("plan_milestone", {{"title", {"Halfway"}}, {"node", {project}}, {"deadline", {"2026-06-30"}}});
    auto coordinator = person(http::Role::coordinator);
    const auto form = coordinator.get("/sundsvall/staff/plan/" + project + "/phase");
    ASSERT_EQ(coordinator.submit(form, {{"phase", "2"}, {"why", "It begins"}}).status, 200);
    const auto page = coordinator.get("/sundsvall/staff/plan/year");
    EXPECT_TRUE(page.says("year 2 of 3")) << page.html;
    EXPECT_TRUE(page.says("Halfway"));
    EXPECT_TRUE(page.says("A project A: Deployment")) << "moved today";
    EXPECT_FALSE(page.says("B project B")) << "it begins later";
    EXPECT_TRUE(coordinator.get("/sundsvall/staff/plan/year?year=2027").says("B project B"));
    EXPECT_FALSE(coordinator.get("/sundsvall/staff/plan/year?year=2027&part=" + project).says("B project B"));
    EXPECT_EQ(coordinator.get("/sundsvall/staff/plan/year?year=fish&part=" + other).status, 200);
    EXPECT_EQ(coordinator.get("/sundsvall/staff/plan/year.pdf?year=2026").status, 200);
}

TEST_F(TogetherInThePlan, APartnersCalendarReadsTheDaysOfAPartUntilTheLinkIsOver) {
    const auto project = server.part("project", "A", "", {{"ends", {"2027-03-01"}}});
    const auto area = server.part("area", "AO1", project);
    const auto map = server.add("plan_milestone", {{"title", {"Map"}}, {"node", {area}}, {"deadline", {"2026-12-01"}}});
    server.part("project", "B", "", {{"ends", {"2027-04-01"}}});
    auto coordinator = person(http::Role::coordinator);
    const auto path = "/sundsvall/staff/plan/" + project + "/calendar";
    const auto made = coordinator.submit(coordinator.get(path), {}, "", "/calendar");
    const auto at = made.html.find("/plan/", made.html.find("<code>"));
    ASSERT_NE(at, std::string::npos) << made.html;
    const auto link = "/sundsvall" + made.html.substr(at, made.html.find("</code>", at) - at);
    auto partner = pages->client();
    partner.forget_cookies();
    const auto days = partner.get(link);
    EXPECT_EQ(days.status, 200);
    EXPECT_TRUE(days.says("SUMMARY:Map") && days.says("DTSTART;VALUE=DATE:20261201") && days.says("SEQUENCE:1")) << days.html;
    EXPECT_FALSE(days.says("B project B")) << "another part";
    ASSERT_EQ(server.fault_of_change("plan_milestone", map, {{"deadline", {"2026-12-20"}}}), "");
    const auto moved = partner.get(link);
    EXPECT_TRUE(moved.says("DTSTART;VALUE=DATE:20261220") && moved.says("SEQUENCE:2")) << moved.html;
    coordinator = person(http::Role::coordinator);
    const auto ended = coordinator.submit(coordinator.get(path), {}, "", "/calendar/end");
    EXPECT_TRUE(ended.says("The link is over.")) << ended.html;
    EXPECT_EQ(partner.get(link).status, 404);
    EXPECT_EQ(person(http::Role::guide).get(path).status, 404);
}

TEST_F(TogetherInThePlan, AResultGoalNamesTheMilestonesThatFulfilIt) {
    const auto project =
        server.part("project", "A", "", {{"municipal_goals", {"Help for all\n4. What it costs"}}});
    server.add("plan_milestone", {{"title", {"Costs"}}, {"node", {project}}, {"result_goals", {"4"}}});
    const auto page = person(http::Role::guide).get("/sundsvall/staff/plan/" + project);
    const auto first = page.html.find("Help for all"), second = page.html.find("4. What it costs");
    ASSERT_NE(first, std::string::npos);
    ASSERT_NE(second, std::string::npos);
    const auto none = page.html.find("No milestone is said to fulfil it.");
    EXPECT_TRUE(first < none && none < second) << page.html;
    EXPECT_EQ(page.html.find("No milestone is said to fulfil it.", none + 1), std::string::npos);
}

TEST_F(TogetherInThePlan, WhoAnswersForAPartHasItsOpenDaysInTheirOwnCalendar) {
    const auto project = server.part("project", "A", "", {{"owner", {"leader"}}, {"ends", {"2027-06-30"}}});
    const auto area = server.part("area", "AO1", project);
    const auto map = server.add("plan_milestone", {{"title", {"Map"}}, {"node", {area}}, {"deadline", {"2026-12-18"}}});
    server.add("plan_milestone",
               {{"title", {"Memo"}}, {"node", {area}}, {"deadline", {"2026-10-01"}}, {"done_on", {"2026-10-01"}}});
    server.add("plan_milestone",
               {{"title", {"Of nobody"}}, {"node", {server.part("project", "B", "")}}, {"deadline", {"2026-12-18"}}});
    http::Tenant tenant;
    tenant.id = town;
    const auto days_of = [&](const std::vector<std::string>& functions) {
        return all.days.front()({tenant, functions, i18n::translator("en")});
    };
    const auto days = days_of({"leader"});
    ASSERT_EQ(days.size(), 2U) << "what is reached is not to be done any more";
    EXPECT_EQ(days.front().summary, "Ends: A project A");
    EXPECT_EQ(days.back().summary, "Map") << "of an area without an owner the project's has it";
    EXPECT_EQ(days.back().url, "/staff/plan/milestones/" + map);
    EXPECT_TRUE(days_of({"other"}).empty());
}

}  // namespace
}  // namespace digilots::plan
