// Operators and administrators at the same moment.
#include <gtest/gtest.h>

#include <algorithm>

#include "municipality/municipality.h"
#include "platform/audit/audit.h"
#include "platform/register/records.h"
#include "platform/testing/race.h"

namespace digilots::municipality {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase servers;
    kept::Versions first_versions{*servers.first}, second_versions{*servers.second};
    Municipalities first{*servers.first, first_versions, clock}, second{*servers.second, second_versions, clock};

    Municipalities& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(AtTheSameTime, ANetworkSavedTwiceHasTheMembersOfOne) {
    TwoServers world;
    for (int round = 0; round < 15; ++round) {
        testing::race(2, [&](int runner) {
            const std::vector<std::string> members = runner == 0 ? std::vector<std::string>{"2281", "2280"}
                                                                 : std::vector<std::string>{"2281", "2260"};
            world.of(runner).save_network({"teo", "TEO", members});
        });
        world.first_versions.refresh();
        EXPECT_EQ(world.first.network("teo")->members.size(), 2u) << round;
    }
}

TEST(AtTheSameTime, TheTrailNamesWhatEachOfTwoReallyChanged) {
    TwoServers world;
    world.first.activate("2281", default_settings(*Municipalities::find("2281")));
    auto settings = world.first.settings("2281");
    for (int round = 0; round < 15; ++round) {
        settings.phone = "060-19 10 " + std::to_string(10 + round);
        testing::race(2, [&](int runner) { world.of(runner).save_settings("2281", settings, "anna"); });
    }
    const auto trail = world.servers.first->read(
        [](db::Connection& connection) { return audit::entries(connection, "2281", 100); });
    const auto changes = std::ranges::count_if(trail, [](const auto& one) { return one.entry.action == "settings changed"; });
    EXPECT_EQ(changes, 15) << "the second of two who save the same changes nothing";
}

TEST(AtTheSameTime, OfTwoWhoSaveWhatBothHaveSeenOneIsTold) {
    TwoServers world;
    world.first.activate("2281", default_settings(*Municipalities::find("2281")));
    for (int round = 0; round < 15; ++round) {
        world.first_versions.refresh();
        const auto seen = world.first.settings("2281");
        const auto mark = world.first.records().mark_of(*world.first.records().find("2281", "2281"));
        const int saved = testing::count_winners(4, [&](int runner) {
            auto mine = seen;
            mine.phone = "060-19 10 " + std::to_string(10 + 4 * round + runner);
            return world.of(runner).save_settings("2281", mine, "anna", base::Seen::mark(mark));
        });
        EXPECT_EQ(saved, 1) << round;
    }
}

TEST(AtTheSameTime, AMunicipalityIsActivatedOnce) {
    TwoServers world;
    testing::race(2, [&](int runner) {
        world.of(runner).activate("2281", default_settings(*Municipalities::find("2281")));
    });
    const auto trail = world.servers.first->read(
        [](db::Connection& connection) { return audit::entries(connection, "2281", 100); });
    EXPECT_EQ(trail.size(), 1u);
}

}  // namespace
}  // namespace digilots::municipality
