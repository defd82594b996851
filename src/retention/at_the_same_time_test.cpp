// Servers, commands and administrators at the same moment.
#include <gtest/gtest.h>

#include "platform/testing/race.h"
#include "retention/retention_for_tests.h"

namespace digilots::retention {
namespace {

/// Deletes a few at a time, so that others come between.
RetentionRules in_small_steps() {
    auto rule = rule_of_lines();
    rule.remove = [remove = rule.remove](db::Connection& connection, const Due& due, int) { return remove(connection, due, 5); };
    return {rule};
}

struct TwoServers {
    testing::DatabasePlace place{testing::Schema::migrated};
    Installation first{db::open(place.options()), in_small_steps()}, second{db::open(place.options()), in_small_steps()};

    Installation& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(AtTheSameTime, TwoRunsCountEachLineOnce) {
    TwoServers servers;
    servers.first.add_lines(1000, here, 4);
    const auto due = servers.first.retention.standing(here, servers.first.rule()).due;
    testing::race(4, [&](int runner) { servers.of(runner).retention.run(); });
    EXPECT_EQ(servers.first.counted(), due);
    EXPECT_EQ(servers.first.lines(), 250 - due);
}

TEST(AtTheSameTime, OnceALongerPeriodIsSavedNothingGoesByTheShorterOne) {
    TwoServers servers;
    for (int round = 0; round < 5; ++round) {
        servers.first.add_lines(1000, here, 4);
        const auto asked = servers.first.choose(6);
        servers.first.choose(6, asked.number);
        std::int64_t kept = 0;
        testing::race(3, [&](int runner) {
            if (runner > 0) {
                servers.of(runner).retention.run();
            } else {
                servers.first.choose(std::nullopt);
                kept = servers.first.lines();
            }
        });
        EXPECT_EQ(servers.second.lines(), kept) << round;
        EXPECT_EQ(servers.second.retention.run().at("test.line"), 0);
    }
}

TEST(AtTheSameTime, OfTwoWhoConfirmOneChoiceIsWritten) {
    TwoServers servers;
    servers.first.add_lines(700, here, 7);
    for (int round = 0; round < 5; ++round) {
        const int months = 20 - round;
        const auto number = servers.first.choose(months).number;
        const auto seen = base::Seen::mark(mark_of(servers.first.retention.history(here, servers.first.rule()).empty()
                                                       ? servers.first.retention.chosen(here, servers.first.rule())
                                                       : servers.first.retention.history(here, servers.first.rule()).front()));
        const int saved = testing::count_winners(4, [&](int runner) {
            auto& server = servers.of(runner);
            const auto decided_by = "decision " + std::to_string(runner);
            return server.retention.change(here, server.rule(), {months, decided_by}, "admin", seen, number).outcome ==
                   Outcome::saved;
        });
        EXPECT_EQ(saved, 1) << round;
        EXPECT_EQ(std::ssize(servers.second.retention.history(here, servers.second.rule())), round + 1);
    }
}

}  // namespace
}  // namespace digilots::retention
