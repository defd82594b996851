#include "tasks/tasks.h"

#include <gtest/gtest.h>

#include <map>

#include "platform/base/time.h"
#include "platform/i18n/isolate.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/register/said_in_json.h"
#include "platform/testing/html_form.h"
#include "platform/testing/page_server.h"
#include "platform/testing/retention.h"
#include "tasks/sentences.h"
#include "tasks/tasks_for_tests.h"

namespace digilots::tasks {
namespace {

class TaskPages : public ::testing::Test, protected World {
protected:
    TaskPages() : server(routes_of({all}), clock) { server.person = nobody_else(http::Role::guide, "anna"); }

    static http::Identity nobody_else(http::Role role, const std::string& account) {
        auto person = testing::person_with(role);
        person.account_id = account;
        return person;
    }
    testing::PageClient as(http::Role role, const std::string& account) {
        server.person = nobody_else(role, account);
        auto client = server.client();
        client.accept_language = "en";
        return client;
    }

    Slice all = slice(tasks, organisation);
    testing::PageServer server;
};

TEST(WordsOfDuties, AreFilledAsAllTextsAre) {
    const auto& english = i18n::translator("en");
    EXPECT_EQ(words_of("Look at {name} and {other}", {{"name", "Växeln"}}, english), "Look at Växeln and {other}");
    const auto& arabic = i18n::translator("ar");
    EXPECT_EQ(words_of("{name}", {{"name", "Växeln"}}, arabic), i18n::isolated("Växeln", arabic.language()));
}

TEST_F(TaskPages, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(tasks.records(), tasks.records().around(here));
}

TEST_F(TaskPages, WhatIsWrittenByHandIsListedGivenOutAndReadBehindAKey) {
    auto anna = as(http::Role::guide, "anna");
    const auto saved = anna.submit(anna.get(list + "/new"), {{"title", "Ring the library"}, {"due", "2026-12-01"}});
    EXPECT_TRUE(saved.says("The task is added.")) << saved.html;
    EXPECT_TRUE(saved.says("Written by hand") && saved.says("To be done"));
    EXPECT_TRUE(anna.get(list + "?state=open").says("Ring the library"));
    EXPECT_FALSE(anna.get(list + "?state=done").says("Ring the library"));
    EXPECT_TRUE(anna.get(list + "/table").says("Ring the library"));
    EXPECT_EQ(as(http::Role::guide, "anna").get_once("/api/v1/sundsvall/tasks").status, 401);
}

TEST_F(TaskPages, WhoMayNotEndItIsToldWhoMayAndWhereToGo) {
    const auto task = tasks.records().add(around(), {{"title", {"Ring"}}, {"person", {"bo"}}}, "bo")->id;
    auto anna = as(http::Role::guide, "anna");
    const auto form = testing::find_form(anna.get(list + "/new").html, {{"csrf_token", ""}}, "/new");
    ASSERT_TRUE(form);
    const auto refused = anna.post_once(list + "/" + task + "/done", form->filled({}));
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.heading(), "This is not yours to change");
    EXPECT_TRUE(refused.says("or by a coordinator") && refused.says("href=\"/staff/\"")) << refused.html;
}

TEST_F(TaskPages, NobodyElseSeesThem) {
    server.person = testing::person_with(http::Role::administrator, "2280");
    EXPECT_EQ(server.client().get(list).status, 404);
    EXPECT_EQ(server.client().get(mine).status, 404);
}

TEST_F(TaskPages, ADutyBecomesATaskOfItsFunctionInTheReadersWordsAndClosesByItself) {
    const auto guide = add_function("Guide", "anna", "bo");
    set_rhythm("place", guide);
    duties = {check("a", "Fyren")};
    EXPECT_EQ(agree().opened, 1);
    EXPECT_EQ(agree().opened, 0) << "the same duty once";
    auto anna = as(http::Role::guide, "anna");
    const auto page = anna.get(mine);
    EXPECT_TRUE(page.says("Check that all is still right: Fyren")) << page.html;
    EXPECT_TRUE(page.says("It was last checked on 1 May 2026. Such records are checked every 6 months."));
    EXPECT_EQ(tasks.waiting_for(here, "anna").open, 1) << "what the menu says";
    EXPECT_EQ(tasks.waiting_for(here, "cilla").open, 0);
    anna.accept_language = "sv";
    EXPECT_TRUE(anna.get(mine).says("Kontrollera att allt fortfarande stämmer: Fyren"));
    EXPECT_TRUE(as(http::Role::guide, "bo").get(mine).says("Fyren")) << "who stands in has it, too";
    EXPECT_FALSE(as(http::Role::guide, "cilla").get(mine).says("Fyren"));
    duties = {};
    EXPECT_EQ(agree().closed, 1);
    EXPECT_FALSE(as(http::Role::guide, "anna").get(mine).says("Fyren"));
    const auto gone = as(http::Role::guide, "anna").get(list + "?state=gone");
    EXPECT_TRUE(gone.says("Fyren") && gone.says("Not needed any more"));
}

TEST_F(TaskPages, DoneWithAFewWordsAndUndone) {
    set_rhythm("place", add_function("Guide", "anna"));
    duties = {check("a", "Fyren")};
    agree();
    auto anna = as(http::Role::guide, "anna");
    const auto done = anna.submit(anna.get(mine), {{"outcome", "I rang them"}});
    EXPECT_TRUE(done.says("Done: Check that all is still right: Fyren")) << done.html;
    EXPECT_TRUE(done.says("it is a task again on 21 February 2027")) << done.html;
    EXPECT_EQ(only_task().text("outcome"), "I rang them");
    EXPECT_EQ(only_task().text("done_by"), "anna");
    EXPECT_EQ(agree().opened, 0) << "what somebody closed stays closed while its duty holds";
    const auto undone = anna.submit(done, {}, "", "/again");
    EXPECT_TRUE(undone.says("Fyren")) << undone.html;
    EXPECT_EQ(only_task().text("state"), "open");
    EXPECT_EQ(only_task().text("outcome"), "");
    EXPECT_EQ(only_task().text("rests_until"), "");
}

TEST_F(TaskPages, WhatWasClosedIsATaskAgainWhenItsRestIsOverOrTheDutyComesANewTime) {
    set_rhythm("place", add_function("Guide", "anna"));
    duties = {check("a", "Fyren")};
    agree();
    finish_only();
    clock.advance(std::chrono::hours(24 * 89));
    EXPECT_EQ(agree().opened, 0);
    clock.advance(std::chrono::hours(24 * 2));
    EXPECT_EQ(agree().opened, 1) << "nobody has done it";
    finish(open_tasks().front().id);
    duties = {};
    agree();
    duties = {check("a", "Fyren")};
    EXPECT_EQ(agree().opened, 1) << "it was done in between, and is to be done anew";
}

TEST_F(TaskPages, OnlyWhoseItIsOrACoordinatorClosesIt) {
    set_rhythm("place", add_function("Guide", "anna"));
    duties = {check("a", "Fyren")};
    agree();
    const auto url = list + "/" + only_task().id;
    auto cilla = as(http::Role::guide, "cilla");
    EXPECT_FALSE(cilla.get(url).says("Is it done?"));
    EXPECT_EQ(tasks.finish(around(), only_task().id, "", nobody_else(http::Role::guide, "cilla")), Finish::not_theirs);
    auto lead = as(http::Role::coordinator, "dag");
    const auto done = lead.submit(lead.get(url), {}, "", "/done");
    EXPECT_EQ(only_task().text("state"), "done") << done.html;
    EXPECT_TRUE(done.says("Open it again")) << done.html;
    EXPECT_EQ(lead.get(url + "/change").status, 200);
    EXPECT_TRUE(lead.submit(lead.get(url + "/change"), {{"due", "2027-01-01"}}).says("Open it again before you change it."));
}

TEST_F(TaskPages, ADutyOfOnePersonIsAmongTheirTasksAndNobodyElses) {
    set_rhythm("place", add_function("Guide", "bo"));
    auto one = check("a", "Fyren");
    one.responsible = "person:anna";
    duties = {one};
    EXPECT_EQ(agree().opened, 1);
    EXPECT_EQ(only_task().text("person"), "anna");
    EXPECT_EQ(only_task().text("function"), "");
    EXPECT_TRUE(as(http::Role::guide, "anna").get(mine).says("Fyren"));
    EXPECT_FALSE(as(http::Role::guide, "bo").get(mine).says("Fyren"));
    EXPECT_EQ(agree().changed, 0) << "it stays as it is";
}

TEST_F(TaskPages, WhatIsNobodysYetIsMetByWhoLeadsTheWork) {
    duties = {check("a", "Fyren")};  // and no function sees to places
    agree();
    EXPECT_TRUE(as(http::Role::coordinator, "dag").get(mine).says("Nobody’s yet"));
    EXPECT_TRUE(as(http::Role::coordinator, "dag").get(mine).says("Fyren"));
    EXPECT_FALSE(as(http::Role::guide, "anna").get(mine).says("Fyren"));
}

TEST_F(TaskPages, ProgramsReadWhatIsToBeDoneInTheLanguageOfItsNames) {
    duties = {check("a", "Fyren")};
    agree();
    const auto* title = tasks.records().declaration().find("title");
    const auto* said = dynamic_cast<const register_::SaidInJson*>(title->type.get());
    ASSERT_NE(said, nullptr);
    auto around = tasks.records().around(here);
    around.language = "sv";
    base::JsonWriter json;
    json.begin_object();
    said->json_said(*title, only_task(), around, json);
    json.end_object();
    EXPECT_EQ(std::move(json).take(), R"({"title":"Kontrollera att allt fortfarande stämmer: Fyren"})");
}

TEST_F(TaskPages, OfNobodysTasksTheFirstDaysStandThereAndItIsSaidHowManyThereAre) {
    duties.clear();
    for (int number = 10; number < 40; ++number) {
        auto duty = check("a" + std::to_string(number), "Hus " + std::to_string(number));
        duty.due = number == 39 ? "2026-11-24" : "2027-02-01";
        duties.push_back(std::move(duty));
    }
    agree();
    const auto page = as(http::Role::coordinator, "dag").get(mine);
    EXPECT_TRUE(page.says("Nobody’s yet (30)") && page.says("Hus 39") && page.says("The first 20 of 30")) << page.html;
    EXPECT_EQ(page.link("The first 20 of 30, by the day. All tasks that are open"), "/sundsvall/staff/tasks?state=open&sort=due");
}

TEST_F(TaskPages, WhatIsNewOfADutyIsSeenAndWhatSomebodyDecidedStays) {
    const auto guide = add_function("Guide", "anna"), other = add_function("Other", "bo");
    set_rhythm("place", guide);
    duties = {check("a", "Fyren")};
    agree();
    auto lead = as(http::Role::coordinator, "dag");
    lead.submit(lead.get(list + "/" + only_task().id + "/change"), {{"function", other}});
    duties = {check("a", "Fyrtornet")};
    EXPECT_EQ(agree().changed, 1);
    EXPECT_EQ(only_task().text("title"), "Fyrtornet");
    EXPECT_EQ(only_task().text("function"), other);
    EXPECT_EQ(agree().changed, 0);
}

TEST_F(TaskPages, ADayThatHasPassedIsNoneToDoItBy) {
    duties = {check("a", "Old", "2023-06-16"), check("b", "Soon", "2026-12-01")};
    agree();
    for (const auto& task : open_tasks()) {
        EXPECT_EQ(task.text("due"), task.text("title") == "Soon" ? "2026-12-01" : "2026-12-23") << task.text("title");
    }
}

TEST_F(TaskPages, MoreThanFitsIntoOneRunIsDoneByTheNextAndThereIsAnEnd) {
    for (int i = 0; i < 1250; ++i) duties.push_back(check(std::to_string(i), "Place " + std::to_string(i)));
    auto first = agree();
    EXPECT_EQ(first.opened, static_cast<std::int64_t>(Tasks::most_of_a_run));
    EXPECT_FALSE(first.is_all);
    std::int64_t opened = first.opened;
    for (int run = 0; run < 20 && !first.is_all; ++run) opened += (first = agree()).opened;
    EXPECT_TRUE(first.is_all);
    EXPECT_EQ(opened, static_cast<std::int64_t>(Tasks::most_open));
}

TEST_F(TaskPages, RefreshAsksAgainOnlyWhereSomethingHasChangedOrADayHasPassed) {
    duties = {check("a", "Fyren")};
    tasks.refresh();
    EXPECT_EQ(open_tasks().size(), 1U);
    const int before = asked;
    tasks.refresh();
    EXPECT_EQ(asked, before);
    duties = {};
    database->write([](db::Connection& connection) { kept::raise(connection, "place", here); });
    tasks.refresh();
    EXPECT_EQ(asked, before + 1);
    EXPECT_TRUE(open_tasks().empty());
    clock.advance(std::chrono::hours(24));
    tasks.refresh();
    EXPECT_EQ(asked, before + 2);
    changes_at = clock.now() + std::chrono::hours(1);
    database->write([](db::Connection& connection) { kept::raise(connection, "place", here); });
    tasks.refresh();
    EXPECT_EQ(asked, before + 3);
    for (const int more : {0, 1, 1}) {
        clock.advance(std::chrono::minutes(59));
        if (more == 1) changes_at = std::nullopt;
        tasks.refresh();
        EXPECT_EQ(asked, before + 3 + more) << "when a promise runs out";
    }
}

TEST_F(TaskPages, WhoLeavesHandsTheirOwnTasksOver) {
    auto anna = as(http::Role::guide, "anna");
    anna.submit(anna.get(list + "/new"), {{"title", "Ring the library"}, {"person", "anna"}});
    EXPECT_EQ(tasks.waiting_for(here, "anna").open, 1);
    const auto moved = database->write([&](db::Connection& connection) {
        return Tasks::hand_over(connection, here, "anna", "bo", "admin", clock.now());
    }, db::Isolation::deciding);
    EXPECT_EQ(moved, 1);
    EXPECT_EQ(tasks.waiting_for(here, "anna").open, 0);
    EXPECT_EQ(tasks.waiting_for(here, "bo").open, 1);
    EXPECT_TRUE(as(http::Role::guide, "bo").get(list + "/" + only_task().id).says("Handed over"));
}

TEST_F(TaskPages, AnOverdueTaskIsCountedAndFound) {
    auto anna = as(http::Role::guide, "anna");
    anna.submit(anna.get(list + "/new"), {{"title", "Ring the library"}, {"person", "anna"}, {"due", "2026-11-24"}});
    EXPECT_EQ(tasks.waiting_for(here, "anna").overdue, 0);
    clock.advance(std::chrono::hours(48));
    EXPECT_EQ(tasks.waiting_for(here, "anna").overdue, 1);
    EXPECT_TRUE(anna.get(mine).says("Overdue"));
    EXPECT_TRUE(anna.get(list + "?state=overdue").says("Ring the library"));
}

TEST_F(TaskPages, ThoseThatWereAddedAreCountedByUnit) {
    auto& units = organisation.unit_records();
    const auto culture = units.add(units.around(here), {{"name", {"Culture"}}}, "admin")->id;
    const auto library = units.add(units.around(here), {{"name", {"Library"}}, {"parent", {culture}}}, "admin")->id;
    auto& records = tasks.records();
    for (const auto& unit : {library, std::string(), std::string()})
        ASSERT_TRUE(records.add(records.around(here), {{"title", {"Ring"}}, {"unit", {unit}}}, "admin"));
    const auto measure = all.measures.front();
    const auto today = base::to_civil(clock.now(), "Europe/Stockholm").date;
    measures::Query query{.municipalities = {here}, .period = {.from = today, .to = today}, .by = {"unit"}, .where = {}};
    std::map<std::string, std::int64_t> counted;
    for (const auto& row : measure.figures(query)) counted[row.dimensions.at("unit")] = row.value.amount;
    EXPECT_EQ(counted, (std::map<std::string, std::int64_t>{{"", 2}, {library, 1}}));
    query.by.clear();
    for (const auto& [unit, count] : std::map<std::string, std::int64_t>{{culture, 1}, {library, 1}, {"-", 2}, {"made-up", 0}}) {
        query.where["unit"] = unit;
        EXPECT_EQ(measures::total_of(measure, measure.figures(query)).amount, count) << unit;
    }
}

TEST_F(TaskPages, ATaskAboutARecordLeadsToIt) {
    auto anna = as(http::Role::guide, "anna");
    anna.submit(anna.get(list + "/new?about=place:a"), {{"title", "Ring them"}});
    const auto page = anna.get(list + "/" + only_task().id);
    const auto way = list + "/" + only_task().id + "/about";
    EXPECT_TRUE(page.says("href=\"" + way + "\"") && page.says("Place a")) << page.html;
    EXPECT_EQ(anna.get_once(way).header("Location"), "/sundsvall/places/a") << "as a guide may see it";
    EXPECT_EQ(as(http::Role::editor, "bo").get_once(way).header("Location"), "/sundsvall/staff/directory/places/a");
    EXPECT_FALSE(anna.get(list + "/new?about=nothing:a").says("value=\"nothing:a\"")) << "what no slice has is not offered";
}

TEST_F(TaskPages, TasksAboutARecordAreCountedWithoutThoseOfDuties) {
    duties = {check("a", "Fyren")};
    agree();
    auto anna = as(http::Role::guide, "anna");
    for (const char* record : {"a", "a", "b"})
        anna.submit(anna.get(list + "/new?about=place:" + record), {{"title", "Ring them"}, {"due", "2026-11-20"}});
    const auto told = tasks.about(here, "place:a");
    ASSERT_EQ(told.size(), 2U) << "the duty's is not theirs";
    finish(told.front().id);
    const auto counted = tasks.about_kind(here, "place");
    ASSERT_EQ(counted.size(), 2U);
    EXPECT_EQ(counted.at("a").done, 1);
    EXPECT_EQ(counted.at("a").open, 1);
    EXPECT_EQ(counted.at("a").overdue, 1);
    EXPECT_EQ(counted.at("b").open, 1);
    EXPECT_TRUE(tasks.about(here, "place:a").back().is_done) << "open ones first";
    EXPECT_TRUE(tasks.about_kind("2282", "place").empty());
}

TEST_F(TaskPages, DoneOfACheckIsTheCheckItself) {
    set_rhythm("place", add_function("Editor", "anna"));
    duties_to_settle = {check("a", "Fyren"), check("b", "Båken")};
    agree();
    auto anna = as(http::Role::editor, "anna");
    const auto page = anna.get(mine);
    EXPECT_TRUE(page.says("Checked today: all is right")) << page.html;
    EXPECT_TRUE(page.says("/sundsvall/staff/directory/places/a")) << page.html;
    const auto done = anna.submit(page, {{"outcome", "I rang them"}});
    EXPECT_TRUE(done.says("The record counts as checked today.")) << done.html;
    EXPECT_FALSE(done.says("it is a task again on")) << done.html;
    EXPECT_EQ(duties_to_settle.size(), 1U) << "its slice wrote it";
    EXPECT_EQ(open_tasks().size(), 1U);
}

TEST_F(TaskPages, WhoMayNotDoItSeesWhoDoesAndThePageThatTheyMaySee) {
    set_rhythm("place", add_function("Guide", "anna"));
    duties_to_settle = {check("a", "Fyren")};
    agree();
    auto anna = as(http::Role::guide, "anna");
    const auto page = anna.get(mine);
    EXPECT_TRUE(page.says("An editor, a coordinator or an administrator does this.")) << page.html;
    EXPECT_TRUE(page.says("href=\"/sundsvall/places/a\"")) << page.html;
    EXPECT_FALSE(page.says("/staff/directory/")) << page.html;
    EXPECT_FALSE(page.says("Checked today: all is right")) << page.html;
    const auto url = list + "/" + only_task().id;
    EXPECT_FALSE(anna.get(url).says("/staff/directory/")) << "nor does the task's own page lead there";
    const auto led = anna.get_once(url + "/about");
    EXPECT_EQ(led.header("Location"), "/sundsvall/places/a");
    auto editor = as(http::Role::editor, "bo");
    EXPECT_EQ(editor.get_once(url + "/about").header("Location"), "/sundsvall/staff/directory/places/a");
    EXPECT_EQ(as(http::Role::guide, "anna").get(list + "/nothing/about").status, 404);
    auto sends = as(http::Role::guide, "anna");
    EXPECT_TRUE(sends.get(url).says("An editor, a coordinator or an administrator does this."));
    EXPECT_EQ(duties_to_settle.size(), 1U);
    EXPECT_EQ(only_task().text("state"), "open");
}

TEST_F(TaskPages, WhatWasClosedIsDeletedAfterItsTimeAndWhatIsOpenStays) {
    duties = {check("a", "Fyren"), check("b", "Båken")};
    agree();
    finish(open_tasks().front().id);
    const auto delete_due = [&] { return testing::delete_due(*database, retention_rules(), closed_rule, here, clock.now()); };
    EXPECT_EQ(delete_due(), 0);
    clock.set(testing::at("2028-11-23T10:30:00Z"));
    EXPECT_EQ(delete_due(), 0) << "until the day is over";
    clock.set(testing::at("2028-11-24T10:30:00Z"));
    EXPECT_EQ(delete_due(), 1);
    EXPECT_EQ(tasks.records().all(here).size(), 1U);
}

}  // namespace
}  // namespace digilots::tasks
