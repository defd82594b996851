// Letters that somebody has in hand: who is killed leaves them to the next, who lives keeps them.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>
#include <string>

#include "platform/base/text.h"
#include "platform/base/time.h"
#include "platform/jobs/holder.h"
#include "platform/mail/message.h"
#include "platform/mail/sending_for_tests.h"
#include "platform/mail/sql.h"

namespace digilots::mail {
namespace {

TEST_F(Sending, WhoIsKilledBeforeTheDotHasSentNothing) {
    PlayedSmtp played;
    const auto id = put_in();
    const auto now = clock.now();
    servers.second->write([&](db::Connection& connection) {  // as a process that ended while it talked
        connection.query(sql::claim_letter, id, "the dead", base::format_utc(now), base::format_utc(now + 10min));
    });
    EXPECT_EQ(send(played).sent, 0) << "it may still be at it";
    EXPECT_EQ(change(drop, id), Outcome::being_sent);
    clock.advance(10min);
    EXPECT_EQ(send(played).sent, 1);
    EXPECT_TRUE(listed().empty()) << "nothing to tell";
}

TEST_F(Sending, WhoIsKilledAfterTheDotIsTakenForUnanswered) {
    PlayedSmtp played({SmtpManner::drops_after_dot});
    const auto id = put_in();
    const auto now = clock.now();
    servers.second->write([&](db::Connection& connection) {
        connection.query(sql::claim_letter, id, "the dead", base::format_utc(now), base::format_utc(now + 10min));
        connection.execute(sql::hand_over_letter, id, "the dead", base::format_utc(now + 10min));
    });
    clock.advance(10min);
    EXPECT_EQ(send(played).unanswered, 1);
    EXPECT_EQ(of(id).unanswered, 2);
    EXPECT_EQ(of(id).state, State::unanswered);
    EXPECT_EQ(played.received().size(), 1U) << "once more, not twice";
}

/// As a process of this machine leaves it that was killed with the letter in hand.
std::string claim_of_the_dead() {
    const auto child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    const auto mine = jobs::new_holder();
    return std::string(base::split(mine, ' ')[0]) + " " + std::to_string(child) + " token";
}

TEST_F(Sending, OfAServerThatWasKilledHereALetterIsTakenOverAtOnce) {
    PlayedSmtp played;
    const auto early = put_in(), late = put_in();
    const auto dead = claim_of_the_dead();
    const auto later = base::format_utc(clock.now() + 1min), now = base::format_utc(clock.now());
    servers.second->write([&](db::Connection& connection) {
        for (const auto& id : {early, late}) connection.query(sql::claim_letter, id, dead, now, later);
        connection.execute(sql::hand_over_letter, late, dead, later);
    });
    EXPECT_EQ(send(played).sent, 2);
    EXPECT_EQ(of(late).unanswered, 1) << "it may have arrived: told";
    EXPECT_EQ(played.received().size(), 2U);
}

TEST_F(Sending, AClockThatWasWrongForAWhileKeepsNoLetterBack) {
    PlayedSmtp played({SmtpManner::greylists});
    const auto id = put_in();
    const auto right = clock.now();
    clock.advance(20h);
    EXPECT_EQ(send(played).put_off, 1);
    clock.set(right + 1min);
    EXPECT_EQ(send(played).sent, 1) << "not in twenty hours";
    EXPECT_FALSE(is_kept(id));
}

TEST_F(Sending, ALetterInHandIsKeptHoweverLongTheServerTakes) {
    PlayedSmtp played({SmtpManner::silent_after_data});
    const auto id = put_in();
    constexpr Limits a_while{.whole = 1500ms};
    int asked = 0, taken_by_another = 0;
    const auto look = [&] {
        if (asked >= 8 || of(id).state == State::waiting) return false;  // not in hand yet
        // Time goes on beside the exchange, and another server looks for what is due.
        clock.advance(50s);
        const auto due = servers.second->read([&](db::Connection& connection) {
            return connection.query(sql::list_due, base::format_utc(clock.now()));
        });
        taken_by_another += static_cast<int>(due.size());
        ++asked;
        return false;
    };
    EXPECT_EQ(send_due(*servers.first, clock, at(played), look, a_while).unanswered, 1);
    EXPECT_GE(asked, 3) << "longer than any claim lasts";
    EXPECT_EQ(taken_by_another, 0);
    EXPECT_EQ(of(id).unanswered, 1);
}

TEST_F(Sending, WhoLostHisClaimDoesNotEndTheLetter) {
    PlayedSmtp played;
    const auto id = put_in();
    const auto now = base::format_utc(clock.now()), later = base::format_utc(clock.now() + 10min);
    const Envelope envelope{"noreply@sundsvall.example", "anna@sundsvall.example",
                            compose({.id = id,
                                     .from = "noreply@sundsvall.example",
                                     .to = "anna@sundsvall.example",
                                     .subject = "s",
                                     .text = "t",
                                     .language = "",
                                     .written = clock.now()})};
    const auto may_end = [&] {
        return servers.second->write([&](db::Connection& connection) {
            return connection.execute(sql::hand_over_letter, id, "the late", later) == 1;
        });
    };
    EXPECT_EQ(deliver(at(played), envelope, may_end).delivery, Delivery::later);
    EXPECT_EQ(deliver(at(played), envelope, []() -> bool { throw 1; }).delivery, Delivery::later);
    EXPECT_TRUE(played.received().empty());
    EXPECT_EQ(send(played).sent, 1);
}

TEST_F(Sending, TwoServersNeverSendTheSameLetter) {
    PlayedSmtp played;
    std::set<std::string> ids;
    for (int number = 0; number < 24; ++number)
        ids.insert(put_in("anna" + std::to_string(number) + "@sundsvall.example"));
    testing::race(4, [&](int runner) { send_due(servers.of(runner), clock, at(played), nullptr, patient); });
    std::multiset<std::string> recipients;
    for (const auto& mail : played.received()) recipients.insert(mail.recipient);
    EXPECT_EQ(recipients.size(), 24U);
    EXPECT_EQ(std::set<std::string>(recipients.begin(), recipients.end()).size(), 24U);
    EXPECT_TRUE(listed().empty());
}

}  // namespace
}  // namespace digilots::mail
