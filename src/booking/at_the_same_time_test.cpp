// Many who want one time at the same moment, on two servers.
#include <atomic>
#include <set>

#include "booking/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::booking {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:00:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() { open_municipalities(first); }
    std::string open(const std::string& people) {
        const auto offer = first.open(people);
        first.versions.refresh();
        second.versions.refresh();
        return offer;
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(BookingsAtTheSameTime, FiveHundredForOneTimeAreAsManyAsThereIsRoomFor) {
    TwoServers two;
    const auto offer = two.open("3");
    constexpr int runners = 20, each = 25;
    std::atomic<int> booked{0}, taken{0};
    testing::race(runners, [&](int runner) {
        auto& server = two.of(runner);
        for (int at = 0; at < each; ++at) {
            const auto came_of =
                server.bookings.book(sundsvall, server.wanted(offer, "2026-11-26T08:30:00Z"), server.words);
            if (came_of)
                ++booked;
            else if (came_of.error().is_taken)
                ++taken;
        }
    });
    EXPECT_EQ(booked, 3);
    EXPECT_EQ(taken, runners * each - 3);
    std::set<std::string> lanes;
    for (const auto& one : two.first.bookings.list(
             here, {std::chrono::year(2026), std::chrono::month(11), std::chrono::day(26)},
             {std::chrono::year(2026), std::chrono::month(11), std::chrono::day(26)}))
        lanes.insert(one.lane);
    EXPECT_EQ(lanes.size(), 3U);
}

TEST(BookingsAtTheSameTime, OneFormSentToTwoServersIsOneBookingAndOfTwoWhoMoveOneIsTold) {
    TwoServers two;
    const auto offer = two.open("4");
    for (int round = 0; round < 4; ++round) {
        const auto key = base::new_uuid(two.clock.now());
        std::vector<std::string> codes(2);
        testing::race(2, [&](int runner) {
            auto& server = two.of(runner);
            codes[static_cast<std::size_t>(runner)] =
                server.bookings
                    .book(sundsvall, server.wanted(offer, "2026-11-26T08:30:00Z", key), server.words)
                    ->code;
        });
        EXPECT_EQ(codes[0], codes[1]);
        const auto id = two.first.bookings.follow(sundsvall, codes[0])->id;
        const auto moved = testing::count_winners(2, [&](int runner) {
            const auto to = testing::at(runner == 0 ? "2026-11-27T08:30:00Z" : "2026-11-27T09:00:00Z");
            return two.of(runner).bookings.move(sundsvall, id, 1, to, false, "") == Step::done;
        });
        EXPECT_EQ(moved, 1);
    }
    const auto all = two.first.bookings.list(here, base::parse_date("2026-11-26").value(),
                                             base::parse_date("2026-11-27").value());
    EXPECT_EQ(all.size(), 4U);
}

TEST(BookingsAtTheSameTime, OfThoseWhoCancelAtOneMomentOneDoesSo) {
    TwoServers two;
    const auto offer = two.open("1");
    for (int round = 0; round < 3; ++round) {
        const auto wanted = two.first.wanted(offer, "2026-11-26T08:30:00Z");
        const auto id = two.first.bookings.book(sundsvall, wanted, two.first.words)->booking.id;
        const auto cancelled = testing::count_winners(12, [&](int runner) {
            return two.of(runner).bookings.set_state(sundsvall, id, 1, "cancelled", "") == Step::done;
        });
        EXPECT_EQ(cancelled, 1);
        EXPECT_EQ(two.first.stands(id).state, "cancelled");
    }
}

TEST(BookingsAtTheSameTime, WhatIsNotOfferedAnyMoreIsNotBookedAlsoByWhoHasNotHeardOfIt) {
    TwoServers two;
    const auto offer = two.open("1");
    auto& offers = *two.second.bookings.registers()[0];
    using Use = register_::Records::Use;
    const auto end = [&] { return offers.set_use(offers.around(here), offer, Use::ended, "eva", base::Seen::anything()); };
    ASSERT_TRUE(two.first.bookings.book(sundsvall, two.first.wanted(offer, "2026-11-26T08:30:00Z"), two.first.words));
    EXPECT_FALSE(end()) << "somebody has a time";
    const auto day = base::parse_date("2026-11-26").value();
    const auto booked = two.first.bookings.list(here, day, day);
    ASSERT_EQ(two.first.bookings.set_state(sundsvall, booked.at(0).id, 1, "cancelled_by_us", "eva"), Step::done);
    ASSERT_TRUE(end());
    const auto refused =
        two.first.bookings.book(sundsvall, two.first.wanted(offer, "2026-11-26T09:30:00Z"), two.first.words);
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().errors.size(), 1U);
    EXPECT_EQ(refused.error().errors.front().first, "offer");
    EXPECT_EQ(two.first.bookings.put_back(sundsvall, booked.at(0).id, 2, "eva"), Step::changed);
}

TEST(BookingsAtTheSameTime, AnOfferEndsOrIsBookedNeverBoth) {
    TwoServers two;
    const auto offer = two.open("1");
    auto& offers = *two.second.bookings.registers()[0];
    using Use = register_::Records::Use;
    const auto use = [&](Use now) { return offers.set_use(offers.around(here), offer, now, "eva", base::Seen::anything()); };
    for (int round = 0; round < 8; ++round) {
        bool is_booked = false, is_ended = false;
        const auto starts = "2026-12-" + std::to_string(10 + round) + "T08:30:00Z";
        if (base::weekday_of(base::parse_date(starts.substr(0, 10)).value()) >= 5) continue;
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                is_booked =
                    two.first.bookings.book(sundsvall, two.first.wanted(offer, starts.c_str()), two.first.words).has_value();
            } else {
                is_ended = use(Use::ended);
            }
        });
        EXPECT_NE(is_booked, is_ended) << round;
        if (is_ended) use(Use::in_use);
        const auto day = base::parse_date(starts.substr(0, 10)).value();
        for (const auto& one : two.first.bookings.list(here, day, day))
            two.first.bookings.set_state(sundsvall, one.id, 1, "cancelled_by_us", "eva");
        two.first.versions.refresh();
        two.second.versions.refresh();
    }
}

}  // namespace
}  // namespace digilots::booking
