#include "accounts/throttle.h"

#include <gtest/gtest.h>

#include "accounts/signature.h"

namespace digilots::accounts {
namespace {

using namespace std::chrono_literals;

const base::Instant start{std::chrono::seconds(1'700'000'000)};

TEST(Throttle, waits_double_up_to_a_quarter_of_an_hour_and_are_forgotten) {
    Throttle throttle;
    const std::vector<GuessKey> keys{{"a", 2}};
    auto now = start;
    throttle.failed(keys, now);
    EXPECT_FALSE(throttle.wait(keys, now));
    throttle.failed(keys, now);
    EXPECT_EQ(throttle.wait(keys, now), 2s);
    for (int round = 0; round < 20; ++round) {
        now += 16min;
        throttle.failed(keys, now);
    }
    EXPECT_EQ(throttle.wait(keys, now), 900s);
    now += 2h;
    throttle.failed(keys, now);
    EXPECT_FALSE(throttle.wait(keys, now));
}

TEST(Throttle, a_guess_while_the_clock_was_ten_days_ahead_blocks_no_longer_than_its_wait) {
    Throttle throttle;
    const std::vector<GuessKey> keys{{"a", 1}};
    for (int guess = 0; guess < 9; ++guess) throttle.failed(keys, start + 240h);
    EXPECT_EQ(throttle.wait(keys, start), 512s);
    EXPECT_EQ(throttle.wait(keys, start + 500s), 12s);
    EXPECT_FALSE(throttle.wait(keys, start + 512s));
    throttle.failed(keys, start + 3h);
    EXPECT_EQ(throttle.wait(keys, start + 3h), 2s) << "forgotten as always";
}

TEST(Throttle, who_was_right_is_not_counted_and_frees_the_place) {
    Throttle throttle;
    for (int round = 0; round < 20; ++round) {
        Guess guess(throttle, {{"a", 1}, {"b", 1}}, start);
        ASSERT_FALSE(guess.wait()) << round;
        guess.was_right();
    }
}

TEST(Throttle, keeps_a_bounded_number_and_the_latest_of_them) {
    Throttle throttle;
    for (int index = 0; index < 70'000; ++index)
        throttle.failed({{"address " + std::to_string(index), 1}}, start + std::chrono::milliseconds(index));
    EXPECT_TRUE(throttle.wait({{"address 69999", 1}}, start + 70s));
}

TEST(Throttle, addresses_of_one_ipv6_network_are_one) {
    EXPECT_EQ(address_key("2001:db8:1:2:3:4:5:6"), address_key("2001:db8:1:2:ffff::1"));
    EXPECT_NE(address_key("2001:db8:1:2::1"), address_key("2001:db8:1:3::1"));
    EXPECT_EQ(address_key("192.0.2.7"), "192.0.2.7");
    EXPECT_FALSE(address_key("::1").empty());
}

TEST(Devices, a_shared_browser_remembers_five_people_and_forged_marks_count_for_nothing) {
    std::string cookie;
    for (const char* person : {"a", "b", "c", "d", "e", "f"})
        cookie = add_device("key", cookie, person, start);
    EXPECT_EQ(find_device("key", cookie, "a", start), "") << "the sixth takes the first one's place";
    EXPECT_NE(find_device("key", cookie, "b", start), "");
    EXPECT_NE(find_device("key", cookie, "f", start), "");
    EXPECT_EQ(find_device("other key", cookie, "f", start), "");
    EXPECT_EQ(find_device("key", cookie, "f", start + device_lasts), "");
    EXPECT_EQ(find_device("key", "x.9999999999.abc~..~", "f", start), "");
}

}  // namespace
}  // namespace digilots::accounts
