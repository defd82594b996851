// Weeks as a calendar: met, missed, those that do not count, and those of which nothing is known yet.
#include "goals/weeks.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "platform/base/time.h"

namespace digilots::goals {
namespace {

base::Date day(const char* text) { return base::parse_date(text).value(); }

WeekFacts of_autumn() {
    return {.period = {day("2026-11-02"), day("2027-01-03")},
            .today = day("2026-11-30"),
            .country = "SE",
            .numbers = {{"2026-W46", 100}, {"2026-W48", 200}},
            .known = periods::Period{day("2026-11-10"), day("2026-11-27")}};
}

const Week& week_called(const std::vector<Week>& weeks, const char* key) {
    for (const auto& one : weeks)
        if (one.key() == key) return one;
    throw std::runtime_error(key);
}

TEST(WeeksOfAGoal, AreMetMissedOrOpen) {
    const auto weeks = weeks_of(of_autumn());
    ASSERT_EQ(weeks.size(), 9U) << "from week 45 to week 53, which 2026 has";
    EXPECT_EQ(week_called(weeks, "2026-W45").state, WeekState::open) << "before anything was counted";
    EXPECT_FALSE(week_called(weeks, "2026-W45").number);
    EXPECT_EQ(week_called(weeks, "2026-W46").state, WeekState::met);
    EXPECT_EQ(week_called(weeks, "2026-W47").state, WeekState::missed);
    EXPECT_EQ(week_called(weeks, "2026-W48").state, WeekState::met);
    EXPECT_EQ(week_called(weeks, "2026-W49").state, WeekState::open) << "it is going on";
    const auto tally = tally_of(weeks);
    EXPECT_EQ(tally.met, 2);
    EXPECT_EQ(tally.missed, 1);
    EXPECT_EQ(tally.counted(), 3);
}

TEST(WeeksOfAGoal, AreNotMissedWhileSomethingThatTookPlaceIsNotCounted) {
    auto facts = of_autumn();
    facts.uncounted = {{"2026-W46", 1}, {"2026-W47", 2}};
    const auto weeks = weeks_of(facts);
    EXPECT_EQ(week_called(weeks, "2026-W47").state, WeekState::open);
    EXPECT_EQ(week_called(weeks, "2026-W46").state, WeekState::met) << "more cannot make it less";
}

TEST(WeeksOfAGoal, OfHolidaysAndClosedOnesDoNotCount) {
    EXPECT_TRUE(is_holiday_week(periods::read("2024-W52").value(), "SE")) << "Tuesday is an eve: two days are left";
    EXPECT_FALSE(is_holiday_week(periods::read("2026-W47").value(), "SE"));
    const auto of_2026 = periods::read("2026").value();
    EXPECT_TRUE(is_holiday_week(periods::read("2026-W01").value(), "SE", of_2026)) << "a holiday and a Friday are of that year";
    EXPECT_FALSE(is_holiday_week(periods::read("2026-W47").value(), "SE", of_2026));
    EXPECT_FALSE(is_holiday_week(periods::read("2026-W15").value(), "SE")) << "Easter Monday alone";
    auto facts = of_autumn();
    facts.notes["2026-W47"] = {.is_closed = true, .reason = "The library moved", .account = ""};
    facts.notes["2026-W48"] = {.is_closed = false, .reason = "A note", .account = ""};
    const auto weeks = weeks_of(facts);
    EXPECT_EQ(week_called(weeks, "2026-W47").state, WeekState::not_applicable);
    EXPECT_EQ(week_called(weeks, "2026-W48").state, WeekState::met);
}

TEST(WeeksOfAGoal, OfWhichNothingWasEverCountedAreOpen) {
    auto facts = of_autumn();
    facts.numbers.clear();
    facts.known.reset();
    for (const auto& week : weeks_of(facts)) EXPECT_NE(week.state, WeekState::missed) << week.key();
}

TEST(WeeksOfAGoal, AreOfTheYearThatTheirThursdayIsIn) {
    auto facts = of_autumn();
    facts.today = day("2027-03-01");
    facts.period = {day("2026-01-01"), day("2026-12-31")};
    const auto of_2026 = weeks_of(facts);
    EXPECT_EQ(of_2026.front().key(), "2026-W01") << "it begins on 29 December";
    EXPECT_EQ(of_2026.back().key(), "2026-W53");
    facts.period = {day("2025-01-01"), day("2025-12-31")};
    EXPECT_EQ(weeks_of(facts).back().key(), "2025-W52") << "each week is judged once";
    facts.period = {day("2027-01-01"), day("2027-12-31")};
    EXPECT_EQ(weeks_of(facts).front().key(), "2027-W01") << "1 January 2027 is a Friday";
    facts.today = day("2027-01-02");
    EXPECT_EQ(weeks_of(facts).front().key(), "2026-W53") << "what goes on is shown";
}

}  // namespace
}  // namespace digilots::goals
