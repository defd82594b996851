// Letters become questions: each once, without what tells who wrote it, and with a receipt to who waits for an answer.
#include "platform/mail/outbox.h"
#include "questions/world_for_tests.h"

namespace digilots::questions {
namespace {

class MailIn : public ::testing::Test, protected World {
protected:
    TakenIn take_in(const std::string& headers, const std::string& body, bool is_whole = true) {
        const auto letter =
            "From: Anna <anna@example.org>\r\n" + headers + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + body;
        return take_in_letter(all.questions, sundsvall, letter, is_whole);
    }
    register_::Record only() { return all.questions.questions().find(here, all.only_waiting()).value(); }
    std::size_t receipts() {
        return database->read([](db::Connection& connection) { return mail::list(connection).size(); });
    }
};

TEST_F(MailIn, ALetterIsAQuestionOnceWithItsSenderApartAndAReceipt) {
    const auto again = [&] {
        return take_in("Message-ID: <1@example.org>\r\nSubject: Bank\r\n", "Hur gör jag?\r\n> quoted\r\n");
    };
    EXPECT_EQ(again(), TakenIn::kept);
    EXPECT_EQ(again(), TakenIn::kept) << "the server was killed before it was marked";
    const auto question = only();
    EXPECT_EQ(question.text("question"), "Bank\nHur gör jag?");
    EXPECT_EQ(question.text("channel"), "email");
    EXPECT_EQ(all.questions.contact_of(here, question.id).value, "anna@example.org");
    EXPECT_EQ(receipts(), 1U);
}

TEST_F(MailIn, WhatTellsWhoWroteItIsTakenOut) {
    EXPECT_EQ(take_in("Message-ID: <2@example.org>\r\n", "I am 811218-9876, ring 070-123 45 67 or anna@example.org please"),
              TakenIn::kept);
    const auto text = only().text("question");
    for (const char* personal : {"811218", "9876", "123 45", "anna@"}) EXPECT_EQ(text.find(personal), std::string::npos) << text;
    EXPECT_NE(text.find("please"), std::string::npos) << text;
}

TEST_F(MailIn, OfProgramsNothingIsKeptAndOddLettersAreNotLost) {
    EXPECT_EQ(take_in("Auto-Submitted: auto-replied\r\n", "I am away."), TakenIn::left_out);
    EXPECT_EQ(receipts(), 0U);
    EXPECT_EQ(take_in("Message-ID: <3@example.org>\r\n", ""), TakenIn::kept);
    EXPECT_FALSE(only().text("question").empty());
    EXPECT_EQ(take_in("Message-ID: <4@example.org>\r\n", std::string(100'000, 'x'), false), TakenIn::kept);
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 2U);
}

}  // namespace
}  // namespace digilots::questions
