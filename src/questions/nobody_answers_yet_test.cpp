// Where a municipality has not said who answers, its form stays open and nothing is promised.
#include "platform/mail/sending.h"
#include "platform/testing/played_smtp.h"
#include "questions/telling.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class NobodyAnswersYet : public ::testing::Test, protected World {
protected:
    NobodyAnswersYet() { set({}); }
    void set(std::optional<int> limit, const std::string& phone_hours = "") {
        auto settings = all.municipalities.settings(here);
        settings.response_limit = limit;
        settings.phone_hours = phone_hours;
        ASSERT_TRUE(all.municipalities.save_settings(here, settings));
    }
    http::Tenant tenant() { return all.municipalities.find_tenant("sundsvall").value(); }
};

constexpr const char* promises[] = {"You get an answer by", "you get an answer by", "It opens",      "choose when we ring",
                                    "We ring you",          "We are open",          "name=\"wished\""};
constexpr const char* said = "We have not yet set who answers here. Your question is kept";

TEST_F(NobodyAnswersYet, ThePagesSayItAndPromiseNothing) {
    auto client = resident();
    for (const char* path : {"/sundsvall/ask", "/sundsvall/ask?by=phone", "/sundsvall/chat"}) {
        const auto page = client.get(path);
        EXPECT_EQ(page.status, 200) << path;
        EXPECT_TRUE(page.says(said)) << path << page.html;
        for (const char* promise : promises) EXPECT_FALSE(page.says(promise)) << path << promise << page.html;
        for (const char* linked : {">We can ring you</a>", "Write with us in a chat"})
            EXPECT_FALSE(page.says(linked)) << path << linked;
    }
}

TEST_F(NobodyAnswersYet, WhatIsAskedIsKeptAndItsCodeSaysTheSame) {
    auto client = resident();
    const auto page = client.submit(client.get("/sundsvall/ask"), {{"question", "How do I print?"}, {"reply_by", "none"}});
    EXPECT_TRUE(page.says(said)) << page.html;
    for (const char* promise : promises) EXPECT_FALSE(page.says(promise)) << promise;
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 1U);
    set(2);
    EXPECT_TRUE(client.get(page.url).says("You get one by")) << "the same question, once somebody answers";
}

TEST_F(NobodyAnswersYet, TheReceiptOfALetterPromisesNoDay) {
    const std::string letter =
        "From: Anna <anna@example.org>\r\nMessage-ID: <1@example.org>\r\nSubject: Bank\r\n\r\nHur gör jag?";
    ASSERT_EQ(take_in_letter(all.questions, tenant(), letter, true), TakenIn::kept);
    testing::PlayedSmtp played;
    mail::send_due(*database, clock, {.url = played.url(), .from = "noreply@sundsvall.example", .needs_tls = false});
    ASSERT_EQ(played.received().size(), 1U);
    const auto text = testing::ReadMail(played.received()[0].bytes).text;
    EXPECT_NE(text.find("Din fråga har kommit fram. Vi har inte bestämt än vem som svarar här."), std::string::npos) << text;
    EXPECT_EQ(text.find("Du får svar senast"), std::string::npos) << text;
    clock.advance(std::chrono::hours(24 * 20));
    EXPECT_EQ(tell_late(all.questions, tenant()), 0) << "nobody is told that a promise is broken which was never made";
}

TEST_F(NobodyAnswersYet, TheChatIsToldOfOnceItsHoursAreKnownAndSomebodyAnswers) {
    set({}, "Mo-Fr 08:00-17:00");
    EXPECT_FALSE(all.questions.offers_chat(tenant())) << "nobody answers";
    EXPECT_FALSE(resident().get("/sundsvall/answers").says("We can ring you"));
    set(2);
    EXPECT_FALSE(all.questions.offers_chat(tenant())) << "its hours are not known";
    set(2, "Mo-Fr 08:00-17:00");
    const auto page = resident().get("/sundsvall/answers");
    EXPECT_TRUE(page.says("We can ring you") && page.says("Write with us in a chat"))
        << "a kept page knows it at once" << page.html;
}

}  // namespace
}  // namespace digilots::questions
