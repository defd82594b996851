// What one visitor can make the server keep and draw.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

#include "platform/http/drawing_room.h"
#include "platform/http/server_for_tests.h"
#include "platform/testing/database.h"

namespace digilots::http {

namespace {

class PageCost : public ::testing::Test {
protected:
    void start(ServerOptions options = options_for_tests()) {
        Gatekeeper gatekeeper;
        gatekeeper.versions = &versions_;
        const auto kept = [this](const Request& request) {
            ++made_;
            return text("year " + std::string(request.query.get("year")) + " all " + request.raw_query);
        };
        Routes routes = {
            {Method::get, "/kept", Access::anyone, kept, {"year", "group"}, {{"one"}}},
            {Method::get, "/picture", Access::anyone, kept, {"year"}, {{"one"}}, Effort::drawing},
            {Method::get, "/slow", Access::anyone,
             [this](const Request&) {
                 const int now = ++drawing_;
                 most_drawing_ = std::max(most_drawing_.load(), now);
                 gate_.wait();
                 --drawing_;
                 return text("drawn");
             },
             {},
             {},
             Effort::drawing},
            {Method::get, "/counted", Access::anyone,
             [this](const Request&) {
                 reader_ = std::this_thread::get_id();
                 Response response;
                 response.draw = [this] {
                     drawer_ = std::this_thread::get_id();
                     niceness_ = ::getpriority(PRIO_PROCESS, 0);
                     return text("counted and drawn");
                 };
                 return response;
             },
             {},
             {},
             Effort::reading_then_drawing},
            {Method::get, "/", Access::anyone, [](const Request&) { return text("start"); }},
        };
        server_ = std::make_unique<Server>(std::move(options), std::move(routes), std::move(gatekeeper), nullptr, clock_);
        server_->start();
    }
    std::string get(const std::string& target) {
        Wire wire(server_->port());
        wire.send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
        return wire.answer();
    }

    base::SystemClock clock_;
    Gate gate_;
    kept::Versions versions_;
    std::atomic<int> made_ = 0, drawing_ = 0, most_drawing_ = 0, niceness_ = 0;
    std::atomic<std::thread::id> reader_, drawer_;
    std::unique_ptr<Server> server_;
};

TEST_F(PageCost, MadeUpParametersChangeNeitherTheAnswerNorWhatIsKept) {
    start();
    const auto body_of = [](const std::string& answer) { return answer.substr(answer.find("\r\n\r\n")); };
    const auto plain = body_of(get("/kept?year=2022"));
    EXPECT_EQ(plain, "\r\n\r\nyear 2022 all year=2022");
    for (int turn = 0; turn < 50; ++turn)
        EXPECT_EQ(body_of(get("/kept?x=" + std::to_string(turn) + "&year=2022&y")), plain);
    EXPECT_EQ(made_, 1);
    EXPECT_EQ(body_of(get("/kept?year=2022&year=2023")), plain) << "of a name that comes twice the first counts";
    EXPECT_EQ(made_, 1);
    get("/kept?group=a%20b&year=2022");
    const auto both = body_of(get("/kept?year=2022&group=a+b"));
    EXPECT_EQ(both, "\r\n\r\nyear 2022 all year=2022&group=a%20b") << "in whichever order they come";
    EXPECT_EQ(made_, 2);
}

TEST_F(PageCost, APictureTakesMoreOfWhatAnAddressMayAskForUnlessItIsKept) {
    auto options = options_for_tests();
    options.rate_limits = true;
    options.requests_per_second = 0.001;
    options.burst = 100;
    start(options);
    for (int year = 1; year <= 5; ++year) EXPECT_EQ(status_of(get("/picture?year=" + std::to_string(year))), 200) << year;
    EXPECT_EQ(made_, 5);
    const auto refused = get("/picture?year=6");
    EXPECT_EQ(status_of(refused), 429);
    EXPECT_NE(refused.find("Retry-After: "), std::string::npos);
}

TEST_F(PageCost, AKeptPictureIsAsCheapAsAnyPage) {
    auto options = options_for_tests();
    options.rate_limits = true;
    options.requests_per_second = 0.001;
    options.burst = 50;
    start(options);
    for (int turn = 0; turn < 25; ++turn) EXPECT_EQ(status_of(get("/picture?year=1")), 200) << turn;
    EXPECT_EQ(made_, 1);
}

TEST_F(PageCost, FewPicturesAreDrawnAtOnceAndTheRestWaitOrAreToldToComeBack) {
    start();
    const int all = 60, wait_or_draw = DrawingRoom::places() + DrawingRoom::seats_to_wait;
    std::vector<std::unique_ptr<Wire>> wires;
    for (int at = 0; at < all; ++at) {
        wires.push_back(std::make_unique<Wire>(server_->port()));
        wires.back()->send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    // Those who find no seat are answered while nothing has been drawn.
    std::vector<std::string> answers;
    std::vector<std::unique_ptr<Wire>> waiting = std::move(wires);
    while (static_cast<int>(answers.size()) < all - wait_or_draw) {
        std::vector<pollfd> ready;
        for (const auto& wire : waiting) ready.push_back({wire->descriptor(), POLLIN, 0});
        ASSERT_GT(::poll(ready.data(), ready.size(), patience_ms), 0);
        for (auto at = ready.size(); at-- > 0;) {
            if (ready[at].revents == 0) continue;
            answers.push_back(waiting[at]->answer());
            waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    for (const auto& answer : answers) {
        EXPECT_EQ(status_of(answer), 503);
        EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
    }
    EXPECT_EQ(status_of(get("/")), 200) << "pages are answered meanwhile";
    gate_.open();
    for (const auto& wire : waiting) EXPECT_TRUE(wire->answer().ends_with("drawn"));
    EXPECT_EQ(waiting.size(), static_cast<std::size_t>(wait_or_draw));
    EXPECT_EQ(most_drawing_, DrawingRoom::places());
}

TEST_F(PageCost, WhatADrawingIsMadeFromIsReadLikeAPage) {
    start();
    EXPECT_TRUE(get("/counted").ends_with("counted and drawn"));
    EXPECT_NE(reader_.load(), drawer_.load()) << "whoever draws gives way, whoever counts does not";
    EXPECT_GE(niceness_, 10);
}

struct NoStandardError {};

TEST(Drawings, AreMadeByThreadsThatGiveWayToPages) {
    DrawingRoom room(10);
    std::thread::id drawer;
    int niceness = 0;
    EXPECT_TRUE(room.draw([&] {
        drawer = std::this_thread::get_id();
        niceness = ::getpriority(PRIO_PROCESS, 0);
    }));
    EXPECT_NE(drawer, std::this_thread::get_id());
    EXPECT_GE(niceness, 10);
    EXPECT_LT(::getpriority(PRIO_PROCESS, 0), niceness) << "whoever waits stays as quick as before";
}

TEST(Drawings, OneThatFailsSaysSoToWhoeverWaitsAndTheNextIsMade) {
    DrawingRoom room(10);
    for (int turn = 0; turn < 2 * DrawingRoom::places(); ++turn)
        EXPECT_THROW(room.draw([] { throw NoStandardError{}; }), NoStandardError);
    int made = 0;
    EXPECT_TRUE(room.draw([&] { ++made; }));
    EXPECT_EQ(made, 1);
}

TEST(PageFaults, AnExceptionOfAnyTypeIsA500AndTheServerLives) {
    const base::SystemClock clock;
    Routes routes = {
        {Method::get, "/fail", Access::anyone, [](const Request&) -> Response { throw NoStandardError{}; }},
        {Method::get, "/", Access::anyone, [](const Request&) { return text("start"); }},
    };
    const ErrorPage failing_page = [](const Request&, int) -> Response { throw NoStandardError{}; };
    Server server(options_for_tests(), std::move(routes), Gatekeeper{}, failing_page, clock);
    server.start();
    Wire wire(server.port());
    wire.send("GET /fail HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(wire.answer()), 500);
    EXPECT_TRUE(wire.answer().ends_with("start"));
}

/// Asked before a kept page is answered.
class FailingClock : public base::Clock {
public:
    base::Instant now() const override {
        if (fails) throw NoStandardError{};
        return testing::at("2026-11-26T10:00:00Z");
    }
    std::atomic<bool> fails = false;
};

TEST(PageFaults, WhatFailsBesideTheHandlersEndsOneConnectionAndNotTheServer) {
    FailingClock clock;
    const kept::Versions versions;
    Gatekeeper gatekeeper;
    gatekeeper.versions = &versions;
    Routes routes = {{Method::get, "/kept", Access::anyone, [](const Request&) { return text("kept"); }, {}, {{"one"}}},
                     {Method::get, "/", Access::anyone, [](const Request&) { return text("start"); }}};
    Server server(options_for_tests(), std::move(routes), std::move(gatekeeper), nullptr, clock);
    server.start();
    for (int turn = 0; turn < 3; ++turn) {
        Wire wire(server.port());
        wire.send("GET /kept HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto answer = wire.answer();
        EXPECT_TRUE(turn == 0 ? answer.ends_with("kept") : answer.empty()) << answer;
        clock.fails = true;
    }
    clock.fails = false;
    Wire wire(server.port());
    wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(wire.answer().ends_with("start"));
}

}  // namespace

}  // namespace digilots::http
