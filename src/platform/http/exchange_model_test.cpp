// Many requests on one connection, in pieces of any size: each gets the answer that it would get alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "platform/http/exchange_model_for_tests.h"
#include "platform/http/inbox.h"
#include "platform/http/wire_for_tests.h"

namespace digilots::http {

namespace {

constexpr std::size_t longest_body = 100'000;

class ExchangeModel : public ::testing::Test {
protected:
    Choose choose_by(std::uint32_t seed) {
        random_.seed(seed);
        return [this](std::size_t most) { return random_() % (most + 1); };
    }

    base::SystemClock clock_;
    ServerOptions options_ = options_for_tests();
    Application application_{options_, model_routes(), Gatekeeper{}, nullptr, clock_};
    BodyBudget budget_{.most = 48 << 20};
    std::mt19937 random_;
};

TEST_F(ExchangeModel, AnswersEachRequestAsAFreshConnectionDoes) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto choose = choose_by(seed);
        const auto pace = seed % 2 == 0 ? Pace::after_each_answer : Pace::pipelined;
        const auto requests = model_requests(choose, longest_body);
        ASSERT_EQ(difference_from_fresh(requests, pace, application_, budget_, choose), "") << "seed " << seed;
    }
    EXPECT_EQ(budget_.held, 0u);
}

TEST_F(ExchangeModel, ALongBodyHidesNothingOfTheNextRequest) {
    const std::string long_one =
        "POST /echo/1 HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 20000\r\n\r\n" +
        std::string(20'000, 'x');
    // What a request before this one left unread would begin in the middle of its header.
    const std::string next = "GET /echo/2 HTTP/1.1\r\nX: " + std::string(270, 'x') +
                             "\r\nY: GET /echo/hidden HTTP/1.1\r\nHost: h\r\n\r\n";
    ModelTalk talk(application_, budget_);
    talk.feed(std::string_view(long_one).substr(0, long_one.size() - 300));
    talk.feed(std::string_view(long_one).substr(long_one.size() - 300));
    talk.feed(next);
    ASSERT_EQ(talk.answers.size(), 2u);
    EXPECT_TRUE(talk.answers[1].contains("/echo/2?")) << talk.answers[1];
}

TEST_F(ExchangeModel, WhatWasAnsweredTakesNoMemoryWhileMoreComes) {
    Inbox inbox;
    const std::string piece(5'000, 'x');
    for (int turn = 0; turn < 1000; ++turn) {
        inbox.add(piece);
        inbox.take(inbox.unread().size() - 1);             // a request that is never whole
        ASSERT_LE(inbox.held(), 40'000u);
    }
}

/// Over sockets: the same, and the server lives afterwards.
class ServerModel : public ExchangeModel {};

TEST_F(ServerModel, AnswersEachRequestAsAFreshConnectionDoes) {
    Server server(options_, model_routes(), Gatekeeper{}, nullptr, clock_);
    server.start();
    const auto body_of = [](const std::string& answer) {
        return answer.substr(std::min(answer.size(), answer.find("\r\n\r\n")));
    };
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const auto choose = choose_by(seed);
        const auto requests = model_requests(choose, longest_body);
        Wire wire(server.port());
        for (const auto& request : requests) {
            const bool head_only = request.starts_with("HEAD");
            Wire fresh(server.port());
            fresh.send(request);
            const auto expected = fresh.answer(head_only);
            for (const auto piece : in_pieces(request, choose)) ASSERT_TRUE(wire.send(piece)) << "seed " << seed;
            const auto answer = wire.answer(head_only);
            ASSERT_EQ(status_of(answer), status_of(expected)) << "seed " << seed;
            ASSERT_EQ(body_of(answer), body_of(expected)) << "seed " << seed;
        }
    }
}

}  // namespace

}  // namespace digilots::http
