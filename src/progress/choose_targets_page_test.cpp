#include <gtest/gtest.h>

#include "platform/audit/audit.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/html_form.h"
#include "platform/testing/old_database.h"
#include "progress/progress_world.h"

namespace digilots::progress {

TEST(ChoosingTargets, TheProposalIsTakenOverAndChanged) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    ASSERT_TRUE(world.progress.choices(overkalix).is_proposal);
    const auto proposed = world.progress.choices(overkalix).targets.size();
    client.submit(client.get("/overkalix/staff/progress"), {}, "", "adopt");
    EXPECT_FALSE(world.progress.choices(overkalix).is_proposal);
    EXPECT_EQ(world.progress.choices(overkalix).targets.size(), proposed);
    client.submit(client.get("/overkalix/staff/progress/targets/4.1"), {}, "", "leave-out");
    EXPECT_EQ(world.progress.choices(overkalix).targets.size(), proposed - 1);
    EXPECT_TRUE(world.progress.choices(sundsvall).is_proposal) << "another municipality's wheel stays";
}

TEST(ChoosingTargets, WhyAndTheLeadingIndicatorAreKept) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    const auto form = client.get("/overkalix/staff/progress/targets/16.1");
    const auto before = world.progress.choices(overkalix);
    const auto after =
        client.submit(form, {{"why", "Safety comes first."}, {"more", "N07900"}, {"leading", "N07403"}});
    if (after.status == 422) GTEST_FAIL() << after.html;
    const auto choices = world.progress.choices(overkalix);
    ASSERT_EQ(choices.targets.size(), 1U);
    EXPECT_EQ(choices.targets[0].why, "Safety comes first.");
    EXPECT_TRUE(choices.targets[0].own_indicators);
    EXPECT_EQ(choices.targets[0].indicators.back(), "N07900");
    EXPECT_TRUE(client.get("/overkalix/progress/targets/16.1").says("Safety comes first."));
    Progress reopened(*world.database, world.versions, world.indicators, world.municipalities, world.clock);
    EXPECT_EQ(reopened.choices(overkalix).targets[0].indicators, choices.targets[0].indicators);
    const auto trail = world.database->read(
        [](db::Connection& connection) { return audit::entries(connection, overkalix, 1); });
    ASSERT_EQ(trail.size(), 1U);
    EXPECT_EQ(trail[0].entry.action, "target chosen");
    EXPECT_EQ(trail[0].entry.actor, "0192-account");
}

TEST(ChoosingTargets, AnUnknownIndicatorIsSaidBesideTheField) {
    ProgressWorld world(Figures::none);
    auto client = world.signed_in("coordinator");
    const auto page =
        client.submit(client.get("/overkalix/staff/progress/targets/16.1"), {{"more", "N99999"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("No indicator matches “N99999”"));
    EXPECT_TRUE(world.progress.choices(overkalix).is_proposal);
}

TEST(ChoosingTargets, AnIndicatorIsFoundByItsNameAndTheMunicipalitysOwnAreListed) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    const std::string own = world.indicators.add_local(overkalix, {"", "Visits to the library", "number", ""}, "0192-account");
    world.indicators.add_local(sundsvall, {"", "Visits to the harbour", "number", ""}, "0192-account");
    world.indicators.catch_up_search();
    const std::string url = "/overkalix/staff/progress/targets/16.1";
    const auto form = client.get(url);
    EXPECT_TRUE(form.says("Visits to the library"));
    EXPECT_FALSE(form.says("Visits to the harbour"));
    EXPECT_FALSE(form.says("N00945"));
    const auto found = client.submit(form, {{"why", "Safety first."}, {"more", "visits"}}, "find=1");
    EXPECT_TRUE(found.says("Nothing is saved yet"));
    EXPECT_TRUE(found.says("Safety first.")) << "what was typed stays";
    EXPECT_TRUE(world.progress.choices(overkalix).is_proposal);
    EXPECT_TRUE(client.submit(form, {{"more", "zzzzq"}}, "find=1").says("No indicator matches “zzzzq”"));
    EXPECT_TRUE(client.submit(form, {{"more", ""}}, "find=1").says("Write a word of the name"));
    const auto saved = client.submit(form, {{"more", "visits to the library"}});
    EXPECT_TRUE(saved.says("The change is saved"));
    const auto chosen = world.progress.choices(overkalix).targets.at(0).indicators;
    EXPECT_EQ(chosen.back(), own);
}

TEST(ChoosingTargets, IndicatorsThatAreNotHereAreSaidBesideTheFieldAndNothingTypedIsLost) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    const std::string others = world.indicators.add_local(sundsvall, {"", "Visits to the harbour", "number", ""}, "0192-account");
    const std::string url = "/overkalix/staff/progress/targets/16.1";
    const auto form = digilots::testing::all_forms(client.get(url).html).front();
    for (const auto& [field, value] : {std::pair<std::string, std::string>{"indicators", others}, {"indicators", "made-up"},
                                       {"leading", others}, {"leading", "made-up"}}) {
        auto values = form.filled({{"why", "Safety comes first."}});
        values.emplace_back(field, value);
        if (field == "leading") values = form.filled({{"why", "Safety comes first."}, {field, value}});
        const auto page = client.post_once(url, values);
        EXPECT_EQ(page.status, 422) << value;
        EXPECT_TRUE(page.says("What was chosen is not in the list. Choose again.")) << value;
        EXPECT_TRUE(page.says("id=\"" + field + "-error\"")) << field;
        EXPECT_TRUE(page.says("Safety comes first.</textarea>"));
        EXPECT_FALSE(page.says("Visits to the harbour")) << "another municipality's";
    }
    EXPECT_TRUE(world.progress.choices(overkalix).is_proposal);
}

TEST(ChoosingTargets, GuidesReadAndOthersSeeNothing) {
    ProgressWorld world(Figures::none);
    auto guide = world.signed_in("guide");
    const auto page = guide.get("/overkalix/staff/progress/targets/4.1");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(page.says("Follow this target"));
    EXPECT_EQ(guide.post_once("/overkalix/staff/progress/adopt", {}).status, 404);
    EXPECT_EQ(world.signed_in("coordinator").get("/sundsvall/staff/progress").status, 404);
}

TEST(OwnGoals, AreMadeChangedAndRemoved) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    client.submit(client.get("/overkalix/staff/progress/goals/new"), {{"title", "A safe place"},
                                                                      {"number", "1"},
                                                                      {"colour", "#1F5FA8"},
                                                                      {"targets", "4.1"},
                                                                      {"targets", "16.1"}});
    auto goals = world.progress.choices(overkalix).goals;
    ASSERT_EQ(goals.size(), 1U);
    EXPECT_EQ(goals[0], (OwnGoal{"a-safe-place", 1, "A safe place", "#1f5fa8", {"4.1", "16.1"}}));
    EXPECT_TRUE(client.get("/overkalix/progress/wheel").says("1 A safe place, own goal"));
    client.submit(client.get("/overkalix/staff/progress/goals/a-safe-place"),
                  {{"title", "A safe and kind place"}});
    EXPECT_EQ(world.progress.choices(overkalix).goals[0].title, "A safe and kind place");
    const auto question = client.submit(client.get("/overkalix/staff/progress/goals/a-safe-place"), {}, "", "remove");
    EXPECT_TRUE(question.says("It cannot be brought back."));
    EXPECT_EQ(world.progress.choices(overkalix).goals.size(), 1U) << "it asks first";
    client.submit(question, {}, "", "remove");
    EXPECT_TRUE(world.progress.choices(overkalix).goals.empty());
}

TEST(OwnGoals, ATargetThatNobodyHasIsSaidBesideTheTargets) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    const std::string url = "/overkalix/staff/progress/goals/new";
    auto values = digilots::testing::all_forms(client.get(url).html).front().filled({{"title", "Safe"}, {"colour", "#1f5fa8"}});
    values.emplace_back("targets", "made-up");
    const auto page = client.post_once(url, values);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("What was chosen is not in the list. Choose again."));
    EXPECT_TRUE(page.says("Safe</textarea>"));
    EXPECT_TRUE(world.progress.choices(overkalix).goals.empty());
}

TEST(OwnGoals, AColourThatCannotBeSeenIsRefused) {
    ProgressWorld world(Figures::none);
    auto client = world.signed_in("coordinator");
    const auto form = client.get("/overkalix/staff/progress/goals/new");
    const auto pale = client.submit(form, {{"title", "Pale"}, {"colour", "#ffee88"}});
    EXPECT_EQ(pale.status, 422);
    EXPECT_TRUE(pale.says("This colour is hard to see"));
    EXPECT_EQ(client.submit(form, {{"title", "None"}, {"colour", "blue"}}).status, 422);
    EXPECT_EQ(client.submit(form, {{"title", ""}, {"number", "9"}, {"colour", "#1f5fa8"}}).status, 422);
    EXPECT_TRUE(world.progress.choices(overkalix).goals.empty());
}

TEST(OwnGoals, AreReadByGuidesAndLeaveATraceByTheNamesOfFields) {
    ProgressWorld world(Figures::none);
    auto client = world.signed_in("coordinator");
    client.submit(client.get("/overkalix/staff/progress/goals/new"), {{"title", "A safe place"}, {"colour", "#1f5fa8"}});
    const std::string url = "/overkalix/staff/progress/goals/a-safe-place";
    client.submit(client.get(url), {{"title", "A kind place"}, {"number", "4"}});
    const auto guide = world.signed_in("guide").get(url);
    EXPECT_TRUE(guide.says("A kind place"));
    EXPECT_FALSE(guide.says("<textarea") || guide.says(">Save<") || guide.says("Remove the goal"));
    const auto trail =
        world.database->read([](db::Connection& c) { return audit::entries_of(c, overkalix, "goal:a-safe-place", 10); });
    ASSERT_EQ(trail.size(), 2U);
    EXPECT_EQ(trail[0].entry.action, "goal changed");
    EXPECT_EQ(trail[0].entry.detail, "title, number");
}

TEST(OwnGoals, StandInATableAsDeclaredAndEveryStatementRuns) {
    ProgressWorld world(Figures::none);
    const auto& records = world.progress.own_goals();
    register_::run_every_statement(records, records.around(overkalix));
}

TEST(OwnGoals, OfADatabaseFromBeforeComeOverWithTheirTargets) {
    testing::OldDatabase before("_progress_register");
    for (const char* text :
         {"INSERT INTO progress_own_goal (municipality_id, key, number, title, colour) VALUES "
          "('2513', 'miljo', 2, 'En bra miljö', '#7a5200'), ('2513', 'alla-med', 1, 'Alla med', '#1f5fa8'), "
          "('2281', 'miljo', 5, 'Vår miljö', '#8b2a6e')",
          "INSERT INTO progress_own_goal_target (municipality_id, goal_key, target) VALUES "
          "('2513', 'miljo', '16.1'), ('2513', 'miljo', '4.1'), ('2281', 'miljo', '11.7')"})
        before.run(text);
    auto& opened = before.brought_over();
    kept::Versions known(opened);
    base::TestClock clock(testing::at("2026-11-23T09:00:00Z"));
    municipality::Municipalities municipalities(opened, known, clock);
    indicators::Indicators indicators(opened, known, municipalities, clock);
    Progress moved(opened, known, indicators, municipalities, clock);
    EXPECT_EQ(moved.choices(overkalix).goals,
              (std::vector<OwnGoal>{{"alla-med", 1, "Alla med", "#1f5fa8", {}},
                                    {"miljo", 2, "En bra miljö", "#7a5200", {"4.1", "16.1"}}}));
    EXPECT_EQ(moved.choices(sundsvall).goals,
              (std::vector<OwnGoal>{{"miljo", 5, "Vår miljö", "#8b2a6e", {"11.7"}}}));
}

TEST(Evaluations, AreClosedWithThatYearsWheel) {
    ProgressWorld world;
    world.load_demo();
    auto client = world.signed_in("coordinator");
    const std::string url = "/overkalix/staff/progress/evaluations/2022";
    EXPECT_TRUE(client.get("/overkalix/staff/progress/evaluations").says("Evaluate 2022"));
    const auto refused = client.submit(client.get(url), {{"conclusion", "Broadband lags."}}, "then=close");
    EXPECT_EQ(refused.status, 422) << "no decision yet";
    EXPECT_TRUE(refused.says("Broadband lags.")) << "what was typed stays";
    // Saving and closing are one step.
    const auto closed = client.submit(refused, {{"decision", "Fibre to every village."}, {"task", "Look at it."}}, "then=close");
    EXPECT_TRUE(closed.says("The evaluation is saved and closed."));
    const auto evaluation = world.progress.evaluation(overkalix, 2022);
    ASSERT_TRUE(evaluation && evaluation->closed_at);
    EXPECT_EQ(evaluation->conclusion, "Broadband lags.");
    EXPECT_EQ(evaluation->task, "Look at it.");
    const auto before = world.visitor().get("/overkalix/progress/wheel?year=2022&kept=1");
    EXPECT_TRUE(before.says("the wheel as it was when"));
    EXPECT_TRUE(before.says("Fibre to every village."));
    // What is decided later does not change what was kept.
    world.progress.leave_out(overkalix, "16.1", "0192-account");
    const auto kept = world.visitor().get("/overkalix/progress/wheel?year=2022&kept=1");
    EXPECT_TRUE(kept.says("/targets/16.1?year=2022"));
    EXPECT_FALSE(world.visitor().get("/overkalix/progress/wheel?year=2022").says("/targets/16.1?year=2022"));
    EXPECT_TRUE(client.get(url).says("Closed on 23 November 2026"));
    EXPECT_FALSE(world.progress.close_evaluation(overkalix, 2022, "0192-account"));
}

TEST(Evaluations, ADateThatIsNoneIsSaidBesideTheField) {
    ProgressWorld world;
    auto client = world.signed_in("coordinator");
    const auto page = client.submit(client.get("/overkalix/staff/progress/evaluations/2022"),
                                    {{"due_on", "soon"}, {"task", ""}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Write the date as 2026-12-31."));
    EXPECT_EQ(client.get("/overkalix/staff/progress/evaluations/1850").status, 404);
}

}  // namespace digilots::progress
