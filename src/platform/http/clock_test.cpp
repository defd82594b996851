// A clock that was ten days ahead and has come back leaves nothing of the future behind.
#include <gtest/gtest.h>

#include "platform/base/time.h"
#include "platform/http/limiter.h"
#include "platform/testing/database.h"
#include "platform/testing/page_server.h"

namespace digilots::http {
namespace {

using namespace std::chrono_literals;

TEST(ClockThatWasAhead, APublicPageShowsThePresentAgain) {
    base::TestClock clock(testing::at("2026-11-23T10:30:00Z"));
    testing::PageServer pages({{Method::get, "/{municipality}/hours", Access::anyone,
                                [&](const Request&) {
                                    Response response = text(base::format_utc(clock.now()));
                                    response.cache = Cacheable{"1", clock.now() + 6h};
                                    return response;
                                }}},
                              clock);
    auto client = pages.client();
    const auto shown = [&] { return client.get("/sundsvall/hours").html; };
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
