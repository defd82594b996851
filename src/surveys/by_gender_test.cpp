// Women, men and all others of those who answered, for reports: only what would tell of few is hidden.
#include "surveys/world_for_tests.h"

namespace digilots::surveys {
namespace {

struct GendersOfAnswers : SurveysWorld {
    GendersOfAnswers() {
        Definition definition;
        definition.next_key = 3;
        definition.questions = {{.key = "q1",
                                 .kind = Kind::choice,
                                 .label = {{"sv", "Du är"}},
                                 .options = {{"women", {{"sv", "Kvinna"}}},
                                             {"men", {{"sv", "Man"}}},
                                             {"other", {{"sv", "Annat"}}}},
                                 .split = "gender"},
                                {.key = "q2", .kind = Kind::scale, .label = {{"sv", "Hur gick det?"}}}};
        survey = add_survey();
        add_round(survey, "Hösten", "once", "2026-11-01", "2026-12-20");
        ask(survey, definition);
    }
    void answer(const char* gender, int number) {
        for (int at = 0; at < number; ++at) {
            Answers answers{{"q2", {"3"}}};
            if (gender[0] != '\0') answers["q1"] = {gender};
            EXPECT_EQ(take_one(survey, answers), Taken::taken);
        }
    }
    ByGender told() {
        clock.advance(std::chrono::hours(24));
        surveys.move();
        const auto all = surveys.by_gender(sundsvall, *periods::read("2026"));
        return all.empty() ? ByGender{} : all.front();
    }
    std::string survey;
};

TEST_F(GendersOfAnswers, TellAllOthersTogetherWhereSomeSaidNothing) {
    answer("women", 40);
    answer("men", 30);
    answer("other", 6);
    answer("", 7);
    const auto by = told();
    EXPECT_EQ(by.numbers.at("women"), 40);
    EXPECT_EQ(by.numbers.at("men"), 30);
    EXPECT_EQ(by.others, 13) << "who said something else and who said nothing, in one";
}

TEST_F(GendersOfAnswers, HideWhatWouldTellOfFew) {
    answer("women", 40);
    answer("men", 30);
    answer("other", 2);
    const auto by = told();
    EXPECT_FALSE(by.others) << "these are two persons";
}

TEST_F(GendersOfAnswers, SayThatThereIsNobodyElse) {
    answer("women", 40);
    answer("men", 30);
    EXPECT_EQ(told().others, 0);
}

}  // namespace
}  // namespace digilots::surveys
