// Two servers that release at the same moment.
#include "platform/testing/race.h"
#include "releases/world_for_tests.h"

namespace digilots::releases {
namespace {

TEST(ReleasesAtTheSameTime, WhatTwoMakeIsThereOnce) {
    base::TestClock clock{testing::at("2026-08-31T09:00:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};
    first.activate("2281");
    first.log("2281", "2026-08-15", 40, about({"print"}));
    second.versions.refresh();
    clock.set(testing::at("2026-09-10T09:00:00Z"));
    std::vector<std::vector<Made>> made(4);
    testing::race(4, [&](int runner) {
        auto& server = runner % 2 == 0 ? first : second;
        made[static_cast<std::size_t>(runner)] = server.releases.make_until(period("2026-08"));
    });
    std::set<int> months;
    for (const auto& of_one : made)
        for (const auto& one : of_one) EXPECT_TRUE(months.insert(one.month).second) << one.month;
    EXPECT_EQ(months.size(), 8u);
    first.log("2281", "2026-08-16", 30, about({"print"}));
    testing::race(2, [&](int runner) { (runner == 0 ? first : second).releases.revise(2026, "at once"); });
    const auto headers = servers.first->read([](db::Connection& connection) { return store::headers(connection); });
    EXPECT_GE(headers.back().revision, 2);
    EXPECT_EQ(std::ssize(headers), 8 + headers.back().revision - 1) << "each revision once";
    first.versions.refresh();
    EXPECT_EQ(first.total("2281", "2026-08"), shown(70));
}

}  // namespace
}  // namespace digilots::releases
