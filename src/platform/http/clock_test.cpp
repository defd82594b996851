// A clock that was ten days ahead and has come back leaves nothing of the future behind.
#include <gtest/gtest.h>

#include "platform/base/time.h"
#include "platform/http/limiter.h"
#include "platform/http/wire_for_tests.h"
#include "platform/testing/database.h"

namespace digilots::http {
namespace {

using namespace std::chrono_literals;

TEST(ClockThatWasAhead, APublicPageShowsThePresentAgain) {
    base::TestClock clock(testing::at("2026-11-23T10:30:00Z"));
    const auto page = [&](const Request&) {
        return text(base::format_utc(clock.now()));
    };
    const kept::Versions versions;
    Gatekeeper gatekeeper;
    gatekeeper.versions = &versions;
    gatekeeper.next_change = [](std::string_view, base::Instant made) { return made + 6h; };
    Routes routes = {{Method::get, "/hours", Access::anyone, page, {}, {{"hours"}}}};
    Server server(options_for_tests(), std::move(routes), std::move(gatekeeper), nullptr, clock);
    server.start();
    const auto shown = [&] {
        Wire wire(server.port());
        wire.send("GET /hours HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const auto answer = wire.answer();
        return answer.substr(answer.find("\r\n\r\n") + 4);
    };
    const auto now = clock.now();
    clock.set(now + 240h);
    EXPECT_EQ(shown(), base::format_utc(now + 240h));
    clock.advance(1h);
    EXPECT_EQ(shown(), base::format_utc(now + 240h)) << "kept until its opening hours change";
    clock.set(now);
    EXPECT_EQ(shown(), base::format_utc(now));
    clock.advance(1h);
    EXPECT_EQ(shown(), base::format_utc(now)) << "kept again";
}

TEST(ClockThatWasAhead, WhoAskedThenIsServedNow) {
    Limiter limiter(1, 5, 100);
    const auto now = testing::at("2026-11-23T10:30:00Z");
    for (int i = 0; i < 5; ++i) EXPECT_FALSE(limiter.take("somebody", now + 240h, 1));
    EXPECT_TRUE(limiter.take("somebody", now, 1));
    EXPECT_FALSE(limiter.take("somebody", now + 2s, 1));
}

}  // namespace
}  // namespace digilots::http
