// Rounds, answers and what nobody answered; points of workshops; examples that travel; the mapping that comes
// in.
#include "needs/world_for_tests.h"

#include "platform/register/every_statement_for_tests.h"

namespace digilots::needs {
namespace {

TEST_F(Needs, EveryStatementOfEveryRegisterRuns) {
    for (const auto* one : all.registers) register_::run_every_statement(*one, one->around(sundsvall));
}

TEST_F(Needs, ARoundBeginsWithTheQuestionsAndShowsWhatNobodyAnswered) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}, {"begins_with", {"template"}}});
    const auto first = question(round, "N1");
    ASSERT_NE(first, "");
    ASSERT_NE(question(round, "D8"), "");
    const register_::Draft answer{{"title", {"Most meet the library first"}},
                                  {"round", {round}},
                                  {"area", {"support"}},
                                  {"question", {first}},
                                  {"certainty", {"confirmed"}},
                                  {"resident_asked", {"yes"}}};
    ASSERT_NE(add("mapping_answer", answer), "");
    auto client = someone(http::Role::guide);
    const auto page = client.get("/sundsvall/staff/needs/coverage?round=" + round);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("1 of 72 questions have an answer")) << page.html;
    EXPECT_TRUE(page.says("Not answered"));
    EXPECT_TRUE(page.says("1 of 1 findings"));
    EXPECT_TRUE(client.get("/sundsvall/staff/needs/coverage?round=" + round + "&certainty=hearsay")
                    .says("0 of 72 questions"));
    const auto report = client.get("/sundsvall/staff/needs/report?round=" + round);
    EXPECT_TRUE(report.says("Most meet the library first"));
    EXPECT_TRUE(report.says("Nobody answered: N2")) << report.html;
    EXPECT_EQ(client.get("/sundsvall/staff/needs/report.pdf?round=" + round).status, 200);
    EXPECT_EQ(client.get("/sundsvall/staff/needs/report.odt?round=" + round).status, 200);
}

TEST_F(Needs, ARoundWithoutTheTemplateHasNoQuestions) {
    const auto round = add("mapping_round", {{"title", {"Own"}}, {"begins_with", {"nothing"}}});
    EXPECT_EQ(question(round, "N1"), "");
    EXPECT_TRUE(someone(http::Role::guide)
                    .get("/sundsvall/staff/needs/coverage?round=" + round)
                    .says("0 of 0 questions"));
}

TEST_F(Needs, ANewRoundBeginsWithWhatTheLastOneAsked) {
    const auto before = add("mapping_round", {{"title", {"Spring"}}, {"begins_with", {"nothing"}}});
    ASSERT_NE(add("mapping_question",
                  {{"title", {"Who answers at night?"}}, {"code", {"E1"}}, {"part", {"current"}}, {"round", {before}}}),
              "");
    clock.advance(std::chrono::hours(1));
    const auto now = add("mapping_round", {{"title", {"Autumn"}}, {"begins_with", {"last"}}});
    ASSERT_NE(question(now, "E1"), "");
    EXPECT_NE(question(now, "E1"), question(before, "E1")) << "each round keeps its own";
    EXPECT_EQ(question(now, "N1"), "");
}

TEST_F(Needs, AnEditionStaysWithItsRound) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    auto client = someone(http::Role::coordinator);
    const auto report = client.get("/sundsvall/staff/needs/report?round=" + round);
    EXPECT_TRUE(client.submit(report, {}, "", "/report/editions").says("Edition of")) << report.html;
    EXPECT_EQ(records("mapping_round").files_of(sundsvall, round).size(), 1U);
    EXPECT_FALSE(someone(http::Role::guide).get("/sundsvall/staff/needs/report?round=" + round).says("Keep it as an edition"));
}

TEST_F(Needs, TwoRoundsAreReadBesideEachOther) {
    const auto said_in = [&](const char* title, std::vector<const char*> findings) {
        const auto round = add("mapping_round", {{"title", {title}}, {"last_day", {title}}});
        for (const char* finding : findings)
            add("mapping_answer", {{"title", {finding}},
                                   {"round", {round}},
                                   {"area", {"support"}},
                                   {"question", {question(round, "N1")}},
                                   {"state", {"done"}}});
        return round;
    };
    const auto before = said_in("2025-10-01", {"At the switchboard", "At the library"});
    const auto now = said_in("2026-10-01", {"At the library", "At the bus"});
    auto client = someone(http::Role::guide);
    const auto page = client.get("/sundsvall/staff/needs/changes?round=" + now + "&before=" + before);
    EXPECT_TRUE(page.says("<h3>Said anew</h3><ul><li>At the bus</li></ul>")) << page.html;
    EXPECT_TRUE(page.says("<h3>Said no more</h3><ul><li>At the switchboard</li></ul>"));
    EXPECT_TRUE(page.says("1 finding as before"));
    EXPECT_TRUE(client.get("/sundsvall/staff/needs/changes").says("At the bus"))
        << "the newest, and the one before it";
}

TEST_F(Needs, TheMappingComesInWholeAndOnce) {
    take_mapping_in();
    EXPECT_NE(told.find("70 answers, 54 recommendations and 19 good examples of 7 municipalities"),
              std::string::npos)
        << told;
    const auto number = [&](const char* key, const char* id) {
        return records(key).list(records(key).around(id), {}, 1, 0).found;
    };
    EXPECT_EQ(number("mapping_answer", kramfors), 11);
    EXPECT_EQ(number("mapping_question", kramfors), 24);
    EXPECT_EQ(number("challenge", kramfors), 6) << "what stands in the way there";
    EXPECT_EQ(number("informal_help", kramfors), 4);
    EXPECT_NE(records("mapping_round").find(sundsvall, "tusen-vagar-in")->text("method"), "") << "how it was done";
    const auto changed = records("good_example").find(kramfors, "tusen-vagar-in-1");
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->text("title"), "Digital salong") << "in a wording of our own";
    take_mapping_in();
    EXPECT_EQ(number("mapping_answer", kramfors), 11);
    auto client = someone(http::Role::guide);
    const auto beside =
        client.get("/sundsvall/staff/needs/beside-others?mark=tusen-vagar-in-2022&area=support&question=N6");
    EXPECT_TRUE(beside.says("Statens servicekontor, KomIn, Campus Kramfors"));
    EXPECT_TRUE(beside.says("No answer to this")) << "Härnösand and Nordanstig say nothing of it";
    const auto coverage = client.get("/sundsvall/staff/needs/coverage?round=tusen-vagar-in");
    EXPECT_TRUE(coverage.says("Our own skills and aids: no section, and no answer.")) << coverage.html;
}

TEST_F(Needs, OneReportTellsWhatAllSayAreaByArea) {
    take_mapping_in();
    auto client = someone(http::Role::guide);
    const std::string url = "/sundsvall/staff/needs/joint-report", mark = "?mark=tusen-vagar-in-2022";
    const auto page = client.get(url + mark);
    for (const char* name : {"Härnösand", "Kramfors", "Nordanstig", "Sollefteå", "Sundsvall", "Ånge", "Örnsköldsvik"})
        EXPECT_TRUE(page.says("<h3>" + std::string(name) + "</h3>")) << name;
    EXPECT_TRUE(page.says("Statens servicekontor, KomIn, Campus Kramfors"));
    EXPECT_TRUE(page.says("There is nothing about this area.")) << "as the source has holes, so has this";
    EXPECT_TRUE(page.says("Answered in no municipality:"));
    const auto certain = client.get(url + mark + "&certainty=confirmed");
    EXPECT_TRUE(certain.says("Only what is:")) << certain.html;
    EXPECT_FALSE(certain.says("Nobody answered:")) << "what is left out may be answered";
    for (const char* file : {".pdf", ".odt"}) EXPECT_EQ(client.get_once(url + file + mark).status, 200) << file;
    EXPECT_EQ(client.get_once(url + ".pdf?mark=none").status, 303);
    EXPECT_TRUE(client.get(url + "?mark=none").says("No round that you may read has a mark."));
}

TEST_F(Needs, OfOthersTheReportTellsWhatTheyShare) {
    for (const char* shared : {"own", "network", "all"}) {
        const auto round =
            add("mapping_round", {{"title", {"Autumn"}}, {"mark", {"autumn"}}, {"shared", {shared}}}, kramfors);
        for (const char* state : {"done", "draft"})
            add("mapping_answer",
                {{"title", {std::string(state) + " for " + shared}},
                 {"round", {round}},
                 {"area", {"support"}},
                 {"state", {state}}},
                kramfors);
        add("recommendation",
            {{"title", {std::string("Do it for ") + shared}}, {"round", {round}}, {"area", {"support"}}, {"kind", {"wish"}}},
            kramfors);
    }
    auto client = someone(http::Role::guide);
    const auto read = [&] { return client.get("/sundsvall/staff/needs/joint-report?mark=autumn"); };
    auto seen = read();
    EXPECT_TRUE(seen.says("done for all") && seen.says("Do it for all")) << seen.html;
    for (const char* hidden : {"for own", "for network", "draft for"}) EXPECT_FALSE(seen.says(hidden)) << hidden;
    municipalities.save_network({"north", "North", {sundsvall, kramfors}});
    seen = read();
    EXPECT_TRUE(seen.says("done for network"));
    for (const char* hidden : {"for own", "draft for"}) EXPECT_FALSE(seen.says(hidden)) << hidden;
}

TEST_F(Needs, WhatIsKeptToOneselfIsSeenByNobodyElse) {
    for (const char* shared : {"own", "network", "all"}) {
        const auto round = add("mapping_round",
                               {{"title", {"Autumn"}}, {"mark", {"autumn"}}, {"shared", {shared}}}, kramfors);
        add("mapping_answer",
            {{"title", {std::string("Said to ") + shared}},
             {"round", {round}},
             {"area", {"support"}},
             {"state", {"done"}}},
            kramfors);
        add("good_example", {{"title", {std::string("Done for ") + shared}}, {"shared", {shared}}}, kramfors);
    }
    auto client = someone(http::Role::editor);
    const auto read = [&] {
        return client.get("/sundsvall/staff/needs/beside-others?mark=autumn&area=support&question=").html +
               client.get("/sundsvall/staff/needs/examples-of-others").html;
    };
    auto seen = read();
    EXPECT_NE(seen.find("Said to all"), std::string::npos);
    EXPECT_NE(seen.find("Done for all"), std::string::npos);
    for (const char* hidden : {"Said to own", "Said to network", "Done for own", "Done for network"})
        EXPECT_EQ(seen.find(hidden), std::string::npos) << hidden;
    municipalities.save_network({"north", "North", {sundsvall, kramfors}});
    seen = read();
    for (const char* shown : {"Said to network", "Done for network"})
        EXPECT_NE(seen.find(shown), std::string::npos) << shown;
    for (const char* hidden : {"Said to own", "Done for own"})
        EXPECT_EQ(seen.find(hidden), std::string::npos) << hidden;
    const auto api = client.get("/api/v1/networks/north/coverage?round=autumn");
    EXPECT_TRUE(api.says("\"municipality\":\"2282\",\"area\":\"support\",\"question\":null,\"answers\":1"))
        << api.html;
    EXPECT_EQ(client.get("/api/v1/networks/none/coverage?round=autumn").status, 404);
}

TEST_F(Needs, WhatIsForOneNetworkIsReadInNoOther) {
    municipalities.save_network({"north", "North", {sundsvall, kramfors}});
    municipalities.save_network({"coast", "Coast", {kramfors}});
    for (const char* network : {"north", "coast"}) {
        const register_::Draft shared{
            {"title", {std::string("For ") + network}}, {"shared", {"network"}}, {"networks", {network}}};
        auto round = shared;
        round["mark"] = {std::string("mark-") + network};
        EXPECT_NE(add("mapping_round", round, kramfors), "");
        EXPECT_NE(add("good_example", shared, kramfors), "");
    }
    auto client = someone(http::Role::editor);
    for (const char* path : {"/sundsvall/staff/needs/beside-others", "/sundsvall/staff/needs/joint-report",
                             "/sundsvall/staff/needs/examples-of-others"}) {
        const auto page = client.get(path);
        EXPECT_TRUE(page.says("For north") && !page.says("For coast")) << page.html;
    }
    EXPECT_EQ(examples_of(*database, *municipalities.network("coast")).size(), 1u);
    EXPECT_EQ(examples_of(*database, *municipalities.network("north")).front().title, "For north");
}

TEST_F(Needs, AnExampleIsCopiedOnceWithCredit) {
    add("good_example", {{"title", {"Coffee with the phone"}}, {"shared", {"all"}}}, kramfors);
    auto client = someone(http::Role::editor);
    const auto page = client.get("/sundsvall/staff/needs/examples-of-others");
    for (int time = 0; time < 2; ++time)
        EXPECT_TRUE(client.submit(page, {}, "", "examples-of-others").says("own list now"));
    const auto own = records("good_example").list(records("good_example").around(sundsvall), {}, 10, 0);
    ASSERT_EQ(own.found, 1);
    EXPECT_EQ(own.records.front().text("credit"), "Kramfors");
    EXPECT_TRUE(client.get(page.url).says("It stands in your own list"));
}

TEST_F(Needs, AnExampleThatItsOwnerChangesIsOfferedAnewAndNeverForced) {
    register_::Draft example{{"title", {"Coffee with the phone"}}, {"shared", {"all"}}};
    const auto id = add("good_example", example, kramfors);
    auto client = someone(http::Role::editor);
    const std::string url = "/sundsvall/staff/needs/examples-of-others";
    client.submit(client.get(url), {}, "", "examples-of-others");
    EXPECT_FALSE(client.get(url).says("Its owner has changed it"));
    example["title"] = {"Coffee with two phones"};
    auto& kind = records("good_example");
    ASSERT_TRUE(kind.change(kind.around(kramfors), id, example, "anna", base::Seen::anything()));
    const auto page = client.get(url);
    EXPECT_TRUE(page.says("Its owner has changed it")) << page.html;
    const auto own = [&] { return kind.list(kind.around(sundsvall), {}, 10, 0).records.front().text("title"); };
    EXPECT_EQ(own(), "Coffee with the phone");
    client.submit(page, {}, "", "examples-of-others");
    EXPECT_EQ(own(), "Coffee with two phones");
    EXPECT_FALSE(client.get(url).says("Its owner has changed it"));
}

TEST_F(Needs, ChallengesStandInTheOrderOfTheirPoints) {
    std::vector<std::string> ids;
    for (const char* title : {"Wifi", "Letters", "Who answers"})
        ids.push_back(add("challenge", {{"title", {title}}}));
    auto client = someone(http::Role::editor);
    const std::string path = "/sundsvall/staff/needs/ranking";
    const auto refused = client.submit(
        client.get(path), {{"workshop", "May"}, {"points_" + ids[0], "many"}, {"points_" + ids[1], "9"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("value=\"many\"")) << "what was typed stands there";
    EXPECT_EQ(records("challenge_points").list(records("challenge_points").around(sundsvall), {}, 1, 0).found,
              0)
        << "all or none";
    const auto mended = client.submit(refused, {{"points_" + ids[0], "3"}});
    EXPECT_TRUE(mended.says("The points of the workshop are added.")) << mended.html;
    client.submit(refused, {{"points_" + ids[0], "3"}});
    EXPECT_EQ(records("challenge_points").list(records("challenge_points").around(sundsvall), {}, 1, 0).found,
              2)
        << "sent twice";
    EXPECT_EQ(client.get_once(path + ".pdf").status, 200) << "a sheet to vote on";
    client.submit(client.get(path), {{"workshop", "June"}, {"points_" + ids[0], "4"}});
    const auto html = client.get(path).html;
    const auto at = [&](const char* words) { return html.find(words); };
    EXPECT_LT(at(">Letters<"), at(">Wifi<"));
    EXPECT_LT(at(">Wifi<"), at(">Who answers<"));
    EXPECT_NE(at("None yet"), std::string::npos) << "no points are not zero points";
}

TEST_F(Needs, ADecidedRecommendationIsATaskUntilItIsDone) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    register_::Draft draft{{"title", {"Open in the evening"}},
                           {"round", {round}},
                           {"area", {"support"}},
                           {"kind", {"wish"}},
                           {"state", {"decided"}}};
    EXPECT_EQ(add("recommendation", draft), "") << "what is decided has a day";
    draft["due"] = {"2027-01-31"};
    const auto id = add("recommendation", draft);
    ASSERT_NE(id, "");
    ASSERT_EQ(all.duties.front().now(sundsvall).size(), 1U);
    EXPECT_TRUE(all.duties.front().now(kramfors).empty());
    draft["state"] = {"done"};
    auto& kind = records("recommendation");
    ASSERT_TRUE(kind.change(kind.around(sundsvall), id, draft, "anna", base::Seen::anything()));
    EXPECT_TRUE(all.duties.front().now(sundsvall).empty());
}

TEST_F(Needs, NobodyIsNamed) {
    const auto round = add("mapping_round", {{"title", {"Autumn"}}});
    EXPECT_EQ(
        add("mapping_answer", {{"title", {"Ring 070-123 45 67"}}, {"round", {round}}, {"area", {"support"}}}),
        "");
    EXPECT_EQ(add("needs_group", {{"title", {"Older"}}, {"people", {"600"}}}), "") << "a size has a year";
    EXPECT_EQ(add("hit", {{"title", {"Drop-in"}}, {"hits", {"yes"}}, {"day", {"2026-11-01"}}}), "")
        << "an answer rests on something";
}

}  // namespace
}  // namespace digilots::needs
