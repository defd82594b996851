// A question from the form to its answer, as residents and staff see it.
#include "questions/questions.h"

#include <gtest/gtest.h>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/mail/outbox.h"
#include "platform/register/every_statement_for_tests.h"
#include "platform/testing/html_form.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class QuestionPages : public ::testing::Test, protected World {};

std::string code_in(const testing::Page& page) {
    const auto path = page.url.substr(0, page.url.find('?'));
    return path.substr(path.rfind('/') + 1);
}

TEST_F(QuestionPages, EveryStatementRunsOnThisEngine) {
    register_::run_every_statement(all.questions.questions(), all.questions.questions().around(here));
    register_::run_every_statement(all.questions.bank(), all.questions.bank().around(here));
}

TEST_F(QuestionPages, AResidentAsksStaffAnswersAndTheResidentReadsIt) {
    const auto sent = ask_on_page("How do I renew BankID on a new phone?");
    EXPECT_EQ(sent.status, 200);
    EXPECT_TRUE(sent.says("Your question has arrived")) << sent.html;
    EXPECT_TRUE(sent.says("You get one by 27 November 2026")) << "two working days where nothing else is promised" << sent.html;
    EXPECT_EQ(sent.header("Cache-Control"), "no-store");

    auto anna = staff("anna");
    const auto list = anna.get(inbox);
    EXPECT_TRUE(list.says("How do I renew BankID") && list.says("Waits for an answer"));
    const auto id = all.only_waiting();
    const auto answered = anna.submit(anna.get(inbox + "/" + id + "/answer"), {{"answer", "Get a new one at your bank."}});
    EXPECT_TRUE(answered.says("Get a new one at your bank.") && answered.says("Answered")) << answered.html;
    EXPECT_TRUE(answered.says("anna"));

    auto client = resident();
    const auto read = client.get("/sundsvall/ask/" + code_in(sent));
    EXPECT_TRUE(read.says("Get a new one at your bank.")) << read.html;
    EXPECT_FALSE(read.says("anna")) << "who answered is nobody's business";
    EXPECT_EQ(client.get("/harnosand/ask/" + code_in(sent)).status, 404);
}

TEST_F(QuestionPages, UnknownAndExpiredCodesLookTheSame) {
    const auto sent = ask_on_page("When is the library open?");
    const std::string page = "/sundsvall/ask/" + code_in(sent);
    all.answer(all.only_waiting(), "Until six.", "anna");
    EXPECT_EQ(resident().get(page).status, 200);
    clock.advance(std::chrono::hours(24 * (Questions::code_days + 1)));
    const auto expired = resident().get(page), unknown = resident().get("/sundsvall/ask/k7m2-9xqd-4tfh-p3wz");
    EXPECT_EQ(expired.status, 404);
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(expired.heading(), unknown.heading());
    EXPECT_EQ(expired.header("Cache-Control"), "no-store");
}

TEST_F(QuestionPages, WhoGuessesCodesHasToWait) {
    auto client = resident();
    int status = 404, tries = 0;
    for (; status == 404 && tries < 100; ++tries)
        status = client.get("/sundsvall/ask/k7m2-9xqd-4tfh-p3w" + std::to_string(2 + tries % 8)).status;
    EXPECT_EQ(status, 429);
    EXPECT_GT(tries, 10) << "who mistypes may try again";
}

TEST_F(QuestionPages, WhoAsksTooOftenWaitsAndKeepsWhatWasTyped) {
    testing::Page last;
    for (int at = 0; at < 25 && last.status != 429; ++at) last = ask_on_page("Question number " + std::to_string(at) + "?");
    EXPECT_EQ(last.status, 429);
    EXPECT_FALSE(last.header("Retry-After").empty());
    EXPECT_TRUE(last.says("Question number")) << "what was typed stands there";
}

TEST_F(QuestionPages, ANameIsHintedAtWhileItIsTypedAndNeverRefused) {
    auto client = resident();
    const auto form = client.get("/sundsvall/ask");
    EXPECT_TRUE(form.says("data-warning=\"name\"")) << form.html;
    EXPECT_TRUE(form.says("note_check"));
    EXPECT_FALSE(form.says("data-refusal")) << "the server alone refuses, and says why";
    const auto sent = client.submit(form, {{"question", "Can Anna Andersson at Storgatan 4 print?"}});
    EXPECT_EQ(sent.status, 200);
    EXPECT_FALSE(code_in(sent).empty()) << sent.html;
}

TEST_F(QuestionPages, TheSameFormSentTwiceAsksOnce) {
    auto client = resident();
    const auto form = client.get("/sundsvall/ask");
    const testing::FormFields typed{{"question", "How do I print?"}};
    const auto first = client.submit(form, typed), second = client.submit(form, typed);
    EXPECT_EQ(code_in(first), code_in(second));
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
    const auto other = client.submit(form, {{"question", "How do I scan?"}});
    EXPECT_NE(code_in(other), code_in(first));
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 2U);
}

TEST_F(QuestionPages, WhatTellsWhoAsksIsRefusedAndStaysToBeMended) {
    for (const char* text :
         {"I am 811218-9876, where is my letter?", "Ring me at 070-174 06 35 please", "Write to anna@example.org"}) {
        const auto again = ask_on_page(text);
        EXPECT_EQ(again.status, 422) << text;
        EXPECT_TRUE(again.says("There is something here that looks like")) << text;
        EXPECT_TRUE(again.says(base::split(text, ',').front())) << "what was typed is there again";
    }
    EXPECT_EQ(ask_on_page("").status, 422);
    EXPECT_EQ(ask_on_page("Which form?", "email", "not an address").status, 422);
    EXPECT_EQ(ask_on_page("Which form?", "phone", "").status, 422);
    EXPECT_EQ(ask_on_page(std::string(2001, 'x')).status, 422);
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
}

TEST_F(QuestionPages, MarksThatCoverTheLinesAroundAreRefused) {
    std::string piled = "Hur skriver jag ut?";
    for (int i = 0; i < 900; ++i) piled += "\u0301";
    auto client = resident();
    const auto refused = client.submit(client.get("/sundsvall/ask"), {{"question", piled}, {"reply_by", "none"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("No language has so many marks on one letter")) << refused.html;
    const std::string accented = "Ou\u0300 est l\u2019e\u0301cole?";
    EXPECT_NE(client.submit(client.get("/sundsvall/ask"), {{"question", accented}, {"reply_by", "none"}}).status, 422);
}

TEST_F(QuestionPages, NobodyIsSaidToHaveRungOrWrittenWithoutChoosingIt) {
    ask_on_page("How do I book a time?", "phone", "060-19 10 00");
    const auto page = inbox + "/" + all.only_waiting() + "/answer";
    auto anna = staff("anna");
    const auto refused = anna.submit(anna.get(page), {{"answer", "By phone."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Choose how the answer is given.") && refused.says("By phone."));
    const auto asked = anna.submit(anna.get(page), {{"answer", "By phone."}, {"way", "page"}});
    EXPECT_TRUE(asked.status == 422 && asked.says("Whoever asked waits for a call")) << asked.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
}

TEST_F(QuestionPages, SaysOfEachHowWhoAskedIsReached) {
    ask_on_page("Ring me?", "phone", "060-19 10 47");
    auto anna = staff("anna");
    const auto by_phone = anna.get(inbox + "/" + all.only_waiting());
    EXPECT_TRUE(by_phone.says("Phone: ••• 47") && !by_phone.says("060-19 10")) << by_phone.html;
    EXPECT_EQ(Answering::done, all.answer(all.only_waiting(), "By phone.", "anna"));
    ask_on_page("Where is it?", "none", "");
    const auto id = all.only_waiting();
    for (const auto& page : {inbox + "/" + id, inbox + "/" + id + "/answer"})
        EXPECT_TRUE(anna.get(page).says("Only by the page with the code: they look there themselves.")) << page;
}

TEST_F(QuestionPages, WhatSomebodyHasTakenGoesToWhoTakesOverWhenTheyLeave) {
    ask_on_page("Where can I print?", "none", "");
    const auto id = all.only_waiting();
    auto anna = staff("anna");
    anna.submit(anna.get(inbox + "/" + id), {}, "", "/take");
    EXPECT_EQ(all.questions.questions().find(here, id)->text("person"), "anna");
    database->write(
        [&](db::Connection& connection) {
            Questions::hand_over_all(connection, here, "anna", "bo", "admin", clock.now());
            Questions::hand_over_all(connection, "2280", "bo", "anna", "admin", clock.now());
        },
        db::Isolation::deciding);
    EXPECT_EQ(all.questions.questions().find(here, id)->text("person"), "bo");
}

TEST_F(QuestionPages, HowToReachSomebodyStandsApartAndGoesWhenTheQuestionIsClosed) {
    ask_on_page("How do I book a time?", "email", "resident@example.org");
    const auto id = all.only_waiting();
    auto anna = staff("anna");
    for (const auto& page : {inbox, inbox + "/" + id, inbox + "/table", inbox + "?q=resident"})
        EXPECT_FALSE(anna.get(page).says("resident@example.org")) << page;
    EXPECT_TRUE(anna.get(inbox + "/" + id).says("E-mail: r•••@example.org")) << "how they are reached is seen before";
    EXPECT_TRUE(anna.get(inbox).says("E-mail"));
    EXPECT_TRUE(anna.get(inbox + "/" + id + "/answer").says("resident@example.org")) << "where it is used";
    EXPECT_EQ(all.questions.contact_of(here, id).value, "resident@example.org");
    EXPECT_EQ(base::format_date(all.questions.contact_of(here, id).gone_on.value()), "2027-02-24");
    const auto letters = [&] {
        return database->read([](db::Connection& connection) { return mail::count(connection).waiting; });
    };
    anna.submit(anna.get(inbox + "/" + id + "/answer"), {{"answer", "By phone or on the page."}, {"way", "email"}});
    EXPECT_EQ(letters(), 1);
    anna.submit(anna.get(inbox + "/" + id + "/answer"), {{"answer", "By phone, or on the page of the desk."}});
    EXPECT_EQ(letters(), 1) << "mended words are not sent again";
    EXPECT_TRUE(anna.get(inbox + "/" + id).says(id + "/close"));
    anna.submit(anna.get(inbox + "/" + id + "/close"), {}, "", "/close");
    EXPECT_EQ(all.questions.contact_of(here, id).value, "");
    EXPECT_FALSE(anna.get(inbox + "/" + id + "/answer").says("resident@example.org"));
}

TEST_F(QuestionPages, ClosingIsAskedFirstAndWhatWasClosedByMistakeIsOpenedAgain) {
    const auto sent = ask_on_page("Where is the form?");
    const auto id = all.only_waiting(), page = inbox + "/" + id;
    auto anna = staff("anna");
    auto bo = staff("bo");
    const auto asked = anna.get(page + "/close"), asked_too = bo.get(page + "/close");
    EXPECT_TRUE(asked.says("Where is the form?") && asked.says("closed without an answer")) << asked.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U) << "nothing is done yet";
    const auto promised = all.questions.waiting(here)->questions.front().promised_at;
    anna.submit(asked, {}, "", "/close");
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
    const auto told = bo.submit(asked_too, {}, "", "/close");
    EXPECT_EQ(told.status, 409) << "a colleague was faster";
    EXPECT_TRUE(told.says("The question is closed.") && told.says("As it stands now this cannot be done any more.")) << told.html;
    EXPECT_EQ(anna.submit(asked, {}, "", "/close").status, 409);
    anna.submit(anna.get(page), {}, "", "/open");
    ASSERT_EQ(all.questions.waiting(here)->questions.size(), 1U);
    EXPECT_EQ(all.questions.waiting(here)->questions.front().promised_at, promised);
    anna.submit(anna.get(page + "/answer"), {{"answer", "At the desk."}});
    anna.submit(anna.get(page + "/close"), {}, "", "/close");
    anna.submit(anna.get(page), {}, "", "/open");
    EXPECT_EQ(all.questions.questions().find(here, id)->text("state"), "answered");
    EXPECT_TRUE(resident().get("/sundsvall/ask/" + code_in(sent)).says("At the desk."));
}

TEST_F(QuestionPages, AnAnswerHoldsNoPersonalNumberButWhereToCall) {
    ask_on_page("Whom do I call?");
    const auto page = inbox + "/" + all.only_waiting() + "/answer";
    auto anna = staff("anna");
    const auto refused = anna.submit(anna.get(page), {{"answer", "Ring 060-19 10 00. It is about 19811218-9876."}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("looks like a personal number") && refused.says("It is about 19811218-9876.")) << refused.html;
    EXPECT_TRUE(anna.submit(refused, {{"answer", "Ring 060-19 10 00."}}).says("Ring 060-19 10 00."));
}

TEST_F(QuestionPages, AWrongCodeSaysSoAndIsTriedAgain) {
    const auto sent = ask_on_page("When is the library open?");
    auto client = resident();
    const auto wrong = client.get("/sundsvall/ask/k7m2-9xqd-4tfh-p3wz");
    EXPECT_EQ(wrong.status, 404);
    EXPECT_TRUE(wrong.says("No question has this code.") && wrong.says("k7m2-9xqd-4tfh-p3wz")) << wrong.html;
    EXPECT_TRUE(client.submit(wrong, {{"code", code_in(sent)}}, "", "/ask/follow").says("When is the library open?"));
}

TEST_F(QuestionPages, OfTwoWhoAnswerTheSecondIsToldAndHasTheirWords) {
    ask_on_page("Where is the form?");
    const auto page = inbox + "/" + all.only_waiting() + "/answer";
    auto anna = staff("anna"), bo = staff("bo");
    const auto first = anna.get(page), second = bo.get(page);
    EXPECT_EQ(anna.submit(first, {{"answer", "At the desk."}}).status, 200);
    const auto told = bo.submit(second, {{"answer", "In the hall."}});
    EXPECT_EQ(told.status, 409);
    EXPECT_TRUE(told.says("In the hall.") && told.says("At the desk.")) << told.html;
}

TEST_F(QuestionPages, AColleagueTakesOverAndNeighboursSeeNothing) {
    ask_on_page("Where is the form?");
    const auto page = inbox + "/" + all.only_waiting();
    auto anna = staff("anna"), bo = staff("bo"), neighbour = staff("neighbour");
    EXPECT_TRUE(anna.submit(anna.get(page), {}, "", "/take").says("anna"));
    EXPECT_TRUE(bo.submit(bo.get(page), {}, "", "/take").says("bo"));
    EXPECT_EQ(all.questions.waiting(here)->questions.front().person, "bo");
    for (const char* rest : {"", "/answer", "/bank"}) EXPECT_EQ(neighbour.get(page + rest).status, 404) << rest;
}

TEST_F(QuestionPages, WhoIsNamedAnswersWhateverUnitTheyAreLimitedToAndOthersOfOtherUnitsLoseNothingTheyTyped) {
    auto& units = all.organisation.unit_records();
    const auto add_unit = [&](const std::string& name) { return units.add(units.around(here), {{"name", {name}}}, "anna")->id; };
    const auto library = add_unit("Library"), centre = add_unit("Service centre");
    auto& functions = all.organisation.function_records();
    const auto lots =
        functions.add(functions.around(here), {{"title", {"Lots"}}, {"holder", {"bo"}}, {"unit", {library}}}, "anna")->id;
    all.ask("How do I renew it?", ReplyBy::email, "asker@example.se");
    const auto id = all.only_waiting();
    limited_to_unit = {"bo", library};
    auto bo = staff("bo");
    const auto url = inbox + "/" + id + "/answer";
    const auto form = bo.get(url);
    EXPECT_TRUE(form.says("asker@example.se")) << "of no unit: everybody's" << form.html;
    const auto give = [&](const std::string& function) {
        const register_::Step given{"changed", {{"unit", centre}, {"function", function}}};
        ASSERT_TRUE(all.questions.questions().take_step(all.around(), id, given, "anna"));
    };
    give("");
    const auto refused = bo.submit(form, {{"answer", "Get a new one at your bank."}, {"way", "page"}});
    EXPECT_TRUE(refused.says("belongs to another unit") && refused.says("Get a new one at your bank.")) << refused.html;
    EXPECT_FALSE(refused.says("asker@example.se")) << refused.html;
    const auto closed_to_them = bo.get(url);
    EXPECT_EQ(closed_to_them.status, 403);
    EXPECT_FALSE(closed_to_them.says("asker@example.se"));
    give(lots);
    EXPECT_TRUE(bo.submit(bo.get(url), {{"answer", "Get a new one at your bank."}, {"way", "email"}}).says("Answered"));
}

TEST_F(QuestionPages, WhatIsLateStandsFirstAndIsCounted) {
    ask_on_page("The first question?");
    const auto first = all.only_waiting();
    clock.advance(std::chrono::hours(24 * 6));   // Tuesday
    ask_on_page("The second question?");
    auto anna = staff("anna");
    const auto list = anna.get(inbox);
    EXPECT_LT(list.html.find("The first question?"), list.html.find("The second question?"));
    EXPECT_TRUE(list.says("Late: the promise is broken"));
    EXPECT_FALSE(anna.get(inbox + "?state=late").says("The second question?"));
    const periods::Period week{base::parse_date("2026-11-23").value(), base::parse_date("2026-11-29").value()};
    for (const auto& measure : all.questions.measures(all.directory))
        if (measure.key == "questions_answered_late") {
            EXPECT_EQ(measure.figures({{here}, week, {}, {}}).front().value, measures::Value(1)) << "it waits still";
        }
    all.answer(first, "Sorry that it took so long.", "anna");
    all.answer(all.only_waiting(), "At once.", "anna");
    const periods::Period autumn{base::parse_date("2026-11-01").value(), base::parse_date("2026-12-31").value()};
    const measures::Query query{{here}, autumn, {"month"}, {}};
    for (const auto& measure : all.questions.measures(all.directory)) {
        if (measure.key == "answers_used") continue;
        const auto rows = measure.figures(query);
        ASSERT_FALSE(rows.empty()) << measure.key;
        const auto expected = measure.key == "questions_answered_in_time" ? measures::Value(1, 2)
                              : measure.key == "questions_answered_late"  ? measures::Value(1)
                                                                          : rows.front().value;
        EXPECT_EQ(rows.front().value, expected) << measure.key;
    }
    EXPECT_EQ(base::format_date(all.questions.measures(all.directory).front().last_day(here).value()), "2026-12-01");
}

TEST_F(QuestionPages, ThePromiseIsThatOfTheMunicipality) {
    auto settings = all.municipalities.settings(here);
    const auto promise = [&](int limit, municipality::PromiseUnit unit) {
        settings.response_limit = limit;
        settings.response_unit = unit;
        EXPECT_TRUE(all.municipalities.save_settings(here, settings));
        return base::format_utc(all.questions.promised_at(here, testing::at("2026-12-23T09:30:00Z")));
    };
    EXPECT_EQ(promise(1, municipality::PromiseUnit::working_days), "2026-12-28T15:00:00.000Z") << "over Christmas";
    EXPECT_EQ(promise(2, municipality::PromiseUnit::days), "2026-12-25T22:59:00.000Z");
    EXPECT_EQ(promise(24, municipality::PromiseUnit::hours), "2026-12-30T09:30:00.000Z") << "three days of work";
}

TEST_F(QuestionPages, WhatWaitsIsADutyThatSaysNothingOfTheQuestion) {
    ask_on_page("A question that nobody else should read?");
    const auto duties = slice().duties.front().now(here);
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.front().due, "2026-11-27");
    EXPECT_EQ(duties.front().name.find("nobody else"), std::string::npos);
    all.answer(all.only_waiting(), "Yes.", "anna");
    EXPECT_TRUE(slice().duties.front().now(here).empty());
}

TEST_F(QuestionPages, WhatHasHadItsTimeGoesAndWhatWaitsStays) {
    ask_on_page("An old question?", "phone", "060-19 10 00");
    all.answer(all.only_waiting(), "An old answer.", "anna");
    clock.advance(std::chrono::hours(24 * 400));
    ask_on_page("A new question?");
    for (const auto& rule : retention_rules()) {
        database->write([&](db::Connection& connection) {
            const Due due{here, limit_of(rule.period, clock.now(), "Europe/Stockholm"), clock.now()};
            EXPECT_EQ(rule.held(connection, here), 1) << rule.key;
            EXPECT_EQ(rule.due(connection, due), 1) << rule.key;
            EXPECT_EQ(rule.remove(connection, due, 10), 1) << rule.key;
            EXPECT_EQ(rule.remove(connection, due, 10), 0) << rule.key;
        });
    }
    auto anna = staff("anna");
    EXPECT_FALSE(anna.get(inbox).says("An old question?"));
    EXPECT_TRUE(anna.get(inbox).says("A new question?"));
}

TEST_F(QuestionPages, TheirCodesAreFoundAmongAllMattersWhileTheyLast) {
    const auto first = code_in(ask_on_page("When is the library open?"));
    all.answer(all.only_waiting(), "At ten.", "anna");
    ask_on_page("Where do I print?");
    const auto followed = slice().followed.front();
    http::Request request;
    request.tenant = sundsvall;
    request.language = "en";
    const html::Page page(request);
    const auto answered = followed.find(page, first);
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->what, "When is the library open?");
    EXPECT_EQ(answered->more, std::vector<std::string>{"At ten."});
    EXPECT_FALSE(followed.find(page, "never-was-acode-here"));
    clock.advance(std::chrono::hours(24 * (Questions::code_days + 1)));
    EXPECT_FALSE(followed.find(page, first)) << "its time is over: as if it had never been";
    const auto ongoing = slice().ongoing.front().now(page);
    ASSERT_EQ(ongoing.size(), 1U) << "what is answered is under way no more";
    EXPECT_TRUE(ongoing.front().is_late);
    EXPECT_EQ(ongoing.front().what.find("print"), std::string::npos) << "never its words";
}

TEST_F(QuestionPages, WhoGuessesAmongAllMattersIsSlowedDownHereToo) {
    const auto followed = slice().followed.front();
    http::Request request;
    request.client_address = "127.0.0.1";
    std::optional<std::chrono::seconds> wait;
    for (int turn = 0; turn < 300 && !wait; ++turn) wait = followed.wait(request);
    EXPECT_TRUE(wait);
    EXPECT_EQ(resident().get_once("/sundsvall/ask/never-was-acode-here").status, 429) << "one allowance for both pages";
}

}  // namespace
}  // namespace digilots::questions
