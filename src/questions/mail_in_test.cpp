// Letters become questions: each once, without what tells who wrote it, and with a receipt to who waits for an answer.
#include "platform/mail/incoming.h"
#include "platform/mail/outbox.h"
#include "platform/mail/sending.h"
#include "platform/testing/played_smtp.h"
#include "questions/telling.h"
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
    TakenIn take_in_from(const std::string& sender, const std::string& number, const std::string& body = "Hello?") {
        return take_in_letter(all.questions, sundsvall,
                              sender + "\r\nMessage-ID: <" + number + "@example.org>\r\n\r\n" + body, true);
    }
    std::string only_text() { return only().text("question"); }
    /// What has gone out by now, as a mail program shows it.
    std::vector<testing::ReadMail> sent() {
        testing::PlayedSmtp played;
        mail::send_due(*database, clock, {.url = played.url(), .from = "noreply@sundsvall.example", .needs_tls = false});
        std::vector<testing::ReadMail> letters;
        for (const auto& letter : played.received()) letters.emplace_back(letter.bytes);
        return letters;
    }
    /// The Message-ID in a header, as the mail library reads it.
    static std::string id_in(const std::string& header) {
        const auto read = mail::read_incoming("Message-ID: " + header + "\r\nFrom: a@example.org\r\n\r\nx");
        return read ? read->message_id : "";
    }
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
    const auto letters = database->read([](db::Connection& connection) { return mail::list(connection); });
    EXPECT_EQ(letters.front().path, "/staff/questions/" + question.id) << "staff see to it where it does not go out";
}

TEST_F(MailIn, TheReceiptSaysWhatTheCodeIsForAndAllStandsUnderTheirOwnLetter) {
    all.questions.know_address("https://digilots.example.org");
    take_in("Message-ID: <7.x@mail.example.org>\r\nSubject: Bank\r\n", "Hur gör jag?");
    auto letters = sent();
    ASSERT_EQ(letters.size(), 1U);
    const auto link = letters[0].word("https://");
    const std::string ask = "https://digilots.example.org/sundsvall/ask";
    ASSERT_TRUE(link.starts_with(ask + "/")) << letters[0].text;
    EXPECT_TRUE(all.questions.follow(sundsvall, link.substr(ask.size() + 1))) << "the page of this question";
    EXPECT_NE(letters[0].text.find("Med koden ser du hur det går med din fråga"), std::string::npos) << letters[0].text;
    all.answer(all.only_waiting(), "På banken.", "anna", base::Seen::anything(), ReplyWay::email);
    letters.push_back(sent().at(0));
    EXPECT_NE(letters[1].text.find("På banken."), std::string::npos) << letters[1].text;
    EXPECT_EQ(letters[1].word("https://"), ask) << "the code of it is kept nowhere";
    for (const auto& letter : letters)
        for (const auto& header : {letter.in_reply_to, letter.references}) EXPECT_EQ(id_in(header), "7.x@mail.example.org");
}

TEST_F(MailIn, WithoutAnAddressNoneIsNamedAndNoOddMessageIdIsAnswered) {
    take_in("Message-ID: <no id at all>\r\n", "Hur gör jag?");
    const auto letters = sent();
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].word("http"), "");
    EXPECT_NE(letters[0].text.find("Koden är nyckeln till din fråga"), std::string::npos) << letters[0].text;
    EXPECT_EQ(letters[0].in_reply_to, "");
}

TEST_F(MailIn, WhatItAnswersIsForgottenWithTheContact) {
    const auto message_id = [&] {
        const auto id = all.questions.waiting(here)->questions.front().id;
        return database->read([&](db::Connection& connection) { return contact_in(connection, here, id).message_id; });
    };
    take_in("Message-ID: <8@example.org>\r\n", "Hur gör jag?");
    const auto id = all.only_waiting();
    EXPECT_EQ(message_id(), "8@example.org");
    const Questions::Reach other{.by = ReplyBy::email, .contact = "somebody@example.org"};
    all.questions.note_reach(all.around(), sundsvall, id, other, "anna", base::Seen::anything(), i18n::translator("sv"));
    EXPECT_EQ(message_id(), "") << "they wrote no letter";
}

TEST_F(MailIn, WhatTellsWhoWroteItIsTakenOut) {
    EXPECT_EQ(take_in("Message-ID: <2@example.org>\r\n", "I am 811218-9876, ring 070-123 45 67 or anna@example.org please"),
              TakenIn::kept);
    const auto text = only().text("question");
    for (const char* personal : {"811218", "9876", "123 45", "anna@"}) EXPECT_EQ(text.find(personal), std::string::npos) << text;
    EXPECT_NE(text.find("please"), std::string::npos) << text;
}

TEST_F(MailIn, WhereTheTextIsCutNoPartOfANumberStays) {
    for (const std::size_t before : {1676U, 1680U, 1690U, 1699U, 1900U}) {
        const auto number = std::to_string(before);
        take_in("Message-ID: <cut" + number + "@example.org>\r\n",
                std::string(before, 'a') + ", 850709-9805 " + std::string(400, 'b'));
        const auto id = all.only_waiting();
        const auto text = only_text();
        for (const char* part : {"8507", "850", "9805"}) EXPECT_EQ(text.find(part), std::string::npos) << before << text;
        EXPECT_NE(text.find("Resten av mejlet"), std::string::npos) << text;
        all.questions.close(all.around(), id, "anna", base::Seen::anything());
    }
}

TEST_F(MailIn, MarksThatTurnTheTextAroundAreNotKept) {
    take_in("Message-ID: <bidi@example.org>\r\n", "mitt nummer \u202E5089-907058\u202C och \u20675089-907058\u2069 ok?");
    const auto text = only_text();
    for (const char* mark : {"\u202E", "\u202C", "\u2067", "\u2069"}) EXPECT_EQ(text.find(mark), std::string::npos) << text;
    EXPECT_NE(text.find("ok?"), std::string::npos) << text;
}

TEST_F(MailIn, WhatIsInNoFormThatIsReadHereIsSaidToStandInTheMailbox) {
    const std::string wide("H\0e\0j\0", 6);
    const auto letter = "From: Anna <anna@example.org>\r\nMessage-ID: <wide@example.org>\r\nContent-Type: text/plain; "
                        "charset=utf-16le\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + wide;
    EXPECT_EQ(take_in_letter(all.questions, sundsvall, letter, true), TakenIn::kept);
    EXPECT_NE(only_text().find("inte kan visas här"), std::string::npos) << only_text();
    EXPECT_EQ(receipts(), 1U) << "whoever wrote it is told that it has arrived";
}

TEST_F(MailIn, OfProgramsNothingIsKeptAndOddLettersAreNotLost) {
    EXPECT_EQ(take_in("Auto-Submitted: auto-replied\r\n", "I am away."), TakenIn::left_out);
    EXPECT_EQ(receipts(), 0U);
    EXPECT_EQ(take_in("Message-ID: <3@example.org>\r\n", ""), TakenIn::kept);
    EXPECT_FALSE(only().text("question").empty());
    EXPECT_EQ(take_in("Message-ID: <4@example.org>\r\n", std::string(100'000, 'x'), false), TakenIn::kept);
    EXPECT_EQ(all.questions.waiting(here)->questions.size(), 2U);
}

TEST_F(MailIn, WhoseSenderCannotBeWrittenToIsKeptAndSaysSo) {
    const auto long_name = std::string(60, 'b') + "." + std::string(60, 'c') + "." + std::string(30, 'd') + ".se";
    const std::string senders[] = {"From: " + std::string(60, 'a') + "@" + long_name,
                                   "From: a@example.org, b@example.org", "From: <<<>>>", "Subject: nobody"};
    for (std::size_t at = 0; at < std::size(senders); ++at) {
        EXPECT_EQ(take_in_from(senders[at], std::to_string(at)), TakenIn::kept) << senders[at];
        const auto id = all.only_waiting();
        EXPECT_NE(only_text().find("svara därifrån"), std::string::npos) << only_text();
        EXPECT_EQ(all.questions.contact_of(here, id).value, "");
        all.questions.close(all.around(), id, "anna", base::Seen::anything());
    }
    EXPECT_EQ(receipts(), 0U);
}

TEST_F(MailIn, TextThatIsCutSaysSo) {
    EXPECT_EQ(take_in_from("From: a@example.org", "1", std::string(1'600, 'x')), TakenIn::kept);
    EXPECT_EQ(only_text().find("Resten"), std::string::npos);
    all.questions.close(all.around(), all.only_waiting(), "anna", base::Seen::anything());
    EXPECT_EQ(take_in_from("From: a@example.org", "2", std::string(1'900, 'x')), TakenIn::kept);
    EXPECT_NE(only_text().find("Resten av mejlet finns i brevlådan."), std::string::npos);
}

TEST_F(MailIn, OneSenderClosesNothingAndMakesNobodyElsesMailboxFull) {
    for (int count = 0; count < 20; ++count)
        ASSERT_EQ(take_in_from("From: Victim@example.org", std::to_string(count)), TakenIn::kept) << count;
    EXPECT_EQ(receipts(), 1U);
    EXPECT_EQ(take_in_from("From: victim@EXAMPLE.org", "more"), TakenIn::later);
    EXPECT_EQ(take_in_from("From: other@example.org", "other"), TakenIn::kept);
    EXPECT_EQ(receipts(), 2U);
    clock.advance(std::chrono::hours(25));
    EXPECT_EQ(take_in_from("From: victim@example.org", "more"), TakenIn::kept) << "nothing is lost";
}

}  // namespace
}  // namespace digilots::questions
