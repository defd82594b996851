#pragma once
// An outbox that two servers share, and a mail server that is played.
#include <gtest/gtest.h>

#include "platform/mail/outbox.h"
#include "platform/mail/sending.h"
#include "platform/testing/database.h"
#include "platform/testing/played_smtp.h"
#include "platform/testing/race.h"

namespace digilots::mail {

using namespace std::chrono_literals;
using testing::PlayedSmtp, testing::ReadMail, testing::SmtpManner;

inline constexpr Limits patient{}, impatient{.whole = 400ms}, slow_after{.letter = 400ms};

class Sending : public ::testing::Test {
protected:
    std::string put_in(const std::string& recipient = "anna@sundsvall.example", const std::string& text = "Hello\n") {
        return servers.first->write([&](db::Connection& connection) {
            return add(connection,
                       {.municipality_id = "2281",
                        .kind = "password link",
                        .recipient = recipient,
                        .subject = "Ett nytt lösenord",
                        .text = text,
                        .language = "sv",
                        .valid_until = clock.now() + 24h},
                       clock.now());
        });
    }
    static Server at(const PlayedSmtp& played) {
        return {.url = played.url(), .from = "noreply@sundsvall.example", .needs_tls = false};
    }
    Round send(const PlayedSmtp& played, const Limits& limits = patient) {
        return send_due(*servers.first, clock, at(played), nullptr, limits);
    }
    std::vector<Listed> listed() {
        return servers.first->read([](db::Connection& connection) { return list(connection); });
    }
    /// In the operator's list; what is not told of is empty.
    Listed of(const std::string& id) {
        for (const auto& letter : listed())
            if (letter.id == id) return letter;
        return {};
    }
    /// Whether its words and address are kept (sending_test.cpp).
    bool is_kept(const std::string& id);
    template <class Do>
    Outcome change(const Do& what, const std::string& id) {
        return servers.first->write([&](db::Connection& connection) { return what(connection, id, clock.now()); });
    }

    base::TestClock clock{testing::at("2026-11-27T10:00:00Z")};
    testing::SharedDatabase servers;
};

}  // namespace digilots::mail
