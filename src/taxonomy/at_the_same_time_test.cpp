// Two administrators arrange a municipality's own topics at the same moment, each on a server of their own.
#include <gtest/gtest.h>

#include <set>

#include "platform/register/records.h"
#include "platform/testing/race.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase servers;
    kept::Versions first_versions{*servers.first}, second_versions{*servers.second};
    OwnTopics first{*servers.first, first_versions, clock}, second{*servers.second, second_versions, clock};

    OwnTopics& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(AtTheSameTime, OfTwoTopicsWithOneNameOneIsKept) {
    TwoServers world;
    for (int round = 0; round < 15; ++round) {
        const int added = testing::count_winners(2, [&](int runner) {
            return world.of(runner).add("2281", {"", "Bygdebuss " + std::to_string(round), "print", {}, false}, "a").has_value();
        });
        EXPECT_EQ(added, 1) << round;
    }
}

TEST(AtTheSameTime, OfTwoWhoChangeTheTopicBothHaveSeenOneIsTold) {
    TwoServers world;
    ASSERT_TRUE(world.first.add("2281", {"", "Buss", "print", {}, false}, "a"));
    for (int round = 0; round < 15; ++round) {
        world.first_versions.refresh();
        const auto seen = world.first.of("2281")->front();
        const auto mark = world.first.records().mark_of(*world.first.records().find("2281", seen.key));
        const int saved = testing::count_winners(4, [&](int runner) {
            auto mine = seen;
            mine.words = {"ord " + std::to_string(4 * round + runner)};
            return world.of(runner).change("2281", mine, 0, "a", base::Seen::mark(mark)).has_value();
        });
        EXPECT_EQ(saved, 1) << round;
    }
}

TEST(AtTheSameTime, TwoWhoMoveTopicsLoseNone) {
    TwoServers world;
    for (const char* label : {"Buss", "Färja", "Skidspår", "Bad"})
        ASSERT_TRUE(world.first.add("2281", {"", label, "print", {}, false}, "a"));
    world.second_versions.refresh();
    for (std::size_t round = 0; round < 15; ++round) {
        testing::race(2, [&](int runner) {
            auto topic = (*world.first.of("2281"))[(round + static_cast<std::size_t>(runner)) % 4];
            topic.words = {"ord" + std::to_string(round)};
            EXPECT_TRUE(world.of(runner).change("2281", topic, runner == 0 ? 0 : 3, "a"));
        });
        world.first_versions.refresh();
        std::set<std::string> keys;
        for (const auto held = world.first.of("2281"); const auto& topic : *held) keys.insert(topic.key);
        EXPECT_EQ(keys.size(), 4u);
    }
}

}  // namespace
}  // namespace digilots::taxonomy
