// What surveys tell others: goals of what has changed, pages of e-services what residents are asked after their use.
#include <gtest/gtest.h>

#include "app/town_for_tests.h"

namespace digilots::app {
namespace {

struct Effects : ::testing::Test, TownForTests {
    Effects() { visitor.accept_language = staff.accept_language = "en"; }

    std::string add_survey(register_::Draft draft) {
        draft["kind"] = {"form"};
        draft["audience"] = {"residents"};
        auto& records = application.surveys.surveys();
        const auto made = records.add(records.around("2281"), draft, "a");
        EXPECT_TRUE(made);
        return made ? made->id : "";
    }
    void add_round(const std::string& survey, const char* stage, const char* opens, const char* closes) {
        auto& records = application.surveys.rounds();
        const register_::Draft draft{
            {"title", {stage}}, {"survey", {survey}}, {"stage", {stage}}, {"opens", {opens}}, {"closes", {closes}}};
        EXPECT_TRUE(records.add(records.around("2281"), draft, "a"));
    }
    void ask(const std::string& survey) {
        const std::string url = "/sundsvall/staff/surveys/" + survey + "/questions/new?kind=choice";
        staff.submit(staff.get(url), {{"label_sv", "Gör du det själv?"}, {"options_sv", "Ja\nNej"}}, "", "/questions/new");
        application.versions.refresh();
    }
    void answer(const std::string& survey, int yes, int no) {
        for (int at = 0; at < yes + no; ++at) {
            const auto body = R"({"answers":{"q1":")" + std::string(at < yes ? "c1" : "c2") + R"("},"form_token":"form-)" +
                              std::to_string(++answered) + R"("})";
            const auto taken = visitor.send(http::Method::post, "/api/v1/sundsvall/surveys/" + survey + "/answers", body,
                                            {{"Content-Type", "application/json"}});
            EXPECT_EQ(taken.status, 201) << taken.html;
        }
        clock.advance(std::chrono::hours(24));
        EXPECT_EQ(application.surveys.move(), yes + no);
        application.versions.refresh();
    }
    std::string add_goal(const std::string& counted) {
        const auto form = staff.get("/sundsvall/staff/goals/records/new");
        const testing::FormFields fields{{"title", "More do it alone"}, {"kind", "effect"},       {"starts", "2026-01-01"},
                                         {"ends", "2026-12-31"},        {"target_percent", "70"}, {"counted_from", counted}};
        const auto saved = staff.submit(form, fields, "", "/goals/records/new");
        EXPECT_TRUE(saved.says("The goal is added.")) << saved.html;
        return staff.get("/sundsvall/staff/goals").link("More do it alone");
    }
    int answered = 0;
};

TEST_F(Effects, AGoalIsCountedFromASurveyWithHowItWasBefore) {
    const auto survey = add_survey({{"title", {"Kursen"}}});
    add_round(survey, "before", "2026-11-20", "2026-11-25");
    add_round(survey, "after", "2026-11-27", "2026-12-20");
    ask(survey);
    const auto goal = add_goal("survey=" + survey + ":q1:c1");
    EXPECT_TRUE(staff.get(goal).says("How it stands is unknown: nobody has answered in its time yet")) << staff.get(goal).html;
    answer(survey, 5, 5);
    clock.set(testing::at("2026-11-27T09:00:00Z"));
    answer(survey, 9, 0);
    const auto page = staff.get(goal);
    EXPECT_TRUE(page.says("100 % (9 answers)")) << page.html;
    EXPECT_TRUE(page.says("Before: 50 % (10 answers).") && page.says("The change is +50 percentage points.")) << page.html;
    EXPECT_TRUE(page.says("On the way")) << "its time is not over";
    EXPECT_TRUE(staff.get(page.link("The results of the survey")).says("19 answered."));
    EXPECT_TRUE(staff.get("/sundsvall/staff/surveys/" + survey + "/over-time").says("Answered the question"));
    const auto questions = staff.get("/sundsvall/staff/surveys/" + survey + "/questions");
    staff.submit(questions, {}, "action=remove:q1", "/questions");
    application.versions.refresh();
    EXPECT_TRUE(staff.get(goal).says("The question that it was counted from was taken out of the survey"));
}

TEST_F(Effects, AGoalGoesOnWhereItsQuestionIsRewordedAndSaysWhereItsAnswerIsGone) {
    const auto survey = add_survey({{"title", {"Kursen"}}});
    add_round(survey, "after", "2026-11-20", "2026-12-20");
    ask(survey);
    const auto goal = add_goal("survey=" + survey + ":q1:c1");
    answer(survey, 6, 6);
    const std::string url = "/sundsvall/staff/surveys/" + survey + "/questions/q1";
    const auto write = [&](const char* question, const char* answers) {
        staff.submit(staff.get(url), {{"label_sv", question}, {"options_sv", answers}}, "", "/questions/q1");
        application.versions.refresh();
    };
    write("Klarar du det själv?", "Ja, det gör jag\nNej");
    answer(survey, 8, 0);
    const auto page = staff.get(goal);
    EXPECT_TRUE(page.says("70 % (20 answers)")) << page.html;
    EXPECT_TRUE(page.says("answers to 2 wordings are counted together"));
    write("Klarar du det själv?", "Nej\nIbland\nAldrig");
    const auto gone = staff.get(goal);
    EXPECT_TRUE(gone.says("The answer that it was counted from was taken out of the question")) << gone.html;
    EXPECT_TRUE(gone.says("The results of the survey"));
}

TEST_F(Effects, ARoundThatHasJustOpenedDoesNotTakeAwayWhatIsKnown) {
    const auto survey = add_survey({{"title", {"Kursen"}}});
    add_round(survey, "after", "2026-11-20", "2026-11-25");
    add_round(survey, "later", "2026-11-27", "2026-12-20");
    ask(survey);
    const auto goal = add_goal("survey=" + survey + ":q1:c1");
    answer(survey, 9, 0);
    clock.set(testing::at("2026-11-27T09:00:00Z"));
    application.versions.refresh();
    const auto page = staff.get(goal);
    EXPECT_TRUE(page.says("100 % (9 answers)")) << page.html;
    EXPECT_TRUE(page.says("Asked in the round “after”, 20 November 2026 – 25 November 2026.")) << page.html;
    answer(survey, 5, 5);
    EXPECT_TRUE(staff.get(goal).says("50 % (10 answers)")) << "now it tells something";
}

TEST_F(Effects, WhoHasUsedAnEServiceIsAskedOneQuestionWhileItIsOpen) {
    const auto id = add("e-services", {{"name", "Inglasning av altan"}, {"url", "https://e.sundsvall.example/altan"}});
    const auto url = "/sundsvall/e-services/" + application.directory.snapshot("2281")->e_service(id)->slug;
    const auto survey = add_survey({{"title", {"Hur gick det?"}}, {"asked_after", {"e_service"}}, {"e_service", {id}}});
    EXPECT_FALSE(visitor.get(url).says("Once you have used it")) << "nothing is asked yet";
    ask(survey);
    add_round(survey, "once", "2026-11-20", "2026-11-25");
    application.versions.refresh();
    const auto page = visitor.get(url);
    EXPECT_TRUE(page.says("Once you have used it")) << page.html;
    EXPECT_TRUE(visitor.get(page.link("Hur gick det?")).says("Gör du det själv?"));
    const auto other = add("e-services", {{"name", "Bygglov"}, {"url", "https://e.sundsvall.example/bygglov"}});
    const auto others_url = "/sundsvall/e-services/" + application.directory.snapshot("2281")->e_service(other)->slug;
    EXPECT_FALSE(visitor.get(others_url).says("Once you have used it")) << "it is about another one";
    clock.set(testing::at("2026-11-26T09:00:00Z"));
    application.versions.refresh();
    EXPECT_FALSE(visitor.get(url).says("Once you have used it")) << "the round is over";
}

TEST_F(Effects, AServiceSaysWhatItCostsAndThatItIsFreeWhereNothingIsWritten) {
    const auto place_id = add("places", {{"name", "Biblioteket"}, {"kind", "library"}});
    const auto free = add("services", {{"title", "Läxhjälp"}, {"place_id", place_id}});
    const auto url = "/sundsvall/places/" + application.directory.snapshot("2281")->place(place_id)->slug;
    EXPECT_TRUE(visitor.get(url).says("Free of charge")) << visitor.get(url).html;
    change("services", free, {{"price", "40,50"}});
    EXPECT_TRUE(visitor.get(url).says("40.50 kr")) << visitor.get(url).html;
    const auto refused = staff.submit(staff.get("/sundsvall/staff/directory/services/" + free), {{"price", "-5"}}, "",
                                      "/sundsvall/staff/directory/services/" + free);
    EXPECT_EQ(refused.status, 422);
}

}  // namespace
}  // namespace digilots::app
