// What a later word overtakes is not sent, and what did not arrive is told of until somebody has told it.
#include "platform/base/time.h"
#include "platform/mail/sending_for_tests.h"
#include "platform/mail/sql.h"

namespace digilots::mail {
namespace {

class Untold : public Sending {
protected:
    std::string tell(const std::string& text, std::optional<base::Instant> begins = std::nullopt,
                     const std::string& matter = "sign_up:one") {
        return servers.first->write([&](db::Connection& connection) {
            return add(connection,
                       {.municipality_id = "2281",
                        .kind = text,
                        .recipient = "elsa@example.org",
                        .subject = text,
                        .text = text + "\n",
                        .language = "sv",
                        .valid_until = clock.now() + 96h,
                        .path = "/staff/sessions/one",
                        .matter = matter,
                        .about = text,
                        .name = "Elsa",
                        .begins = begins},
                       clock.now());
        });
    }
    std::vector<Listed> shown() {
        return servers.first->read([&](db::Connection& connection) { return untold(connection, "2281", clock.now()); });
    }
    std::int64_t waiting() {
        return servers.first->read([&](db::Connection& connection) { return on_their_way(connection, "2281"); });
    }
    void refuse(const std::string& id) {
        servers.first->write([&](db::Connection& connection) {
            connection.query(sql::claim_letter, id, "one", "9999", "9999");
            connection.execute(sql::end_letter, id, "one", "refused", 0, "550", base::format_utc(clock.now()), 1);
        });
    }
};

TEST_F(Untold, ALaterWordOvertakesWhatWaitsAndWhatDidNotArrive) {
    PlayedSmtp played;
    refuse(tell("cancelled"));
    const auto put_back = tell("put back");
    EXPECT_TRUE(shown().empty()) << "nobody sends again what holds no more";
    EXPECT_EQ(waiting(), 1);
    EXPECT_TRUE(is_kept(put_back));
    tell("moved");
    tell("of another", std::nullopt, "sign_up:two");
    EXPECT_EQ(send(played).sent, 2);
    ASSERT_EQ(played.received().size(), 2U);
    for (const auto& mail : played.received())
        EXPECT_EQ(ReadMail(mail.bytes).text.find("put back"), std::string::npos) << "one word about each";
    EXPECT_TRUE(listed().empty());
}

TEST_F(Untold, OneThatIsHandedOverIsNotTriedAgain) {
    PlayedSmtp played;
    const auto in_hand = tell("cancelled"), later = base::format_utc(clock.now() + 1min);
    const auto claim = [&](const std::string& id) {
        servers.first->write([&](db::Connection& connection) {
            connection.query(sql::claim_letter, id, "elsewhere", base::format_utc(clock.now()), later);
        });
    };
    const auto hand_over = [&](const std::string& id) {
        return servers.first->write(
            [&](db::Connection& connection) { return connection.execute(sql::hand_over_letter, id, "elsewhere", later); });
    };
    claim(in_hand);
    EXPECT_EQ(hand_over(in_hand), 1);
    const auto claimed = tell("put back");
    claim(claimed);
    tell("moved");
    EXPECT_EQ(hand_over(claimed), 0) << "it had not gone yet";
    clock.advance(5min);  // whoever had them is gone
    EXPECT_EQ(send(played).sent, 1);
    ASSERT_EQ(played.received().size(), 1U);
    EXPECT_NE(ReadMail(played.received().front().bytes).text.find("moved"), std::string::npos);
    EXPECT_TRUE(listed().empty());
    const auto refused_late = tell("cancelled");
    claim(refused_late);
    EXPECT_EQ(hand_over(refused_late), 1);
    tell("put back");
    servers.first->write([&](db::Connection& connection) {
        connection.execute(sql::put_back_letter, refused_late, "elsewhere", later, 0, "451", later);
    });
    EXPECT_EQ(send(played).sent, 1) << "what was asked to come back does not";
    EXPECT_TRUE(shown().empty());
}

TEST_F(Untold, WhatIsTriedAgainIsSeenBeforeItIsTooLate) {
    PlayedSmtp played({SmtpManner::greylists, SmtpManner::greylists, SmtpManner::greylists, SmtpManner::greylists});
    const auto soon = tell("tomorrow", clock.now() + 20h);
    EXPECT_TRUE(shown().empty()) << "it has not been tried";
    EXPECT_EQ(send(played).put_off, 1);
    ASSERT_EQ(shown().size(), 1U) << "it begins within a day";
    EXPECT_TRUE(shown().front().is_tried_again());
    EXPECT_EQ(shown().front().name, "Elsa");
    EXPECT_EQ(change(drop, soon), Outcome::done);
    tell("in a week", clock.now() + 24h * 7);
    EXPECT_EQ(send(played).put_off, 1);
    EXPECT_TRUE(shown().empty()) << "there is time";
    for (int tries = 0; tries < 2; ++tries) {
        clock.advance(5min);
        EXPECT_EQ(send(played).put_off, 1);
    }
    ASSERT_EQ(shown().size(), 1U) << "three times in vain";
    EXPECT_EQ(change(retry, shown().front().id), Outcome::done);
    EXPECT_TRUE(shown().empty() && waiting() == 1) << "sent again: on its way";
}

TEST_F(Untold, WhoTellsItInAnotherWayKeepsTheAddressUntilItIsTold) {
    const auto see = [](db::Connection& connection, const std::string& id, base::Instant now) {
        return see_to(connection, id, "anna", now);
    };
    PlayedSmtp played;
    const auto id = tell("cancelled");
    refuse(id);
    EXPECT_EQ(change(see, id), Outcome::done);
    ASSERT_EQ(shown().size(), 1U);
    EXPECT_EQ(shown().front().state, State::seen_to);
    EXPECT_EQ(shown().front().recipient, "elsa@example.org");
    EXPECT_EQ(shown().front().seen_to_by, "anna");
    EXPECT_EQ(change(give_back, id), Outcome::done);
    EXPECT_EQ(shown().front().state, State::refused);
    EXPECT_EQ(change(give_back, id), Outcome::over);
    const auto other = tell("waits", std::nullopt, "sign_up:two");
    EXPECT_EQ(change(see, other), Outcome::done);
    EXPECT_EQ(send(played).sent, 0) << "somebody tells it";
    EXPECT_EQ(change(give_back, other), Outcome::done);
    EXPECT_EQ(send(played).sent, 1) << "after all";
    EXPECT_EQ(change(see, id), Outcome::done);
    EXPECT_EQ(change(drop, id), Outcome::done);
    EXPECT_TRUE(shown().empty());
    EXPECT_TRUE(servers.first->read([&](db::Connection& c) { return is_any_missed(c, "2281", "sign_up:one"); }))
        << "the letter did not arrive, whoever told it";
}

}  // namespace
}  // namespace digilots::mail
