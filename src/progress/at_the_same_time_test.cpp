// Two coordinators decide at the same moment.
#include <gtest/gtest.h>

#include <functional>

#include "platform/register/records.h"
#include "platform/testing/race.h"
#include "progress/progress_world.h"

namespace digilots::progress {
namespace {

OwnGoal goal(int number, const std::string& title) { return {"", number, title, "#7a1f5c", {"4.4"}}; }

TEST(AtTheSameTime, OfTwoNewGoalsWithOneNumberOneIsKept) {
    ProgressWorld world(Figures::none);
    for (int round = 1; round <= 8; ++round) {
        const int kept = testing::count_winners(2, [&](int runner) {
            const std::string title = "Mål " + std::to_string(round) + (runner == 0 ? " norr" : " söder");
            return world.progress.save_goal(overkalix, goal(round, title), "account-1").has_value();
        });
        EXPECT_EQ(kept, 1) << round;
    }
    EXPECT_EQ(world.progress.choices(overkalix).goals.size(), 8u);
}

TEST(AtTheSameTime, TwoNewGoalsOfOneTitleAreBothKept) {
    ProgressWorld world(Figures::none);
    for (int round = 0; round < 4; ++round) {
        testing::race(2, [&](int runner) {
            EXPECT_TRUE(world.progress.save_goal(overkalix, goal(2 * round + runner + 1, "Alla med"), "account-1"));
        });
    }
    EXPECT_EQ(world.progress.choices(overkalix).goals.size(), 8u);
}

TEST(AtTheSameTime, ATargetChosenTwiceHasTheIndicatorsOfOne) {
    ProgressWorld world(Figures::none);
    const std::vector<std::vector<std::string>> indicators{{"N07900", "N00914"}, {"N00945"}};
    for (int round = 0; round < 10; ++round) {
        testing::race(2, [&](int runner) {
            world.progress.choose(overkalix, {"4.4", "", indicators[static_cast<std::size_t>(runner)], true}, "account-1");
        });
        const auto chosen = world.progress.choices(overkalix).targets;
        ASSERT_EQ(chosen.size(), 1u);
        EXPECT_TRUE(chosen[0].indicators == indicators[0] || chosen[0].indicators == indicators[1]) << round;
    }
}

TEST(AtTheSameTime, OfTwoWhoSaveWhatBothHaveSeenOneIsTold) {
    ProgressWorld world(Figures::none);
    ASSERT_TRUE(world.progress.save_goal(overkalix, goal(1, "Alla med"), "a"));
    const auto both = [&](const std::function<bool(std::string)>& save) {
        return testing::count_winners(2, [&](int runner) { return save(runner == 0 ? "norr" : "söder"); });
    };
    std::string evaluation = mark_of(static_cast<const Evaluation*>(nullptr)), target = evaluation;
    for (int round = 0; round < 8; ++round) {
        const OwnGoal old = world.progress.choices(overkalix).goals.front();
        const auto& records = world.progress.own_goals();
        const auto mark = records.mark_of(*records.find(overkalix, old.key));
        const std::string number = std::to_string(round);
        EXPECT_EQ(both([&](const std::string& who) {
            OwnGoal mine = old;
            mine.title = "Mål " + number + who;
            return world.progress.save_goal(overkalix, mine, "a", base::Seen::mark(mark)).has_value();
        }), 1) << round;
        EXPECT_EQ(both([&](const std::string& who) {
            const Evaluation mine{2020, "Task " + number + who, "2026-12-31", "", "", {}};
            return world.progress.save_evaluation(overkalix, mine, "a", base::Seen::mark(evaluation));
        }), 1) << round;
        const auto stored = world.progress.evaluation(overkalix, 2020);
        evaluation = mark_of(&*stored);
        EXPECT_EQ(both([&](const std::string& who) {
            return world.progress.choose(overkalix, {"4.4", number + who, {}, false}, "a", base::Seen::mark(target));
        }), 1) << round;
        target = mark_of(&world.progress.choices(overkalix).targets.front());
    }
}

TEST(AtTheSameTime, WhatIsClosedIsWhatWasSavedBefore) {
    ProgressWorld world(Figures::none);
    for (int year = 2001; year <= 2012; ++year) {
        ASSERT_TRUE(world.progress.save_evaluation(overkalix, {year, "Task", "2026-12-31", "First", "Do it", {}}, "a"));
        bool late_saved = false, closed = false;
        testing::race(2, [&](int runner) {
            if (runner == 0) {
                closed = world.progress.close_evaluation(overkalix, year, "a");
            } else {
                late_saved = world.progress.save_evaluation(overkalix, {year, "Task", "2026-12-31", "Second", "Do it", {}}, "a");
            }
        });
        EXPECT_TRUE(closed);
        EXPECT_EQ(world.progress.evaluation(overkalix, year)->conclusion, late_saved ? "Second" : "First") << year;
        EXPECT_FALSE(world.progress.save_evaluation(overkalix, {year, "Task", "2026-12-31", "Third", "Do it", {}}, "a"));
    }
}

TEST(AtTheSameTime, AnEvaluationIsClosedOnce) {
    ProgressWorld world(Figures::none);
    for (int year = 2001; year <= 2012; ++year) {
        ASSERT_TRUE(world.progress.save_evaluation(overkalix, {year, "Task", "2026-12-31", "First", "Do it", {}}, "a"));
        EXPECT_EQ(testing::count_winners(2, [&](int) { return world.progress.close_evaluation(overkalix, year, "a"); }), 1);
    }
}

}  // namespace
}  // namespace digilots::progress
