#include "platform/measures/disclosure.h"

#include <gtest/gtest.h>

namespace digilots::measures {
namespace {

TEST(Disclosure, JudgesEachKindByHowManyItIsAbout) {
    EXPECT_FALSE(is_shown(Kind::count, 4));
    EXPECT_TRUE(is_shown(Kind::count, 5));
    EXPECT_FALSE(is_shown(Kind::latest, 4));
    EXPECT_TRUE(is_shown(Kind::latest, 5));
    EXPECT_TRUE(is_shown(Kind::sum, 60)) << "of how many is not told";
    EXPECT_FALSE(is_shown(Kind::sum, {600, 4})) << "of four";
    EXPECT_TRUE(is_shown(Kind::sum, {3, 5}));
    EXPECT_FALSE(is_shown(Kind::money, 1'000'000)) << "whose money it is must be told";
    EXPECT_FALSE(is_shown(Kind::money, {1'000'000, 4}));
    EXPECT_TRUE(is_shown(Kind::money, {1'000'000, 5}));
    EXPECT_FALSE(is_shown(Kind::mean, {1000, 4}));
    EXPECT_TRUE(is_shown(Kind::mean, {1, 5}));
    EXPECT_FALSE(is_shown(Kind::share, {4, 100})) << "four have it";
    EXPECT_FALSE(is_shown(Kind::share, {96, 100})) << "four have it not";
    EXPECT_FALSE(is_shown(Kind::share, {0, 100})) << "nobody is under five, as everywhere";
    EXPECT_FALSE(is_shown(Kind::share, {100, 100}));
    EXPECT_FALSE(is_shown(Kind::share, {2, 4}));
    EXPECT_TRUE(is_shown(Kind::share, {5, 10}));
    EXPECT_FALSE(is_shown(Kind::share, {})) << "of nobody";
}

}  // namespace
}  // namespace digilots::measures
