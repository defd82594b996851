// The bank of answers: made of what was answered, found by the search, judged by residents.
#include <gtest/gtest.h>

#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class BankPages : public ::testing::Test, protected World {
protected:
    std::string add(const std::string& question, const std::string& answer, const std::string& published = "1") {
        auto around = all.questions.bank().around(here);
        around.today = base::to_civil(clock.now(), around.zone).date;
        const auto added = all.questions.bank().add(
            around, {{"question", {question}}, {"answer", {answer}}, {"is_published", {published}}, {"languages", {"sv"}}},
            "anna");
        EXPECT_TRUE(added) << question;
        return added ? added->id : "";
    }
};

TEST_F(BankPages, AnAnswerIsMadeOfAQuestionAndFoundAboveAllElse) {
    ask_on_page("How do I renew BankID?");
    const auto id = all.only_waiting();
    all.answer(id, "Get a new one at your bank.", "anna");
    auto anna = staff("anna");
    const auto filled = anna.get(inbox + "/" + id + "/bank");
    EXPECT_TRUE(filled.says("Get a new one at your bank.") && filled.says("How do I renew BankID?")) << filled.html;
    const auto refused = anna.submit(filled, {{"question", "How does Anna, 811218-9876, renew BankID?"}});
    EXPECT_EQ(refused.status, 422) << "personal data is taken out first";
    const auto added = anna.submit(filled, {{"is_published", "1"}});
    EXPECT_TRUE(added.says("The answer is added.")) << added.html;

    auto client = resident();
    const auto found = client.get("/sundsvall/search?q=renew+bankid");
    EXPECT_TRUE(found.says("How do I renew BankID?")) << found.html;
    const auto page = client.get(found.link("How do I renew BankID?"));
    EXPECT_TRUE(page.says("Get a new one at your bank.") && page.says("Did this help?"));
    const auto hits = all.referral.search(sundsvall, "renew bankid", i18n::translator("en")).hits;
    ASSERT_FALSE(hits.empty());
    EXPECT_EQ(hits.front().kind, "answer");
}

TEST_F(BankPages, NamesAndAddressesAreAskedAboutFromTheAnswerToWhatResidentsRead) {
    ask_on_page("Where can I print?");
    const auto id = all.only_waiting();
    auto anna = staff("anna");
    const auto asked = anna.submit(anna.get(inbox + "/" + id + "/answer"),
                                   {{"answer", "Ask for Anna Svensson at Storgatan 4."}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Anna Svensson” may be a person’s name") && asked.says("“Storgatan 4” may be")) << asked.html;
    EXPECT_TRUE(asked.says("Save anyway") && asked.says("Ask for Anna Svensson"));
    EXPECT_TRUE(anna.submit(asked, {{"answer", "Ask for Anna Svensson at Storgatan 4."}}).says("Answered"));

    const auto draft = anna.get(inbox + "/" + id + "/bank");
    EXPECT_EQ(draft.status, 200);
    EXPECT_TRUE(draft.says("“Anna Svensson” may be a person’s name") && draft.says("“Storgatan 4” may be")) << draft.html;
    const auto again = anna.submit(draft, {{"is_published", "1"}});
    EXPECT_EQ(again.status, 422) << "what residents will read is asked about anew";
    EXPECT_TRUE(again.says("Residents will read it: “Anna Svensson” may be a person’s name")) << again.html;
    EXPECT_FALSE(resident().get("/sundsvall/answers").says("Where can I print?"));
    EXPECT_TRUE(anna.submit(again, {{"answer", "Ask in the hall."}}).says("The answer is added."));
    EXPECT_TRUE(resident().get("/sundsvall/answers").says("Where can I print?"));
}

TEST_F(BankPages, ANameInAQuestionOfTheBankIsAskedAboutAndMayBeSavedAnyway) {
    auto anna = staff("anna");
    const auto asked = anna.submit(anna.get(bank + "/new"), {{"question", "Where can I, Anna Svensson, print?"},
                                                             {"answer", "At the library."}});
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("“Anna Svensson” may be a person’s name")) << asked.html;
    const auto saved = anna.submit(asked, {{"answer", "At the library."}});
    EXPECT_TRUE(saved.says("The answer is added.")) << saved.html;
    const auto path = saved.url.substr(0, saved.url.find('?'));
    const auto published = anna.submit(anna.get(path + "/change"), {{"is_published", "1"}});
    EXPECT_EQ(published.status, 422) << "kept for staff is not yet shown to residents";
    EXPECT_TRUE(anna.submit(published, {{"is_published", "1"}}).says("The answer is saved."));
}

TEST_F(BankPages, OnlyWhatIsShownToResidentsIsFoundAndListed) {
    add("Where can I print?", "At the library.");
    add("How do we order paper?", "In the cupboard.", "");
    auto client = resident();
    const auto list = client.get("/sundsvall/answers");
    EXPECT_TRUE(list.says("Where can I print?"));
    EXPECT_FALSE(list.says("order paper"));
    EXPECT_FALSE(client.get("/sundsvall/answers?q=paper").says("order paper"));
    EXPECT_TRUE(client.get("/sundsvall/answers?q=print").says("Where can I print?"));
    EXPECT_FALSE(client.get("/harnosand/answers").says("Where can I print?"));
    EXPECT_EQ(client.get("/sundsvall/answers/nothing-here").status, 404);
}

TEST_F(BankPages, AChangeIsSeenAtOnceAlsoWherePagesAreKept) {
    const auto id = add("Where can I print?", "At the library.");
    auto client = resident();
    const auto page = client.get("/sundsvall/answers").link("Where can I print?");
    EXPECT_TRUE(client.get(page).says("At the library."));
    auto anna = staff("anna");
    anna.submit(anna.get(bank + "/" + id + "/change"), {{"answer", "At the town hall."}});
    EXPECT_TRUE(client.get(page).says("At the town hall."));
    anna.submit(anna.get(bank + "/" + id), {}, "", "/end");
    EXPECT_EQ(client.get(page).status, 404);
    EXPECT_FALSE(client.get("/sundsvall/search?q=print").says("Where can I print?"));
}

TEST_F(BankPages, WhetherItHelpedIsCountedAndNothingElse) {
    const auto id = add("Where can I print?", "At the library.");
    auto client = resident();
    const auto page = client.get(client.get("/sundsvall/answers").link("Where can I print?"));
    const auto thanked = client.submit(page, {}, "helped=yes");
    EXPECT_TRUE(thanked.says("Thank you")) << thanked.html;
    client.submit(page, {}, "helped=no");
    EXPECT_EQ(all.questions.helped(here, id).yes, 1);
    EXPECT_EQ(all.questions.helped(here, id).no, 1);
    EXPECT_TRUE(staff("anna").get(bank + "/" + id).says("1 said yes, 1 said no."));
    for (int at = 0; at < 40; ++at) client.submit(page, {}, "helped=yes");
    EXPECT_LT(all.questions.helped(here, id).yes, 30) << "nobody counts for many";
}

TEST_F(BankPages, ItIsToBeLookedThroughAgain) {
    add("Where can I print?", "At the library.");
    const auto kinds = slice().duties;
    EXPECT_TRUE(kinds.back().now(here).empty());
    clock.advance(std::chrono::hours(24 * 180));
    ASSERT_EQ(kinds.back().now(here).size(), 1U);
    EXPECT_EQ(kinds.back().now(here).front().name, "Where can I print?");
}

class ApiOfQuestions : public BankPages {
protected:
    testing::Page post(std::string body) {
        return resident().send(http::Method::post, "/api/v1/sundsvall/questions", std::move(body),
                               {{"Content-Type", "application/json"}});
    }
    testing::Page read(std::string_view url) {
        return resident().send(http::Method::get, url, "", {{"Authorization", "Bearer t"}});
    }
};

TEST_F(ApiOfQuestions, ARefusalNamesAllThatIsWrongAtOnce) {
    const auto refused = post(R"({"question":"","topic":"nonsense","contact":{"by":"pigeon","value":"roof"}})");
    EXPECT_EQ(refused.status, 422);
    for (const auto* field : {R"("question":)", R"("topic":)", R"("contact.by":)"})
        EXPECT_TRUE(refused.says(field)) << field << refused.html;
    EXPECT_FALSE(refused.says(R"("contact.value":)")) << "how an unknown way is reached is not known";
    const auto typed = post(R"({"question":7,"colour":"red","contact":{"by":"phone","value":"1"}})");
    for (const auto* field : {R"("question":"Give a text.)", R"("colour":)", R"("contact.value":)"})
        EXPECT_TRUE(typed.says(field)) << field << typed.html;
    EXPECT_FALSE(typed.says("Write your question.")) << "one message for each field";
}

TEST_F(ApiOfQuestions, TakesAQuestionInAndTellsHowItStands) {
    const auto sent = post(R"({"question":"How do I print?","topic":"print","contact":{"by":"email","value":"a@example.org"}})");
    ASSERT_EQ(sent.status, 201) << sent.html;
    EXPECT_EQ(sent.header("Cache-Control"), "no-store");
    EXPECT_TRUE(sent.says(R"("promised_by":"2026-11-27T15:00:00.000Z")")) << sent.html;
    const std::string url(sent.header("Location"));
    const auto waiting = resident().get(url);
    EXPECT_TRUE(waiting.says(R"("state":"waiting","asked_on":"2026-11-25")")) << waiting.html;
    EXPECT_FALSE(waiting.says("\"answer\""));
    all.answer(all.only_waiting(), "At the library.", "anna");
    EXPECT_TRUE(resident().get(url).says(R"("answer":"At the library.")"));
    EXPECT_EQ(resident().get(url).header("Cache-Control"), "no-store");
    EXPECT_EQ(resident().get("/api/v1/sundsvall/questions/k7m2-9xqd-4tfh-p3wz").status, 404);
    const auto list = read("/api/v1/sundsvall/questions?state=answered");
    EXPECT_TRUE(list.says("How do I print?") && list.says(R"("in_time":true)")) << list.html;
    EXPECT_FALSE(list.says("a@example.org"));
    EXPECT_EQ(resident().get("/api/v1/sundsvall/questions").status, 401);
    EXPECT_EQ(read("/api/v1/sundsvall/questions?state=lost").status, 400);
}

TEST_F(ApiOfQuestions, SaysWhatIsWrongFieldByField) {
    EXPECT_EQ(post("[]").status, 400);
    EXPECT_EQ(post(R"({"question":"Ring 070-174 06 35"})").status, 422);
    const auto wrong = post(R"({"question":"Which form?","topic":"nothing","contact":{"by":"email","value":"x"}})");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(wrong.says("contact.value") && wrong.says("topic")) << wrong.html;
    EXPECT_EQ(post(R"({"question":"Which form?","contact":{"by":"pigeon"}})").status, 422);
    EXPECT_EQ(post(R"({"question":"Which form?","name":"Anna"})").status, 422);
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
}

TEST_F(ApiOfQuestions, FindsAnswers) {
    add("Where can I print?", "At the library.");
    const auto found = resident().get("/api/v1/sundsvall/answers?q=print");
    EXPECT_TRUE(found.says(R"("question":"Where can I print?","answer":"At the library.","steps":[],"languages":["sv"])"))
        << found.html;
    EXPECT_TRUE(found.says(R"("verified_on":"2026-11-25","url":"/sundsvall/answers/where-can-i-print-)")) << found.html;
    EXPECT_TRUE(resident().get("/api/v1/sundsvall/answers?q=boat").says(R"("answers":[])"));
    EXPECT_TRUE(resident().get("/api/v1/sundsvall/search?q=print").says(R"("kind":"answer")"));
}

}  // namespace
}  // namespace digilots::questions
