// Nothing is lost, and nothing comes twice but where nobody can know better, whatever the mail server does.
#include "platform/mail/sending.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "platform/jobs/runner.h"
#include "platform/mail/job.h"
#include "platform/mail/sending_for_tests.h"

namespace digilots::mail {

bool Sending::is_kept(const std::string& id) {
    static constexpr db::Statement words{
        "test", "SELECT recipient || subject || body AS words FROM mail_letter WHERE id = $1",
        "SELECT recipient || subject || body AS words FROM mail_letter WHERE id = $1"};
    return servers.first->read(
        [&](db::Connection& connection) { return !connection.query(words, id)[0].text("words").empty(); });
}

namespace {

TEST_F(Sending, ALetterArrivesAndIsForgotten) {
    PlayedSmtp played;
    const auto id = put_in("anna@sundsvall.example", "Hej Anna!\n.\nhttps://x.example/?a=b\n");
    EXPECT_EQ(send(played).sent, 1);
    ASSERT_EQ(played.received().size(), 1U);
    const auto mail = played.received()[0];
    EXPECT_EQ(mail.sender, "noreply@sundsvall.example");
    EXPECT_EQ(mail.recipient, "anna@sundsvall.example");
    const ReadMail read(mail.bytes);
    EXPECT_EQ(read.subject, "Ett nytt lösenord");
    EXPECT_EQ(read.text, "Hej Anna!\n.\nhttps://x.example/?a=b\n");
    EXPECT_EQ(read.message_id, "<" + id + "@sundsvall.example>");
    EXPECT_TRUE(listed().empty());
    EXPECT_FALSE(is_kept(id));
    EXPECT_EQ(send(played).sent, 0) << "once";
    EXPECT_EQ(played.received().size(), 1U);
}

TEST_F(Sending, OfATransactionThatIsNotKeptNothingIsSent) {
    PlayedSmtp played;
    EXPECT_THROW(servers.first->write([&](db::Connection& connection) {
        add(connection,
            {.municipality_id = "",
             .kind = "k",
             .recipient = "a@b.example",
             .subject = "s",
             .text = "t",
             .language = "",
             .valid_until = clock.now() + 1h},
            clock.now());
        throw std::runtime_error("not kept");
    }),
                 std::runtime_error);
    EXPECT_EQ(send(played).sent, 0);
    EXPECT_EQ(played.connections(), 0U);
}

TEST_F(Sending, ARefusedAddressIsToldWithoutItAndCanBeTriedAgain) {
    PlayedSmtp played({SmtpManner::refuses_address, SmtpManner::usual});
    const auto id = put_in();
    EXPECT_EQ(send(played).refused, 1);
    EXPECT_EQ(of(id).state, State::refused);
    EXPECT_EQ(of(id).reason, "The server refuses the address (550 5.1.1).");
    clock.advance(2h);
    EXPECT_EQ(send(played).sent, 0) << "for good";
    EXPECT_EQ(change(retry, id), Outcome::done);
    EXPECT_EQ(send(played).sent, 1);
    EXPECT_EQ(played.received().size(), 1U);
    EXPECT_TRUE(listed().empty());
}

TEST_F(Sending, ARefusedLetterIsToldAndCanBeDropped) {
    PlayedSmtp played({SmtpManner::refuses_letter});
    const auto id = put_in();
    EXPECT_EQ(send(played).refused, 1);
    EXPECT_EQ(of(id).reason, "The server refuses the letter (554 5.7.1).");
    EXPECT_TRUE(is_kept(id)) << "the operator may send it again";
    EXPECT_EQ(change(drop, id), Outcome::done);
    EXPECT_FALSE(is_kept(id));
    EXPECT_TRUE(listed().empty());
    EXPECT_EQ(change(retry, id), Outcome::over);
    EXPECT_EQ(change(retry, "nothing"), Outcome::not_there);
    EXPECT_EQ(change(drop, "nothing"), Outcome::not_there);
}

TEST_F(Sending, WhoAsksToComeBackIsComeBackTo) {
    for (const auto manner : {SmtpManner::greylists, SmtpManner::busy_after_data}) {
        PlayedSmtp played({manner, manner});
        const auto id = put_in();
        EXPECT_EQ(send(played).put_off, 1);
        EXPECT_EQ(of(id).state, State::waiting);
        EXPECT_TRUE(of(id).reason.starts_with("The server asks to come back later (45")) << of(id).reason;
        clock.advance(59s);
        EXPECT_EQ(send(played).put_off, 0) << "not before its time";
        clock.advance(1s);
        EXPECT_EQ(send(played).put_off, 1);
        clock.advance(119s);
        EXPECT_EQ(send(played).sent, 0) << "each wait is twice the one before";
        clock.advance(1s);
        EXPECT_EQ(send(played).sent, 1);
        EXPECT_EQ(played.received().size(), 1U);
    }
}

TEST_F(Sending, WhereTheAnswerIsMissingItGoesOnceMoreWithTheSameIdAndIsTold) {
    for (const auto manner :
         {SmtpManner::drops_after_dot, SmtpManner::silent_after_data, SmtpManner::garbled_answer}) {
        PlayedSmtp played({manner});
        const auto id = put_in();
        EXPECT_EQ(send(played, impatient).unanswered, 1);
        EXPECT_EQ(of(id).state, State::waiting);
        EXPECT_EQ(of(id).unanswered, 1);
        clock.advance(1min);
        EXPECT_EQ(send(played).sent, 1);
        ASSERT_EQ(played.received().size(), 2U);
        EXPECT_EQ(played.received()[0].bytes, played.received()[1].bytes) << "every byte, and so the Message-ID";
        EXPECT_EQ(of(id).state, State::sent);
        EXPECT_EQ(of(id).unanswered, 1) << "the operator sees that it may have come twice";
        EXPECT_FALSE(is_kept(id));
        clock.advance(2h);
        EXPECT_EQ(send(played).sent, 0);
        EXPECT_EQ(change(retry, id), Outcome::over);
    }
}

TEST_F(Sending, WhereTheAnswerIsMissingTwiceItIsSentNoMore) {
    PlayedSmtp played({SmtpManner::drops_after_dot, SmtpManner::drops_after_dot});
    const auto id = put_in();
    send(played);
    clock.advance(1min);
    EXPECT_EQ(send(played).unanswered, 1);
    EXPECT_EQ(of(id).state, State::unanswered);
    EXPECT_EQ(of(id).unanswered, 2);
    clock.advance(2h);
    send(played);
    EXPECT_EQ(played.received().size(), 2U);
    EXPECT_EQ(change(retry, id), Outcome::done) << "by the operator's will alone";
    EXPECT_EQ(send(played).sent, 1);
}

TEST_F(Sending, AConnectionThatBreaksInTheLetterLosesNothing) {
    PlayedSmtp played({SmtpManner::drops_in_data});
    const auto id = put_in("anna@sundsvall.example", std::string(19'000, 'x') + "\n");
    const auto round = send(played);
    EXPECT_EQ(round.put_off, 1) << round.trouble;
    clock.advance(1min);
    EXPECT_EQ(send(played).sent, 1);
    ASSERT_EQ(played.received().size(), 1U);
    EXPECT_EQ(ReadMail(played.received()[0].bytes).message_id, "<" + id + "@sundsvall.example>");
}

TEST_F(Sending, AServerInTroubleLosesNothingAndIsAskedOnceForAll) {
    for (const auto manner :
         {SmtpManner::silent, SmtpManner::garbage, SmtpManner::huge_lines, SmtpManner::refuses_sender}) {
        SCOPED_TRACE(static_cast<int>(manner));
        PlayedSmtp played({manner});
        const std::set<std::string> ids{put_in(), put_in("bo@sundsvall.example")};
        const auto round = send(played, manner == SmtpManner::silent ? slow_after : patient);
        EXPECT_FALSE(round.trouble.empty());
        EXPECT_EQ(played.connections(), 1U);
        EXPECT_EQ(listed().size(), 2U);
        for (const auto& id : ids) EXPECT_EQ(of(id).state, State::waiting);
        clock.advance(1min);
        EXPECT_EQ(send(played).sent, 2);
        EXPECT_EQ(played.received().size(), 2U);
    }
}

TEST_F(Sending, WithoutTlsNothingIsSentWhereItIsNeeded) {
    PlayedSmtp played;
    put_in();
    auto server = at(played);
    server.needs_tls = true;
    server.user = "digilots";
    server.password = "secret";
    const auto round = send_due(*servers.first, clock, server, nullptr, patient);
    EXPECT_TRUE(round.trouble.starts_with("The mail server offers no TLS")) << round.trouble;
    EXPECT_TRUE(played.received().empty());
    EXPECT_TRUE(played.logins().empty()) << "no password in the clear";
    clock.advance(1min);
    EXPECT_EQ(send(played).sent, 1);
}

TEST_F(Sending, NameAndPasswordAreGivenAndAWrongOneIsTheServersTrouble) {
    PlayedSmtp played({SmtpManner::refuses_password});
    put_in();
    auto server = at(played);
    server.user = "digilots";
    server.password = "sécret";
    const auto round = send_due(*servers.first, clock, server, nullptr, patient);
    EXPECT_EQ(round.trouble, "The mail server does not take smtp_user with this password (535 5.7.8).");
    clock.advance(1min);
    EXPECT_EQ(send_due(*servers.first, clock, server, nullptr, patient).sent, 1);
    using namespace std::string_literals;
    EXPECT_EQ(played.logins(), (std::vector<std::string>{"\0digilots\0sécret"s, "\0digilots\0sécret"s}));
}

TEST_F(Sending, WhereNoServerIsNothingIsLost) {
    std::string nowhere;
    {
        PlayedSmtp played;
        nowhere = played.url();
    }
    put_in();
    const Server server{.url = nowhere, .from = "noreply@sundsvall.example", .needs_tls = false};
    EXPECT_TRUE(
        send_due(*servers.first, clock, server, nullptr, patient).trouble.starts_with("No mail server there"));
    EXPECT_EQ(listed().size(), 1U);
}

TEST_F(Sending, WhoIsAskedToStopLeavesTheRest) {
    PlayedSmtp played;
    put_in();
    EXPECT_EQ(send_due(
                  *servers.first, clock, at(played), [] { return true; }, patient)
                  .sent,
              0);
    EXPECT_EQ(send(played).sent, 1);
}

TEST_F(Sending, WhatIsOfNoUseAnyMoreIsNotSentAndForgotten) {
    PlayedSmtp played({SmtpManner::greylists, SmtpManner::refuses_address});
    const auto late = put_in(), refused = put_in();
    send(played);
    clock.advance(24h);
    EXPECT_EQ(send(played).expired, 1);
    EXPECT_EQ(of(late).state, State::expired);
    EXPECT_FALSE(is_kept(late));
    EXPECT_EQ(change(retry, late), Outcome::over);
    EXPECT_EQ(change(retry, refused), Outcome::over);
    servers.first->write([&](db::Connection& connection) { return empty_over(connection, clock.now()); });
    EXPECT_FALSE(is_kept(refused));
    EXPECT_TRUE(played.received().empty());
    clock.advance(31 * 24h);
    EXPECT_EQ(servers.first->write([&](db::Connection& connection) {
        return delete_ended(connection, clock.now() - 30 * 24h, 100);
    }), 2);
    EXPECT_TRUE(listed().empty());
}

TEST_F(Sending, NothingForNobodyIsNeverSentNorTold) {
    PlayedSmtp played;
    servers.first->write([&](db::Connection& connection) { add_nothing(connection, "password link", clock.now()); });
    EXPECT_EQ(send(played).sent, 0);
    EXPECT_TRUE(listed().empty());
    put_in();
    const auto numbers = servers.first->read([](db::Connection& connection) { return count(connection); });
    EXPECT_EQ(numbers.waiting, 1);
    EXPECT_EQ(numbers.in_trouble, 0);
    EXPECT_FALSE(numbers.oldest_waiting.empty());
}

TEST_F(Sending, AsAJobItRunsAtOnceAndAgainWhenItIsDue) {
    PlayedSmtp played({SmtpManner::greylists});
    jobs::Runner runner(*servers.first, clock, {sending(*servers.first, clock, at(played))});
    runner.run_due();
    put_in();
    EXPECT_GT(runner.run_due(), 0);
    EXPECT_EQ(listed().size(), 1U);
    clock.advance(59s);
    runner.run_due();
    EXPECT_TRUE(played.received().empty());
    clock.advance(1s);
    runner.run_due();
    EXPECT_EQ(played.received().size(), 1U);
    EXPECT_TRUE(listed().empty());
}

TEST_F(Sending, ATrialGoesPastTheOutbox) {
    PlayedSmtp played({SmtpManner::usual, SmtpManner::refuses_address});
    EXPECT_EQ(send_trial(clock, at(played), "operator@sundsvall.example").delivery, Delivery::taken);
    EXPECT_EQ(played.received()[0].recipient, "operator@sundsvall.example");
    EXPECT_EQ(send_trial(clock, at(played), "operator@sundsvall.example").delivery, Delivery::refused);
}

}  // namespace
}  // namespace digilots::mail
