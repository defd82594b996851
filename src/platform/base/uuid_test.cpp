#include "platform/base/uuid.h"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

#include "platform/base/time.h"

namespace digilots::base {
namespace {

const Instant moment = *parse_utc("2026-11-23T10:30:00Z");

TEST(Uuid, IsVersionSevenAndCarriesTheTime) {
    const std::string first = new_uuid(moment + std::chrono::hours(1000));
    EXPECT_TRUE(is_uuid(first)) << first;
    EXPECT_EQ(first[14], '7');
    EXPECT_NE(std::string("89ab").find(first[19]), std::string::npos);
    EXPECT_LT(first, new_uuid(moment + std::chrono::hours(1001)));
}

TEST(Uuid, RisesInsideOneMillisecondAndWhenTheClockStepsBack) {
    std::string previous = new_uuid(moment);
    for (int i = 0; i < 20'000; ++i) {
        std::string next = new_uuid(i % 2 ? moment : moment - std::chrono::seconds(5));
        ASSERT_LT(previous, next);
        previous = std::move(next);
    }
}

TEST(Uuid, NeverComesTwiceFromManyThreads) {
    std::vector<std::vector<std::string>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& list : made) {
            threads.emplace_back([&list] {
                for (int i = 0; i < 2'000; ++i) list.push_back(new_uuid(moment));
            });
        }
    }
    std::set<std::string> all;
    for (const auto& list : made) all.insert(list.begin(), list.end());
    EXPECT_EQ(all.size(), 8'000U);
}

TEST(Uuid, RecognisesOnlyItsOwnForm) {
    EXPECT_TRUE(is_uuid("01932b4e-7c1a-7abc-8def-0123456789ab"));
    EXPECT_FALSE(is_uuid("01932B4E-7c1a-7abc-8def-0123456789ab"));
    EXPECT_FALSE(is_uuid("01932b4e07c1a-7abc-8def-0123456789ab"));
    EXPECT_FALSE(is_uuid(""));
}

TEST(RandomToken, IsLongUrlSafeAndNew) {
    const std::string token = random_token();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_NE(token, random_token());
}

TEST(Sha256, MatchesTheStandardsExample) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace digilots::base
