// Two servers bring tasks into agreement at the same moment, and two people close one.
#include "platform/testing/race.h"
#include "tasks/tasks_for_tests.h"

namespace digilots::tasks {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    testing::SharedDatabase servers;
    kept::Versions first_versions{*servers.first}, second_versions{*servers.second};
    municipality::Municipalities first_all{*servers.first, first_versions, clock},
        second_all{*servers.second, second_versions, clock};
    organisation::Organisation first_organisation{*servers.first, first_versions, clock},
        second_organisation{*servers.second, second_versions, clock};
    Tasks first{*servers.first, first_versions, first_organisation, first_all, clock, colleagues(first_organisation)},
        second{*servers.second, second_versions, second_organisation, second_all, clock, colleagues(second_organisation)};
    std::vector<Duty> duties;

    TwoServers() {
        first_all.activate(here, municipality::default_settings(*municipality::Municipalities::find(here)));
        second_versions.refresh();
        for (auto* tasks : {&first, &second}) tasks->know(neighbours_saying([this] { return duties; }));
    }
    Tasks& of(int runner) { return runner % 2 == 0 ? first : second; }
    std::vector<register_::Record> open() {
        return first.records().list(first.records().around(here), {.filters = {{"state", "open"}}}, 1000, 0).records;
    }
};

TEST(TasksAtTheSameTime, ADutySeenByTwoServersOpensOneTask) {
    TwoServers two;
    for (int round = 0; round < 12; ++round) {
        two.duties = {check("a" + std::to_string(round), "A"), check("b" + std::to_string(round), "B")};
        testing::race(4, [&](int runner) { two.of(runner).agree(here); });
        EXPECT_EQ(two.open().size(), 2U) << round << ": one for each, and those of before are closed";
    }
}

TEST(TasksAtTheSameTime, OfTwoWhoCloseATaskOneDid) {
    TwoServers two;
    const auto lead = person("dag", http::Role::coordinator);
    for (int round = 0; round < 8; ++round) {
        two.duties = {check("a" + std::to_string(round), "A")};
        two.first.agree(here);
        const auto id = two.open().front().id;
        const int closed = testing::count_winners(2, [&](int runner) {
            auto& tasks = two.of(runner);
            return tasks.finish(tasks.records().around(here), id, std::to_string(runner), lead) == Finish::done;
        });
        EXPECT_EQ(closed, 1) << round;
        EXPECT_EQ(two.first.records().find(here, id)->version, 2);
    }
}

TEST(TasksAtTheSameTime, WhoOpensATaskAgainWhileItsDutyOpensAnotherEndsWithOne) {
    TwoServers two;
    const auto lead = person("dag", http::Role::coordinator);
    for (int round = 0; round < 8; ++round) {
        two.duties = {check("a" + std::to_string(round), "A")};
        two.first.agree(here);
        const auto id = two.open().front().id;
        const auto around = two.first.records().around(here);
        ASSERT_EQ(two.first.finish(around, id, "", lead), Finish::done);
        two.clock.advance(std::chrono::hours(24 * 100));
        testing::race(2, [&](int runner) {
            if (runner == 0) two.first.open_again(around, id, lead);
            else two.second.agree(here);
        });
        EXPECT_EQ(two.open().size(), 1U) << round;
    }
}

}  // namespace
}  // namespace digilots::tasks
