// Surveys as people meet them: answered in any way, changed, counted, told.
#include "surveys/surveys.h"

#include "platform/audit/audit.h"
#include "platform/testing/retention.h"
#include "surveys/checking.h"
#include "surveys/pages.h"
#include "surveys/ready_made.h"
#include "surveys/results.h"
#include "surveys/rows.h"
#include "surveys/sql.h"
#include "surveys/world_for_tests.h"

namespace digilots::surveys {
namespace {

using Fields = testing::FormFields;

TEST_F(SurveysWorld, EveryStatementRunsOnThisEngine) {
    const auto given = slice(surveys);
    for (auto* records : given.registers) register_::run_every_statement(*records, records->around(sundsvall));
}

TEST_F(SurveysWorld, OneRoundIsOpenAtATimeAndNamesInAddressesAreTheirOwn) {
    const auto first = add_survey(), second = add_survey();
    EXPECT_EQ(slug(first), "hjalper-hjalpen");
    EXPECT_EQ(slug(second), "hjalper-hjalpen-2");
    add_round(first, "Hösten", "once", "2026-11-01", "2026-12-20");
    const register_::Draft over{
        {"title", {"Till"}}, {"survey", {first}}, {"stage", {"once"}}, {"opens", {"2026-12-20"}}, {"closes", {"2026-12-30"}}};
    const auto refused = surveys.rounds().add(surveys.rounds().around(sundsvall), over, "coordinator");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front().input, "opens");
    add_round(second, "Hösten", "once", "2026-11-01", "2026-12-20");
}

TEST_F(SurveysWorld, AnAnsweredEditionStaysAndTheNextChangeMakesAnother) {
    const auto survey = open_survey();
    auto changed = two_questions();
    changed.questions[1].label["sv"] = "Hur trygg är du?";
    ask(survey, changed);
    EXPECT_EQ(self.list(sundsvall)->front().edition.number, 1) << "nobody had answered";
    EXPECT_EQ(take_one(survey, {{"q1", {"c1"}}, {"q2", {"3"}}}), Taken::taken);
    changed.questions[1].label["sv"] = "Hur säker känner du dig?";
    ask(survey, changed);
    const auto list = self.list(sundsvall);
    const auto& edition = list->front().edition;
    EXPECT_EQ(edition.number, 2);
    EXPECT_EQ(edition.definition.find("q1")->since, 1) << "asks the same";
    EXPECT_EQ(edition.definition.find("q2")->since, 2) << "is counted apart";
    const auto stored = database->read([&](db::Connection& connection) { return all_editions(connection, sundsvall, survey); });
    ASSERT_EQ(stored.size(), 2u);
    EXPECT_EQ(stored[1].definition.find("q2")->label.at("sv"), "Hur trygg är du?");
}

TEST_F(SurveysWorld, AResidentAnswersInArabicStepByStepWithoutScriptsOrCookies) {
    const auto survey = open_survey();
    auto browser = client();
    const auto start = browser.get("/ar/sundsvall/surveys/" + slug(survey) + "?way=steps");
    EXPECT_TRUE(start.says("هل حصلت على مساعدة؟")) << start.html;
    EXPECT_NE(start.html.find("dir=\"rtl\""), std::string::npos);
    const auto second = browser.submit(start, {{"q1", "c1"}}, "action=next", "/surveys/");
    EXPECT_NE(second.html.find("lang=\"sv\" dir=\"ltr\""), std::string::npos) << "not translated: marked as what it is";
    const auto third = browser.submit(second, {{"q2", "4"}}, "action=next", "/surveys/");
    const auto refused = browser.submit(third, {{"q3", "ring 070-123 45 67"}}, "action=next", "/surveys/");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.html.find("ring 070-123 45 67"), std::string::npos) << "nothing typed is lost";
    const auto last = browser.submit(refused, {{"q3", "Mer tid"}}, "action=next", "/surveys/");
    const auto thanks = browser.submit(last, {}, "action=send", "/surveys/");
    EXPECT_TRUE(thanks.says("شكر")) << thanks.html;
    EXPECT_TRUE(browser.cookies().empty());
    for (int at = 0; at < 5; ++at) take_one(survey, {{"q1", {"c1"}}, {"q2", {"4"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 6) << "in whatever language, one sum";
    const auto results = self.results.of(results_key(sundsvall, survey, "", ""));
    EXPECT_EQ(results->find("q1@1")->lines[0].figures[0], (Figure{false, 6}));
}

TEST_F(SurveysWorld, WhoAnswersBeforeAndAfterWithTheSameFactsShowsAChange) {
    const auto survey = add_survey({{"title", {"Kursen"}}, {"is_paired", {"1"}}});
    add_round(survey, "Före kursen", "before", "2026-11-30", "2026-12-05");
    add_round(survey, "Efter kursen", "after", "2026-12-10", "2026-12-20");
    ask(survey);
    const auto answer_all = [&](const char* step) {
        for (const char* letter : {"م", "ح", "س", "ع", "ف", "ك"}) {
            auto browser = client();
            const auto page = browser.get("/ar/sundsvall/surveys/" + slug(survey));
            EXPECT_TRUE(page.says("اسم")) << "the form says that it is a pseudonym";
            const auto half = browser.submit(page, {{"q2", step}, {"fact_mother", letter}}, "action=send", "/surveys/");
            EXPECT_EQ(half.status, 422);
            const Fields facts{{"fact_town", "ب"}, {"fact_day", "٧"}, {"fact_siblings", "2"}};
            EXPECT_TRUE(browser.submit(half, facts, "action=send", "/surveys/").says("شكر"));
        }
    };
    answer_all("2");
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 6);
    answer_all("4");
    clock.set(testing::at("2026-12-11T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 6);
    auto guide = client("guide");
    const auto shown = guide.get("/sv/sundsvall/staff/surveys/" + survey + "/results");
    EXPECT_TRUE(shown.says("Från Före kursen till Efter kursen")) << shown.html;
    EXPECT_TRUE(shown.says("Medelvärden per omgång")) << shown.html;
}

TEST_F(SurveysWorld, BeforeStandsBesideAfterThoughAStepIsOfFew) {
    const auto survey = add_survey({{"title", {"Kursen"}}});
    add_round(survey, "Före kursen", "before", "2026-11-30", "2026-12-05");
    add_round(survey, "Efter kursen", "after", "2026-12-10", "2026-12-20");
    ask(survey);
    const auto answer_all = [&](const std::vector<std::pair<const char*, int>>& steps) {
        for (const auto& [step, number] : steps)
            for (int at = 0; at < number; ++at) take_one(survey, {{"q2", {step}}});
    };
    answer_all({{"1", 6}, {"2", 6}, {"3", 6}, {"4", 3}, {"5", 3}});
    clock.set(testing::at("2026-12-10T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 24);
    answer_all({{"1", 3}, {"2", 4}, {"3", 6}, {"4", 6}, {"5", 6}});
    clock.set(testing::at("2026-12-11T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 25);
    auto guide = client("guide");
    const auto url = "/sv/sundsvall/staff/surveys/" + survey;
    const auto shown = guide.get(url + "/results");
    EXPECT_TRUE(shown.says("Steg som visas tillsammans, omgång för omgång")) << shown.html;
    EXPECT_TRUE(shown.says("Få valde några av stegen")) << shown.html;
    for (const char* told : {"1 – 2", "4 – 5", "(12)", "(7)"}) EXPECT_TRUE(shown.says(told)) << told << shown.html;
    EXPECT_TRUE(guide.get(url + "/over-time").says("1 – 2"));
    EXPECT_NE(guide.get(url + "/results.csv").html.find("1 – 2;19;49"), std::string::npos);
}

TEST_F(SurveysWorld, ASecondSendingOfOneFormIsNoSecondAnswer) {
    const auto survey = open_survey();
    auto browser = client();
    const auto page = browser.get("/sv/sundsvall/surveys/" + slug(survey));
    browser.submit(page, {{"q1", "c1"}}, "action=send", "/surveys/");
    EXPECT_TRUE(browser.submit(page, {{"q1", "c1"}}, "action=send", "/surveys/").says("Tack"));
    clock.set(testing::at("2026-12-21T10:00:00Z"));
    EXPECT_EQ(surveys.move(), 1);
}

TEST_F(SurveysWorld, ManyAnswersFromOneAddressHaveToWait) {
    const auto survey = open_survey();
    const auto limited = serve(true);
    testing::PageClient browser(*limited);
    const auto page = browser.get("/sv/sundsvall/surveys/" + slug(survey));
    int waiting = 0;
    for (int at = 0; at < 90; ++at)
        waiting += browser.submit(page, {{"q1", "c1"}}, "action=send", "/surveys/").status == 429 ? 1 : 0;
    EXPECT_GE(waiting, 25);
}

TEST_F(SurveysWorld, ASheetIsEnteredOnceAndDotsAreCounted) {
    const auto survey = open_survey();
    auto librarian = client("guide");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey + "/paper";
    auto page = librarian.get(url);
    for (int sheet = 1; sheet <= 5; ++sheet) {
        page = librarian.submit(page, {{"sheet", std::to_string(sheet)}, {"q1", "1"}, {"q2", "4"}, {"q3", ""}}, "", "/paper");
        EXPECT_TRUE(page.says("är sparat")) << page.html;
    }
    const auto twice = librarian.submit(page, {{"sheet", "3"}, {"q1", "2"}}, "", "/paper");
    EXPECT_EQ(twice.status, 422);
    EXPECT_TRUE(twice.says("redan inskrivet")) << twice.html;
    const auto dots =
        librarian.submit(librarian.get(url), {{"dots_sheet", "1"}, {"dots_c1", "12"}, {"dots_c2", "7"}}, "", "/dots");
    EXPECT_TRUE(dots.says("är sparat")) << dots.html;
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 24);
    const auto results = self.results.of(results_key(sundsvall, survey, "", ""));
    EXPECT_EQ(results->find("q1@1")->lines[0].figures[0], (Figure{false, 17}));
    const auto shown = librarian.get("/sv/sundsvall/staff/surveys/" + survey + "/results");
    EXPECT_TRUE(shown.says("24 svarade.")) << shown.html;
    EXPECT_EQ(surveys.share(sundsvall, survey + ":q1:c1"), (Share{17, 24}));
}

TEST_F(SurveysWorld, QuestionsAreWrittenByKeyboardAndACircleIsRefused) {
    const auto survey = add_survey();
    auto editor = client("coordinator");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey + "/questions";
    auto form = editor.get(url + "/new?kind=choice");
    auto page = editor.submit(form, {{"label_sv", "Fick du hjälp?"}, {"options_sv", "Ja\nNej"}}, "", "/questions/new");
    EXPECT_TRUE(page.says("Fick du hjälp?")) << page.html;
    form = editor.get(url + "/new?kind=scale");
    page = editor.submit(form, {{"label_sv", "Hur säker är du?"}, {"shown_if", "q1=c1"}}, "", "/questions/new");
    EXPECT_TRUE(page.says("bara efter")) << page.html;
    const auto refused = editor.submit(page, {}, "action=up:q2", "/questions");
    EXPECT_EQ(refused.status, 422) << "it would stand before what it asks of";
    const auto removed = editor.submit(page, {}, "action=remove:q1", "/questions");
    EXPECT_EQ(removed.status, 422);
    page = editor.submit(page, {}, "action=add:internet_use", "/questions");
    EXPECT_TRUE(page.says("Använder du internet?")) << page.html;
    EXPECT_EQ(self.list(sundsvall)->front().edition.definition.questions.size(), 6u);
}

TEST_F(SurveysWorld, OthersStartFromQuestionsThatAreSharedAndSeeNoAnswers) {
    municipalities.activate("2280", municipality::default_settings(*municipalities.about("2280")));
    auto& records = surveys.surveys();
    const auto there = records.around("2280");
    const auto add_there = [&](const char* title, const char* shared) {
        const register_::Draft draft{{"title", {title}},
                                     {"kind", {"form"}},
                                     {"audience", {"residents"}},
                                     {"languages", {"sv"}},
                                     {"is_template", {shared}}};
        const auto made = records.add(there, draft, "coordinator");
        EXPECT_TRUE(made);
        EXPECT_EQ(save_edition(self, "2280", made->id, {}, two_questions(), "coordinator"), Saved::saved);
    };
    add_there("Delad", "1");
    add_there("Egen", "");
    versions.refresh();
    const auto survey = add_survey();
    auto editor = client("coordinator");
    const auto page = editor.get("/sv/sundsvall/staff/surveys/" + survey + "/questions");
    EXPECT_TRUE(page.says("Härnösand: Delad")) << page.html;
    EXPECT_FALSE(page.says("Egen"));
    const auto key = shared_by_others(self, sundsvall).front().key;
    const auto after = editor.submit(page, {}, "action=others:" + key, "/questions");
    EXPECT_TRUE(after.says("Hur säker är du?")) << after.html;
    EXPECT_EQ(self.list(sundsvall)->front().edition.definition.questions.size(), 3u);
}

TEST_F(SurveysWorld, WhatStaffLackAndCanBecomesListsToBeTakenOn) {
    const auto survey = add_survey({{"title", {"Till personalen"}}, {"audience", {"staff"}}});
    add_round(survey, "Hösten", "once", "2026-11-01", "2026-12-20");
    for (const auto& one : ready_made())
        if (one.key == "staff") ask(survey, with_ready_made({}, one));
    for (int at = 0; at < 10; ++at) take_one(survey, {{"q1", {"c1"}}, {"q2", {at < 5 ? "c1" : "c4"}}, {"q3", {"2"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 10);
    auto guide = client("coordinator");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    EXPECT_TRUE(guide.get(url + "/results").says("Önskemål och kunskaper"));
    const auto lists = guide.get(url + "/staff-lists");
    EXPECT_TRUE(lists.says("Telefon") && lists.says("Skriv som önskemål: Lugn plats")) << lists.html;
    EXPECT_TRUE(lists.says("Jag kan hjälpa med e-legitimation")) << lists.html;
    EXPECT_NE(lists.html.find("/staff/needs/wishes/new?title=Telefon"), std::string::npos) << lists.html;
    const auto residents = open_survey({{"title", {"Invånare"}}});
    EXPECT_EQ(guide.get("/sv/sundsvall/staff/surveys/" + residents + "/staff-lists").status, 404);
}

TEST_F(SurveysWorld, AfterHelpStaffComeToTheQuestionThatIsOpen) {
    auto guide = client("guide");
    const std::string url = "/sv/sundsvall/staff/surveys/after-help";
    const auto leads_to = [&](const std::string& path) {
        return std::string(guide.get_once(url).header("Location")).ends_with("/sundsvall/staff/surveys" + path);
    };
    EXPECT_TRUE(leads_to(""));
    open_survey({{"title", {"En annan"}}});
    const auto survey = open_survey({{"title", {"Efter hjälpen"}}, {"asked_after", {"help"}}});
    EXPECT_TRUE(leads_to("/" + survey + "/paper"));
    EXPECT_EQ(guide.get(url).status, 200);
    clock.set(testing::at("2026-12-21T10:00:00Z"));
    EXPECT_TRUE(leads_to("")) << "its round is over";
}

http::Request api_request(const std::string& survey, const std::string& body = "") {
    http::Request request;
    http::Tenant tenant;
    tenant.id = sundsvall;
    tenant.slug = "sundsvall";
    tenant.zone = "Europe/Stockholm";
    request.tenant = tenant;
    request.parameters["id"] = survey;
    request.body = body;
    request.language = "en";
    return request;
}

TEST_F(SurveysWorld, AProgramReadsAnswersAndGetsResultsWithWhatIsHidden) {
    const auto survey = open_survey();
    auto program = client();
    const std::string url = "/api/v1/sundsvall/surveys/" + survey;
    const auto read = program.get(url);
    EXPECT_NE(read.html.find("\"form_token\""), std::string::npos) << read.html;
    const auto post = [&](const std::string& body) {
        return program.send(http::Method::post, url + "/answers", body, {{"Content-Type", "application/json"}});
    };
    EXPECT_EQ(post(R"({"answers":{"q1":"c9","q7":"x"}})").status, 422);
    EXPECT_NE(post(R"({"answers":{"q2":9}})").html.find("answers.q2"), std::string::npos);
    EXPECT_EQ(post(R"({"answers":{"q2":4},"code":"ABCD"})").status, 422) << "none is asked for";
    EXPECT_EQ(post(R"({"answers":{"q2":4},"pair_code":["a","s",7,2]})").status, 422) << "nothing is paired";
    const std::string good = R"({"answers":{"q1":"c1","q2":4},"language":"sv","form_token":"once-only"})";
    const auto taken = post(good);
    EXPECT_EQ(taken.status, 201) << taken.html;
    EXPECT_EQ(taken.html, R"({"taken":true})");
    EXPECT_TRUE(taken.header("Location").empty());
    EXPECT_EQ(post(good).status, 409);
    for (int at = 0; at < 9; ++at) take_one(survey, {{"q1", {at < 8 ? "c1" : "c2"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 10);
    EXPECT_EQ(program.get_once(url + "/results").status, 401);
    const auto told = get_results({surveys}, api_request(survey)).body;
    EXPECT_NE(told.find(R"("answered":10)"), std::string::npos) << told;
    EXPECT_NE(told.find(R"("value":"c2","edition_since":1,"suppressed":true,"n":null)"), std::string::npos) << told;
}

TEST_F(SurveysWorld, RowsAndCodebookGoTogetherAndAnswersAreDeletedInTheirTime) {
    const auto survey = open_survey();
    for (int at = 0; at < 8; ++at) take_one(survey, {{"q1", {"c1"}}, {"q2", {"4"}}, {"q3", {"Anteckning"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 8);
    auto coordinator = client("coordinator");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    EXPECT_EQ(coordinator.get(url + "/rows.csv").status, 404) << "somebody may answer yet";
    EXPECT_FALSE(coordinator.get(url + "/results").says("/rows.csv"));
    close_for_good(self, sundsvall, *find_survey(*self.list(sundsvall), survey), "coordinator");
    EXPECT_TRUE(coordinator.get(url + "/results").says("/rows.csv"));
    EXPECT_FALSE(coordinator.get(url + "/results").says("/close\"")) << "it is closed";
    EXPECT_FALSE(client("guide").get(url + "/results").says("/rows.csv"));
    const auto rows = coordinator.get(url + "/rows.csv");
    const auto trace =
        database->read([&](db::Connection& connection) { return audit::latest(connection, sundsvall, "survey:" + survey); });
    EXPECT_EQ(trace ? trace->entry.action : "", "survey rows taken");
    EXPECT_NE(rows.html.find("round;q1;q2"), std::string::npos) << rows.html;
    EXPECT_EQ(rows.html.find("Anteckning"), std::string::npos) << "no row holds words of a person";
    const auto words = coordinator.get(url + "/words.csv");
    EXPECT_NE(words.html.find("Vad mer?;Anteckning"), std::string::npos) << words.html;
    const auto book = coordinator.get(url + "/codebook.xml");
    EXPECT_NE(book.html.find("ddi:codebook:2_5"), std::string::npos);
    EXPECT_NE(book.html.find("<var ID=\"q1\" name=\"q1\">"), std::string::npos) << book.html;
    EXPECT_EQ(testing::delete_due(*database, slice(surveys).retention, "surveys.answer", sundsvall,
                                  testing::at("2029-12-01T10:00:00Z")),
              0);
    EXPECT_EQ(testing::delete_due(*database, slice(surveys).retention, "surveys.answer", sundsvall,
                                  testing::at("2030-02-01T10:00:00Z")),
              8);
}

TEST_F(SurveysWorld, ARowHoldsNoQuestionOfWhichANumberIsHidden) {
    const auto survey = open_survey();
    for (int at = 0; at < 12; ++at) take_one(survey, {{"q1", {at < 10 ? "c1" : "c2"}}, {"q2", {at < 6 ? "4" : "5"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 12);
    close_for_good(self, sundsvall, *find_survey(*self.list(sundsvall), survey), "coordinator");
    auto coordinator = client("coordinator");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    const auto rows = coordinator.get(url + "/rows.csv");
    EXPECT_NE(rows.html.find("round;q2"), std::string::npos) << rows.html;
    EXPECT_EQ(coordinator.get(url + "/codebook.xml").html.find("<var ID=\"q1\""), std::string::npos);
    EXPECT_TRUE(coordinator.get(url + "/results").says("1 fråga"));
}

TEST_F(SurveysWorld, ACodebookTellsAllQuestionsAlsoOfASurveyThatGoesOn) {
    const auto survey = open_survey();
    for (int at = 0; at < 6; ++at) take_one(survey, {{"q1", {"c1"}}, {"q2", {"4"}}});
    clock.advance(std::chrono::hours(24));
    EXPECT_EQ(surveys.move(), 6);
    auto changed = two_questions();
    changed.questions[0].label["sv"] = "Fick du den hjälp du ville ha?";
    changed.questions[0].options.push_back({"c3", {{"sv", "Delvis"}, {"ar", "جزئيا"}}});
    ask(survey, changed);
    auto guide = client("guide");
    const std::string url = "/sv/sundsvall/staff/surveys/" + survey;
    EXPECT_TRUE(guide.get(url + "/results").says("/questions.xml"));
    const auto book = guide.get(url + "/questions.xml").html;
    for (const auto* part : {"ddi:codebook:2_5", "<fileName>sundsvall-", ".csv</fileName>", "<version>Utgåva 2</version>",
                             "<collDate date=\"2026-11-01\" event=\"start\">Hösten</collDate>", "<var ID=\"q1\"",
                             "<var ID=\"q2\"", "<var ID=\"q3\"",
                             "<catgry><catValu>c3</catValu><labl xml:lang=\"sv\">Delvis</labl>",
                             "<labl xml:lang=\"ar\">نعم</labl>", "<var ID=\"q1_since_1\""})
        EXPECT_NE(book.find(part), std::string::npos) << part << book;
    EXPECT_EQ(client("coordinator").get(url + "/codebook.xml").status, 404) << "no row can be taken out yet";
    const auto csv = guide.get(url + "/results.csv").html;
    EXPECT_NE(csv.find(";Variabel;Kod"), std::string::npos) << csv;
    EXPECT_NE(csv.find(";q2;4"), std::string::npos) << csv;
    const auto empty = "/sv/sundsvall/staff/surveys/" + add_survey({{"title", {"Utan frågor"}}});
    EXPECT_EQ(guide.get(empty + "/questions.xml").status, 404);
}

TEST(RowsOfAnswers, WhatIsAskedOfAGroupAloneOrHiddenByItIsLeftOut) {
    Survey survey;
    Question gender{.key = "q1", .kind = Kind::choice, .options = {{"women", {}}, {"men", {}}}, .split = "gender"};
    Question all{.key = "q2", .kind = Kind::scale, .least = 1, .most = 2}, some = all;
    some.key = "q3";
    some.shown_if = Condition{"q1", "women"};
    survey.edition.definition.questions = {gender, all, some};
    Asked shown{.question = all, .part = "", .name = "q2@1"};
    shown.lines = {{"1", {{false, 9}, {false, 9}}}, {"2", {{false, 8}, {false, 0}}}};
    shown.answered = {{false, 17}, {false, 9}};
    auto results = std::make_shared<ResultsByRound>();
    auto& told_of_all = results->rounds[""];
    told_of_all.is_too_few = false;
    told_of_all.split = "gender";
    told_of_all.asked = {shown};
    const auto told = columns_of_rows(survey, {results});
    ASSERT_EQ(told.told.size(), 1U) << "neither who splits nor what hangs on it";
    EXPECT_EQ(told.told.front().question.key, "q2");
    EXPECT_EQ(told.left_out, 0U);
    results->rounds[""].asked.front().lines.back().figures.back().is_hidden = true;
    EXPECT_TRUE(columns_of_rows(survey, {results}).told.empty());
    EXPECT_EQ(columns_of_rows(survey, {results}).left_out, 1U);
}

}  // namespace
}  // namespace digilots::surveys
