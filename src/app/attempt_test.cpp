#include <gtest/gtest.h>

#include "app/attempt.h"

namespace digilots::app {

namespace {

struct NoStandardError {};

TEST(Attempt, WhateverIsThrownIsCountedAndEndsNothing) {
    std::string told;
    const auto before = http::metrics_text();
    attempt("nothing tried", told, [] { throw NoStandardError{}; });
    EXPECT_NE(told.find("NoStandardError"), std::string::npos);
    EXPECT_NE(http::metrics_text().find("digilots_upkeep_failed_total{kind=\"nothing tried\"} 1"), std::string::npos);
    EXPECT_EQ(before.find("nothing tried"), std::string::npos);
    attempt("nothing tried", told, [] {});
    EXPECT_EQ(told, "") << "a failure that comes again is told again";
}

}  // namespace

}  // namespace digilots::app
