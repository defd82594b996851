// A question asked in other words is the same question for whoever counts by its keys.
#include "surveys/typed_question.h"
#include "surveys/world_for_tests.h"

namespace digilots::surveys {
namespace {

Question typed(const Question& before, const char* lines) {
    http::Fields form;
    form.pairs = {{"label_sv", "Klarar du det?"}, {"options_sv", lines}};
    return read_question(form, before, {"sv"}, {}).question;
}

TEST(SurveyWordings, AnAnswerKeepsItsKeyWhereItIsWrittenAnewInItsPlace) {
    const auto first = typed({.key = "q1"}, "Ja\nNej");
    ASSERT_EQ(first.options.size(), 2u);
    const auto reworded = typed(first, "Ja, det gör jag\nNej");
    ASSERT_EQ(reworded.options.size(), 2u);
    EXPECT_EQ(reworded.options[0].key, first.options[0].key);
    EXPECT_EQ(reworded.options[1].key, first.options[1].key);
    const auto turned = typed(first, "Nej\nJa");
    EXPECT_EQ(turned.options[0].key, first.options[1].key) << "what is called as before is the same";
    const auto shorter = typed(first, "Nej\nVet inte\nDelvis");
    for (const auto& option : shorter.options) EXPECT_NE(option.key, first.options[0].key) << "another number of lines";
}

TEST(SurveyWordings, AKeyThatWasTakenAwayIsNotGivenAgain) {
    const auto three = typed({.key = "q1"}, "Ja\nNej\nVet inte");
    const auto stored = definition_of(to_text(Definition{.questions = {typed(three, "Ja\nNej")}}));
    ASSERT_TRUE(stored);
    const auto again = typed(stored->questions.front(), "Ja\nNej\nIbland");
    EXPECT_EQ(again.options[2].key, "c4");
}

TEST_F(SurveysWorld, AResultGoesOnInOtherWordsAndIsMissingOnceItsAnswerIsGone) {
    const auto survey = open_survey();
    const auto result = survey + ":q1:c1";
    const auto answer = [&](int yes, int no) {
        for (int at = 0; at < yes + no; ++at) take_one(survey, {{"q1", {at < yes ? "c1" : "c2"}}});
        clock.advance(std::chrono::hours(24));
        EXPECT_EQ(surveys.move(), yes + no);
    };
    answer(6, 6);
    auto changed = two_questions();
    changed.questions[0].label["sv"] = "Fick du den hjälp du ville ha?";
    changed.questions[0].options[0].label["sv"] = "Ja, det fick jag";
    ask(survey, changed);
    EXPECT_EQ(surveys.share(sundsvall, result), (Share{6, 12})) << "nobody has answered in the new words yet";
    answer(8, 0);
    EXPECT_EQ(surveys.share(sundsvall, result), (Share{14, 20, 2}));
    const auto effect = surveys.effect(sundsvall, result, *periods::read("2026"));
    ASSERT_TRUE(effect);
    EXPECT_EQ(effect->now, (Share{14, 20, 2}));
    changed.questions[0].options[0].key = "c3";
    ask(survey, changed);
    EXPECT_FALSE(surveys.share(sundsvall, result));
    EXPECT_EQ(surveys.missing(sundsvall, result), Missing::answer);
    changed.questions.erase(changed.questions.begin());
    ask(survey, changed);
    EXPECT_EQ(surveys.missing(sundsvall, result), Missing::question);
    EXPECT_EQ(surveys.missing(sundsvall, "nothing:q1:c1"), Missing::survey);
}

TEST_F(SurveysWorld, WhatPeopleUnderstoodIsOfTheTimeThatIsAskedFor) {
    const auto survey = add_survey();
    add_round(survey, "Hösten", "once", "2026-11-01", "2026-12-20");
    auto definition = two_questions();
    definition.questions[0].theme = "understood";
    ask(survey, definition);
    for (int at = 0; at < 12; ++at) take_one(survey, {{"q1", {at < 6 ? "c1" : "c2"}}});
    clock.advance(std::chrono::hours(24));
    surveys.move();
    EXPECT_EQ(surveys.share_of_theme(sundsvall, "understood", *periods::read("2026-Q4")), (Share{6, 12}));
    EXPECT_FALSE(surveys.share_of_theme(sundsvall, "understood", *periods::read("2026-Q1"))) << "nobody was asked then";
}

TEST_F(SurveysWorld, AChangeIsAddedUpAcrossWordingsOfOneScale) {
    const auto survey = add_survey({{"title", {"Kursen"}}, {"is_paired", {"1"}}});
    add_round(survey, "Före", "before", "2026-11-30", "2026-12-05");
    add_round(survey, "Efter", "after", "2026-12-10", "2026-12-20");
    ask(survey);
    const auto answer_all = [&](const char* step) {
        for (const char* letter : {"a", "b", "c", "d", "e", "f"})
            EXPECT_EQ(take_one(survey, {{"q2", {step}}}, "", tidy_facts({letter, "s", "7", "2"})), Taken::taken);
    };
    answer_all("2");
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 6);
    auto changed = two_questions();
    changed.questions[1].label["sv"] = "Hur trygg är du?";
    ask(survey, changed);
    answer_all("4");
    clock.set(testing::at("2026-12-11T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 6);
    const auto effect = surveys.effect(sundsvall, survey + ":q2:rose", *periods::read("2026"));
    ASSERT_TRUE(effect);
    EXPECT_EQ(effect->now, (Share{6, 6}));
    const auto shown = client("guide").get("/sv/sundsvall/staff/surveys/" + survey + "/results");
    EXPECT_TRUE(shown.says("Hur trygg är du? (tidigare med andra ord)")) << shown.html;
    const auto over_time = client("guide").get("/sv/sundsvall/staff/surveys/" + survey + "/over-time");
    EXPECT_TRUE(over_time.says("Hur trygg är du?") && over_time.says("Hur säker är du? – ")) << over_time.html;
    changed.questions[1].most = 10;
    ask(survey, changed);
    EXPECT_FALSE(surveys.effect(sundsvall, survey + ":q2:rose", *periods::read("2026"))) << "steps of another scale";
}

TEST_F(SurveysWorld, ACodebookNamesTheFileAsItIsSaved) {
    const auto survey = open_survey();
    take_one(survey, {{"q1", {"c1"}}});
    is_made_up = true;
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    const auto book = client("guide").get(url + "/questions.xml").html;
    EXPECT_NE(book.find("<fileName>made-up-sundsvall-"), std::string::npos) << book;
}

}  // namespace
}  // namespace digilots::surveys
