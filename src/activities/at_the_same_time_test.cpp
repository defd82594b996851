// Many at once: a seat is given once, waiting is in the order of acknowledgement, what becomes free goes to
// who is first.
#include <set>

#include "activities/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::activities {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() {
        first.import_places();
        refresh();
    }
    void refresh() {
        first.versions.refresh();
        second.versions.refresh();
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(SignUpsAtTheSameTime, TwoHundredForTwentySeatsGiveTwentyAndALine) {
    TwoServers two;
    const auto session = two.first.add_session(two.first.add_activity("Digital café"), "2026-12-03", 20);
    two.refresh();
    constexpr int runners = 20, each = 10;
    std::vector<std::vector<SignedUp>> told(runners);
    testing::race(runners, [&](int runner) {
        for (int at = 0; at < each; ++at) {
            const auto signed_up = two.of(runner).sign_up(session);
            ASSERT_TRUE(signed_up);
            told[static_cast<std::size_t>(runner)].push_back(*signed_up);
        }
    });
    std::set<std::int64_t> positions;
    int confirmed = 0;
    for (const auto& of_one : told) {
        std::int64_t before = 0;
        for (const auto& one : of_one) {
            confirmed += one.is_confirmed;
            if (one.is_confirmed) continue;
            EXPECT_TRUE(positions.insert(one.position).second) << one.position;
            EXPECT_GT(one.position, before) << "whoever was told earlier stands further in front";
            before = one.position;
        }
    }
    EXPECT_EQ(confirmed, 20);
    ASSERT_EQ(positions.size(), 180U);
    EXPECT_EQ(*positions.begin(), 1);
    EXPECT_EQ(*positions.rbegin(), 180);
    two.refresh();
    EXPECT_EQ(two.first.session(session)->taken, 20);
    EXPECT_EQ(two.second.session(session)->waiting, 180);
}

TEST(SignUpsAtTheSameTime, WhatBecomesFreeGoesToWhoIsFirstAndNoSeatIsLostOrGivenTwice) {
    TwoServers two;
    const auto session = two.first.add_session(two.first.add_activity("Digital café"), "2026-12-03", 10);
    std::vector<std::string> seated, waiting;
    for (int at = 0; at < 30; ++at) {
        const auto one = two.first.sign_up(session);
        ASSERT_TRUE(one);
        (one->is_confirmed ? seated : waiting).push_back(one->code);
    }
    two.refresh();
    testing::race(8, [&](int runner) {
        auto& server = two.of(runner);
        if (runner < 5)
            EXPECT_TRUE(server.activities.leave(sundsvall, seated[static_cast<std::size_t>(runner)]));
        else
            EXPECT_TRUE(server.sign_up(session));
    });
    for (int at = 0; at < 5; ++at)
        EXPECT_TRUE(
            two.first.activities.follow(sundsvall, waiting[static_cast<std::size_t>(at)])->is_confirmed)
            << at;
    EXPECT_FALSE(two.first.activities.follow(sundsvall, waiting[5])->is_confirmed);
    EXPECT_EQ(two.first.activities.follow(sundsvall, waiting[5])->position, 1);
    two.refresh();
    EXPECT_EQ(two.first.session(session)->taken, 10);
    EXPECT_EQ(two.first.session(session)->waiting, 18);
    EXPECT_EQ(two.first.activities.signed_up(here, session).size(), 28U);
}

TEST(SignUpsAtTheSameTime, OneKeySentToTwoServersSignsUpOnceAndOneCodeCancelsOnce) {
    TwoServers two;
    const auto session = two.first.add_session(two.first.add_activity("Digital café"), "2026-12-03", 10);
    std::vector<std::string> codes(6);
    testing::race(6, [&](int runner) {
        const auto one =
            two.of(runner).sign_up(session, {.form_key = "0192f3aa-7b1c-4def-8123-456789abcdef"});
        codes[static_cast<std::size_t>(runner)] = one ? one->code : "";
    });
    for (const auto& code : codes) EXPECT_EQ(code, codes.front());
    EXPECT_EQ(testing::count_winners(
                  6, [&](int runner) { return two.of(runner).activities.leave(sundsvall, codes.front()); }),
              1);
    two.refresh();
    EXPECT_EQ(two.first.session(session)->taken, 0);
}

TEST(SignUpsAtTheSameTime, OfTwoWhoChangeASessionOneDoes) {
    TwoServers two;
    const auto session = two.first.add_session(two.first.add_activity("Digital café"), "2026-12-03", 10);
    const auto seen = two.first.activities.mark_of(here, session);
    const int done = testing::count_winners(4, [&](int runner) {
        auto& server = two.of(runner);
        return server.activities.change_sessions(
                   server.around(), session, server.session_on("2026-12-04", 10 + runner), Reach::this_one,
                   false, "anna", base::Seen::mark(seen)) == Arranged::done;
    });
    EXPECT_EQ(done, 1);
}

TEST(SignUpsAtTheSameTime, AnActivityEndsOrSomebodySignsUpForItNeverBoth) {
    TwoServers two;
    for (int round = 0; round < 8; ++round) {
        const auto activity = two.first.add_activity("Digital café " + std::to_string(round));
        const auto session = two.first.add_session(activity, "2026-12-03", 10);
        two.refresh();
        bool is_signed_up = false, is_ended = false;
        testing::race(2, [&](int runner) {
            auto& records = two.second.activities.activities();
            if (runner == 0) is_signed_up = two.first.sign_up(session).has_value();
            else is_ended = records.set_use(two.second.around(), activity, register_::Records::Use::ended, "eva",
                                            base::Seen::anything());
        });
        EXPECT_NE(is_signed_up, is_ended) << round;
    }
}

}  // namespace
}  // namespace digilots::activities
