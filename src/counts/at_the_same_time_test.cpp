// Two servers: who counts and saves at the same moment.
#include "counts/world_for_tests.h"
#include "platform/testing/race.h"

namespace digilots::counts {
namespace {

struct TwoServers {
    base::TestClock clock{testing::at("2026-11-25T09:30:00Z")};
    testing::SharedDatabase servers;
    Server first{*servers.first, clock}, second{*servers.second, clock};

    TwoServers() {
        first.import_places();
        second.versions.refresh();
    }
    Server& of(int runner) { return runner % 2 == 0 ? first : second; }
};

TEST(CountsAtTheSameTime, EveryPressCountsOnce) {
    TwoServers two;
    constexpr int presses = 12;
    testing::race(4, [&](int runner) {
        auto& server = two.of(runner);
        for (int press = 0; press < presses; ++press)
            server.counts.add_visitors(server.around(), library, 1, "anna",
                                       std::to_string(runner) + "-" + std::to_string(press));
    });
    EXPECT_EQ(two.first.counts.visitors_of(here, library, day("2026-11-25")), 4 * presses);
}

TEST(CountsAtTheSameTime, OfTwoWhoSaveASheetOneDoesAndTheOtherIsTold) {
    TwoServers two;
    for (int round = 1; round <= 5; ++round) {
        auto sheet = two.first.counts.sheet(here, library, "visit", week("2026-W48"));
        const auto seen = base::Seen::mark(Counts::mark_of(sheet));
        std::vector<Counts::Saved> came_of(2, Counts::Saved::not_theirs);
        testing::race(2, [&](int runner) {
            auto mine = sheet;
            mine.lines = {{"print"}};
            mine.lines.front().days[0] = 10 * round + runner;
            came_of[static_cast<std::size_t>(runner)] =
                two.of(runner).counts.save(two.of(runner).around(), mine, "anna", seen);
        });
        ASSERT_NE(came_of[0], came_of[1]) << round;
        const int winner = came_of[0] == Counts::Saved::done ? 0 : 1;
        EXPECT_EQ(two.first.asked("2026-11-23", "2026-11-23"), 10 * round + winner);
    }
}

TEST(CountsAtTheSameTime, OneSheetSentSixTimesIsSavedAndSoSaidToAll) {
    TwoServers two;
    for (int round = 1; round <= 4; ++round) {
        auto sheet = two.first.counts.sheet(here, library, "visit", week("2026-W48"));
        const auto seen = base::Seen::mark(Counts::mark_of(sheet));
        sheet.lines = {{"print"}};
        sheet.lines.front().days[0] = 10 * round;
        sheet.visitors[1] = 20 * round;
        std::vector<Counts::Saved> came_of(6, Counts::Saved::not_theirs);
        testing::race(6, [&](int runner) {
            came_of[static_cast<std::size_t>(runner)] =
                two.of(runner).counts.save(two.of(runner).around(), sheet, "anna", seen);
        });
        for (const auto one : came_of) EXPECT_EQ(one, Counts::Saved::done) << "exactly this is saved";
        EXPECT_EQ(two.first.asked("2026-11-23", "2026-11-23"), 10 * round);
        EXPECT_EQ(two.first.counts.visitors_of(here, library, day("2026-11-24")), 20 * round);
    }
}

}  // namespace
}  // namespace digilots::counts
