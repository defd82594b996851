// The server over real sockets: order, methods, bodies, deadlines, limits, drain.
#include <gtest/gtest.h>

#include "platform/http/server_for_tests.h"

namespace digilots::http {

namespace {

using std::chrono::milliseconds;

class ServerTest : public ::testing::Test, protected RunningServer {};

TEST_F(ServerTest, AnswersOneRequestAfterAnotherOnOneConnection) {
    start();
    Wire wire(server_->port());
    for (int turn = 0; turn < 3; ++turn) {
        ASSERT_TRUE(wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        const auto answer = wire.answer();
        EXPECT_EQ(status_of(answer), 200) << answer;
        EXPECT_TRUE(answer.ends_with("Start")) << answer;
    }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    start();
    Wire wire(server_->port());
    std::string all;
    for (int turn = 0; turn < 200; ++turn)
        all += turn % 2 == 0 ? "GET / HTTP/1.1\r\nHost: a\r\n\r\n"
                             : "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: "
                               "application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\na=" +
                                   std::to_string(100 + turn);
    std::thread sender([&] { wire.send(all); });
    for (int turn = 0; turn < 200; ++turn) {
        const auto answer = wire.answer();
        EXPECT_TRUE(answer.ends_with(turn % 2 == 0 ? "Start" : std::to_string(100 + turn) + "|0"))
            << answer;
    }
    sender.join();
}

TEST_F(ServerTest, HeadHasTheHeadersOfGetAndNoBody) {
    start();
    auto get = ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    auto head = ask("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true);
    for (auto* answer : {&get, &head}) {
        answer->erase(answer->find("\r\n\r\n") + 4);
        for (const char* own : {"Date: ", "X-Request-Id: "}) {
            const auto at = answer->find(own);
            ASSERT_NE(at, std::string::npos);
            answer->erase(at, answer->find("\r\n", at) - at);
        }
    }
    EXPECT_EQ(get, head);
}

TEST_F(ServerTest, ClosesWhenAskedToAndForOldClients) {
    start();
    Wire wire(server_->port());
    wire.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto answer = wire.until_closed();
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
    EXPECT_EQ(answer.find("TIMEOUT"), std::string::npos);
    Wire old(server_->port());
    old.send("GET / HTTP/1.0\r\n\r\n");
    EXPECT_EQ(status_of(old.answer()), 200);
    EXPECT_TRUE(old.is_closed());
}

TEST_F(ServerTest, ReadsChunkedBodiesAndDropsTrailers) {
    start();
    Wire wire(server_->port());
    wire.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        "2;x=y\r\na=\r\n3\r\n%C3\r\n3\r\n%A5\r\n0\r\nTrailer: x\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(wire.answer().ends_with("å|0"));
    EXPECT_TRUE(wire.answer().ends_with("Start"));
}

TEST_F(ServerTest, SaysContinueOnlyForBodiesItWillRead) {
    start();
    Wire wire(server_->port());
    wire.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: "
        "application/x-www-form-urlencoded\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(wire.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    wire.send("a=1");
    EXPECT_TRUE(wire.answer().ends_with("1|0"));
    Wire large(server_->port());
    large.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(status_of(large.answer()), 413);
    EXPECT_TRUE(large.is_closed());
}

TEST_F(ServerTest, RefusesBodiesBeyondTheLimitHoweverTheyCome) {
    auto options = options_for_tests();
    options.max_body_bytes = 1000;
    start(options);
    EXPECT_EQ(status_of(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")), 413);
    EXPECT_EQ(status_of(ask("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n")),
              413);
    EXPECT_EQ(status_of(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999999999999\r\n\r\n")),
              413);
    EXPECT_EQ(status_of(ask("POST /echo HTTP/1.1\r\nHost: a\r\n\r\n")), 411);
    EXPECT_EQ(
        status_of(
            ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: 3\r\n\r\nabc")),
        415);
}

TEST_F(ServerTest, AFailingHandlerIsA500AndNothingElse) {
    start();
    Wire wire(server_->port());
    wire.send("GET /fail HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto answer = wire.answer();
    EXPECT_EQ(status_of(answer), 500);
    EXPECT_EQ(answer.find("broken"), std::string::npos) << "the reason is for the log";
    EXPECT_EQ(status_of(wire.answer()), 200);
}

TEST_F(ServerTest, SlowHeadersEndAtTheDeadlineThoughBytesKeepComing) {
    auto options = options_for_tests();
    options.header_deadline = milliseconds(60);
    start(options);
    Wire slow(server_->port());
    slow.send("GET / HTTP/1.1\r\nHost: a\r\n");
    std::atomic<bool> done = false;
    std::thread drip([&] {
        for (int n = 0; !done && n < 100'000; ++n) {
            if (!slow.send("X-A: b\r\n")) return;
            std::this_thread::yield();
        }
    });
    const auto answer = slow.answer();
    done = true;
    drip.join();
    const int status = status_of(answer);
    EXPECT_TRUE(status == 408 || status == 431 || answer.empty()) << answer;
}

TEST_F(ServerTest, ASilentConnectionIsClosed) {
    auto options = options_for_tests();
    options.header_deadline = options.idle_deadline = milliseconds(40);
    start(options);
    Wire silent(server_->port());
    EXPECT_TRUE(silent.is_closed());
    Wire half(server_->port());
    half.send("GET / HT");
    EXPECT_EQ(status_of(half.answer()), 408);
    EXPECT_TRUE(half.is_closed());
}

TEST_F(ServerTest, ASlowBodyEndsAtTheDeadline) {
    auto options = options_for_tests();
    options.body_deadline = milliseconds(40);
    start(options);
    EXPECT_EQ(status_of(ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")), 408);
}

TEST_F(ServerTest, KeptPagesAreMadeOnceForEachLanguageUntilTheVersionChanges) {
    start();
    const std::string get = "GET /kept HTTP/1.1\r\nHost: a\r\n";
    const auto first = ask(get + "\r\n");
    EXPECT_TRUE(first.ends_with("ksv"));
    EXPECT_EQ(ask(get + "\r\n").substr(0, 20), first.substr(0, 20));
    EXPECT_EQ(made_, 1);
    EXPECT_TRUE(ask(get + "Accept-Language: nb\r\n\r\n").ends_with("knb"));
    EXPECT_EQ(made_, 2);
    EXPECT_TRUE(ask(get + "Accept-Language: nb-NO\r\n\r\n").ends_with("knb"));
    EXPECT_EQ(made_, 2) << "another way to ask for the same page";

    const auto at = first.find("ETag: ") + 6;
    const auto tag = first.substr(at, first.find("\r\n", at) - at);
    EXPECT_EQ(status_of(ask(get + "If-None-Match: " + tag + "\r\n\r\n")), 304);
    EXPECT_EQ(status_of(ask(get + "If-None-Match: \"other\"\r\n\r\n")), 200);
    const auto packed = ask(get + "Accept-Encoding: gzip, br\r\n\r\n");
    EXPECT_NE(packed.find("Content-Encoding: br"), std::string::npos);
    EXPECT_EQ(packed.find("ETag: " + tag), std::string::npos) << "each form has its own tag";
    EXPECT_LT(packed.size(), 2000u);
    versions_.hear({{"page", "", 1}});
    ask(get + "\r\n");
    EXPECT_EQ(made_, 3);
}

TEST_F(ServerTest, DrainsFinishesWhatRunsAndThenStops) {
    start();
    const auto port = server_->port();
    Wire idle(port), busy(port);
    idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    idle.answer();
    busy.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    gate_.until_waiting(1);
    std::thread waiter([this] { server_->wait(); });
    server_->stop();
    EXPECT_TRUE(idle.is_closed());
    gate_.open();
    const auto answer = busy.answer();
    EXPECT_TRUE(answer.ends_with("waited")) << answer;
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
    waiter.join();
    EXPECT_FALSE(Wire(port).connected());
}

TEST_F(ServerTest, LimitsRequestsOfOneAddressButNotHealth) {
    auto options = options_for_tests();
    options.rate_limits = true;
    options.requests_per_second = 0.001;
    options.burst = 3;
    start(options);
    for (int n = 0; n < 3; ++n) EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    const auto answer = ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(answer), 429);
    EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
    EXPECT_EQ(status_of(ask("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
}

TEST_F(ServerTest, ForwardedAddressesCountOnlyFromTrustedProxies) {
    auto options = options_for_tests();
    options.rate_limits = true;
    options.requests_per_second = 0.001;
    options.burst = 1;
    options.trusted_proxies = {"127.0.0.1"};
    start(options);
    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ";
    EXPECT_EQ(status_of(ask(get + "8.8.8.8, 203.0.113.1\r\n\r\n")), 200);
    EXPECT_EQ(status_of(ask(get + "9.9.9.9, 203.0.113.1\r\n\r\n")), 429)
        << "what the client wrote itself is not believed";
    EXPECT_EQ(status_of(ask(get + "203.0.113.2\r\n\r\n")), 200);
}

TEST_F(ServerTest, SaysWhyItCannotListen) {
    start();
    auto options = options_for_tests();
    options.listen = "127.0.0.1:" + std::to_string(server_->port());
    Server other(options, {}, {}, nullptr, clock_);
    try {
        other.start();
        FAIL() << "two servers on one port";
    } catch (const std::runtime_error& error) {
        EXPECT_NE(std::string(error.what()).find(options.listen), std::string::npos);
    }
}

TEST_F(ServerTest, MetricsAreForThisMachineAlone) {
    start();
    EXPECT_NE(ask("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n").find("digilots_http_requests_total"),
              std::string::npos);
    EXPECT_EQ(status_of(ask("GET /metrics HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n")),
              404);
}

}  // namespace
}  // namespace digilots::http
