// The server when something runs out: workers, memory for bodies, file descriptors, connections, patience.
#include <gtest/gtest.h>

#include <algorithm>
#include <sys/resource.h>

#include "platform/http/server_for_tests.h"

namespace digilots::http {

namespace {

using std::chrono::milliseconds;

class ServerFaults : public ::testing::Test, protected RunningServer {};

TEST_F(ServerFaults, WaitingHandlersDoNotHoldUpOthersAndAFullQueueIsA503) {
    auto options = options_for_tests();
    options.workers = 2;
    start(options);
    std::vector<std::unique_ptr<Wire>> waiting;
    for (int n = 0; n < 2; ++n) {
        waiting.push_back(std::make_unique<Wire>(server_->port()));
        waiting.back()->send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    gate_.until_waiting(2);
    EXPECT_EQ(status_of(ask("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    for (int n = 0; n < 17; ++n) {
        waiting.push_back(std::make_unique<Wire>(server_->port()));
        waiting.back()->send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    // Two run, sixteen wait, one is refused: it alone is answered while the gate is shut.
    const auto refused = first_answered(waiting);
    ASSERT_NE(refused, nullptr);
    const auto answer = refused->answer();
    EXPECT_EQ(status_of(answer), 503) << answer;
    EXPECT_NE(answer.find("Retry-After"), std::string::npos);
    gate_.open();
    for (auto& wire : waiting) {
        if (wire.get() == refused) continue;
        EXPECT_EQ(status_of(wire->answer()), 200);
    }
    EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
}

TEST_F(ServerFaults, BodiesTogetherStayWithinTheirBudget) {
    auto options = options_for_tests();
    options.body_budget = 300'000;
    start(options);
    const std::string rest = " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 200000\r\n\r\n";
    const std::string body(200'000, ' ');
    Wire first(server_->port());
    first.send("POST /wait" + rest);
    first.send(body);
    gate_.until_waiting(1);  // its body is whole and held as long as the handler works
    Wire second(server_->port());
    second.send("POST /echo" + rest);
    second.send(body);
    EXPECT_EQ(status_of(second.answer()), 503);
    gate_.open();
    EXPECT_EQ(status_of(first.answer()), 200) << "the one that was read first is not disturbed";
    EXPECT_EQ(status_of(ask("POST /echo" + rest + body)), 200) << "what was held is given back";
}

TEST_F(ServerFaults, WithoutFileDescriptorsConnectionsAreDroppedUntilThereAreSome) {
    start();
    ASSERT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server_->port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::vector<int> clients(40);
    for (int& client : clients) client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit low{static_cast<rlim_t>(*std::ranges::max_element(clients)) + 4, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &low), 0);

    int answered = 0, dropped = 0;
    const std::string_view get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const int client : clients) {
        ::connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::send(client, get.data(), get.size(), MSG_NOSIGNAL);
    }
    for (const int client : clients) {
        pollfd ready{client, POLLIN, 0};
        char byte = 0;
        const bool came = ::poll(&ready, 1, patience_ms) > 0 && ::recv(client, &byte, 1, 0) == 1;
        ++(came ? answered : dropped);
    }
    EXPECT_GT(answered, 0);
    EXPECT_GT(dropped, 0);
    for (const int client : clients) ::close(client);

    // The server notices one by one that the clients have gone: until then a new one may be dropped too.
    std::string answer;
    for (int turn = 0; turn < 500 && answer.empty(); ++turn) answer = ask(get);
    EXPECT_EQ(status_of(answer), 200);
    ::setrlimit(RLIMIT_NOFILE, &before);
}

TEST_F(ServerFaults, BeyondTheConnectionLimitANewOneIsTurnedAway) {
    auto options = options_for_tests();
    options.max_connections = 2;
    start(options);
    Wire first(server_->port()), second(server_->port());
    for (auto* wire : {&first, &second}) {
        wire->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(status_of(wire->answer()), 200);
    }
    Wire third(server_->port());
    EXPECT_EQ(status_of(third.answer()), 503);
    EXPECT_TRUE(third.is_closed());
}

TEST_F(ServerFaults, ASlowReaderIsCutOffAndOthersAreServed) {
    auto options = options_for_tests();
    options.write_deadline = milliseconds(50);
    options.least_write_rate = 1'000'000'000;
    start(options);
    const auto given_up = [&] {
        const auto all = ask("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto at = all.find("\ndigilots_http_slow_readers_total");
        return at == std::string::npos ? "" : all.substr(at, all.find('\n', at + 1) - at);
    };
    const auto before = given_up();
    Wire slow(server_->port(), 4096);
    slow.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    // Nothing is read until the server has given up: then the rest of the page never comes.
    while (given_up() == before) std::this_thread::yield();
    EXPECT_LT(slow.until_closed().size(), 8'000'000u);
}

}  // namespace

}  // namespace digilots::http
