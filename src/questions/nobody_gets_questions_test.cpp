// Where no function sees to questions nothing is promised, and nothing taken in that nobody would read.
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class NobodyGetsQuestions : public ::testing::Test, protected World {
protected:
    NobodyGetsQuestions() : World(true, false) {}
};

TEST_F(NobodyGetsQuestions, NoPageOfThemPromisesAnything) {
    auto client = resident();
    for (const char* path : {"/sundsvall/ask", "/sundsvall/ask?by=phone", "/sundsvall/chat"}) {
        const auto page = client.get(path);
        EXPECT_EQ(page.status, 200) << path;
        for (const char* promise :
             {"You get an answer by", "It opens", "choose when we ring", "name=\"question\"", "name=\"words\""})
            EXPECT_FALSE(page.says(promise)) << path << promise << page.html;
        for (const char* linked : {"We can ring you</a>", "Write with us in a chat"})
            EXPECT_FALSE(page.says(linked)) << path << linked;
    }
    EXPECT_TRUE(client.get("/sundsvall/ask").says("Nobody here answers written questions or rings you yet."));
    EXPECT_EQ(client.get("/sundsvall/ask").link("Places that help"), "/sundsvall/places");
}

TEST_F(NobodyGetsQuestions, WhatIsSentAllTheSameIsRefusedAndStaysToBeCopied) {
    let_a_function_see_to_questions(all);
    auto client = resident();
    const auto form = client.get("/sundsvall/ask"), chat = client.get("/sundsvall/chat");
    auto& rhythms = all.organisation.rhythm_records();
    const auto only = rhythms.list(rhythms.around(here), {}, 1, 0).records.front();
    ASSERT_TRUE(rhythms.remove(rhythms.around(here), only.id, "lead", base::Seen::anything()));
    const auto refused = client.submit(form, {{"question", "How do I print?"}, {"reply_by", "none"}});
    EXPECT_EQ(refused.status, 409) << refused.html;
    EXPECT_TRUE(refused.says("nothing was sent") && refused.says("How do I print?")) << refused.html;
    EXPECT_EQ(client.submit(chat, {{"words", "How do I print?"}}).status, 409);
    EXPECT_TRUE(all.questions.waiting(here)->questions.empty());
}

TEST_F(NobodyGetsQuestions, TheChatIsToldOfOnceItsHoursAreKnownAndSomebodyGetsIt) {
    const auto tenant = [&] { return all.municipalities.find_tenant("sundsvall").value(); };
    auto settings = all.municipalities.settings(here);
    settings.phone_hours = "Mo-Fr 08:00-17:00";
    ASSERT_TRUE(all.municipalities.save_settings(here, settings));
    EXPECT_FALSE(all.questions.offers_chat(tenant())) << "nobody gets it";
    EXPECT_FALSE(resident().get("/sundsvall/answers").says("We can ring you"));
    let_a_function_see_to_questions(all);
    EXPECT_TRUE(all.questions.offers_chat(tenant()));
    const auto page = resident().get("/sundsvall/answers");
    EXPECT_TRUE(page.says("We can ring you") && page.says("Write with us in a chat"))
        << "a kept page knows it at once" << page.html;
}

TEST_F(NobodyGetsQuestions, AnAnswerLeadsOnForWhomItDidNotHelp) {
    let_a_function_see_to_questions(all);
    const auto asked = all.ask("How do I print?");
    EXPECT_EQ(all.answer(all.only_waiting(), "Press the button.", "anna"), Answering::done);
    const auto page = resident().get("/sundsvall/ask/" + asked.code);
    EXPECT_TRUE(page.says("Did it not help?")) << page.html;
    EXPECT_EQ(page.link("Ask once more, and say what did not help"), "/sundsvall/ask");
}

}  // namespace
}  // namespace digilots::questions
