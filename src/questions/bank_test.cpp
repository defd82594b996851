// The bank of answers: made of what was answered, found by the search, judged by residents.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "platform/base/form_key.h"
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
    EXPECT_EQ(anna.submit(filled, {{"is_published", "1"}}).status, 422) << "their words are no title by themselves";
    const auto added = anna.submit(filled, {{"question", "How do I renew BankID?"}, {"is_published", "1"}});
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
    const auto again = anna.submit(draft, {{"question", "Where can I print?"}, {"is_published", "1"}});
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

TEST_F(BankPages, ANumberOrAnAddressOfNoDeskIsRefusedInAnAnswer) {
    ask_on_page("How do I pay?");
    const auto id = all.only_waiting();
    all.answer(id, "Ring Kalle 070-111 22 33.", "anna");
    auto anna = staff("anna");
    const auto draft = anna.get(inbox + "/" + id + "/bank");
    EXPECT_TRUE(draft.says("Somebody asked: “How do I pay?”")) << draft.html;
    EXPECT_FALSE(draft.says("value=\"How do I pay?\""));
    const auto sent = anna.submit(draft, {{"question", "How do I pay?"}});
    EXPECT_EQ(sent.status, 422) << sent.html;
    EXPECT_TRUE(sent.says("Somebody asked: “How do I pay?”")) << "what was asked stands also where it is refused" << sent.html;
    const auto save = [&](const char* answer) {
        return anna.submit(anna.get(bank + "/new"), {{"question", "How do I pay?"}, {"answer", answer}});
    };
    for (const char* personal : {"Ring 070-111 22 33.", "Write to kalle@example.org.", "Ring 060-19 10 11 or 070-111 22 33."}) {
        const auto refused = save(personal);
        EXPECT_EQ(refused.status, 422) << personal;
        EXPECT_TRUE(refused.says("that is no desk’s") && refused.says(personal)) << refused.html;
    }
    all.questions.know([](std::string_view) { return std::vector<std::string>{"060-19 10 11", "desk@example.org"}; });
    for (const char* of_desk : {"Ring 060-19 10 11.", "Ring +46 60 19 10 11, or write to Desk@example.org.", "Ring 060 191011."})
        EXPECT_TRUE(save(of_desk).says("The answer is added.")) << of_desk;
    for (const char* personal : {"Write to help.desk@example.org.", "Ring 060-19 10 112.", "Ring 060-19 10 11, 070-111 22 33"})
        EXPECT_EQ(save(personal).status, 422) << personal;
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
    const auto again = client.submit(page, {}, "helped=no");
    EXPECT_TRUE(again.says("Thank you"));
    EXPECT_EQ(all.questions.helped(here, id).yes, 1);
    EXPECT_EQ(all.questions.helped(here, id).no, 0) << "one form counts once";
    const auto url = page.url;
    client.submit(client.get(url), {}, "helped=no");
    EXPECT_EQ(all.questions.helped(here, id).no, 1) << "who comes next has a form of their own";
    EXPECT_TRUE(staff("anna").get(bank + "/" + id).says("1 said yes, 1 said no."));
    for (int at = 0; at < 40; ++at) client.submit(client.get(url), {}, "helped=yes");
    EXPECT_LT(all.questions.helped(here, id).yes, 30) << "nobody counts for many";
    EXPECT_EQ(client.submit(client.get(url), {}, "helped=yes").status, 429) << "and is not thanked for it";
    clock.advance(std::chrono::hours(25));
    EXPECT_FALSE(client.submit(page, {}, "helped=no").says("Thank you")) << "an old form is looked at anew";
    EXPECT_EQ(all.questions.helped(here, id).no, 1);
}

/// As a form of that moment has it; that of the program begins with the latest moment that any test has seen.
std::string key_of(base::Instant at, unsigned number) {
    const auto milliseconds = static_cast<unsigned long long>(at.time_since_epoch().count());
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%08llx-%04llx-7000-8000-%012x", milliseconds >> 16U, milliseconds & 0xffffU, number);
    return text.data();
}

TEST_F(BankPages, WhatNoFormBroughtIsBoundedInTimeAndNumber) {
    const auto helps = [&](std::string key) { return all.questions.note_helped(here, "answer", true, key); };
    const auto key = key_of(clock.now(), 0);
    EXPECT_FALSE(helps("ffffffff-ffff-7fff-bfff-ffffffffffff")) << "of a time to come: it would be kept for ever";
    EXPECT_FALSE(helps(key.substr(0, 14) + "4" + key.substr(15))) << "no form has such a key";
    EXPECT_FALSE(helps(""));
    clock.advance(std::chrono::minutes(5));
    EXPECT_NE(base::form_key_for("", clock.now()), key) << "others look meanwhile: their keys are later ones";
    EXPECT_TRUE(helps(key) && helps(key));
    EXPECT_EQ(all.questions.helped(here, "answer").yes, 1);
    for (int count = 0; count < 320; ++count) helps(key_of(clock.now(), static_cast<unsigned>(count)));
    EXPECT_EQ(all.questions.helped(here, "answer").yes, 300) << "no answer helps so many in a day";
    clock.advance(std::chrono::hours(25));
    EXPECT_FALSE(helps(key)) << "of a day before";
    EXPECT_TRUE(helps(key_of(clock.now(), 1)));
    EXPECT_EQ(all.questions.helped(here, "answer").yes, 301);
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

TEST_F(ApiOfQuestions, AKeyAsksOnce) {
    const auto post_with = [&](const char* key, const char* body) {
        return resident().send(http::Method::post, "/api/v1/sundsvall/questions", body,
                               {{"Content-Type", "application/json"}, {"Idempotency-Key", key}});
    };
    const char* key = "3b241101-e2bb-4255-8caf-4136c566a962";
    const auto first = post_with(key, R"({"question":"How do I print?"})");
    EXPECT_EQ(first.status, 201) << first.html;
    EXPECT_EQ(first.header("Idempotency-Replayed"), "");
    const auto again = post_with(key, R"({"question":"How do I print?"})");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.html, first.html) << "the same code and promise";
    EXPECT_EQ(again.header("Idempotency-Replayed"), "true");
    const auto other = post_with(key, R"({"question":"How do I scan?"})");
    EXPECT_EQ(other.status, 409);
    EXPECT_TRUE(other.says(R"("code":"key_reused")")) << other.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
    EXPECT_EQ(post_with("queue-1", R"({"question":"How?"})").status, 400);
    EXPECT_EQ(post_with("0192f3aa-7b1c-7def-8123-456789abcdef", R"({"question":"How?"})").status, 400) << "not random";
    clock.advance(std::chrono::hours(25));
    EXPECT_EQ(post_with(key, R"({"question":"How do I scan?"})").status, 201) << "keys are kept for a day";
}

TEST_F(ApiOfQuestions, WhatWasAskedIsAnsweredAsThenAlsoWhenItsTimeIsOver) {
    const auto send = [&] {
        return resident().send(
            http::Method::post, "/api/v1/sundsvall/questions",
            R"({"question":"How?","contact":{"by":"phone","value":"060-19 10 11","wished":"2026-11-26 morning"}})",
            {{"Content-Type", "application/json"}, {"Idempotency-Key", "3b241101-e2bb-4255-8caf-4136c566a963"}});
    };
    const auto first = send();
    EXPECT_EQ(first.status, 201) << first.html;
    clock.advance(std::chrono::hours(20));
    EXPECT_EQ(send().html, first.html);
}

TEST_F(ApiOfQuestions, ACodeThatStaffHaveReplacedIsHandedOutNoMore) {
    const auto send = [&] {
        return resident().send(http::Method::post, "/api/v1/sundsvall/questions",
                               R"({"question":"How?","contact":{"by":"phone","value":"060-19 10 11"}})",
                               {{"Content-Type", "application/json"},
                                {"Idempotency-Key", "3b241101-e2bb-4255-8caf-4136c566a964"}});
    };
    EXPECT_EQ(send().status, 201);
    const auto id = all.only_waiting();
    const auto mark = all.questions.questions().mark_of(*all.questions.questions().find(here, id));
    const auto key = base::form_key_for("", clock.now());
    EXPECT_FALSE(all.questions.new_code(all.around(), sundsvall, id, key, "anna", base::Seen::mark(mark)).code.empty());
    const auto again = send();
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.says(R"("code":"code_replaced")")) << again.html;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U) << "nothing was added";
}

TEST_F(ApiOfQuestions, AFormWhoseCodeWasReplacedSaysSo) {
    auto client = resident();
    const auto form = client.get("/sundsvall/ask");
    const testing::FormFields typed{{"question", "How?"}, {"reply_by", "phone"}, {"contact", "060-19 10 11"}};
    client.submit(form, typed);
    const auto id = all.only_waiting();
    const auto mark = all.questions.questions().mark_of(*all.questions.questions().find(here, id));
    const auto key = base::form_key_for("", clock.now());
    EXPECT_FALSE(all.questions.new_code(all.around(), sundsvall, id, key, "anna", base::Seen::mark(mark)).code.empty());
    const auto again = client.submit(form, typed);
    EXPECT_EQ(again.status, 409);
    EXPECT_TRUE(again.says("you were given a new code since") && again.says("How?")) << again.html;
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
