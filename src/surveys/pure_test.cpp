// Logic, checking, numbers of bands, intervals, sheets, facts: without a database.
#include <gtest/gtest.h>

#include "platform/base/json.h"
#include "surveys/checking.h"
#include "surveys/counting.h"
#include "surveys/implementation.h"
#include "surveys/ready_made.h"
#include "surveys/results.h"
#include "surveys/sheet.h"
#include "surveys/steps.h"
#include "surveys/told.h"
#include "surveys/typed_question.h"

namespace digilots::surveys {
namespace {

Question yes_or_no(const char* key) {
    return {.key = key,
            .kind = Kind::choice,
            .label = {{"sv", "Ja?"}},
            .options = {{"c1", {{"sv", "Ja"}}}, {"c2", {{"sv", "Nej"}}}}};
}

Definition three() {
    Definition definition;
    definition.questions = {yes_or_no("q1"), yes_or_no("q2"), yes_or_no("q3")};
    return definition;
}

TEST(SurveyLogic, ACircleALaterQuestionAndWhatIsNotThereAreRefused) {
    using What = LogicFault::What;
    auto definition = three();
    EXPECT_FALSE(fault_of_logic(definition));
    definition.questions[1].shown_if = Condition{"q3", "c1"};
    EXPECT_EQ(fault_of_logic(definition), (LogicFault{What::asks_a_later_one, "q2"}));
    definition.questions[2].shown_if = Condition{"q2", "c1"};
    EXPECT_EQ(fault_of_logic(definition), (LogicFault{What::loops, "q2"}));
    definition = three();
    definition.questions[0].shown_if = Condition{"q1", "c1"};
    EXPECT_EQ(fault_of_logic(definition), (LogicFault{What::loops, "q1"})) << "asks of itself";
    definition = three();
    definition.questions[1].shown_if = Condition{"q1", "c9"};
    EXPECT_EQ(fault_of_logic(definition), (LogicFault{What::unknown_value, "q2"}));
    definition.questions[1].shown_if = Condition{"q9", "c1"};
    EXPECT_EQ(fault_of_logic(definition), (LogicFault{What::unknown_question, "q2"}));
}

TEST(SurveyLogic, WhatIsNotAskedIsNotKept) {
    auto definition = three();
    definition.questions[1].shown_if = Condition{"q1", "c1"};
    definition.questions[2].shown_if = Condition{"q2", "c2"};
    const Answers all{{"q1", {"c2"}}, {"q2", {"c2"}}, {"q3", {"c1"}}};
    EXPECT_EQ(check(definition, all).answers, (Answers{{"q1", {"c2"}}})) << "neither is what asks of it";
    const auto counts = counts_of(definition, {{"q1", {"c2"}}});
    EXPECT_EQ(counts[1].second, not_asked);
    EXPECT_EQ(counts_of(definition, {})[0].second, not_answered);
}

TEST(SurveyAnswers, EachKindSaysWhatIsWrong) {
    Definition definition;
    definition.questions = {yes_or_no("q1"),
                            {.key = "q2", .kind = Kind::scale, .least = 1, .most = 5},
                            {.key = "q3", .kind = Kind::number, .least = 0, .most = 120},
                            {.key = "q4", .kind = Kind::text},
                            {.key = "q5",
                             .kind = Kind::matrix,
                             .is_required = true,
                             .options = yes_or_no("x").options,
                             .lines = {{"l1", {}}, {"l2", {}}}}};
    const auto wrong =
        check(definition,
              {{"q1", {"c1", "c2"}}, {"q2", {"6"}}, {"q3", {"212,5"}}, {"q4", {"Jag är 19850709-9805"}}, {"q5", {"l1=c1"}}});
    std::vector<std::string> where;
    for (const auto& fault : wrong.faults) where.push_back(fault.first);
    EXPECT_EQ(where, (std::vector<std::string>{"q1", "q2", "q3", "q4", "q5.l2"}));
    const auto right =
        check(definition, {{"q2", {"٤"}}, {"q3", {" 1 20 "}}, {"q4", {"Mer om BankID"}}, {"q5", {"l2=c2", "l1=c1"}}});
    EXPECT_TRUE(right.faults.empty());
    EXPECT_EQ(right.answers.at("q2"), std::vector<std::string>{"4"}) << "Arabic figures are figures";
    EXPECT_EQ(right.answers.at("q3"), std::vector<std::string>{"120"});
    EXPECT_EQ(answers_of(to_text(right.answers)), right.answers);
}

TEST(SurveyAnswers, BandsHoldEachNumberOnce) {
    const Question age{.key = "q1", .kind = Kind::number, .least = 0, .most = 104};
    std::int64_t next = 0;
    for (int band = 0; band < bands_of(age); ++band) {
        const auto [least, most] = limits_of_band(age, band);
        EXPECT_EQ(least, next);
        for (auto number = least; number <= most; ++number) EXPECT_EQ(band_of(age, number), band) << number;
        next = most + 1;
    }
    EXPECT_EQ(next, 105);
}

TEST(SurveyResults, WilsonsIntervalIsThePublishedOne) {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20.
    const auto first = wilson(81, 263), second = wilson(15, 148), none = wilson(0, 20);
    EXPECT_NEAR(first->least, 0.2553, 0.00005);
    EXPECT_NEAR(first->most, 0.3662, 0.00005);
    EXPECT_NEAR(second->least, 0.0624, 0.00005);
    EXPECT_NEAR(second->most, 0.1605, 0.00005);
    EXPECT_NEAR(none->least, 0.0, 0.00005);
    EXPECT_NEAR(none->most, 0.1611, 0.00005);
    EXPECT_FALSE(wilson(0, 0));
}

Tally tally_of(std::int64_t all, std::map<std::string, std::int64_t> values) {
    Tally tally;
    tally.counts[{"", ""}][""] = all;
    for (const auto& [value, number] : values) tally.counts[{"q1@1", value}][""] = number;
    return tally;
}

/// Of one round.
Results decide(const std::vector<Asked>& asked, const Tally& whole, const Tally& parts, const std::string& split,
               const std::vector<std::string>& values) {
    return surveys::decide(asked, {{"r", whole, parts}}, split, values).rounds[""];
}

TEST(SurveyResults, FewAreHiddenWithWhatWouldGiveThemAway) {
    const std::vector<Asked> asked{
        {.question = yes_or_no("q1"), .part = "", .name = "q1@1", .lines = {{"c1", {}}, {"c2", {}}}}};
    EXPECT_TRUE(decide(asked, tally_of(4, {{"c1", 4}}), {}, "", {}).is_too_few);
    const auto few = decide(asked, tally_of(30, {{"c1", 28}, {"c2", 2}}), {}, "", {});
    EXPECT_TRUE(few.asked[0].lines[1].figures[0].is_hidden);
    EXPECT_TRUE(few.asked[0].lines[0].figures[0].is_hidden) << "30 less 28 would tell it";
    const auto many = decide(asked, tally_of(30, {{"c1", 18}, {"c2", 12}}), {}, "", {});
    EXPECT_EQ(many.asked[0].lines[0].figures[0], (Figure{false, 18}));
    EXPECT_EQ(many.asked[0].answered[0], (Figure{false, 30}));
}

TEST(SurveyResults, AGroupOfFewTakesAnotherGroupWithIt) {
    const std::vector<Asked> asked{
        {.question = yes_or_no("q1"), .part = "", .name = "q1@1", .lines = {{"c1", {}}, {"c2", {}}}}};
    Tally parts;
    for (const auto& [group, yes, no] :
         std::vector<std::tuple<std::string, int, int>>{{"women", 20, 15}, {"men", 14, 10}, {"other", 1, 1}, {"", 0, 0}}) {
        parts.counts[{"", ""}][group] = yes + no;
        parts.counts[{"q1@1", "c1"}][group] = yes;
        parts.counts[{"q1@1", "c2"}][group] = no;
    }
    const auto results = decide(asked, tally_of(61, {{"c1", 35}, {"c2", 26}}), parts, "gender", {"women", "men", "other", ""});
    ASSERT_EQ(results.in_splits.size(), 5u);
    EXPECT_EQ(results.in_splits[0].count, 61);
    EXPECT_TRUE(results.in_splits[3].is_hidden) << "two persons";
    EXPECT_NE(results.in_splits[1].is_hidden, results.in_splits[2].is_hidden) << "one of the others hides it";
    EXPECT_FALSE(results.asked[0].lines[0].figures[0].is_hidden) << "the whole is told";
}

TEST(SurveyResults, TwoQuestionsThatSplitEachOtherAreToldFromOneSide) {
    auto gender = yes_or_no("q1"), group = yes_or_no("q2");
    gender.split = "gender";
    group.split = "group";
    const std::vector<Asked> asked{{.question = gender, .part = "", .name = "q1@1", .lines = {{"c1", {}}, {"c2", {}}}},
                                   {.question = group, .part = "", .name = "q2@1", .lines = {{"c1", {}}, {"c2", {}}}}};
    Tally whole = tally_of(80, {{"c1", 40}, {"c2", 40}}), parts;
    for (const auto* value : {"c1", "c2"}) {
        whole.counts[{"q2@1", value}][""] = 40;
        parts.counts[{"", ""}][value] = 40;
        for (const auto* table : {"q1@1", "q2@1"})
            for (const auto* other : {"c1", "c2"}) parts.counts[{table, other}][value] = 20;
    }
    const auto by_gender = decide(asked, whole, parts, "gender", {"c1", "c2", ""});
    const auto by_group = decide(asked, whole, parts, "group", {"c1", "c2", ""});
    EXPECT_TRUE(by_gender.asked[1].can_be_split);
    EXPECT_EQ(by_gender.asked[1].lines[0].figures.at(1), (Figure{false, 20}));
    EXPECT_FALSE(by_group.asked[0].can_be_split) << "the same numbers turned round";
    EXPECT_EQ(by_group.asked[0].lines[0].figures.size(), 1u);
}

Tally answers_of_round(const std::vector<int>& numbers) {
    Tally tally;
    std::int64_t all = 0;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        tally.counts[{"q1@1", "c" + std::to_string(at + 1)}][""] = numbers[at];
        all += numbers[at];
    }
    tally.counts[{"", ""}][""] = all;
    return tally;
}
std::vector<Asked> four_answers() {
    return {{.question = {.key = "q1"}, .part = "", .name = "q1@1", .lines = {{"c1", {}}, {"c2", {}}, {"c3", {}}, {"c4", {}}}}};
}

TEST(SurveyResults, WhatARoundHidesIsNotAllRoundsLessTheOthers) {
    const std::vector<RoundTally> asked_twice{{"before", answers_of_round({20, 7, 6, 0}), {}},
                                              {"after", answers_of_round({6, 15, 20, 4}), {}}};
    auto rounds = surveys::decide(four_answers(), asked_twice, "", {}).rounds;
    const auto& few = rounds["after"].asked[0].lines[3].figures[0];
    EXPECT_TRUE(few.is_hidden);
    // What a reader works out: of rounds and their sum all but one; of answers and how many answered all but one.
    std::map<std::string, std::map<std::size_t, std::optional<std::int64_t>>> known;
    for (const char* round : {"before", "after", ""}) {
        const auto& asked = rounds[round].asked[0];
        for (std::size_t at = 0; at < asked.lines.size(); ++at)
            if (!asked.lines[at].figures[0].is_hidden) known[round][at] = asked.lines[at].figures[0].count;
        if (!asked.answered[0].is_hidden) known[round][4] = asked.answered[0].count;
    }
    for (bool is_new = true; is_new;) {
        is_new = false;
        const auto learn = [&](std::optional<std::int64_t>& cell, std::int64_t number) {
            if (!cell) is_new = true;
            cell = number;
        };
        for (std::size_t at = 0; at <= 4; ++at) {
            auto &before = known["before"][at], &after = known["after"][at], &all = known[""][at];
            if (before && after) learn(all, *before + *after);
            if (all && after) learn(before, *all - *after);
            if (all && before) learn(after, *all - *before);
        }
        for (auto& [round, cells] : known) {
            std::vector<std::size_t> hidden;
            std::int64_t sum = 0;
            for (std::size_t at = 0; at < 4; ++at) {
                if (!cells[at]) hidden.push_back(at);
                sum += cells[at].value_or(0);
            }
            if (hidden.empty()) learn(cells[4], sum);
            if (hidden.size() == 1 && cells[4]) learn(cells[hidden[0]], *cells[4] - sum);
        }
    }
    EXPECT_FALSE(known["after"][3]) << "nobody works out the group that is hidden: " << known["after"][3].value_or(0);
}

/// A scale from 1 to 5 of a course, before and after.
std::vector<Asked> five_steps() {
    return {{.question = {.key = "q1", .kind = Kind::scale, .least = 1, .most = 5},
             .part = "",
             .name = "q1@1",
             .lines = {{"1", {}}, {"2", {}}, {"3", {}}, {"4", {}}, {"5", {}}}}};
}

RoundTally steps_of_round(const char* round, const std::vector<std::int64_t>& numbers) {
    std::map<std::string, std::int64_t> values;
    std::int64_t all = 0;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        values[std::to_string(at + 1)] = numbers[at];
        all += numbers[at];
    }
    return {round, tally_of(all, values), {}};
}

TEST(SurveyResults, StepsOfFewAreToldWithTheOnesBesideThemInAllRoundsAlike) {
    const std::vector<RoundTally> asked_twice{steps_of_round("before", {12, 10, 6, 3, 2}),
                                              steps_of_round("after", {2, 5, 9, 15, 14})};
    auto rounds = surveys::decide(five_steps(), asked_twice, "", {}).rounds;
    const auto& before = rounds["before"].asked[0];
    const auto& after = rounds["after"].asked[0];
    const auto told = [](const Asked& asked) {
        std::vector<std::pair<std::string, std::int64_t>> lines;
        for (const auto& [value, figures] : asked.lines) lines.emplace_back(value, figures[0].is_hidden ? -1 : figures[0].count);
        return lines;
    };
    using Lines = std::vector<std::pair<std::string, std::int64_t>>;
    EXPECT_EQ(told(before), (Lines{{"1+2", 22}, {"3", 6}, {"4+5", 5}}));
    EXPECT_EQ(told(after), (Lines{{"1+2", 7}, {"3", 9}, {"4+5", 29}})) << "as before, though 4 and 5 are many here";
    EXPECT_EQ(before.answered[0], (Figure{false, 33}));
    EXPECT_FALSE(mean_of(after, 0)) << "a mean would tell the steps apart";
    EXPECT_EQ(figure_of(after, "4+5"), (Figure{false, 29}));
    EXPECT_FALSE(figure_of(after, "4"));
    EXPECT_FALSE(are_steps_together(five_steps()[0]));
}

TEST(SurveyResults, StepsStandAloneWhereEachIsOfEnoughAndWhereAllWouldBeOne) {
    auto enough = surveys::decide(five_steps(), {steps_of_round("r", {8, 0, 6, 9, 7})}, "", {}).rounds;
    EXPECT_FALSE(are_steps_together(enough["r"].asked[0])) << "nobody is no few";
    EXPECT_TRUE(mean_of(enough["r"].asked[0], 0));
    auto one_alone = surveys::decide(five_steps(), {steps_of_round("r", {9, 0, 0, 0, 2})}, "", {}).rounds;
    EXPECT_FALSE(are_steps_together(one_alone["r"].asked[0])) << "together they would be all";
    EXPECT_TRUE(one_alone["r"].asked[0].lines[4].figures[0].is_hidden);
}

TEST(SurveyResults, ARoundOfTooFewIsNotToldByTheOthers) {
    const std::vector<RoundTally> asked_twice{{"a", answers_of_round({10, 6, 6, 0}), {}},
                                              {"b", answers_of_round({2, 1, 1, 0}), {}}};
    auto rounds = surveys::decide(four_answers(), asked_twice, "", {}).rounds;
    EXPECT_TRUE(rounds["b"].is_too_few);
    EXPECT_FALSE(rounds["a"].is_too_few) << "a big one stays as it was";
    EXPECT_EQ(rounds[""].answered, 22) << "26 less 22 would tell it";
    EXPECT_TRUE(rounds[""].leaves_out_rounds && !rounds["a"].leaves_out_rounds);
    const auto& all = rounds[""].asked[0].lines;
    for (std::size_t at = 0; at < all.size(); ++at) EXPECT_EQ(all[at].figures[0], rounds["a"].asked[0].lines[at].figures[0]);
}

TEST(SurveyResults, ThreeLateAnswersTakeNothingFromBeforeAndAfter) {
    const std::vector<RoundTally> asked_thrice{{"before", answers_of_round({8, 8, 8, 0}), {}},
                                               {"after", answers_of_round({6, 9, 9, 0}), {}},
                                               {"later", answers_of_round({1, 1, 1, 0}), {}}};
    auto rounds = surveys::decide(four_answers(), asked_thrice, "", {}).rounds;
    EXPECT_TRUE(!rounds["before"].is_too_few && !rounds["after"].is_too_few && rounds["later"].is_too_few);
    EXPECT_EQ(rounds[""].answered, 48);
    EXPECT_EQ(rounds["before"].asked[0].lines[0].figures[0], (Figure{false, 8}));
    // Two small ones of enough together hide each other, and count.
    auto both = surveys::decide(four_answers(), {{"a", answers_of_round({10, 10, 10, 0}), {}},
                                                 {"b", answers_of_round({1, 1, 1, 0}), {}},
                                                 {"c", answers_of_round({1, 1, 1, 0}), {}}}, "", {}).rounds;
    EXPECT_FALSE(both[""].leaves_out_rounds);
    EXPECT_TRUE(both["b"].is_too_few && both["c"].is_too_few);
}

TEST(SurveyBuilder, AnAnswerIsAGenderHoweverItIsNamed) {
    Question own{.key = "q1", .split = "gender"};
    own.options = {{"c1", {{"sv", "Kvinna"}}}, {"c2", {{"sv", "Man"}}}, {"c3", {{"sv", "Annat"}}}};
    EXPECT_EQ(gender_of(own, "c1") + gender_of(own, "c2") + gender_of(own, "c3") + gender_of(own, ""), "womenmenother");
    EXPECT_TRUE(names_genders(own));
    EXPECT_FALSE(names_genders(yes_or_no("q1")));
}

TEST(SurveyAnswers, OneThatIsGivenAloneIsChosenWithNoOther) {
    Question question{.key = "q1", .kind = Kind::several, .alone = "c3"};
    question.options = {{"c1", {{"sv", "Tid"}}}, {"c2", {{"sv", "Pengar"}}}, {"c3", {{"sv", "Inget"}}}};
    EXPECT_EQ(check_one(question, {{"q1", {"c1", "c3"}}}).faults.size(), 1U);
    EXPECT_TRUE(check_one(question, {{"q1", {"c3"}}}).faults.empty());
    EXPECT_TRUE(check_one(question, {{"q1", {"c1", "c2"}}}).faults.empty());
    Definition definition;
    definition.questions = {question};
    EXPECT_EQ(definition_of(to_text(definition)), definition);
    http::Fields form;
    form.pairs = {{"label_sv", "Vad hindrar?"}, {"options_sv", "Tid\nPengar\nInget"}, {"alone", "Inget"}};
    EXPECT_EQ(read_question(form, question, {"sv"}, definition).question.alone, "c3");
    form.pairs.back().second = "Något annat";
    const auto wrong = read_question(form, question, {"sv"}, definition);
    ASSERT_EQ(wrong.faults.size(), 1U);
    EXPECT_EQ(wrong.faults.front().first, "alone");
}

TEST(SurveySheet, IsTypedByTheNumbersThatStandOnIt) {
    Definition definition;
    definition.questions = {yes_or_no("q1"),
                            {.key = "q2", .kind = Kind::several, .options = yes_or_no("x").options},
                            {.key = "q3",
                             .kind = Kind::matrix,
                             .is_required = true,
                             .options = yes_or_no("x").options,
                             .lines = {{"l1", {}}, {"l2", {}}, {"l3", {}}}}};
    const auto sheet = read_sheet(definition, {{"q1", "2"}, {"q2", "1, 2"}, {"q3", "1 2 1"}});
    EXPECT_TRUE(sheet.faults.empty());
    EXPECT_EQ(sheet.answers, (Answers{{"q1", {"c2"}}, {"q2", {"c1", "c2"}}, {"q3", {"l1=c1", "l2=c2", "l3=c1"}}}));
    EXPECT_EQ(read_sheet(definition, {{"q1", "3"}}).faults.front().first, "q1");
    EXPECT_TRUE(read_sheet(definition, {{"q1", "1"}}).faults.empty()) << "what is left out on paper is left out";
    definition.questions[1].shown_if = Condition{"q1", "c1"};
    const auto unasked = read_sheet(definition, {{"q1", "2"}, {"q2", "1"}});
    ASSERT_EQ(unasked.faults.size(), 1U) << "what is typed and does not count is said";
    EXPECT_EQ(unasked.faults.front().first, "q2");
    EXPECT_TRUE(read_sheet(definition, {{"q1", "1"}, {"q2", "1"}}).faults.empty());
}

TEST(SurveyPairs, FactsAreTheSameHoweverTheyAreTyped) {
    EXPECT_EQ(tidy_facts({"Åsa", " sundsvall", "07", "2"}), tidy_facts({"å", "S", "7", "02"}));
    EXPECT_EQ(tidy_facts({"م", "ح", "٧", "٢"}), tidy_facts({"م", "ح", "7", "2"}));
    EXPECT_NE(tidy_facts({"a", "s", "7", "2"}), tidy_facts({"a", "s", "7", "3"}));
    for (const auto& wrong :
         std::vector<std::vector<std::string>>{{"", "s", "7", "2"}, {"a", "s", "32", "2"}, {"a", "s", "7", ""}, {"a", "s"}})
        EXPECT_EQ(tidy_facts(wrong), "");
}

TEST(SurveyBuilder, WhatIsCalledAsBeforeKeepsItsKey) {
    http::Fields form;
    form.pairs = {{"label_sv", "Hjälpte det?"}, {"options_sv", "Nej\nVet inte\nJa"}, {"options_ar", "لا\nنعم"}};
    auto typed = read_question(form, yes_or_no("q1"), {"sv", "ar"}, three());
    ASSERT_EQ(typed.question.options.size(), 3u);
    EXPECT_EQ(typed.question.options[0].key, "c2");
    EXPECT_EQ(typed.question.options[1].key, "c3");
    EXPECT_EQ(typed.question.options[2].key, "c1");
    ASSERT_EQ(typed.faults.size(), 1u);
    EXPECT_EQ(typed.faults[0].first, "options_ar") << "as many lines in each language";
}

TEST(SurveyBuilder, AllReadyMadeOnesCanBeAsked) {
    ASSERT_GE(ready_made().size(), 6u);
    for (const auto& one : ready_made()) {
        const auto definition = with_ready_made({}, one);
        EXPECT_FALSE(fault_of_logic(definition)) << one.key;
        EXPECT_EQ(definition_of(to_text(definition)), definition) << one.key;
        for (const auto& question : definition.questions)
            for (const char* language : {"sv", "nb", "en", "ar"}) EXPECT_TRUE(question.label.contains(language)) << one.key;
    }
}

TEST(SurveyBuilder, WhatTheNationAnsweredStandsBesideTheQuestionThatItIsOf) {
    int found = 0;
    for (const auto& one : ready_made())
        for (const auto& question : with_ready_made({}, one).questions)
            if (const auto* words = national_finding(question)) {
                ++found;
                EXPECT_FALSE(question.source.empty());
                for (const char* language : {"sv", "nb", "en"}) EXPECT_TRUE(words->contains(language)) << one.key;
                auto other = question;
                other.label["sv"] = "Something else?";
                EXPECT_EQ(national_finding(other), nullptr) << "asked otherwise it is another question";
            }
    EXPECT_EQ(found, 3);
}

}  // namespace
}  // namespace digilots::surveys
